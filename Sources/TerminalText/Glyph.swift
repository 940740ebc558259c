/// What stands in one place of a line, as it is seen, before it becomes a cell or two.
struct Glyph {
  var base: Unicode.Scalar
  var marks: [Unicode.Scalar] = []
  var columns = 1
  var style: Style
  /// The scalars of the source that it shows.
  var source: Range<Int>
}

/// Puts the letters of each right-to-left word back into logical order, for terminals that turn words themselves.
func turnWords(in row: inout [Glyph]) {
  var start = 0
  while start < row.count {
    guard isStrongRightToLeft(row[start].base) else {
      start += 1
      continue
    }
    var end = start
    while end < row.count, isStrongRightToLeft(row[end].base) { end += 1 }
    row[start..<end].reverse()
    start = end
  }
}
