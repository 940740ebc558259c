import Readiness
import TerminalText

/// A page of text as it grows line by line, laid out for a pipe or for a terminal.
///
/// A pipe gets logical text, wrapped between words only, so that paths and ids stay whole for grep. A terminal gets lines
/// laid out in the way it needs; an Arabic page has its columns from the right there.
struct Page {
  let options: ReportOptions
  private(set) var text = ""

  /// Whether a pipe gets long lines broken. A terminal does always: it would break them itself, in the wrong order.
  private let wraps: Bool

  init(options: ReportOptions, wraps: Bool = true) {
    self.options = options
    self.wraps = wraps
  }

  var columns: Int { min(max(options.columns, 40), 1_000) }

  /// A sentence in the language of the page, which its direction follows even where it begins with a path.
  func sentence(_ text: String, _ style: Style = .plain) -> StyledText {
    StyledText(options.isMirrored ? "\u{200F}" + text : text, style)
  }

  mutating func blankLine() { text += "\n" }

  /// A paragraph; lines after the first are indented by `hanging` more columns.
  mutating func paragraph(_ content: StyledText, indent: Int = 0, hanging: Int = 0) {
    let width = wraps || options.way != nil ? max(columns - indent - hanging, 10) : 1 << 20
    for (position, piece) in wrapped(content, to: width).enumerated() {
      addLine([blanks(position == 0 ? indent : indent + hanging), piece])
    }
  }

  /// Cells beside each other, each wrapped to its width; the last takes what is left of the line.
  mutating func row(_ cells: [StyledText], widths: [Int], indent: Int, gap: Int = 2) {
    let taken = indent + widths.reduce(0) { $0 + $1 + gap }
    let all = widths + [max(columns - taken, 4)]
    let wrappedCells = zip(cells, all).map { wrapped($0, to: $1) }
    for line in 0..<(wrappedCells.map(\.count).max() ?? 0) {
      var pieces = [blanks(indent)]
      for (position, cell) in wrappedCells.enumerated() {
        let piece = line < cell.count ? cell[line] : blanks(0)
        pieces.append(piece)
        if position < wrappedCells.count - 1 { pieces.append(blanks(max(all[position] - piece.width, 0) + gap)) }
      }
      addLine(pieces)
    }
  }

  /// Columns that a text takes on this page.
  func width(of text: String) -> Int { textWidth(text, way: options.way ?? .terminal) }

  /// The widths of a table's columns but the last, which keeps at least a readable rest of the line.
  ///
  /// - Parameters:
  ///   - natural: what the widest cell of each column takes, the last column's too.
  ///   - caps: what a column may take of 80 columns; of a wider page it may take more.
  func fitted(natural: [Int], caps: [Int], indent: Int, gap: Int = 2) -> [Int] {
    var widths = zip(natural, caps).map { min($0, $1 * max(columns, 80) / 80) }
    let rest = min(natural.last ?? 0, 12)
    let available = columns - indent - gap * widths.count - rest
    while widths.reduce(0, +) > available, let widest = widths.max(), widest > 3,
      let column = widths.lastIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private mutating func addLine(_ pieces: [Piece]) {
    var pieces = pieces
    if options.isMirrored {
      let width = pieces.reduce(0) { $0 + $1.width }
      pieces.append(blanks(max(columns - width, 0)))
      pieces.reverse()
    }
    var line = pieces.map(\.text).joined()
    while line.last == " " { line.removeLast() }
    // Terminals that take a line's direction from its first strong letter are told that it runs from the left: its words
    // are in their final places already.
    if options.way == .words, !line.isEmpty { line = "\u{200E}" + line }
    if options.way == nil { line = line.withoutDirectionMarks }
    text += line + "\n"
  }

  private func blanks(_ count: Int) -> Piece { Piece(text: String(repeating: " ", count: max(count, 0)), width: count) }

  private func wrapped(_ content: StyledText, to width: Int) -> [Piece] {
    guard let way = options.way else {
      return plainlyWrapped(content.string, to: width).map { Piece(text: $0, width: self.width(of: $0)) }
    }
    let direction: Direction = options.language == .arabic ? .rightToLeft : .leftToRight
    return Paragraph(content, fallback: direction, way: way).wrapped(to: width).map {
      Piece(text: terminalText($0, usesColor: options.usesColor), width: $0.width)
    }
  }
}

/// Text that is laid out, with the columns that it takes.
private struct Piece {
  var text: String
  var width: Int
}

/// `text` in lines of at most `width` columns, broken at blanks only: a longer word has a line of its own.
func plainlyWrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for word in text.split(separator: " ") {
    let wordWidth = textWidth(String(word), way: .terminal)
    if !line.isEmpty, lineWidth + 1 + wordWidth > width {
      lines.append(line)
      line = ""
      lineWidth = 0
    }
    if !line.isEmpty {
      line += " "
      lineWidth += 1
    }
    line += word
    lineWidth += wordWidth
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}

/// In a pipe, as in a terminal that is sent plain text, lam and alef are two letters in two columns.
private func textWidth(_ text: String, way: OutputWay) -> Int {
  text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : Paragraph(StyledText(text), way: way).width
}
