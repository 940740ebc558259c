// Where the cells of a table row stand in the source, by the rules of cmark-gfm's table extension, which are those of
// GitHub: blanks and quote marks of the containers come first; a pipe at the start and one at the end are optional; a
// pipe separates cells unless a backslash stands right before it, whatever stands before that and whether or not it is
// inside a code span.

/// The cells of one row of a table's body, as ranges of the file's bytes.
struct TableRow {
  /// From the first byte behind the containers' marks to the end of the line.
  let content: Range<Int>
  let hasLeadingPipe: Bool
  let hasTrailingPipe: Bool
  /// What stands between the pipes, blanks included. Fewer than the table has columns, or more, in a ragged row.
  let cells: [Range<Int>]

  /// - Parameter line: without its end.
  init(_ bytes: [UInt8], line: Range<Int>) {
    // No cell begins with `>` behind the marks: it would open a quote, and the line be no row.
    let start =
      line.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 && bytes[$0] != UInt8(ascii: ">") } ?? line.upperBound
    let pipes = (start..<line.upperBound).filter {
      bytes[$0] == UInt8(ascii: "|") && ($0 == start || bytes[$0 - 1] != UInt8(ascii: "\\"))
    }
    var cells: [Range<Int>] = []
    var position = start
    for pipe in pipes {
      if pipe > start { cells.append(position..<pipe) }
      position = pipe + 1
    }
    let tail = position..<line.upperBound
    let isTailBlank = tail.allSatisfy { isBlank(bytes[$0]) || bytes[$0] == 0x0B }
    if !isTailBlank { cells.append(tail) }
    content = start..<line.upperBound
    hasLeadingPipe = pipes.first == start
    hasTrailingPipe = isTailBlank && !pipes.isEmpty
    self.cells = cells
  }
}

/// A range without the blanks at its ends; empty, at its lower bound, where it holds nothing else.
func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
  guard let first = range.first(where: { !isBlank(bytes[$0]) }), let last = range.last(where: { !isBlank(bytes[$0]) })
  else { return range.lowerBound..<range.lowerBound }
  return first..<last + 1
}

/// What is cut off a cell's ends: space, tab, form feed. (A vertical tab is cut behind a pipe only.)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }
