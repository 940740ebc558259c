import CMarkdown

// A document as cmark-gfm reads it, kept in a form that can be compared: before and after an edit everything must read
// the same but for what was meant to change. Lines count as they do for whoever shows the file: any line end is one,
// and YAML front matter is cut off first.

/// What a Markdown document says.
struct MarkdownReading {
  var blocks: [Block] = []

  /// A block at the top level.
  struct Block {
    var type: String
    /// 1-based.
    var firstLine: Int
    var lastLine: Int
    /// Of a heading; else 0.
    var headingLevel: Int
    /// Of a heading; else empty.
    var headingText: String
    /// Everything in it but the cells of tables.
    var outline: [String] = []
    /// The tables in it, also those in quotes and lists.
    var tables: [Table] = []
  }

  struct Table {
    /// The texts of the headings above it, outermost first.
    var headings: [String]
    /// The header's first.
    var rows: [Row] = []

    var titles: [String] { rows.first?.cells.map(\.text) ?? [] }
  }

  struct Row {
    /// 1-based.
    var line: Int
    var cells: [Cell] = []

    func text(_ column: Int) -> String { cells.indices.contains(column) ? cells[column].text : "" }
  }

  struct Cell: Equatable {
    /// As it reads, without blanks at the ends.
    var text: String
    /// Every node in it.
    var outline: [String]

    var isPlain: Bool { outline.allSatisfy { $0.hasPrefix("text") } }
  }

  /// nil where cmark-gfm cannot be had.
  init?(_ bytes: [UInt8]) {
    guard areTablesKnown, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    guard let extensionForTables = cmark_find_syntax_extension("table") else { return nil }
    cmark_parser_attach_syntax_extension(parser, extensionForTables)
    withoutFrontMatter(bytes).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(document) }
    var headings: [(level: Int, text: String)] = []
    for node in children(of: document) {
      var block = Block(
        type: name(of: node), firstLine: Int(cmark_node_get_start_line(node)),
        lastLine: Int(cmark_node_get_end_line(node)), headingLevel: 0, headingText: "")
      if block.type == "heading" {
        block.headingLevel = Int(cmark_node_get_heading_level(node))
        block.headingText = plainText(of: node).withoutBlanksAtEnds
        headings.removeAll { $0.level >= block.headingLevel }
        headings.append((block.headingLevel, block.headingText))
      }
      read(node, under: headings.map(\.text), into: &block)
      if let last = block.tables.last?.rows.last, block.type == "table" { block.lastLine = last.line }
      blocks.append(block)
    }
  }

  var tables: [Table] { blocks.flatMap(\.tables) }

  /// Whether all but the cells of tables reads the same, and there are as many cells.
  func hasSameOutline(as other: MarkdownReading) -> Bool {
    blocks.map(\.outline) == other.blocks.map(\.outline)
      && tables.map { $0.rows.map(\.cells.count) } == other.tables.map { $0.rows.map(\.cells.count) }
  }
}

/// Registered once: cmark-gfm keeps its extensions in a global list that is not safe to fill from two threads.
private let areTablesKnown: Bool = {
  cmark_gfm_core_extensions_ensure_registered()
  return true
}()

/// Without recursion, since files can nest without bound.
private func read(_ root: OpaquePointer, under headings: [String], into block: inout MarkdownReading.Block) {
  var rest: [OpaquePointer?] = [root]
  while let next = rest.popLast() {
    guard let node = next else {
      block.outline.append("end")
      continue
    }
    block.outline.append(description(of: node))
    if name(of: node) == "table" {
      block.tables.append(table(node, under: headings))
    } else {
      rest.append(nil)
      rest += children(of: node).reversed().map(Optional.some)
    }
  }
}

private func table(_ node: OpaquePointer, under headings: [String]) -> MarkdownReading.Table {
  var table = MarkdownReading.Table(headings: headings)
  for row in children(of: node) {
    let cells = children(of: row).map { cell in
      MarkdownReading.Cell(text: plainText(of: cell).withoutBlanksAtEnds, outline: outline(of: cell))
    }
    table.rows.append(MarkdownReading.Row(line: Int(cmark_node_get_start_line(row)), cells: cells))
  }
  return table
}

private func outline(of cell: OpaquePointer) -> [String] {
  var outline: [String] = []
  var rest: [OpaquePointer?] = children(of: cell).reversed()
  while let next = rest.popLast() {
    guard let node = next else {
      outline.append("end")
      continue
    }
    outline.append(description(of: node))
    let inner = children(of: node)
    if !inner.isEmpty {
      rest.append(nil)
      rest += inner.reversed().map(Optional.some)
    }
  }
  return outline
}

/// Everything about a node itself but where it stands.
private func description(of node: OpaquePointer) -> String {
  var text = name(of: node)
  func add(_ part: UnsafePointer<CChar>?) {
    if let part { text += "\u{0}" + String(cString: part) }
  }
  switch text {
  case "text", "code", "html_inline", "html_block": add(cmark_node_get_literal(node))
  case "code_block":
    add(cmark_node_get_literal(node))
    add(cmark_node_get_fence_info(node))
  case "link", "image":
    add(cmark_node_get_url(node))
    add(cmark_node_get_title(node))
  case "heading": text += " \(cmark_node_get_heading_level(node))"
  case "list":
    text += " \(cmark_node_get_list_type(node).rawValue) \(cmark_node_get_list_start(node))"
    text += " \(cmark_node_get_list_tight(node))"
  case "table":
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    if let alignments = cmark_gfm_extensions_get_table_alignments(node) {
      text += " \(Array(UnsafeBufferPointer(start: alignments, count: columns)))"
    }
  default: break
  }
  return text
}

/// The text as it reads: no emphasis, no targets of links.
private func plainText(of root: OpaquePointer) -> String {
  var text = ""
  var rest = [root]
  while let node = rest.popLast() {
    switch name(of: node) {
    case "text", "code", "html_inline": text += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    case "softbreak", "linebreak": text += " "
    default: rest += children(of: node).reversed()
    }
  }
  return text
}

private func name(of node: OpaquePointer) -> String {
  cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
}

private func children(of node: OpaquePointer) -> [OpaquePointer] {
  var result: [OpaquePointer] = []
  var next = cmark_node_first_child(node)
  while let child = next {
    result.append(child)
    next = cmark_node_next(child)
  }
  return result
}

/// The document with LF for every line end, no byte-order mark, and blank lines in place of YAML front matter.
private func withoutFrontMatter(_ bytes: [UInt8]) -> [UInt8] {
  let lines = sourceLines(of: bytes)
  func isFence(_ line: Range<Int>) -> Bool {
    line.count < 100 && String(decoding: bytes[line], as: UTF8.self).withoutBlanksAtEnds == "---"
  }
  var bodyStart = 0
  if let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) {
    bodyStart = end + 1
  }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  for (index, line) in lines.enumerated() {
    if index > 0 { result.append(UInt8(ascii: "\n")) }
    if index >= bodyStart { result += bytes[line] }
  }
  // cmark-gfm takes a row with bytes that are no UTF-8 for no row.
  return Array(String(decoding: result, as: UTF8.self).utf8)
}

/// The lines of a file without their ends (LF, CRLF or CR) and without a byte-order mark; the last is what follows the
/// last end.
func sourceLines(of bytes: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var position = start
  while position < bytes.count {
    let byte = bytes[position]
    position += 1
    guard byte == 10 || byte == 13 else { continue }
    lines.append(start..<position - 1)
    if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
    start = position
  }
  lines.append(start..<bytes.count)
  return lines
}

extension String {
  var withoutBlanksAtEnds: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
