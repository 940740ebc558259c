import Readiness

// The splice: one cell of a Markdown table gets a new text and no other byte of the file changes. Where a cell begins
// and ends is found by the same rules as cmark-gfm's, but what decides is the parser: the file is parsed before and
// after, and unless that one cell alone reads differently, and reads as it was meant to, the edit is refused.

/// A change of one cell, told by what the user saw.
package struct CellEdit: Sendable {
  /// Where the row stood, 1-based.
  package var line: Int
  /// The texts of the headings above the table; nil where any will do.
  package var headings: [String]?
  /// What the row's label read.
  package var label: String
  package var column: EditedColumn
  /// What the cell read.
  package var seen: String
  package var new: CellText

  package init(
    line: Int, headings: [String]? = nil, label: String, column: EditedColumn, seen: String, new: CellText
  ) {
    self.line = line
    self.headings = headings
    self.label = label
    self.column = column
    self.seen = seen
    self.new = new
  }

  /// The file with the new text in that cell.
  ///
  /// - Parameters:
  ///   - path: the file's name for messages.
  ///   - roles: tells the columns of a table.
  package func applied(to bytes: [UInt8], path: String, roles: ColumnRoleFinder) throws(LedgerError) -> CellChange {
    if let reason = new.refusal { throw .textRefused(path: path, reason: reason) }
    guard let document = MarkdownReading(bytes) else { throw .wouldReadDifferently(path: path) }
    let place = try place(in: document, path: path, roles: roles)
    let reading = document.tables[place.table].rows[place.row]
    let row = TableRow(bytes, line: sourceLines(of: bytes)[reading.line - 1])
    let source = row.cells.indices.contains(place.column) ? trimmed(row.cells[place.column], in: bytes) : 0..<0
    var change = CellChange(
      bytes: bytes, span: source, line: reading.line, oldText: reading.text(place.column), newText: "",
      oldSource: Array(bytes[source]), replacement: Array(bytes[source]))
    for spelling in new.spellings {
      if Array(bytes[source]) == spelling, isAsMeant(reading.cells[place.column]) {
        change.newText = change.oldText
        return change
      }
      for splice in splices(of: spelling, at: place.column, in: row, bytes) {
        change.bytes = bytes
        change.bytes.replaceSubrange(splice.span, with: splice.replacement)
        guard let cell = changedCell(document, MarkdownReading(change.bytes), place), isAsMeant(cell) else { continue }
        change.span = splice.span
        change.replacement = splice.replacement
        change.newText = cell.text
        return change
      }
    }
    throw .wouldReadDifferently(path: path)
  }

  /// Whether a cell says what it should.
  private func isAsMeant(_ cell: MarkdownReading.Cell) -> Bool {
    switch new {
    case .plain: cell.isPlain && cell.text == new.words
    case .markdown: cell.outline == outlineAlone(new.spellings[0]) || new.words.contains("[")
    case .restored: true
    }
  }
}

/// How a text reads in a table of its own. One with a reference may read differently in a file that defines it.
private func outlineAlone(_ source: [UInt8]) -> [String]? {
  let table = Array("|x|\n|-|\n| ".utf8) + source + Array(" |\n".utf8)
  return MarkdownReading(table)?.tables.first?.rows.last?.cells.first?.outline
}

/// What an edit did, and what it takes to undo it.
package struct CellChange: Hashable, Sendable {
  /// The file as it then is.
  package var bytes: [UInt8]
  /// The bytes of the old file that were replaced.
  package var span: Range<Int>
  /// Where the row stood when it was edited, 1-based.
  package var line: Int
  package var oldText: String
  package var newText: String
  /// The cell's old source without the blanks around it: `CellText.restored` puts it back.
  package var oldSource: [UInt8]
  /// What stands in place of `span`.
  package var replacement: [UInt8]
}

// MARK: - Finding the cell

struct CellPlace {
  var table: Int
  var row: Int
  var column: Int
}

