import Readiness

/// What an evidence cell names: links, code spans, and the words between.
func evidence(in cell: MarkdownNode, at location: SourceLocation) -> [EvidenceItem] {
  var items: [EvidenceItem] = []
  var words = ""
  func item(_ text: String) -> EvidenceItem {
    if isWebAddress(text) {
      return EvidenceItem(text: text, target: text, kind: .url, state: .unchecked, location: location)
    }
    // A reference that nothing defines is a link to nowhere, though it reads as text.
    let kind: EvidenceItem.Kind = isUndefinedReference(text) ? .path : .text
    return EvidenceItem(
      text: text, target: kind == .path ? text : nil, kind: kind, state: .unchecked, location: location)
  }
  func flush() {
    for part in words.unicodeScalars.split(whereSeparator: { "+,،;؛·|".unicodeScalars.contains($0) }) {
      let text = Substring(part).trimmed
      guard text.contains(where: { $0.isLetter || $0.isNumber }), !placeholders.contains(folded(text)) else { continue }
      items.append(item(text))
    }
    words = ""
  }
  var rest = [cell]
  while let node = rest.popLast() {
    switch node.type {
    case "link", "image":
      flush()
      let target = node.url
      let text = node.plainText.trimmed
      items.append(
        EvidenceItem(
          text: text.isEmpty ? target : text, target: target, kind: isURL(target) ? .url : .path, state: .unchecked,
          location: location))
    case "code":
      flush()
      if !node.literal.trimmed.isEmpty {
        items.append(EvidenceItem(text: node.literal.trimmed, kind: .code, state: .unchecked, location: location))
      }
    case "text": words += node.literal
    case "html_inline": words += node.isLineBreakTag ? "·" : node.literal
    case "softbreak", "linebreak": words += " "
    default: rest += node.children.reversed()
    }
  }
  flush()
  return items
}

/// Words that say that there is no evidence yet.
private let placeholders: Set<String> = ["tbd", "todo", "n/a", "na", "none", folded("لا يوجد"), folded("قريبا")]

private func isWebAddress(_ text: String) -> Bool {
  let start = text.prefix(8).lowercased()
  return (start.hasPrefix("http://") || start.hasPrefix("https://")) && !text.contains(where: \.isWhitespace)
}

/// `[text][name]` or `[text][]`.
private func isUndefinedReference(_ text: String) -> Bool {
  text.hasPrefix("[") && text.hasSuffix("]") && text.contains("][")
}

/// Whether a link's target has a scheme (RFC 3986) or names a host.
func isURL(_ target: String) -> Bool {
  if target.hasPrefix("//") { return true }
  guard let colon = target.firstIndex(of: ":"), colon != target.startIndex, target.first?.isLetter == true else {
    return false
  }
  return target[..<colon].utf8.allSatisfy { byte in
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || "+-.".utf8.contains(byte)
  } && target[..<colon].utf8.count > 1
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    // Most texts begin and end with a letter; to ask Unicode's tables for that took a tenth of the reading of a matrix.
    if let first = rest.unicodeScalars.first, let last = rest.unicodeScalars.last, first.isEveryday, last.isEveryday {
      return String(rest)
    }
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
