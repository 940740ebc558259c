import Readiness
import TerminalText

/// Rows of words in columns. A pipe gets logical text; a terminal gets every cell laid out in the way it needs, and an
/// Arabic table from the right.
///
/// - Parameter way: nil for a pipe.
func textTable(_ rows: [[String]], _ language: Language, way: OutputWay?, columns: Int) -> String {
  let width = { (text: String) in Paragraph(StyledText(text), way: way ?? .terminal).width }
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0 }
  let isMirrored = way != nil && language == .arabic
  var result = ""
  for row in rows {
    var pieces: [String] = []
    var used = 0
    for (column, cell) in row.enumerated() {
      let isLast = column == row.count - 1
      let room = way != nil && isLast ? max(4, columns - used) : widths[column]
      let shown = laidOut(cell, language, way: way, width: room)
      let blanks = isLast ? (isMirrored ? columns - used - shown.width : 0) : widths[column] - shown.width + 2
      pieces += [shown.text, String(repeating: " ", count: max(0, blanks))]
      used += shown.width + max(0, blanks)
    }
    if isMirrored { pieces.reverse() }
    var line = pieces.joined()
    while line.last == " " { line.removeLast() }
    // Where a terminal takes a line's direction from its first strong letter, it is told that the words are in place.
    result += (way == .words && !line.isEmpty ? "\u{200E}" : "") + line + "\n"
  }
  return result
}

private func laidOut(_ text: String, _ language: Language, way: OutputWay?, width: Int) -> (text: String, width: Int) {
  guard let way else {
    return (sanitised(text), Paragraph(StyledText(text), way: .terminal).width)
  }
  let line = Paragraph(StyledText(text), fallback: language == .arabic ? .rightToLeft : .leftToRight, way: way)
    .line(fitting: width)
  return (line.cells.map(\.text).joined(), line.width)
}
