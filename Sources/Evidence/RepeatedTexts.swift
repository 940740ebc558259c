import Glibc

// A log says the same things again and again: types, sources, the classes of the envelope. Each is made once and shared, which
// is most of the difference between reading 100,000 events in half a second and in one.

/// The strings and envelopes of a log that are likely to come again.
struct RepeatedTexts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var strings = [String](repeating: "", count: 1 << 10)
  private var envelopes = [[String: String]](repeating: [:], count: 1 << 6)
  /// Where the values of each envelope stand.
  private var envelopeValues = [Values](repeating: Values(repeating: 0..<0), count: 1 << 6)

  /// A range for each of `EventField.plain`; empty where the field is not there.
  typealias Values = InlineArray<6, Range<Int>>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands in the range, which is well-formed UTF-8.
  mutating func string(_ range: Range<Int>) -> String {
    let slice = slice(range)
    // Swift holds these without memory of their own.
    guard slice.count > 15 else { return String(decoding: slice, as: UTF8.self) }
    let slot = Int(truncatingIfNeeded: hash(slice)) & (strings.count - 1)
    var known = strings[slot]
    if known.utf8.count == slice.count, known.withUTF8({ isEqual($0, slice) }) { return known }
    let made = String(decoding: slice, as: UTF8.self)
    strings[slot] = made
    return made
  }

  /// The members of an envelope by name.
  ///
  /// - Parameter values: where their values stand; the same bytes in the same places make the same envelope.
  mutating func envelope(_ values: Values, make: () -> [String: String]) -> [String: String] {
    var key: UInt64 = 0
    for index in values.indices { key = (key ^ hash(slice(values[index]))) &* 0x9E37_79B9_7F4A_7C15 }
    let slot = Int(truncatingIfNeeded: key >> 32) & (envelopes.count - 1)
    let isKnown = values.indices.allSatisfy { index in
      isEqual(slice(envelopeValues[slot][index]), slice(values[index]))
    }
    // Every slot begins as the envelope without anything.
    if !isKnown {
      envelopeValues[slot] = values
      envelopes[slot] = make()
    }
    return envelopes[slot]
  }

  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }
}

/// FNV-1a. Whoever makes two texts collide gains nothing but a second copy.
private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash ^ hash >> 29
}

private func isEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress else {
    return left.count == right.count
  }
  return memcmp(first, second, left.count) == 0
}
