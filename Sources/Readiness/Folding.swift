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
package func folded(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  var pendingBlank = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      pendingBlank = !result.isEmpty
      continue
    }
    for folded in foldedScalars(of: scalar) {
      if pendingBlank {
        result.append(" ")
        pendingBlank = false
      }
      result.append(folded)
    }
  }
  return String(result)
}

private func foldedScalars(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  if scalar.isASCII {
    return (65...90).contains(scalar.value) ? [Unicode.Scalar(UInt8(scalar.value) + 32)] : [scalar]
  }
  switch scalar.value {
  case 0x0622, 0x0623, 0x0625, 0x0671...0x0673, 0x0675: return ["\u{0627}"]
  case 0x0624, 0x0676: return ["\u{0648}"]
  case 0x0626, 0x0649, 0x06CC, 0x0678: return ["\u{064A}"]
  case 0x0629: return ["\u{0647}"]
  case 0x06A9: return ["\u{0643}"]
  case 0x0621, 0x0654, 0x0655, 0x0674, 0x0640: return []
  case 0x0660...0x0669: return [Unicode.Scalar(UInt8(scalar.value - 0x0660) + 48)]
  case 0x06F0...0x06F9: return [Unicode.Scalar(UInt8(scalar.value - 0x06F0) + 48)]
  case 0xFE0E, 0xFE0F: return []
  case 0xFEF5...0xFEFC: return ["\u{0644}", "\u{0627}"]
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return []
  default: return Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }
}
