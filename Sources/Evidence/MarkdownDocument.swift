import Readiness
import Yams

// Sheets, dictionaries and watchlists are Markdown that people write: front matter, headings with text below them, tables.
// A document is read once into these parts; which of them matter is for each reader to know.

/// A Markdown file in its parts.
struct MarkdownDocument {
  var path: String
  /// The scalars of the YAML front matter by key, in file order; lists joined with commas.
  var matter: [(key: String, value: String)] = []
  var sections: [MarkdownSection] = []
  var tables: [DocumentTable] = []
  /// What was wrong with the file as a whole.
  var findings: [Finding] = []

  func matter(_ key: String) -> String? { matter.first { $0.key == key }?.value }
}

/// A heading and the text directly below it, up to the next heading.
struct MarkdownSection: Hashable {
  /// Empty for what stands before the first heading.
  var title: String
  /// 0 before the first heading.
  var level: Int
  /// The texts of the headings above, outermost first.
  var parents: [String]
  /// The text as it reads, blocks joined by newlines; tables are not part of it.
  var text: String
  var line: Int
}

/// A GFM table with the headings above it.
struct DocumentTable: Hashable {
  /// Outermost first.
  var headings: [String]
  var header: [String]
  var rows: [DocumentRow]
  /// Of the header row.
  var line: Int

  /// The first column whose header is one of these names, in either language, however it is spelt.
  func column(_ names: [String]) -> Int? {
    let wanted = Set(names.map { folded($0) })
    return header.firstIndex { wanted.contains(folded($0)) }
  }
}

struct DocumentRow: Hashable {
  var cells: [DocumentCell]
  var line: Int

  func text(_ column: Int?) -> String {
    column.flatMap { cells.indices.contains($0) ? cells[$0].text : nil } ?? ""
  }
}

struct DocumentCell: Hashable {
  /// As it reads, trimmed.
  var text: String
  /// The first bold part, else the whole text.
  var key: String
  /// The code spans, in order.
  var code: [String]
  /// Link and image destinations as written.
  var targets: [String]
}

/// Reads a Markdown file into its parts; nil where no parser should be let near it, the finding says why.
///
/// - Parameter code: of the findings about the file as a whole.
func readDocument(_ bytes: [UInt8], path: String, code: Finding.Code) -> (MarkdownDocument?, [Finding]) {
  func problem(_ message: Wording, line: Int? = nil) -> (MarkdownDocument?, [Finding]) {
    (nil, [Finding(code, .v1, message, at: SourceLocation(path: path, line: line))])
  }
  guard bytes.count <= 8_000_000 else { return problem(Wording("larger than 8 MB: not read", "أكبر من 8 MB: لم يُقرأ")) }
  guard var text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
    return problem(Wording("is not UTF-8: not read", "ليس بترميز UTF-8: لم يُقرأ"))
  }
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  text = text.replacingLineEnds
  let (_, body, findings) = splitFrontMatter(text, path: path)
  do throws(MarkdownAbuse) {
    try checkLimits(of: body.utf8)
  } catch {
    return problem(error.reason, line: error.line)
  }
  var document = MarkdownDocument(path: path, findings: findings)
  if body.utf8.count != text.utf8.count || body != text { document.matter = matterPairs(text) }
  let parts = withMarkdown(body) { root in
    var reading = DocumentReading()
    reading.read(root)
    return reading
  }
  guard let parts else { return problem(Wording("cannot be parsed", "تعذّر تحليله")) }
  document.sections = parts.sections
  document.tables = parts.tables
  return (document, findings)
}

/// Every scalar of the front matter, as written: `splitFrontMatter` has checked that it is a mapping.
private func matterPairs(_ text: String) -> [(key: String, value: String)] {
  let lines = text.lines
  guard let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") && $0.trimmed == "---" }),
    let mapping = try? Yams.compose(yaml: lines[1..<end].joined(separator: "\n"), .basic)?.mapping
  else { return [] }
  return mapping.compactMap { key, value in
    guard let name = key.scalar?.string else { return nil }
    if let scalar = value.scalar { return (name, scalar.string) }
    if let list = value.sequence { return (name, list.compactMap { $0.scalar?.string }.joined(separator: ", ")) }
    return (name, "")
  }
}

private struct DocumentReading {
  var sections = [MarkdownSection(title: "", level: 0, parents: [], text: "", line: 1)]
  var tables: [DocumentTable] = []
  private var headings: [(level: Int, text: String)] = []

  mutating func read(_ document: MarkdownNode) {
    var rest = [document]
    while let block = rest.popLast() {
      switch block.type {
      case "heading":
        headings.removeAll { $0.level >= block.headingLevel }
        let title = block.plainText.trimmed
        sections.append(
          MarkdownSection(
            title: title, level: block.headingLevel, parents: headings.map(\.text), text: "", line: block.line))
        headings.append((block.headingLevel, title))
      case "table": readTable(block)
      case "document", "block_quote", "list", "item": rest += block.children.reversed()
      case "paragraph": append(block.plainText.trimmed)
      case "code_block": append(block.literal.trimmed)
      default: break
      }
    }
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty, var section = sections.last else { return }
    section.text += section.text.isEmpty ? text : "\n" + text
    sections[sections.count - 1] = section
  }

  private mutating func readTable(_ node: MarkdownNode) {
    let rows = node.children
    guard let header = rows.first else { return }
    tables.append(
      DocumentTable(
        headings: headings.map(\.text), header: header.children.map { $0.plainText.trimmed },
        rows: rows.dropFirst().map { row in DocumentRow(cells: row.children.map(cell), line: row.line) },
        line: header.line))
  }

  private func cell(_ node: MarkdownNode) -> DocumentCell {
    let text = node.plainText.trimmed
    let bold = node.boldText?.trimmed ?? ""
    var cell = DocumentCell(text: text, key: folded(bold).isEmpty ? text : bold, code: [], targets: [])
    var rest = [node]
    while let part = rest.popLast() {
      switch part.type {
      case "code": cell.code.append(part.literal)
      case "link", "image": cell.targets.append(part.url)
      default: break
      }
      rest += part.children.reversed()
    }
    return cell
  }
}
