import Readiness

/// A small JSON document; objects keep the order of their members.
enum JSONText {
  case null
  case bool(Bool)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The document, two blanks a level; a list of words stays on one line.
  func text(indent: String = "") -> String {
    let deeper = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .string(let value): return quoted(value)
    case .array(let elements):
      if elements.allSatisfy({ if case .string = $0 { true } else { false } }) {
        return "[\(elements.map { $0.text() }.joined(separator: ", "))]"
      }
      return "[\n\(elements.map { deeper + $0.text(indent: deeper) }.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      let lines = members.map { "\(deeper)\(quoted($0.0)): \($0.1.text(indent: deeper))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  // The marks that order our sentences on a screen are no part of what they say.
  for scalar in text.withoutDirectionMarks.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
