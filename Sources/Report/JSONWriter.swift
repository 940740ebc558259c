import Readiness

/// A JSON document to be written; objects keep the order of their members, which a dictionary would not.
enum JSONValue {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A string, or null for nil.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A number, or null for nil.
  static func optional(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

  /// The document, pretty printed with two blanks a level and a newline at its end.
  func prettyPrinted() -> String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .string(let value): writeQuoted(value, to: &text)
    case .array(let elements):
      if elements.isEmpty { return text += "[]" }
      text += "["
      for (position, element) in elements.enumerated() {
        text += position == 0 ? "\n" : ",\n"
        indent(&text, depth + 1)
        element.write(to: &text, depth: depth + 1)
      }
      text += "\n"
      indent(&text, depth)
      text += "]"
    case .object(let members):
      if members.isEmpty { return text += "{}" }
      text += "{"
      for (position, member) in members.enumerated() {
        text += position == 0 ? "\n" : ",\n"
        indent(&text, depth + 1)
        writeQuoted(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, depth: depth + 1)
      }
      text += "\n"
      indent(&text, depth)
      text += "}"
    }
  }
}

private func indent(_ text: inout String, _ depth: Int) {
  for _ in 0..<depth { text += "  " }
}

private func writeQuoted(_ value: String, to text: inout String) {
  text += "\""
  // The marks that order our sentences on a screen are no part of what they say.
  for scalar in value.withoutDirectionMarks.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case _ where needsEscape(scalar): writeEscape(scalar, to: &text)
    default: text.unicodeScalars.append(scalar)
    }
  }
  text += "\""
}

/// JSON asks for the C0 controls only. The others are escaped because the document may be shown on a terminal or pasted
/// into JavaScript: C1 controls, line separators and everything that reorders or hides text.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  default: false
  }
}

private func writeEscape(_ scalar: Unicode.Scalar, to text: inout String) {
  for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
    let digits = String(unit, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
