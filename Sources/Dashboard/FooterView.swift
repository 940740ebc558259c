import Readiness
import TerminalText

extension DashboardState {
  /// The last row: the search field, an answer, or the keys that matter most; at its end the place in the list.
  func drawFooter(_ detail: Detail?, on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let row = layout.footerRow
    let place = overlay == nil ? numerals(placeInList) : ""
    let placeWidth = displayWidth(of: place)
    if !place.isEmpty {
      canvas.put(place, .text, row: row, leading: columns - placeWidth - 1, width: placeWidth)
    }
    let width = max(0, columns - 2 - placeWidth - 2)
    if let input {
      drawInput(input, on: &canvas, row: row, width: width)
    } else if let notice {
      canvas.put(StyledText(say(notice), .notice, theme), row: row, leading: 1, width: width, alignment: .leading)
    } else if overlay == nil || overlay == .help {
      canvas.putGroups(filterHint + hints(detail, layout), gap: 3, row: row, leading: 1, width: width)
    } else if let overlay {
      canvas.putGroups(hints(in: overlay), gap: 3, row: row, leading: 1, width: width)
    }
  }

  private func drawInput(_ input: Input, on canvas: inout Canvas, row: Int, width: Int) {
    switch input {
    case .search(let field): drawField(field, prompt: "/", on: &canvas, row: row, leading: 1, width: width)
    case .filter(let field):
      // What is wrong, or what could come next, stands in the row above.
      let prompt = Strings.filterPrompt(language)
      drawField(
        field, prompt: prompt, on: &canvas, row: row, leading: 1, width: width, marks: filterMarks(field))
      drawFilterHelp(field, on: &canvas, row: row - 1)
    }
  }

  /// `5/14`, counting what can be selected.
  private var placeInList: String {
    let list = list
    guard !list.selectable.isEmpty else { return "" }
    return "\((list.rank(of: position.index) ?? 0) + 1)/\(list.selectable.count)"
  }
}
