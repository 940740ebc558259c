import CMarkdown

// `- **Retry:** three times, with backoff` and `**المهلة**: 5s` say what a row of a table would. What a label without text
// of its own stands above (a list, the next paragraph) is its text.

/// A line that begins with a label.
struct LabelledLine: Hashable {
  var label: String
  /// What follows, lines joined with newlines.
  var value: String
  /// 1-based.
  var line: Int
}

/// The lines of a document whose label passes, in order; headings, tables and code hold none.
///
/// - Parameter text: Markdown whose cost `checkLimits` has passed.
func labelledLines(_ text: String, where isLabel: (String) -> Bool) -> [LabelledLine] {
  withMarkdown(text) { document in
    withoutActuallyEscaping(isLabel) { isLabel in
      var search = LabelSearch(isLabel: isLabel)
      search.walk(document, isItem: false, depth: 0)
      return search.found
    }
  } ?? []
}

private struct LabelSearch {
  let isLabel: (String) -> Bool
  var found: [LabelledLine] = []

  mutating func walk(_ container: MarkdownNode, isItem: Bool, depth: Int) {
    // Deeper than anybody nests lists.
    guard depth < 40 else { return }
    var open: Int?
    for block in container.children {
      switch block.type {
      case "paragraph": open = readParagraph(block, open, isItem: isItem)
      case "heading", "thematic_break": open = nil
      default:
        if let label = open {
          append(blockText(block), to: label)
          let before = found.count
          walk(block, isItem: block.type == "item", depth: depth + 1)
          // A few labels below a label are part of its text; a whole sheet is not.
          if found.count - before < 3 { found.removeLast(found.count - before) }
        } else if ["list", "item", "block_quote"].contains(block.type) {
          walk(block, isItem: block.type == "item", depth: depth + 1)
        }
      }
    }
  }

  /// - Returns: the label to which the next block belongs.
  private mutating func readParagraph(_ paragraph: MarkdownNode, _ open: Int?, isItem: Bool) -> Int? {
    var current = open
    for (offset, line) in InlineLine.lines(of: paragraph).enumerated() {
      if let (label, value) = line.label, isLabel(label) {
        current = found.count
        found.append(LabelledLine(label: label, value: value, line: paragraph.line + offset))
      } else if let current {
        append(line.text.trimmed, to: current)
      }
    }
    guard let current else { return nil }
    // A label alone on its line stands above more than one block.
    let stands = found[current].value.isEmpty || isItem || open == current
    return stands ? current : nil
  }

  private mutating func append(_ text: String, to index: Int) {
    guard !text.isEmpty else { return }
    found[index].value += found[index].value.isEmpty ? text : "\n" + text
  }
}

/// The texts of the blocks within, joined with newlines.
private func blockText(_ node: MarkdownNode) -> String {
  var texts: [String] = []
  var rest = [node]
  while let block = rest.popLast() {
    switch block.type {
    case "paragraph", "heading", "table_row", "table_header": texts.append(block.plainText.trimmed)
    case "code_block": texts.append(block.literal.trimmed)
    default: rest += block.children.reversed()
    }
  }
  return texts.filter { !$0.isEmpty }.joined(separator: "\n")
}

/// A line of a paragraph, as it reads.
private struct InlineLine {
  /// The bold or code part that it begins with.
  var marked = ""
  /// All of it.
  var text = ""

  static func lines(of paragraph: MarkdownNode) -> [InlineLine] {
    var lines = [InlineLine()]
    for part in paragraph.children {
      switch part.type {
      case "softbreak", "linebreak": lines.append(InlineLine())
      default:
        let text = part.plainText
        let isMark = part.type == "strong" || part.type == "code"
        if isMark, lines[lines.count - 1].text.trimmed.isEmpty { lines[lines.count - 1].marked = text }
        lines[lines.count - 1].text += text
      }
    }
    return lines
  }

  /// The label and what stands behind it.
  var label: (String, String)? {
    let line = text.trimmed
    let mark = marked.trimmed
    if !mark.isEmpty, line.hasPrefix(mark) {
      let rest = line.dropFirst(mark.count).trimmed
      if mark.hasSuffix(":") || rest.isEmpty { return (mark, withoutSeparator(rest)) }
      let value = withoutSeparator(rest)
      return value.utf8.count < rest.utf8.count ? (mark, value) : nil
    }
    var isAfterBlank = false
    for index in line.indices.prefix(80) {
      let character = line[index]
      let isDash = isAfterBlank && "-–—=".contains(character)
      if character == ":" || character == "：" || isDash {
        return (String(line[..<index]), withoutSeparator(line[index...]))
      }
      isAfterBlank = character == " "
    }
    return nil
  }
}

private func withoutSeparator(_ text: some StringProtocol) -> String {
  guard let first = text.first, ":：-–—=".contains(first) else { return text.trimmed }
  return text.dropFirst().trimmed
}
