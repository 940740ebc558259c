import TerminalText

// What the cells of a row look like when a change of look costs bytes. A blank shows neither colour, weight nor slant of
// letters, so that those can be chosen: the terminal's own at the end of a row and in wide gaps, where ncurses then erases
// instead of writing, and that of a letter beside it in gaps between two colours, where it saves going back and forth. In
// narrow ones it is the letter before, which is written anew with its blank for nothing; in wider ones the letter behind:
// what is selected is mostly a row's first text, and the gap would change with it.

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
    if column > 0, end < cells.count {
      let look = lookOfGap(between: result[column - 1], and: result[end], width: end - column)
      for blank in column..<end { result[blank] = look }
    } else {
      for blank in column..<end { result[blank] = .plain }
    }
    column = end
  }
  return result
}

private func lookOfGap(between before: Look, and after: Look, width: Int) -> Look {
  if before == .plain || after == .plain { return .plain }
  let takesBefore = width <= widestGapBeside || after.showsOnBlanks
  let carried = takesBefore && !before.showsOnBlanks ? before : after
  if carried.showsOnBlanks { return .plain }
  return width <= (before == after ? widestGapWithinALook : widestGap) ? carried : .plain
}

private let widestGapBeside = 4

/// Plain, a gap costs five bytes for the look and some thirteen for an erasure; carried, a byte for each blank.
private let widestGap = 17
/// Plain, such a gap costs the change back to its look too.
private let widestGapWithinALook = 27
