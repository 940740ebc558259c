/// A place on the screen, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A whole screen of cells.
public struct Frame: Hashable, Sendable {
  public let columns: Int
  public let rows: Int
  /// Row by row, `columns` cells each.
  public private(set) var cells: [Cell]
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
    let limit = min(columns, maxWidth == .max ? columns : column + maxWidth)
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

  /// Replaces what one cell shows; its width and style stay.
  mutating func setText(_ text: String, row: Int, column: Int) { cells[row * columns + column].text = text }

  /// The screen as text, for people and tests: a line a row, blanks at the ends left out.
  public func text() -> String {
    (0..<rows).map { row in
      var line = self[row: row].map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
