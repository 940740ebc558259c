import Readiness
import TerminalText

// The row of tabs. As much of it as fits: titles with what they hold, else titles, else titles close together, else the
// title of the view that is shown and the numbers of the others.

/// One tab and where it stands.
struct Tab: Hashable {
  var view: ViewKind
  var number: Int
  var leading: Int
  var width: Int
  var count: String
  /// On a narrow screen the tabs that are not shown shrink to their numbers.
  var isShort: Bool
}

extension DashboardState {
  func drawTabs(on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    var end = 0
    for tab in tabs {
      let isShown = tab.view == view
      var label = StyledText("\(tab.number)", .muted, theme)
      if !tab.isShort {
        label.append(" ", theme[.muted])
        label.append(tab.view.title(language), isShown ? theme[.accent].adding([.bold, .underline]) : theme[.muted])
        if !tab.count.isEmpty { label.append(" \(tab.count)", isShown ? theme[.text] : theme[.muted]) }
      }
      canvas.put(label, row: layout.tabRow, leading: tab.leading, width: tab.width, alignment: .leading)
      end = tab.leading + tab.width
    }
    drawFilterMark(on: &canvas, row: layout.tabRow, from: end + 3)
  }

  var tabs: [Tab] {
    let shapes: [(gap: Int, isCounted: Bool, isShort: Bool)] = [
      (4, true, false), (2, true, false), (2, false, false), (1, false, false), (2, false, true),
    ]
    for shape in shapes.dropFirst(columns >= 100 ? 0 : 1) {
      let tabs = tabs(gap: shape.gap, isCounted: shape.isCounted, isShort: shape.isShort)
      let end = tabs.last.map { $0.leading + $0.width } ?? 0
      if end < columns || shape.isShort { return tabs.filter { $0.leading + $0.width < columns } }
    }
    return []
  }

  private func tabs(gap: Int, isCounted: Bool, isShort: Bool) -> [Tab] {
    var leading = 1
    return shownViews.enumerated().map { index, kind in
      let isShort = isShort && kind != view
      let count = isCounted ? lists[kind]?.selectable.count ?? 0 : 0
      let counted = count > 0 ? numerals("\(count)") : ""
      let full = "\(index + 1) \(kind.title(language))" + (counted.isEmpty ? "" : " \(counted)")
      let width = isShort ? 1 : displayWidth(of: full)
      defer { leading += width + gap }
      return Tab(view: kind, number: index + 1, leading: leading, width: width, count: counted, isShort: isShort)
    }
  }
}
