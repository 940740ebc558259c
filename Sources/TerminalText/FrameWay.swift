extension Frame {
  /// The frame as it goes to a terminal of that way. For *words* the terminal is told, by U+200E at the start of every row
  /// and after each neutral beside a right-to-left word or an Arabic number, that the order of the words is already right.
  /// Column 0 becomes a blank that carries it, because a letter that carries it would not join, and ncurses loses a cell
  /// that starts with it. A row that holds nothing from right to left stays as it is.
  public func prepared(for way: OutputWay) -> Frame {
    guard way == .words else { return self }
    var result = self
    for row in 0..<rows {
      let cells = self[row: row]
      guard cells.contains(where: readsRightToLeft) else { continue }
      for (column, index) in cells.indices.enumerated() {
        if column == 0 {
          result.replace(row: row, column: 0, by: Cell(" \u{200E}", style: cells[index].style))
          continue
        }
        let cell = cells[index]
        guard cell.width == 1, let first = cell.text.unicodeScalars.first, isNeutralOrSeparator(first) else { continue }
        let isBesideWord =
          (column > 1 && readsRightToLeft(cells[index - 1]))
          || (index + 1 < cells.endIndex && readsRightToLeft(cells[index + 1]))
        if isBesideWord {
          result.replace(row: row, column: column, by: Cell(cell.text + "\u{200E}", style: cell.style))
        }
      }
    }
    return result
  }
}

private func readsRightToLeft(_ cell: Cell) -> Bool {
  guard let first = cell.text.unicodeScalars.first, first.value >= 0x590 else { return false }
  return isStrongRightToLeft(first) || isArabicNumber(first)
}
