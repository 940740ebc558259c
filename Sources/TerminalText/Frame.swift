/// A place on the screen, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A piece of a row that leads somewhere, for terminals that can be clicked.
public struct FrameLink: Hashable, Sendable {
  public var row: Int
  public var columns: Range<Int>
  /// A URI, as OSC 8 takes it.
  public var target: String

  public init(row: Int, columns: Range<Int>, target: String) {
    self.row = row
    self.columns = columns
    self.target = target
  }
}

/// A whole screen of cells.
public struct Frame: Hashable, Sendable {
  public let columns: Int
  public let rows: Int
  /// Row by row, `columns` cells each.
  public private(set) var cells: [Cell]
  public var links: [FrameLink] = []
  /// Where the cursor is shown; nil: hidden.
  public var cursor: Position?

  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = [Cell](repeating: .blank(), count: self.columns * self.rows)
  }

  /// The cells of one row.
  public subscript(row row: Int) -> ArraySlice<Cell> { cells[row * columns..<(row + 1) * columns] }

  /// Puts a line on the screen; what lies outside `maxWidth` or the screen is left out, a wide character as a whole.
  public mutating func draw(_ line: Line, row: Int, column: Int, maxWidth: Int = .max) {
    guard (0..<rows).contains(row) else { return }
    let start = row * columns
    let (end, isBeyond) = column.addingReportingOverflow(maxWidth)
    let limit = isBeyond && maxWidth > 0 ? columns : min(columns, end)
    for (offset, cell) in line.cells.enumerated() {
      let target = column + offset
      guard target >= 0, target < limit else { continue }
      if cell.width == 2, target + 1 >= limit {
        cells[start + target] = .blank(cell.style)
      } else if cell.width == 0, target == 0 || offset == 0 {
        cells[start + target] = .blank(cell.style)
      } else {
        cells[start + target] = cell
      }
    }
  }

  /// Puts one cell in the place of another; the half of a wide character that loses its other half becomes a blank.
  mutating func replace(row: Int, column: Int, by cell: Cell) {
    let index = row * columns + column
    if cells[index].width == 2, column + 1 < columns { cells[index + 1] = .blank(cells[index + 1].style) }
    if cells[index].width == 0, column > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
    cells[index] = cell
  }

  /// The screen as text, for people and tests: a line a row, blanks at the ends and direction marks left out.
  public func text() -> String {
    (0..<rows).map { row in
      var line = ""
      line.unicodeScalars.append(contentsOf: self[row: row].flatMap(\.text.unicodeScalars).filter { $0 != "\u{200E}" })
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
