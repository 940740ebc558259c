// Nearly all front matter is `key: value` and plain lists. That much is read here without a YAML parser, which takes longer for
// five lines than the whole document below them needs; whatever could mean anything else is left to it.

/// The pairs of plain front matter; nil where a YAML parser has to look.
struct PlainMatter {
  struct Pair {
    var key: String
    /// One for a scalar, any number for a list.
    var values: [(text: String, line: Int)]
    var isList: Bool
    /// 1-based, of the file.
    var line: Int
  }

  private(set) var pairs: [Pair] = []

  /// - Parameters:
  ///   - text: what stands between the fences.
  ///   - line: of its first line in the file.
  init?(_ text: ArraySlice<UInt8>, line: Int) {
    var number = line
    var keys: Set<String> = []
    var hasBlankLine = false
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      defer { number += 1 }
      if line.contains(where: { $0 < 32 || $0 == 127 }) { return nil }
      let content = line.drop { $0 == 32 }
      if content.isEmpty { hasBlankLine = true }
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      if content.first == UInt8(ascii: "-") {
        guard content.dropFirst().first == 32, let item = plainValue(content.dropFirst(2)), addItem(item, line: number)
        else { return nil }
        continue
      }
      // An indented line goes on with what stands above it.
      guard content.startIndex == line.startIndex, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        return nil
      }
      let key = String(decoding: line[..<colon], as: UTF8.self)
      guard isPlainKey(line[..<colon]), keys.insert(key).inserted else { return nil }
      guard let pair = pair(key, line[(colon + 1)...], line: number) else { return nil }
      pairs.append(pair)
    }
    // A rule, a heading and another rule look like a comment, but for the blank lines around it.
    if pairs.isEmpty, hasBlankLine { return nil }
  }

  private func pair(_ key: String, _ rest: ArraySlice<UInt8>, line: Int) -> Pair? {
    let value = trimmedBlanks(rest)
    if value.isEmpty { return Pair(key: key, values: [], isList: true, line: line) }
    guard rest.first == 32 else { return nil }
    if value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
      let inner = trimmedBlanks(value.dropFirst().dropLast())
      var values: [(text: String, line: Int)] = []
      for item in inner.isEmpty ? [] : inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        guard let text = plainValue(item), !text.contains(where: { "[]{}".contains($0) }) else { return nil }
        values.append((text, line))
      }
      return Pair(key: key, values: values, isList: true, line: line)
    }
    return plainValue(value).map { Pair(key: key, values: [($0, line)], isList: false, line: line) }
  }

  /// An item of a block list belongs to the key above it, which has no value of its own.
  private mutating func addItem(_ text: String, line: Int) -> Bool {
    guard let last = pairs.last, last.isList, last.values.isEmpty || last.values[0].line != last.line else {
      return false
    }
    pairs[pairs.count - 1].values.append((text, line))
    return true
  }
}

/// A scalar that means itself, quoted or not; nil for all else.
private func plainValue(_ written: ArraySlice<UInt8>) -> String? {
  let value = trimmedBlanks(written)
  guard let first = value.first, let last = value.last else { return nil }
  if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
    let inner = value.dropFirst().dropLast()
    guard value.count >= 2, last == first, !inner.contains(first), !inner.contains(UInt8(ascii: "\\")) else {
      return nil
    }
    return String(decoding: inner, as: UTF8.self)
  }
  guard isWordByte(first), last != UInt8(ascii: ":") else { return nil }
  var previous: UInt8 = 0
  for byte in value {
    if byte == 32, previous == UInt8(ascii: ":") { return nil }
    if byte == UInt8(ascii: "#"), previous == 32 { return nil }
    previous = byte
  }
  return String(decoding: value, as: UTF8.self)
}

private func isPlainKey(_ key: ArraySlice<UInt8>) -> Bool {
  guard let first = key.first, isWordByte(first), key.last != 32 else { return false }
  return key.allSatisfy { isWordByte($0) || " _-.".utf8.contains($0) }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (97...122).contains(byte | 0x20) || (48...57).contains(byte)
}

private func trimmedBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text.drop { $0 == 32 }
  while text.last == 32 { text.removeLast() }
  return text
}
