package import Readiness

// The readiness matrix: GFM tables between prose. cmark-gfm says what is a table and what stands in a cell, so that jahiz
// reads what GitHub shows; roles of columns and the meaning of status words come from tables of synonyms.

/// Reads a readiness matrix.
///
/// - Parameter path: relative to the workspace.
/// - Returns: nil where nothing can be made of the bytes; the findings say why.
package func readMatrix(_ bytes: [UInt8], path: String) -> (matrix: Matrix?, findings: [Finding]) {
  guard bytes.count <= 32_000_000 else {
    let message = Wording("too large for a matrix: over 32 MB", "أكبر من أن تكون مصفوفة: أكثر من 32 MB")
    return (nil, [Finding(.matrixUnreadable, .v2, message, at: SourceLocation(path: path))])
  }
  var findings: [Finding] = []
  var text = String(decoding: bytes, as: UTF8.self)
  if !isUTF8(bytes) {
    let line = text.utf8.split(separator: 10, omittingEmptySubsequences: false).firstIndex {
      String(Substring($0)).unicodeScalars.contains("\u{FFFD}")
    }
    findings.append(
      Finding(
        .encodingRepaired, .v1,
        Wording("not UTF-8: damaged letters are shown as �", "ليس UTF-8: تظهر الحروف التالفة �"),
        at: SourceLocation(path: path, line: line.map { $0 + 1 })))
  }
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  text = text.replacingLineEnds
  let (matter, body, matterFindings) = splitFrontMatter(text, path: path)
  findings += matterFindings
  var reading = MatrixReading(path: path, lines: body.split(separator: "\n", omittingEmptySubsequences: false))
  let isRead: Void? = withMarkdown(body) { reading.read($0) }
  guard isRead != nil else {
    let message = Wording("cannot be parsed", "تعذّر تحليله")
    return (nil, findings + [Finding(.matrixUnreadable, .v2, message, at: SourceLocation(path: path))])
  }
  return (Matrix(path: path, frontMatter: matter, tables: reading.tables), findings + reading.findings)
}

private func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

/// What is known while a document is walked through.
private struct MatrixReading {
  let path: String
  let lines: [Substring]
  var tables: [MatrixTable] = []
  var findings: [Finding] = []
  private var headings: [(level: Int, text: String)] = []

  init(path: String, lines: [Substring]) {
    self.path = path
    self.lines = lines
  }

  mutating func read(_ document: MarkdownNode) {
    for block in document.children {
      switch block.type {
      case "heading":
        headings.removeAll { $0.level >= block.headingLevel }
        headings.append((block.headingLevel, block.plainText))
      case "table": readTable(block)
      default: break
      }
    }
  }

  private mutating func readTable(_ node: MarkdownNode) {
    let rows = node.children
    guard let header = rows.first else { return }
    let titles = header.children.map { $0.plainText.trimmed }
    var roles: [ColumnRole: Int] = [:]
    for (index, title) in titles.enumerated() {
      if let role = ColumnRole(header: title), roles[role] == nil { roles[role] = index }
    }
    guard roles[.status] != nil else { return }
    var table = MatrixTable(
      headings: headings.map(\.text),
      candidate: headings.reversed().lazy.compactMap { candidateName(in: $0.text) }.first,
      isTemplate: headings.contains { isTemplate($0.text) }, line: header.line)
    for row in rows.dropFirst() { readRow(row, titles, roles, into: &table) }
    if !table.dimensions.isEmpty || !table.candidates.isEmpty { tables.append(table) }
  }

  private mutating func readRow(
    _ row: MarkdownNode, _ titles: [String], _ roles: [ColumnRole: Int], into table: inout MatrixTable
  ) {
    let cells = row.children
    let location = SourceLocation(path: path, line: row.line)
    let keyIndex = roles[.dimension] ?? 0
    guard cells.indices.contains(keyIndex) else { return }
    if let count = cellCount(line: row.line), count != titles.count {
      findings.append(
        Finding(
          .raggedRow, .v1,
          Wording(
            "the row has \(count) cells, its table \(titles.count) columns",
            "عدد خلايا الصف \(count) وأعمدة الجدول \(titles.count)"),
          at: location))
    }
    func cell(_ role: ColumnRole) -> MarkdownNode? {
      roles[role].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }
    func text(_ role: ColumnRole) -> String { cell(role)?.plainText.trimmed ?? "" }
    let label = cells[keyIndex].plainText.trimmed
    let key = (cells[keyIndex].boldText?.trimmed).flatMap { $0.isEmpty ? nil : $0 } ?? label
    guard !label.isEmpty || !text(.status).isEmpty else { return }
    let status = Status(cell: text(.status))
    let items = cell(.evidence).map { evidence(in: $0, at: location) } ?? []
    let known = Set(roles.values).union([keyIndex])
    let extras = cells.indices.filter { !known.contains($0) && titles.indices.contains($0) }.map {
      ExtraColumn(header: titles[$0], text: cells[$0].plainText.trimmed)
    }
    if let name = candidateName(in: key), key.uppercased().hasPrefix("RC-") {
      table.candidates.append(
        Candidate(
          name: name, label: label, status: status, rawStatus: text(.status), owner: text(.owner), notes: text(.notes),
          evidence: items, extras: extras, location: location))
      noteUnknown(status, text(.status), name, location)
    } else if roles[.dimension] != nil {
      table.dimensions.append(
        Dimension(
          key: key, label: label, status: status, rawStatus: text(.status), owner: text(.owner), notes: text(.notes),
          rawSeverity: cell(.severity).map { $0.plainText.trimmed }, evidence: items, extras: extras, location: location
        ))
      noteUnknown(status, text(.status), key, location)
    }
  }

  private mutating func noteUnknown(_ status: Status, _ raw: String, _ key: String, _ location: SourceLocation) {
    guard status == .unknown else { return }
    findings.append(
      Finding(
        .unknownStatus, .v1,
        Wording("“\(raw)” is no status that jahiz knows (\(key))", "«\(raw)» ليست حالة معروفة (\(key))"), at: location))
  }

  /// How many cells the source line of a row has: cmark pads rows and drops what is too much.
  private func cellCount(line: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return nil }
    var text = lines[line - 1].trimmed[...]
    guard text.contains("|") else { return nil }
    if text.first == "|" { text = text.dropFirst() }
    var count = 1
    var isEscaped = false
    var endsWithPipe = false
    for character in text {
      endsWithPipe = character == "|" && !isEscaped
      if endsWithPipe { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return endsWithPipe ? count - 1 : count
  }
}

/// The `RC-…` name that a text holds.
private func candidateName(in text: String) -> String? {
  let scalars = Array(text.unicodeScalars)
  for start in scalars.indices.dropLast(3) {
    guard String(String.UnicodeScalarView(scalars[start..<start + 3])).uppercased() == "RC-",
      start == 0 || !isNamePart(scalars[start - 1])
    else { continue }
    var name = String.UnicodeScalarView(scalars[start...].prefix(while: isNamePart))
    while let last = name.last, ".-_".unicodeScalars.contains(last) { name.removeLast() }
    if name.count > 3 { return String(name) }
  }
  return nil
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ".-_".unicodeScalars.contains(scalar)
}

private func isTemplate(_ heading: String) -> Bool {
  let text = folded(heading)
  return text.contains("template") || text.contains(folded("قالب"))
}

extension String {
  /// With every CRLF and lone CR as LF.
  fileprivate var replacingLineEnds: String {
    guard utf8.contains(13) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var wasReturn = false
    for byte in utf8 {
      if byte == 10, wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = byte == 13
      result.append(byte == 13 ? 10 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
