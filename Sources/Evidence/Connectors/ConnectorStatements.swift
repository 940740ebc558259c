import Readiness
import Yams

// A sheet says the same in many forms: front matter, headings with text below, tables of two columns, lines with a label. All
// become statements: this thing, this text, on this line. What stands below a heading that names one of the things belongs to
// that thing alone: the audit field mapping may well have a row “version”.

/// One thing that a sheet says.
struct ConnectorStatement {
  var aspect: ConnectorAspect
  var text: String
  var line: Int
  /// The section to which it belongs: the nearest heading above that names none of the things.
  var scope: Int
}

/// A document's sections with their places in the tree of headings.
struct SheetOutline {
  let document: MarkdownDocument
  /// What each section's heading names.
  let aspects: [[ConnectorAspect]]
  /// The section above each; nil for the first.
  let parents: [Int?]
  /// For each section, itself or the nearest above whose heading names something.
  let nearestAspect: [Int?]

  init(_ document: MarkdownDocument) {
    self.document = document
    aspects = document.sections.map { $0.level == 0 ? [] : headingAspects($0.title) }
    var parents: [Int?] = []
    var nearest: [Int?] = []
    var open: [Int] = []
    for (index, section) in document.sections.enumerated() {
      while let last = open.last, document.sections[last].level >= section.level { open.removeLast() }
      let parent = open.last
      parents.append(parent)
      nearest.append(aspects[index].isEmpty ? parent.flatMap { nearest[$0] } : index)
      open.append(index)
    }
    self.parents = parents
    nearestAspect = nearest
  }

  /// The section in which a line stands.
  func section(at line: Int) -> Int {
    var (low, high) = (0, document.sections.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if document.sections[middle].line <= line { low = middle } else { high = middle }
    }
    return low
  }

  func scope(of section: Int) -> Int {
    var index = section
    while nearestAspect[index] != nil, let parent = parents[index] { index = parent }
    return index
  }

  /// A section and all above it.
  func chain(_ section: Int) -> [Int] {
    var chain = [section]
    while let parent = parents[chain[chain.count - 1]] { chain.append(parent) }
    if chain.last != 0 { chain.append(0) }
    return chain
  }
}

/// Everything that a sheet says, by form: front matter, headings, tables, labelled lines.
///
/// - Parameters:
///   - text: the document with LF line ends and without byte order mark.
///   - registers: the tables that hold connectors; they say nothing here.
func connectorStatements(_ outline: SheetOutline, text: String, registers: [DocumentTable]) -> [ConnectorStatement] {
  let document = outline.document
  var statements = matterStatements(text, path: document.path)
  var texts = document.sections.map { $0.text.isEmpty ? [] : [$0.text] }
  let registerLines = Set(registers.map(\.line))
  for table in document.tables where !registerLines.contains(table.line) {
    let section = outline.section(at: table.line)
    let isInside = outline.nearestAspect[section] != nil
    let found = tableStatements(table, isInside: isInside)
    if found.isEmpty {
      texts[section] += table.rows.map { $0.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " · ") }
        .filter { !$0.isEmpty }
    }
    let scope = outline.scope(of: section)
    statements += found.map { ConnectorStatement(aspect: $0.aspect, text: $0.text, line: $0.line, scope: scope) }
  }
  var bodies: [Int: [String]] = [:]
  for index in document.sections.indices {
    if let owner = outline.nearestAspect[index] { bodies[owner, default: []] += texts[index] }
  }
  for (index, section) in document.sections.enumerated() {
    for aspect in outline.aspects[index] {
      statements.append(
        ConnectorStatement(
          aspect: aspect, text: (bodies[index] ?? []).joined(separator: "\n"), line: section.line,
          scope: outline.scope(of: index)))
    }
  }
  let (_, body, _) = splitFrontMatter(text, path: document.path)
  for labelled in labelledLines(body, where: { !connectorAspects($0).isEmpty }) {
    let section = outline.section(at: labelled.line)
    guard outline.nearestAspect[section] == nil else { continue }
    for aspect in connectorAspects(labelled.label) {
      statements.append(
        ConnectorStatement(
          aspect: aspect, text: labelled.value, line: labelled.line, scope: outline.scope(of: section)))
    }
  }
  return statements
}

/// The keys of the front matter with their lines, also those one or two mappings deeper (`facade: {retry: …}`).
private func matterStatements(_ text: String, path: String) -> [ConnectorStatement] {
  guard splitFrontMatter(text, path: path).matter != nil else { return [] }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") && $0.trimmed == "---" }),
    let root = try? Yams.compose(yaml: lines[1..<end].joined(separator: "\n"), .basic)
  else { return [] }
  var statements: [ConnectorStatement] = []
  var rest: [(node: Node, depth: Int)] = [(root, 0)]
  while let (node, depth) = rest.popLast() {
    guard let mapping = node.mapping else { continue }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { continue }
      let aspects = connectorAspects(name)
      if aspects.allSatisfy({ $0 == .name }), value.mapping != nil {
        if depth < 3, rest.count < 100 { rest.append((value, depth + 1)) }
        continue
      }
      for aspect in aspects {
        statements.append(
          ConnectorStatement(aspect: aspect, text: scalarText(value), line: (key.mark?.line ?? 0) + 1, scope: 0))
      }
    }
  }
  return statements
}

/// What a value says: a scalar, or the scalars of a list or mapping, joined with commas.
private func scalarText(_ node: Node) -> String {
  // Aliases can make a small file very large; a thousand scalars are more than anybody reads.
  var parts: [String] = []
  var steps = 0
  var rest: [(prefix: String, node: Node)] = [("", node)]
  while let (prefix, node) = rest.popLast(), steps < 1_000 {
    steps += 1
    if let scalar = node.scalar {
      let text = scalar.string.trimmed
      if !text.isEmpty { parts.append(prefix + text) }
    } else if let sequence = node.sequence {
      rest += sequence.prefix(1_000).map { ("", $0) }.reversed()
    } else if let mapping = node.mapping {
      rest += mapping.prefix(1_000).map { ("\($0.key.scalar?.string ?? ""): ", $0.value) }.reversed()
    }
  }
  let text = parts.joined(separator: ", ")
  return text == "~" ? "" : text
}
