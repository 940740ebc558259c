import Readiness

// A walk through a Markdown document that finds the readiness tables wherever they stand, in quotes and lists too, under the
// headings above them.

/// What is known while a document is walked through.
struct MatrixReading {
  let path: String
  private let lines: [Substring]
  private(set) var findings: [Finding] = []
  private var found: [ReadTable] = []
  private var headings: [(level: Int, text: String)] = []
  private var damaged: DamagedTables

  private struct ReadTable {
    var table: MatrixTable
    /// All that a heading names.
    var candidates: [String]
    var hasStatus: Bool
  }

  init(path: String, lines: [Substring]) {
    self.path = path
    self.lines = lines
    damaged = DamagedTables(lines)
  }

  private enum Step {
    case enter(MarkdownNode)
    /// Headings in a quote or a list speak of nothing behind it.
    case leave([(level: Int, text: String)])
  }

  mutating func read(_ document: MarkdownNode) {
    var rest: [Step] = [.enter(document)]
    while let step = rest.popLast() {
      switch step {
      case .leave(let before): headings = before
      case .enter(let block):
        switch block.type {
        case "heading":
          headings.removeAll { $0.level >= block.headingLevel }
          headings.append((block.headingLevel, block.plainText))
        case "table": readTable(block)
        case "code_block": readCode(block)
        case "html_block": readHTML(block)
        case "document", "block_quote", "list", "item":
          rest.append(.leave(headings))
          rest += block.children.reversed().map(Step.enter)
        default: break
        }
      }
    }
    for line in damaged.damagedLines { noteDamage(line: line) }
  }

  // MARK: What is no table

  private mutating func readCode(_ block: MarkdownNode) {
    guard block.isFenced, block.endLine > block.line, lines.indices.contains(block.endLine - 1) else { return }
    let last = TableLine(lines[block.endLine - 1]).text
    // A fence that nobody closed swallows what follows: that is looked at.
    if last.hasPrefix("```") || last.hasPrefix("~~~") { damaged.cover(block.line...block.endLine) }
  }

  private mutating func readHTML(_ block: MarkdownNode) {
    let html = block.literal
    if html.trimmed.hasPrefix("<!--") {
      let end = block.line + html.utf8.count { $0 == 10 }
      if html.contains("-->") { damaged.cover(block.line...max(block.line, end - 1)) }
    } else if holdsStatusTable(html: html) {
      noteDamage(line: block.line)
    }
  }

  private mutating func noteDamage(line: Int) {
    findings.append(
      Finding(
        .matrixUnreadable, .v2,
        Wording(
          "this looks like a table, but Markdown shows none that can be read: check its header, the row of dashes and "
            + "blank lines",
          "يبدو هذا جدولًا لكن Markdown لا يعرضه جدولًا مقروءًا: راجع صف العناوين وسطر الفواصل والأسطر الفارغة"),
        at: SourceLocation(path: path, line: line)))
  }

  // MARK: Tables

