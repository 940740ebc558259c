// The tags in a document's inline HTML: links and images that Markdown does not see, and the ids that links can lead to. Comments
// and what browsers do not read as HTML (`<script>`, `<style>`) are passed over. One pass, whatever the input.

/// What a piece of HTML holds.
struct HTMLTags {
  enum Item {
    /// `href` or `src`, or one address of a `srcset`, entities decoded.
    case target([UInt8], line: Int)
    /// `id` of anything, `name` of an `<a>`.
    case id([UInt8])
    /// The text of `<h1>` … `<h6>`.
    case heading([UInt8])
  }

  private(set) var items: [Item] = []
  /// The text ends within a comment.
  private(set) var endsInComment = false

  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line: Int
  private var countedTo = 0
  /// Text of the heading that is open.
  private var heading: [UInt8]?

  /// - Parameter line: of the first byte.
  init(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    self.text = text
    self.line = line
    read()
  }

  private mutating func read() {
    while position < text.count {
      guard text[position] == UInt8(ascii: "<") else {
        let start = position
        while position < text.count, text[position] != UInt8(ascii: "<") { position += 1 }
        heading?.append(contentsOf: text[start..<position])
        continue
      }
      if starts(with: "<!--") {
        position += 4
        endsInComment = !skip(past: "-->")
      } else if position + 1 < text.count, "!?".utf8.contains(text[position + 1]) {
        _ = skip(past: ">")
      } else if position + 1 < text.count, text[position + 1] == UInt8(ascii: "/") {
        position += 2
        let name = readName()
        if isHeading(name) { closeHeading() }
        _ = skip(past: ">")
      } else {
        position += 1
        let name = readName()
        if !name.isEmpty { readTag(name) }
      }
    }
    closeHeading()
  }

  private mutating func closeHeading() {
    if let heading { items.append(.heading(entitiesDecoded(heading))) }
    heading = nil
  }

  private mutating func readTag(_ name: [UInt8]) {
    while let (attribute, value, start) = readAttribute() {
      switch String(decoding: attribute, as: UTF8.self) {
      case "href" where linking.contains(name): addTarget(value, at: start)
      case "src" where embedding.contains(name): addTarget(value, at: start)
      case "srcset" where embedding.contains(name):
        for candidate in value.split(separator: UInt8(ascii: ",")) {
          let address = candidate.drop(while: isBlank).prefix { !isBlank($0) }
          if !address.isEmpty { addTarget(Array(address), at: start) }
        }
      case "id": items.append(.id(entitiesDecoded(value)))
      case "name" where name == [UInt8(ascii: "a")]: items.append(.id(entitiesDecoded(value)))
      default: break
      }
    }
    if isHeading(name) {
      closeHeading()
      heading = []
    }
    if raw.contains(name) { skipRaw(name) }
  }

  private mutating func addTarget(_ value: [UInt8], at start: Int) {
    while countedTo < start {
      if text[countedTo] == 10 { line += 1 }
      countedTo += 1
    }
    let trimmed = Array(value.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    items.append(.target(entitiesDecoded(trimmed), line: line))
  }

  /// The next attribute of the tag, the name in lower case; nil at the tag's end, which is then passed.
  private mutating func readAttribute() -> (name: [UInt8], value: [UInt8], start: Int)? {
    while position < text.count, isBlank(text[position]) || text[position] == UInt8(ascii: "/") { position += 1 }
    guard position < text.count else { return nil }
    if text[position] == UInt8(ascii: ">") {
      position += 1
      return nil
    }
    let start = position
    while position < text.count, !isBlank(text[position]), !"=>/".utf8.contains(text[position]) { position += 1 }
    // A lone `=`: not a name, and it must not stop the reading.
    if position == start { position += 1 }
    let name = text[start..<position].map(lowercased)
    var ahead = position
    while ahead < text.count, isBlank(text[ahead]) { ahead += 1 }
    guard ahead < text.count, text[ahead] == UInt8(ascii: "=") else { return (name, [], start) }
    position = ahead + 1
    while position < text.count, isBlank(text[position]) { position += 1 }
    return (name, readValue(), start)
  }

  private mutating func readValue() -> [UInt8] {
    guard position < text.count else { return [] }
    let quote = text[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      position = start
      while position < text.count, text[position] != quote { position += 1 }
      let value = Array(text[start..<position])
      position = min(position + 1, text.count)
      return value
    }
    let start = position
    while position < text.count, !isBlank(text[position]), text[position] != UInt8(ascii: ">") { position += 1 }
    return Array(text[start..<position])
  }

  private mutating func readName() -> [UInt8] {
    let start = position
    while position < text.count, isNameByte(text[position]) { position += 1 }
    return text[start..<position].map(lowercased)
  }

  private mutating func skipRaw(_ name: [UInt8]) {
    while position < text.count {
      guard skip(past: "</") else { return }
      let end = readName()
      if end == name {
        _ = skip(past: ">")
        return
      }
    }
  }

  private func starts(with marker: StaticString) -> Bool {
    guard position + marker.utf8CodeUnitCount <= text.count else { return false }
    for index in 0..<marker.utf8CodeUnitCount where text[position + index] != marker.utf8Start[index] { return false }
    return true
  }

  /// Whether the marker came.
  private mutating func skip(past marker: StaticString) -> Bool {
    while position < text.count {
      if starts(with: marker) {
        position += marker.utf8CodeUnitCount
        return true
      }
      position += 1
    }
    return false
  }
}

private let linking = Set(["a", "area"].map { Array($0.utf8) })
private let embedding = Set(["img", "source", "video", "audio"].map { Array($0.utf8) })
private let raw = Set(["script", "style", "textarea", "title"].map { Array($0.utf8) })

private func isHeading(_ name: [UInt8]) -> Bool {
  name.count == 2 && name[0] == UInt8(ascii: "h") && (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(name[1])
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

private func isNameByte(_ byte: UInt8) -> Bool {
  (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
}

private func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

/// The entities that stand in addresses and headings; others stay as they are.
func entitiesDecoded(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(UInt8(ascii: "&")) else { return text }
  var result: [UInt8] = []
  var index = 0
  while index < text.count {
    if text[index] == UInt8(ascii: "&"), let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let scalar = entity(String(decoding: text[(index + 1)..<end], as: UTF8.self))
    {
      result += String(scalar).utf8
      index = end + 1
    } else {
      result.append(text[index])
      index += 1
    }
  }
  return result
}

private func entity(_ name: String) -> Unicode.Scalar? {
  if name.hasPrefix("#x") || name.hasPrefix("#X") {
    return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
  }
  if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
  return namedEntities[name]
}

private let namedEntities: [String: Unicode.Scalar] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
]
