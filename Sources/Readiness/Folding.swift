// Matching of keys, headers, status words, PII names and searches: two spellings that a reader of Arabic or English takes
// for the same word fold to the same scalars. Case, marks, tatweel and invisible characters go; hamza forms become their
// bare carrier, ta marbuta becomes ha, alef maqsura and Persian ye become ya; Arabic-Indic digits become ASCII ones.

/// A folded text that still knows where each of its scalars came from.
package struct FoldedText: Hashable, Sendable {
  package var scalars: [Unicode.Scalar]
  /// For each folded scalar, the offset of its source in the original's `unicodeScalars`.
  package var offsets: [Int]

  package init(_ text: some StringProtocol) {
    scalars = []
    offsets = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      for folded in foldedScalars(of: scalar) {
        scalars.append(folded)
        offsets.append(offset)
      }
    }
  }

  /// The ranges, as offsets of scalars of the original, in which `needle` occurs, from the left, not overlapping. Marks
  /// that follow the last matched scalar belong to the match.
  package func ranges(of needle: FoldedText) -> [Range<Int>] {
    guard !needle.scalars.isEmpty, scalars.count >= needle.scalars.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start + needle.scalars.count <= scalars.count {
      let end = start + needle.scalars.count
      if scalars[start..<end].elementsEqual(needle.scalars) {
        let last = offsets[end - 1] + 1
        found.append(offsets[start]..<(end < offsets.count ? max(offsets[end], last) : last))
        start = end
      } else {
        start += 1
      }
    }
    return found
  }
}

/// `text` folded, runs of white space as one blank, none at the ends.
package func folded(_ text: some StringProtocol) -> String { folded(string: String(text)) }

private func folded(string text: String) -> String {
  if let short = foldedASCII(text) { return short }
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  var pendingBlank = false
  for scalar in text.unicodeScalars {
    if isWhiteSpace(scalar) {
      pendingBlank = !result.isEmpty
      continue
    }
    for folded in foldedScalars(of: scalar) {
      if pendingBlank {
        result.append(0x20)
        pendingBlank = false
      }
      result.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D: true
  // Letters of English and Arabic, without asking Unicode's tables.
  case 0x21...0x7E, 0x0600...0x06FF: false
  default: scalar.properties.isWhitespace
  }
}

/// The same for a text of printable ASCII, byte by byte; nil for any other.
private func foldedASCII(_ text: String) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var pendingBlank = false
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F else { return nil }
    guard byte != 0x20 else {
      pendingBlank = !bytes.isEmpty
      continue
    }
    if pendingBlank {
      bytes.append(0x20)
      pendingBlank = false
    }
    bytes.append((65...90).contains(byte) ? byte + 32 : byte)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// What a scalar folds to: none, one or a few.
private func foldedScalars(of scalar: Unicode.Scalar) -> FoldedScalars {
  if scalar.isASCII {
    return .one((65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
  }
  switch scalar.value {
  case 0x0622, 0x0623, 0x0625, 0x0671...0x0673, 0x0675: return .one("\u{0627}")
  case 0x0624, 0x0676: return .one("\u{0648}")
  case 0x0626, 0x0649, 0x06CC, 0x0678: return .one("\u{064A}")
  case 0x0629: return .one("\u{0647}")
  case 0x06A9: return .one("\u{0643}")
  case 0x0621, 0x064B...0x065F, 0x0674, 0x0640: return .none
  // The letters of Arabic that have no other form.
  case 0x0627...0x063A, 0x0641...0x0648, 0x064A: return .one(scalar)
  case 0x0660...0x0669: return .one(Unicode.Scalar(UInt8(scalar.value - 0x0660) + 48))
  case 0x06F0...0x06F9: return .one(Unicode.Scalar(UInt8(scalar.value - 0x06F0) + 48))
  case 0xFE0E, 0xFE0F, 0xFDD0, 0xFDD1: return .none
  case 0xFEF5...0xFEFC: return .several(["\u{0644}", "\u{0627}"])
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return .none
  default: return .several(Array(scalar.properties.lowercaseMapping.unicodeScalars)[...])
  }
}

/// A short row of scalars that costs no array where it is one or none.
private enum FoldedScalars: Sequence, IteratorProtocol {
  case none
  case one(Unicode.Scalar)
  case several(ArraySlice<Unicode.Scalar>)

  mutating func next() -> Unicode.Scalar? {
    switch self {
    case .none: return nil
    case .one(let scalar):
      self = .none
      return scalar
    case .several(var rest):
      let first = rest.popFirst()
      self = .several(rest)
      return first
    }
  }
}

extension Unicode.Scalar {
  /// A letter of English or Arabic as written every day, a digit or a sign of ASCII: what nearly every text consists of, and
  /// what can be told without asking Unicode's tables. No white space and no mark.
  package var isEveryday: Bool { (0x21...0x7E).contains(value) || (0x0621...0x064A).contains(value) }
}
