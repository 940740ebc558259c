import TerminalText

// What the cells of a row look like when a change of look costs bytes. A blank shows neither colour, weight nor slant of
// letters, so that those can be chosen: the terminal's own at the end of a row and in wide gaps, where ncurses then erases
// instead of writing, and that of the letter before it in narrow gaps, where it saves going back and forth.

/// The looks of a row's cells, one for each.
func looks(of row: ArraySlice<Cell>, by look: (Style) -> Look) -> [Look] {
  var result: [Look] = []
  result.reserveCapacity(row.count)
  var lastStyle = Style.plain
  var lastLook = look(.plain)
  for cell in row {
    if cell.style != lastStyle { (lastStyle, lastLook) = (cell.style, look(cell.style)) }
    result.append(lastLook)
  }
  var column = 0
  let cells = Array(row)
  func isFree(_ column: Int) -> Bool { cells[column].text == " " && !result[column].showsOnBlanks }
  while column < cells.count {
    guard isFree(column) else {
      column += 1
      continue
    }
    var end = column + 1
    while end < cells.count, isFree(end) { end += 1 }
    let isNarrowGap = column > 0 && end < cells.count && end - column <= widestCarriedGap
    let before = isNarrowGap ? result[column - 1] : .plain
    let carries = isNarrowGap && !before.showsOnBlanks && !isPlain(result[end]) && !isRule(cells[column - 1])
    for blank in column..<end { result[blank] = carries ? before : .plain }
    column = end
  }
  return result
}

/// A wider gap is cheaper erased.
private let widestCarriedGap = 4

/// Whether it is a line between two parts of the screen: it stays where what stands behind it changes, and so should the
/// blank between them.
private func isRule(_ cell: Cell) -> Bool { cell.text == "│" }

private func isPlain(_ look: Look) -> Bool { look == .plain }
