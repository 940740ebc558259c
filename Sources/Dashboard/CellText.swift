import Readiness
import TerminalText

/// What stands in a cell of a list or beside a label: a shape, a text, and what is noted behind it.
///
/// Each is laid out by itself. In one paragraph the direction of the text would decide on which side of it the shape stands,
/// and a column of statuses would have its shapes now left, now right.
struct CellText: Hashable {
  var icon: StyledText?
  var text: StyledText
  var mark: StyledText?

  init(_ text: StyledText, icon: StyledText? = nil, mark: StyledText? = nil) {
    self.text = text
    self.icon = icon
    self.mark = mark
  }

  init(_ text: String, _ role: Role, _ theme: Theme, icon: String? = nil) {
    self.init(StyledText(text, role, theme), icon: icon.map { StyledText($0, role, theme) })
  }

  /// The columns that it takes whole.
  func columns(_ measure: (StyledText) -> Int) -> Int {
    [icon, text, mark].compactMap { $0.map(measure) }.reduce(-1) { $0 + $1 + 1 }
  }

  /// With every part changed in the same way.
  func mapped(_ change: (StyledText) -> StyledText) -> CellText {
    CellText(change(text), icon: icon.map(change), mark: mark.map(change))
  }
}

extension Canvas {
  mutating func put(_ cell: CellText, row: Int, leading: Int, width: Int, alignment: TextAlignment = .leading) {
    var start = leading
    var room = width
    if let icon = cell.icon {
      let used = min(self.width(of: icon), room)
      put(icon, row: row, leading: start, width: used, alignment: .leading)
      start += used + 1
      room -= used + 1
    }
    guard let mark = cell.mark else {
      put(cell.text, row: row, leading: start, width: room, alignment: alignment)
      return
    }
    let markWidth = min(self.width(of: mark), room / 2)
    let used = min(self.width(of: cell.text), max(0, room - markWidth - 1))
    put(cell.text, row: row, leading: start, width: used, alignment: .leading)
    put(mark, row: row, leading: start + used + 1, width: markWidth, alignment: .leading)
  }

  /// The width that a cell takes whole.
  func width(of cell: CellText) -> Int { cell.columns { width(of: $0) } }
}
