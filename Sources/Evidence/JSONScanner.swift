import Glibc

// A strict scanner for one line of JSON (RFC 8259). It works on the bytes where they lie and makes a string only of what a
// caller asks for: a log of 100,000 events is mostly text that nobody reads.
//
// What the standard leaves open is decided so:
// - A value nests at most 64 levels deep. Values are skipped without recursion: no input can exhaust the stack.
// - A number is text: it is never computed with, so none is too large.
// - Half a surrogate pair (`\uD800` alone) fits the grammar but is no Unicode. It reads as U+FFFD and is marked, so that
//   who decides by a text can refuse it: two different ids must not become one.
// - A name may occur twice in one object: who reads the members refuses it, as two readers could read two things.

/// Why bytes are no JSON object that every reader reads alike. The column counts bytes of the line from 1.
enum JSONProblem: Error, Hashable {
  case malformed(column: Int)
  case notUTF8(column: Int)
  case tooDeep(column: Int)
  case noObject
  case repeatedName(String)
}

struct JSONScanner {
  /// A string as it stands between its quotes.
  struct Text {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  static let depthLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let end: Int
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    position = range.lowerBound
  }

  /// Where the scanner stands among the bytes.
  var offset: Int { position }

  private var malformed: JSONProblem { .malformed(column: position - start + 1) }

  // MARK: Walking

