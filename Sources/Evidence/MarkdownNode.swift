import CMarkdown

/// A view of a cmark-gfm node; valid while its document is.
struct MarkdownNode {
  let pointer: OpaquePointer

  /// `table`, `table_row`, `heading`, `text` … as cmark-gfm names them.
  var type: String { cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? "" }
  /// 1-based.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  /// 1-based; 0 where cmark-gfm does not say.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// 1-based, in bytes.
  var column: Int { Int(cmark_node_get_start_column(pointer)) }
  /// Whether a code block stands between fences, not indented.
  var isFenced: Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var children: [MarkdownNode] {
    var result: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      result.append(MarkdownNode(pointer: node))
      next = cmark_node_next(node)
    }
    return result
  }

  /// The text as it reads: no emphasis, no targets of links. Without recursion, since files can nest without bound.
  var plainText: String {
    var text = ""
    var rest = [self]
    while let node = rest.popLast() {
      switch node.type {
      case "html_inline": text += node.isLineBreakTag ? " " : node.literal
      case "text", "code": text += node.literal
      case "softbreak", "linebreak": text += " "
      default: rest += node.children.reversed()
      }
    }
    return text
  }

  /// `<br>`, the only way to break a line in a cell.
  var isLineBreakTag: Bool {
    type == "html_inline" && literal.lowercased().filter { !" /".contains($0) } == "<br>"
  }

  /// The first bold part within.
  var boldText: String? {
    var rest = [self]
    while let node = rest.popLast() {
      if node.type == "strong" { return node.plainText }
      rest += node.children.reversed()
    }
    return nil
  }
}

/// Parses Markdown as GitHub does, tables included, and hands the document to `body`.
func withMarkdown<Result>(_ text: String, _ body: (MarkdownNode) -> Result) -> Result? {
  cmark_gfm_core_extensions_ensure_registered()
  guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
  defer { cmark_parser_free(parser) }
  guard let tables = cmark_find_syntax_extension("table") else { return nil }
  cmark_parser_attach_syntax_extension(parser, tables)
  var text = text
  text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
  }
  guard let document = cmark_parser_finish(parser) else { return nil }
  defer { cmark_node_free(document) }
  return body(MarkdownNode(pointer: document))
}