  private mutating func readTable(_ node: MarkdownNode) {
    let rows = node.children
    guard let header = rows.first else { return }
    let columns = TableColumns(titles: header.children.map { $0.plainText.trimmed })
    let line = headerLine(of: node)
    damaged.coverTable(line...max(line + 1, rows.last?.endLine ?? 0, rows.last?.line ?? 0), columns)
    guard !columns.statuses.isEmpty || columns.namesDimension else {
      if columns.titles.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) { noteDamage(line: line) }
      return
    }
    let candidates = headings.reversed().lazy.map { candidateNames(in: $0.text) }.first { !$0.isEmpty } ?? []
    var table = MatrixTable(
      headings: headings.map(\.text), isTemplate: headings.contains { namesTemplate($0.text) }, line: line)
    let before = findings.count
    for row in rows.dropFirst() { readRow(row, columns, into: &table) }
    if columns.isLegend, Set(table.dimensions.map(\.status)).count == table.dimensions.count {
      findings.removeSubrange(before...)
      return
    }
    guard !table.dimensions.isEmpty || !table.candidates.isEmpty else { return }
    found.append(ReadTable(table: table, candidates: candidates, hasStatus: !columns.statuses.isEmpty))
  }

  /// cmark-gfm gives a table that follows a paragraph without a blank line the line of the paragraph.
  private func headerLine(of node: MarkdownNode) -> Int {
    let end = max(node.endLine, node.line)
    for line in node.line..<max(end, node.line + 1) where lines.indices.contains(line) {
      if TableLine(lines[line]).isDelimiter { return line }
    }
    return node.line
  }

  private mutating func readRow(_ row: MarkdownNode, _ columns: TableColumns, into table: inout MatrixTable) {
    let cells = row.children
    let location = SourceLocation(path: path, line: row.line)
    guard cells.indices.contains(columns.key) else { return }
    func text(at index: Int?) -> String {
      index.flatMap { cells.indices.contains($0) ? cells[$0].plainText.trimmed : nil } ?? ""
    }
    let label = text(at: columns.key)
    let bold = cells[columns.key].boldText?.trimmed ?? ""
    let key = folded(bold).isEmpty ? label : bold
    let isNamed = !folded(label).isEmpty
    guard isNamed || columns.statuses.contains(where: { !folded(text(at: $0)).isEmpty }) else { return }

    var (status, rawStatus) = self.status(columns, at: location) { text(at: $0) }
    noteUnknown(status, rawStatus, key, location)
    let count = sourceCells(of: row)
    if let count, count != columns.titles.count { noteRagged(count, columns.titles.count, location) }
    // What is too much may have pushed the status out of its column; only a Blocked is believed then.
    if (count ?? 0) > columns.titles.count, status == .ok || status == .risk { status = .unknown }

    let items = columns.evidence.flatMap { index in
      cells.indices.contains(index) ? evidence(in: cells[index], at: location) : []
    }
    let extras = columns.titles.indices.filter { columns.isExtra($0) && cells.indices.contains($0) }.map {
      ExtraColumn(header: columns.titles[$0], text: text(at: $0))
    }
    let owner = text(at: columns.index(.owner))
    let notes = text(at: columns.index(.notes))
    let inKey = leadingCandidateNames(in: key)
    let names = inKey.isEmpty ? leadingCandidateNames(in: label) : inKey
    for name in names {
      table.candidates.append(
        Candidate(
          name: name, label: label, status: status, rawStatus: rawStatus, owner: owner, notes: notes, evidence: items,
          extras: extras, location: location))
    }
    guard names.isEmpty else { return }
    table.dimensions.append(
      Dimension(
        key: key, label: label, status: status, rawStatus: rawStatus, owner: owner, notes: notes,
        rawSeverity: columns.index(.severity).map(text), evidence: items, extras: extras, location: location))
  }

  /// The worst of what the status columns say.
  private mutating func status(
    _ columns: TableColumns, at location: SourceLocation, _ text: (Int) -> String
  ) -> (Status, String) {
    func claim(_ index: Int) -> (status: Status, raw: String) { (Status(cell: text(index)), text(index)) }
    guard let first = columns.statuses.first else { return (.unset, "") }
    let claims = columns.statuses.map(claim)
    let others = columns.otherStatuses.map(claim).filter { $0.status == .risk || $0.status == .blocked }
    var worst = claim(first)
    for other in claims + others where gravity(other.status) > gravity(worst.status) { worst = other }
    let isContradicted = claims.contains { $0.status != worst.status }
    if isContradicted {
      let said = (claims + others).map { $0.raw.isEmpty ? "—" : $0.raw }
      findings.append(
        Finding(
          .contradictoryStatus, .v1,
          Wording(
            "the status columns contradict each other (\(said.joined(separator: ", "))): the worst counts",
            "أعمدة الحالة متناقضة (\(said.joined(separator: "، "))): يُحتسب الأسوأ"), at: location))
    }
    return (worst.status, worst.raw)
  }

  private func gravity(_ status: Status) -> Int {
    switch status {
    case .ok: 0
    case .risk: 1
    case .unset: 2
    case .unknown: 3
    case .blocked: 4
    }
  }

  private mutating func noteUnknown(_ status: Status, _ raw: String, _ key: String, _ location: SourceLocation) {
    guard status == .unknown else { return }
    findings.append(
      Finding(
        .unknownStatus, .v1,
        Wording("“\(raw)” is no status that jahiz knows (\(key))", "«\(raw)» ليست حالة معروفة (\(key))"), at: location))
  }

  private mutating func noteRagged(_ count: Int, _ columns: Int, _ location: SourceLocation) {
    findings.append(
      Finding(
        .raggedRow, .v1,
        count > columns
          ? Wording(
            "the row has \(count) cells, its table \(columns) columns: its status may stand in the wrong one",
            "عدد خلايا الصف \(count) وأعمدة الجدول \(columns): قد لا تكون الحالة في عمودها")
          : Wording(
            "the row has \(count) cells, its table \(columns) columns",
            "عدد خلايا الصف \(count) وأعمدة الجدول \(columns)"), at: location))
  }

  /// How many cells the source line of a row has: cmark pads rows and drops what is too much.
  private func sourceCells(of row: MarkdownNode) -> Int? {
    guard lines.indices.contains(row.line - 1) else { return nil }
    return TableLine(String(decoding: lines[row.line - 1].utf8.dropFirst(max(0, row.column - 1)), as: UTF8.self))
      .cellCount
  }

  // MARK: All tables together

  /// The tables, one for each release candidate that its heading names, and what was noticed about them as a whole.
  mutating func finish() -> [MatrixTable] {
    var tables: [MatrixTable] = []
    let (dimensions, candidates) = (saidDimensions, saidCandidates)
    for entry in found {
      var table = entry.table
      if !entry.hasStatus {
        // What another table for the same candidates gives a status is only explained here.
        let names = entry.candidates.isEmpty ? [""] : entry.candidates.map { folded($0) }
        table.dimensions.removeAll { row in
          names.allSatisfy { name in
            let said = Said(key: folded(row.key), candidate: name, isTemplate: false)
            return dimensions.contains(said)
              || (table.isTemplate && dimensions.contains(Said(key: said.key, candidate: name, isTemplate: true)))
          }
        }
        table.candidates.removeAll { candidates.contains(folded($0.name)) }
        if table.dimensions.isEmpty, table.candidates.isEmpty { continue }
        findings.append(
          Finding(
            .unknownStatus, .v1,
            Wording(
              "the table has no status column: its rows count as unset",
              "الجدول بلا عمود للحالة: تُعد صفوفه بلا حالة"), at: SourceLocation(path: path, line: table.line)))
      }
      table.candidate = entry.candidates.first
      tables.append(table)
      table.candidates = []
      guard !table.dimensions.isEmpty else { continue }
      for name in entry.candidates.dropFirst() {
        table.candidate = name
        tables.append(table)
      }
    }
    return tables
  }

  /// Who is given a status where: a key or a name, for a candidate or (empty) for all.
  private struct Said: Hashable {
    var key: String
    var candidate: String
    var isTemplate: Bool
  }

  private var saidDimensions: Set<Said> {
    var said: Set<Said> = []
    for entry in found where entry.hasStatus {
      for row in entry.table.dimensions {
        for name in entry.candidates.isEmpty ? [""] : entry.candidates {
          said.insert(Said(key: folded(row.key), candidate: folded(name), isTemplate: entry.table.isTemplate))
        }
      }
    }
    return said
  }

  private var saidCandidates: Set<String> {
    Set(found.filter(\.hasStatus).flatMap(\.table.candidates).map { folded($0.name) })
  }
}
