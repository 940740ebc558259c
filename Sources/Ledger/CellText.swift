import Readiness

/// What a cell is to say.
package enum CellText: Hashable, Sendable {
  /// Words that are to read as typed: whatever Markdown would take for markup is escaped.
  case plain(String)
  /// Markdown: code, links and emphasis count; only pipes are escaped.
  case markdown(String)
  /// The very bytes that a cell once had, for taking an edit back.
  case restored([UInt8])

  /// Why this may not stand in a cell.
  var refusal: Wording? {
    switch self {
    case .plain(let text), .markdown(let text):
      for scalar in oneLine(text).unicodeScalars {
        let code = "U+" + String(hex(UInt64(scalar.value)).suffix(4)).uppercased()
        if scalar.properties.generalCategory == .control {
          return Wording(
            "the text holds a control character (\(code)): take it out", "في النص محرف تحكم (\(code)): احذفه")
        }
        if reordersOrHides(scalar) {
          return Wording(
            "the text holds an invisible character that reorders or hides text (\(code)): take it out",
            "في النص محرف خفي يغيّر ترتيب النص أو يخفيه (\(code)): احذفه")
        }
      }
      return nil
    case .restored(let bytes):
      return bytes.contains { $0 == 10 || $0 == 13 || $0 == 0 }
        ? Wording("a cell cannot hold several lines", "لا تتسع الخلية لأكثر من سطر") : nil
    }
  }

  /// How a reader reads it, or should.
  package var words: String {
    switch self {
    case .plain(let text), .markdown(let text): oneLine(text)
    case .restored(let bytes): String(decoding: bytes, as: UTF8.self).withoutBlanksAtEnds
    }
  }

  /// Its spellings in the source, the nicest first. Which of them reads as it should depends on the row and on the rest
  /// of the file, so it is for the parser to say.
  var spellings: [[UInt8]] {
    switch self {
    case .plain(let text):
      let words = oneLine(text)
      let candidates = [
        escaped(words) { $0 == "|" }, escaped(words) { "|\\`*_[]<&~".unicodeScalars.contains($0) },
        escaped(words, isPunctuation),
      ]
      return candidates.indices.filter { !candidates[..<$0].contains(candidates[$0]) }.map { candidates[$0] }
    case .markdown(let text):
      var bytes: [UInt8] = []
      for byte in oneLine(text).utf8 {
        if byte == UInt8(ascii: "|"), bytes.last != UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      return [bytes]
    case .restored(let bytes): return [Array(bytes[trimmed(0..<bytes.count, in: bytes)])]
    }
  }
}

/// Line ends and tabs as blanks, none at the ends.
private func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var wasReturn = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where wasReturn: break
    case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
    default: result.append(scalar)
    }
    wasReturn = scalar == "\r"
  }
  return String(result).withoutBlanksAtEnds
}

private func escaped(_ text: String, _ needsEscape: (Unicode.Scalar) -> Bool) -> [UInt8] {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if needsEscape(scalar) { result.append("\\") }
    result.append(scalar)
  }
  return Array(String(result).utf8)
}

/// What a backslash escapes (CommonMark §2.4).
private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
