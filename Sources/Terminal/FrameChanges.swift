import TerminalText

/// The rows that differ from what the screen shows; all where nothing comparable is shown.
func changedRows(from shown: Frame?, to frame: Frame) -> [Int] {
  guard let shown, shown.columns == frame.columns, shown.rows == frame.rows else { return Array(0..<frame.rows) }
  // In place: slices would copy every cell of the screen to compare it, a fifth of the time that a key takes.
  return shown.cells.withUnsafeBufferPointer { old in
    frame.cells.withUnsafeBufferPointer { new in
      (0..<frame.rows).filter { row in
        (row * frame.columns..<(row + 1) * frame.columns).contains { old[$0] != new[$0] }
      }
    }
  }
}

/// Whether a change is worth telling the terminal to show at once: more than a few rows, and not only moved by one.
func isLarge(_ changed: [Int], from shown: Frame?, to frame: Frame) -> Bool {
  let limit = 8
  guard changed.count > limit else { return false }
  guard let shown, shown.columns == frame.columns, shown.rows == frame.rows else { return true }
  let new = changed.filter { row in
    ![row - 1, row + 1].contains { (0..<shown.rows).contains($0) && shown[row: $0] == frame[row: row] }
  }
  return new.count > limit
}
