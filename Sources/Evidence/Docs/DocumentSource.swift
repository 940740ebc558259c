import CMarkdown
import Glibc

// What the parser does not tell: in which line a link stands when its paragraph begins with definitions, which cmark-gfm cuts off
// without counting them, and which `[text][name]` remained text because nothing defines the name.

struct DocumentSource {
  struct Reference {
    var text: [UInt8]
    var line: Int
  }

  /// Lines of front matter before the text.
  let linesBefore: Int
  private let text: UnsafeBufferPointer<UInt8>
  /// Where each line begins; made when first asked for.
  private var starts: [Int] = []
  /// The block whose references were looked for last, and how many lines its definitions take.
  private var searchedBlock: OpaquePointer?
  private var shiftedBlock: OpaquePointer?
  private var shift = 0

  init(_ text: UnsafeBufferPointer<UInt8>, linesBefore: Int) {
    self.text = text
    self.linesBefore = linesBefore
  }

  // MARK: - Lines

  /// The line of the file in which a link or image stands.
  mutating func line(of node: OpaquePointer, in block: OpaquePointer) -> Int {
    let told = Int(cmark_node_get_start_line(node))
    let first = Int(cmark_node_get_start_line(block))
    guard cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH else { return max(told, first) + linesBefore }
    if block != shiftedBlock {
      shiftedBlock = block
      shift = definitionLines(from: first, to: Int(cmark_node_get_end_line(block)))
    }
    return max(told, first) + shift + linesBefore
  }

  /// How many lines of link reference definitions a paragraph begins with.
  private mutating func definitionLines(from first: Int, to last: Int) -> Int {
    guard startsDefinition(first) else { return 0 }
    var line = first + 1
    // A title or a destination may stand on a line of its own: a link in the text never begins a line so.
    while line < last, startsDefinition(line) || isTitle(line) || isLoneDefinitionLabel(line - 1) { line += 1 }
    return line - first
  }

  private mutating func startsDefinition(_ line: Int) -> Bool {
    let line = source(line)
    guard let open = line.firstIndex(where: { !isQuoteMark($0) }), line[open] == UInt8(ascii: "["),
      let close = line[open...].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex
    else { return false }
    return line[close + 1] == UInt8(ascii: ":") && line[open + 1] != UInt8(ascii: "^")
  }

  private mutating func isLoneDefinitionLabel(_ line: Int) -> Bool {
    startsDefinition(line) && source(line).last { $0 != 32 && $0 != 9 } == UInt8(ascii: ":")
  }

  private mutating func isTitle(_ line: Int) -> Bool {
    let line = source(line)
    guard let first = line.first(where: { !isQuoteMark($0) }), let last = line.last(where: { $0 != 32 && $0 != 9 }),
      line.count > 1
    else { return false }
    return (first == last && "\"'".utf8.contains(first)) || (first == UInt8(ascii: "(") && last == UInt8(ascii: ")"))
  }

  private func isQuoteMark(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == UInt8(ascii: ">") }

  /// - Parameter line: 1-based, of the text behind the front matter.
  private mutating func source(_ line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    countLines()
    guard line >= 1, line <= starts.count else { return text[text.endIndex...] }
    let end = line < starts.count ? starts[line] - 1 : text.endIndex
    return text[starts[line - 1]..<max(starts[line - 1], end)]
  }

  private mutating func countLines() {
    guard starts.isEmpty else { return }
    starts.append(0)
    guard let base = text.baseAddress else { return }
    var position = 0
    while position < text.count, let end = memchr(base + position, 10, text.count - position) {
      position = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
      starts.append(position)
    }
  }

  // MARK: - Undefined references

  /// The references in a block that nothing defines; each block answers once.
  mutating func undefinedReferences(in block: OpaquePointer) -> [Reference] {
    guard block != searchedBlock else { return [] }
    searchedBlock = block
    let texts = referenceTexts(in: flattened(block))
    guard !texts.isEmpty else { return [] }
    let first = Int(cmark_node_get_start_line(block))
    let last = max(first, Int(cmark_node_get_end_line(block)))
    countLines()
    var from = source(first).startIndex
    let end = source(last).endIndex
    var result: [Reference] = []
    var misses = 0
    for reference in texts where misses < 100 {
      // What an author escaped reads alike; the file tells it apart.
      guard from < end, let found = firstOccurrence(of: reference.tail, in: text, from: from, to: end) else {
        misses += 1
        continue
      }
      if found == 0 || text[found - 1] != UInt8(ascii: "\\") {
        result.append(Reference(text: reference.text, line: lineNumber(at: found) + linesBefore))
      }
      from = found + 1
    }
    return result
  }

