import Readiness

// Taking out a candidate that was just added. What exactly was added is not remembered: a removal is right where adding the
// candidate to what is left gives the very file that stands there. So what somebody has written into the new rows since is
// safe. Only a newline that the file lacked at its end and got stays there.

extension NewCandidate {
  /// The file as it was before this candidate was added to it.
  package func removed(from bytes: [UInt8], path: String, roles: ColumnRoleFinder) throws(LedgerError) -> [UInt8] {
    guard let document = MarkdownReading(bytes) else { throw .wouldReadDifferently(path: path) }
    let lines = sourceLines(of: bytes)
    let withoutRow = rowRange(document, lines, roles).map { [$0, nil] } ?? [nil]
    for section in sectionRanges(document, lines, end: bytes.count) + [nil] {
      for row in withoutRow {
        var rest = bytes
        let ranges = [section, row].compactMap(\.self).sorted { $0.lowerBound > $1.lowerBound }
        if ranges.isEmpty || (ranges.count == 2 && ranges[0].overlaps(ranges[1])) { continue }
        for range in ranges { rest.removeSubrange(range) }
        if let again = try? added(to: rest, path: path, roles: roles), again == bytes { return rest }
      }
    }
    throw .refused(
      Wording(
        "\(path): \(name) is no longer as it was added: take it out by hand",
        "\(path): لم يعد \(name) كما أُضيف: احذفه يدويًا"))
  }

  /// The row with the line end before it.
  private func rowRange(
    _ document: MarkdownReading, _ lines: [Range<Int>], _ roles: ColumnRoleFinder
  ) -> Range<Int>? {
    for table in document.tables {
      guard let roles = roles(table.titles) else { continue }
      for row in table.rows.dropFirst() where candidateNames(in: row.text(roles.label)).first == name {
        return lines[row.line - 2].upperBound..<lines[row.line - 1].upperBound
      }
    }
    return nil
  }

  /// The heading with its table, and the blank line and line end that came with them where it stands.
  private func sectionRanges(_ document: MarkdownReading, _ lines: [Range<Int>], end: Int) -> [Range<Int>?] {
    guard
      let index = document.blocks.firstIndex(where: {
        $0.type == "heading" && candidateNames(in: $0.headingText).first == name
      }), document.blocks.indices.contains(index + 1)
    else { return [] }
    let (heading, table) = (document.blocks[index].firstLine, document.blocks[index + 1].lastLine)
    var ranges: [Range<Int>?] = []
    if table + 1 < lines.count { ranges.append(lines[heading - 1].lowerBound..<lines[table + 1].lowerBound) }
    // At the end of the file a blank line came before it, and a line end where the last line had none.
    if heading > 1 { ranges.append(lines[heading - 2].lowerBound..<end) }
    if heading > 2 { ranges.append(lines[heading - 3].upperBound..<end) }
    return ranges
  }
}
