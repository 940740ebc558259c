// The names under which GitHub lets the headings of a document be linked to: lower case, letters, marks, digits, `_` and `-`
// kept, blanks made hyphens, all else dropped, emoji too; the second of a name gets `-1`. GitHub's own filter counts each name
// by itself, while the browser goes to the first of equal ids, so the names of both ways of counting are taken.

/// Collects the anchors of one document.
struct HeadingAnchors {
  private(set) var names: Set<ByteString> = []
  private var uses: [ByteString: Int] = [:]

  /// - Parameter text: of the heading, as it reads.
  mutating func add(heading text: [UInt8]) {
    let slug = ByteString(headingSlug(text))
    let used = uses[slug, default: -1] + 1
    uses[slug] = used
    guard used > 0 else {
      names.insert(slug)
      return
    }
    let numbered = ByteString(slug.bytes + Array("-\(used)".utf8))
    if !names.insert(numbered).inserted { names.insert(ByteString(slug.bytes + Array("-\(used + 1)".utf8))) }
    uses[numbered] = uses[numbered] ?? 0
  }

  /// - Parameter text: of a heading in HTML: whether the blanks around it count is not the same everywhere.
  mutating func add(htmlHeading text: [UInt8]) {
    add(heading: text)
    let trimmed = text.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.reversed()
    names.insert(ByteString(headingSlug(Array(trimmed))))
  }

  /// An `id` or `name` in HTML.
  mutating func add(id: [UInt8]) { names.insert(ByteString(anchorKey(id))) }
}

/// An anchor as it is looked up: without GitHub's own prefix and without variation selectors, which nobody sees.
func anchorKey(_ anchor: some Collection<UInt8>) -> [UInt8] {
  var key = Array(anchor)
  if key.starts(with: userContent) { key.removeFirst(userContent.count) }
  guard key.contains(0xEF) else { return key }
  var result: [UInt8] = []
  var index = 0
  while index < key.count {
    // U+FE0E and U+FE0F.
    if key[index] == 0xEF, index + 2 < key.count, key[index + 1] == 0xB8, key[index + 2] | 1 == 0x8F {
      index += 3
    } else {
      result.append(key[index])
      index += 1
    }
  }
  return result
}

private let userContent = Array("user-content-".utf8)

func headingSlug(_ text: [UInt8]) -> [UInt8] {
  var slug: [UInt8] = []
  slug.reserveCapacity(text.count)
  guard text.contains(where: { $0 >= 0x80 }) else {
    for byte in text { if let kept = keptASCII(byte) { slug.append(kept) } }
    return slug
  }
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    if scalar.value < 0x80 {
      if let kept = keptASCII(UInt8(scalar.value)) { slug.append(kept) }
    } else if isArabicWord(scalar) {
      slug += UTF8.encode(scalar).map(Array.init) ?? []
    } else if scalar.value != 0xFE0E, scalar.value != 0xFE0F, isWord(scalar) {
      slug += scalar.properties.lowercaseMapping.utf8
    }
  }
  return slug
}

private func keptASCII(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
    UInt8(ascii: "-"):
    byte
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
  case UInt8(ascii: " "): UInt8(ascii: "-")
  default: nil
  }
}

/// The letters, marks and digits of Arabic without asking Unicode's tables.
private func isArabicWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0620...0x0669, 0x066E...0x06D3: true
  default: false
  }
}

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isAlphabetic { return true }
  return switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
  default: false
  }
}