  /// The first byte of what comes next, blanks skipped; 0 at the end.
  @inline(__always)
  mutating func next() -> UInt8 {
    while position < end {
      let byte = bytes[position]
      if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return byte }
      position += 1
    }
    return 0
  }

  @inline(__always)
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: character), position < end else { return false }
    position += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ character: Unicode.Scalar) throws(JSONProblem) {
    guard take(character) else { throw malformed }
  }

  mutating func expectEnd() throws(JSONProblem) {
    _ = next()
    guard position == end else { throw malformed }
  }

  /// The name of a member and the colon behind it.
  mutating func name() throws(JSONProblem) -> Text {
    let name = try text()
    try expect(":")
    return name
  }

  /// Takes the name of a member and its colon if it is this name, written without escapes.
  mutating func take(name: StaticString) -> Bool {
    let start = position
    let count = name.utf8CodeUnitCount
    guard take("\""), position + count < end, bytes[position + count] == UInt8(ascii: "\""),
      let base = bytes.baseAddress, memcmp(base + position, name.utf8Start, count) == 0
    else {
      position = start
      return false
    }
    position += count + 1
    guard take(":") else {
      position = start
      return false
    }
    return true
  }

  /// Skips one value that stands `depth` levels deep.
  mutating func skip(depth: Int = 0) throws(JSONProblem) {
    // One bit for each level that is open, the innermost lowest: 1 for an object.
    var objects: UInt64 = 0
    var level = 0
    repeat {
      let first = next()
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        let isObject = first == UInt8(ascii: "{")
        guard depth + level < Self.depthLimit else { throw .tooDeep(column: position - start + 1) }
        position += 1
        if !take(isObject ? "}" : "]") {
          level += 1
          objects = objects << 1 | (isObject ? 1 : 0)
          if isObject { _ = try name() }
          continue
        }
      } else if first == UInt8(ascii: "\"") {
        _ = try text()
      } else {
        _ = try plainText()
      }
      while level > 0 {
        let isObject = objects & 1 == 1
        if take(",") {
          if isObject { _ = try name() }
          break
        }
        try expect(isObject ? "}" : "]")
        level -= 1
        objects >>= 1
      }
    } while level > 0
  }

  // MARK: Scalars

  /// A number, `true`, `false` or `null`, as written.
  mutating func plainText() throws(JSONProblem) -> Range<Int> {
    let first = next()
    let begin = position
    switch first {
    case UInt8(ascii: "t"): try expect(word: "true")
    case UInt8(ascii: "f"): try expect(word: "false")
    case UInt8(ascii: "n"): try expect(word: "null")
    default: try number()
    }
    return begin..<position
  }

  private mutating func expect(word: StaticString) throws(JSONProblem) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position < end, bytes[position] == word.utf8Start[offset] else { throw malformed }
      position += 1
    }
  }

  /// `-`, an integer without leading zeros, a fraction, an exponent.
  private mutating func number() throws(JSONProblem) {
    if isAt("-") { position += 1 }
    if isAt("0") { position += 1 } else { try digits() }
    if isAt(".") {
      position += 1
      try digits()
    }
    if isAt("e") || isAt("E") {
      position += 1
      if isAt("+") || isAt("-") { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONProblem) {
    let begin = position
    while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > begin else { throw malformed }
  }

  @inline(__always)
  private func isAt(_ character: Unicode.Scalar) -> Bool {
    position < end && bytes[position] == UInt8(ascii: character)
  }

  // MARK: Strings

  mutating func text() throws(JSONProblem) -> Text {
    try expect("\"")
    let begin = position
    var hasEscapes = false
    while true {
      skipPlain()
      guard position < end else { throw malformed }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return Text(range: begin..<position - 1, hasEscapes: hasEscapes)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try checkEscape()
      } else if byte >= 0x80 {
        try checkMultibyte(byte)
      } else if byte >= 0x20 {
        position += 1
      } else {
        throw malformed
      }
    }
  }

  /// Goes on to the next byte that is none of printable ASCII but quote and backslash, eight at a time; near the end it may
  /// stop before. A byte's high bit is set in `special` where it is such a one; only above the first can it be set falsely.
  @inline(__always)
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    guard let base = bytes.baseAddress else { return }
    while position + 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let controls = (word &- (ones &* 0x20)) & ~word
      let special =
        (word | controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & highs
      guard special == 0 else {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
  }

  private mutating func checkEscape() throws(JSONProblem) {
    position += 1
    guard position < end else { throw malformed }
    if isAt("u") {
      for _ in 0..<4 {
        position += 1
        guard position < end, hexDigit(bytes[position]) != nil else { throw malformed }
      }
    } else if plainEscape(bytes[position]) == nil {
      throw malformed
    }
    position += 1
  }

  /// A sequence of two to four bytes that is well-formed UTF-8 (Unicode, table 3-7).
  private mutating func checkMultibyte(_ lead: UInt8) throws(JSONProblem) {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, position + length <= end, second.contains(bytes[position + 1]),
      length < 3 || bytes[position + 2] & 0xC0 == 0x80, length < 4 || bytes[position + 3] & 0xC0 == 0x80
    else { throw .notUTF8(column: position - start + 1) }
    position += length
  }

  // MARK: Making strings

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  func string(_ range: Range<Int>) -> String { String(decoding: slice(range), as: UTF8.self) }

  /// What a string says; `isWhole` is false where half a surrogate pair became U+FFFD.
  func string(_ text: Text) -> (string: String, isWhole: Bool) {
    guard text.hasEscapes else { return (string(text.range), true) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(text.range.count)
    var isWhole = true
    var index = text.range.lowerBound
    while index < text.range.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        utf8.append(byte)
        continue
      }
      let escaped = bytes[index]
      index += 1
      if let plain = plainEscape(escaped) {
        utf8.append(plain)
        continue
      }
      let scalar = scalar(at: &index, before: text.range.upperBound)
      if scalar == nil { isWhole = false }
      utf8 += Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
    }
    return (String(decoding: utf8, as: UTF8.self), isWhole)
  }

  /// Behind `\u`, which the scanner has found well-formed; nil for half a surrogate pair.
  private func scalar(at index: inout Int, before limit: Int) -> Unicode.Scalar? {
    let first = hex4(at: index)
    index += 4
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard index + 6 <= limit, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let second = hex4(at: index + 2)
    guard (0xDC00...0xDFFF).contains(second) else { return nil }
    index += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func hex4(at index: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 4 | (hexDigit(bytes[index + $1]) ?? 0) }
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte) - 0x30
  case 0x41...0x46: UInt32(byte) - 0x41 + 10
  case 0x61...0x66: UInt32(byte) - 0x61 + 10
  default: nil
  }
}

private func plainEscape(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: nil
  }
}
