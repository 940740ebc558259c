import Readiness
import TerminalText

extension DashboardState {
  /// The last row: the search field, an answer, or the keys that matter most; at its end the place in the list.
  func drawFooter(on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let row = layout.footerRow
    let place = showsHelp ? "" : placeInList
    let placeWidth = displayWidth(of: place)
    if !place.isEmpty {
      canvas.put(place, .muted, row: row, leading: columns - placeWidth - 1, width: placeWidth)
    }
    let width = max(0, columns - 2 - placeWidth - 2)
    if isSearching {
      drawSearchField(on: &canvas, row: row, width: width)
    } else if let notice {
      canvas.put(StyledText(notice(language), .notice, theme), row: row, leading: 1, width: width, alignment: .leading)
    } else {
      let hints = Binding.all.compactMap { binding in
        binding.hint.map { hint in
          StyledText(binding.footerKeys, .accent, theme) + StyledText(" \(hint(language))", .muted, theme)
        }
      }
      canvas.putPieces(hints, gap: 3, row: row, leading: 1, width: width)
    }
  }

  private func drawSearchField(on canvas: inout Canvas, row: Int, width: Int) {
    let field = StyledText("/", .accent, options.theme) + StyledText(query, .text, options.theme)
    let line = Paragraph(field, fallback: canvas.direction, way: options.way).line(fitting: max(1, width - 1))
    canvas.put(line, row: row, leading: 1, width: width, alignment: .leading)
    // The cursor stands where the next letter will come.
    let isRightToLeft = line.direction == .rightToLeft
    let start = canvas.isMirrored ? canvas.columns - 1 - line.width : 1
    canvas.frame.cursor = Position(row: row, column: isRightToLeft ? max(0, start - 1) : start + line.width)
  }

  /// `5/14`, counting what can be selected.
  private var placeInList: String {
    let shown = shownEntries
    let total = shown.count(where: \.isSelectable)
    guard total > 0 else { return "" }
    let before = shown.prefix(position.index + 1).count(where: \.isSelectable)
    return "\(before)/\(total)"
  }
}

extension Binding {
  /// The keys as the footer has room for them.
  var footerKeys: String { action == .down ? "↑↓" : keys.first?.name ?? "" }
}
