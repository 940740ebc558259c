extension Frame {
  /// The frame as it goes to a terminal of that way. For *words* the terminal is told, by U+200E at the start of every row
  /// and after each blank beside a right-to-left word, that the order of the words is already right: column 0 is always a
  /// blank that carries it, because a letter that carries it would not join (and ncurses loses a cell that starts with it).
  public func prepared(for way: OutputWay) -> Frame {
    guard way == .words else { return self }
    var result = self
    for row in 0..<rows {
      let cells = self[row: row]
      guard cells.contains(where: hasRightToLeftLetter) else { continue }
      for (index, cell) in zip(cells.indices, cells) where cell.width == 1 && !hasRightToLeftLetter(cell) {
        let isFirst = index == cells.startIndex
        let isBesideWord =
          (index > cells.startIndex && hasRightToLeftLetter(cells[index - 1]))
          || (index + 1 < cells.endIndex && hasRightToLeftLetter(cells[index + 1]))
        guard isFirst || isBesideWord, isFirst || isNeutral(cell) else { continue }
        result.setText((isFirst ? " " : cell.text) + "\u{200E}", row: row, column: index - cells.startIndex)
      }
    }
    return result
  }
}

private func hasRightToLeftLetter(_ cell: Cell) -> Bool {
  guard let first = cell.text.unicodeScalars.first, first.value >= 0x590 else { return false }
  return isRightToLeftLetter(first)
}

private func isNeutral(_ cell: Cell) -> Bool {
  guard let first = cell.text.unicodeScalars.first else { return false }
  return !first.properties.isAlphabetic
}