extension CellEdit {
  /// Where the cell stands now. A row that moved is followed as long as only one row there reads the same.
  private func place(
    in document: MarkdownReading, path: String, roles: ColumnRoleFinder
  ) throws(LedgerError) -> CellPlace {
    var candidates: [CellPlace] = []
    var isColumnMissing = false
    for (tableIndex, table) in document.tables.enumerated() {
      guard headings == nil || headings == table.headings, let roles = roles(table.titles) else { continue }
      let column = column.index(in: roles)
      for (rowIndex, row) in table.rows.enumerated().dropFirst() where row.text(roles.label) == label {
        if let column, table.titles.indices.contains(column), row.cells.indices.contains(column) {
          candidates.append(CellPlace(table: tableIndex, row: rowIndex, column: column))
        } else {
          isColumnMissing = true
        }
      }
    }
    func row(_ place: CellPlace) -> MarkdownReading.Row { document.tables[place.table].rows[place.row] }
    let unmoved = candidates.first { row($0).line == line }
    if let unmoved, row(unmoved).text(unmoved.column) == seen { return unmoved }
    let same = candidates.filter { row($0).text($0.column) == seen }
    if same.count == 1 { return same[0] }
    if same.count > 1 { throw .rowAmbiguous(path: path, label: label) }
    if let changed = unmoved ?? candidates.first {
      throw .cellChanged(
        path: path, label: label, seen: seen, now: row(changed).text(changed.column), wanted: new.words)
    }
    if isColumnMissing { throw .columnMissing(path: path, label: label, column: column.wording) }
    throw .rowMissing(path: path, label: label)
  }
}

// MARK: - Writing the cell

private struct Splice {
  var span: Range<Int>
  var replacement: [UInt8]
}

/// The ways to put a text into a cell, the nicest first.
private func splices(of text: [UInt8], at column: Int, in row: TableRow, _ bytes: [UInt8]) -> [Splice] {
  let (blank, pipe) = (UInt8(ascii: " "), UInt8(ascii: "|"))
  guard row.cells.indices.contains(column) else {
    // A ragged row: the cells that are missing before this one come with it.
    let missing = Array(repeatElement([blank, pipe], count: column - row.cells.count).joined())
    let end = trimmed(row.content, in: bytes).upperBound
    return [
      Splice(
        span: end..<end,
        replacement: row.hasTrailingPipe
          ? missing + [blank] + text + [blank, pipe] : [blank, pipe] + missing + [blank] + text)
    ]
  }
  let cell = row.cells[column]
  let old = trimmed(cell, in: bytes)
  var result: [Splice] = []
  if old.isEmpty {
    result.append(Splice(span: cell, replacement: text.isEmpty ? [blank] : [blank] + text + [blank]))
  } else if text.isEmpty, cell == old.lowerBound - 1..<old.upperBound + 1 {
    result.append(Splice(span: cell, replacement: [blank]))
  } else {
    // A backslash at the end would escape the pipe.
    let needsBlank = text.last == UInt8(ascii: "\\") && old.upperBound == cell.upperBound
    result.append(Splice(span: old, replacement: needsBlank ? text + [blank] : text))
  }
  // A row without its outer pipes may need them where the text is empty or would begin another block.
  let (first, last) = (column == 0 && !row.hasLeadingPipe, column == row.cells.count - 1 && !row.hasTrailingPipe)
  if first { result.append(Splice(span: old, replacement: [pipe, blank] + text)) }
  if last { result.append(Splice(span: old, replacement: text + [blank, pipe])) }
  if first, last { result.append(Splice(span: old, replacement: [pipe, blank] + text + [blank, pipe])) }
  return result
}

/// The cell as it reads after an edit; nil where anything else reads differently.
private func changedCell(_ old: MarkdownReading, _ new: MarkdownReading?, _ place: CellPlace) -> MarkdownReading.Cell? {
  guard let new, old.hasSameOutline(as: new) else { return nil }
  let (oldTables, newTables) = (old.tables, new.tables)
  for (tableIndex, table) in oldTables.enumerated() {
    for (rowIndex, row) in table.rows.enumerated() {
      let other = newTables[tableIndex].rows[rowIndex]
      guard row.line == other.line else { return nil }
      let isRow = tableIndex == place.table && rowIndex == place.row
      for column in row.cells.indices where !(isRow && column == place.column) {
        if row.cells[column] != other.cells[column] { return nil }
      }
    }
  }
  return newTables[place.table].rows[place.row].cells[place.column]
}