  private func lineNumber(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a block; what is no text in it is a byte that none holds.
  private func flattened(_ block: OpaquePointer) -> [UInt8] {
    var result: [UInt8] = []
    var next = cmark_node_first_child(block)
    var depth = 0
    while let node = next {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: result += cmarkBytes(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result.append(32)
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
        if let child = cmark_node_first_child(node) {
          depth += 1
          next = child
          continue
        }
      default: result.append(placeholder)
      }
      next = cmark_node_next(node)
      var parent = cmark_node_parent(node)
      while next == nil, depth > 0, let above = parent {
        depth -= 1
        next = cmark_node_next(above)
        parent = cmark_node_parent(above)
      }
    }
    return result
  }
}

/// Where a needle first occurs. Linear as long as its first byte does not occur again in it before its end.
func firstOccurrence(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
  guard let base = text.baseAddress, let first = needle.first else { return nil }
  var position = start
  while end - position >= needle.count {
    guard let next = memchr(base + position, Int32(first), end - position - needle.count + 1) else { return nil }
    position = UnsafeRawPointer(next) - UnsafeRawPointer(base)
    if memcmp(next, needle, needle.count) == 0 { return position }
    position += 1
  }
  return nil
}

private let placeholder: UInt8 = 1
/// Texts within texts would take a time that grows with their square.
private let longestText = 1_000

/// Every `[text][name]` and `[text][]` that reads as a reference, from the left, with the part behind the text.
private func referenceTexts(in text: [UInt8]) -> [(text: [UInt8], tail: [UInt8])] {
  var result: [(text: [UInt8], tail: [UInt8])] = []
  var open: [Int] = []
  var index = 0
  while index < text.count {
    if text[index] == UInt8(ascii: "[") { open.append(index) }
    guard text[index] == UInt8(ascii: "]"), let start = open.popLast(), index - start <= longestText,
      index + 1 < text.count,
      text[index + 1] == UInt8(ascii: "["), let end = endOfLabel(text, from: index + 2)
    else {
      index += 1
      continue
    }
    let shown = text[(start + 1)..<index]
    let label = text[(index + 2)..<end]
    if isReference(shown, label, before: start > 0 ? text[start - 1] : 32) {
      let whole = text[start...end].flatMap { $0 == placeholder ? Array("…".utf8) : [$0] }
      result.append((whole, Array(text[index...end])))
    }
    index = end + 1
  }
  return result
}

/// A label has at most 999 characters and no bracket in it.
private func endOfLabel(_ text: [UInt8], from start: Int) -> Int? {
  guard start < text.count else { return nil }
  let end = text[start...].prefix(1_000).firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }
  guard let end, text[end] == UInt8(ascii: "]") else { return nil }
  return end
}

/// Not `matrix[i][j]`, `[1][2]`, `[ ][ ]` nor a footnote.
private func isReference(_ text: ArraySlice<UInt8>, _ label: ArraySlice<UInt8>, before: UInt8) -> Bool {
  let isWordBefore = before >= 0x80 || (97...122).contains(before | 0x20) || (48...57).contains(before)
  if isWordBefore || ")]_$".utf8.contains(before) { return false }
  func isBlank(_ part: ArraySlice<UInt8>) -> Bool { part.allSatisfy { $0 == 32 } }
  func isNumber(_ part: ArraySlice<UInt8>) -> Bool { part.allSatisfy { (48...57).contains($0) } }
  if isBlank(text) || label.first == UInt8(ascii: "^") || label.contains(placeholder) { return false }
  if label.isEmpty { return !isNumber(text) && !text.contains(placeholder) }
  return !isBlank(label) && !(isNumber(text) && isNumber(label))
}
