import Readiness

// JSON files of people and tools: what is wrong with one is told with its line.

/// Why a file holds no JSON document.
struct JSONDocumentProblem: Error, Hashable {
  var message: Wording
  var line: Int?
}

/// The size up to which a document of people's own writing is read at all.
private let documentLimit = 8_000_000

/// Parses a whole file.
func readJSONDocument(_ bytes: [UInt8]) throws(JSONDocumentProblem) -> JSONTree {
  guard bytes.count <= documentLimit else {
    throw JSONDocumentProblem(message: Wording("larger than 8 MB: not read", "أكبر من 8 MB: لم يُقرأ"))
  }
  do {
    return try parseJSON(bytes)
  } catch {
    throw JSONDocumentProblem(message: error.documentWording, line: error.column.map { line(of: $0, in: bytes) })
  }
}

/// The line of a byte that is counted from 1.
private func line(of column: Int, in bytes: [UInt8]) -> Int {
  bytes.prefix(max(0, column - 1)).reduce(1) { $1 == 10 ? $0 + 1 : $0 }
}

extension JSONProblem {
  /// The byte, counted from 1, where one is to blame.
  var column: Int? {
    switch self {
    case .malformed(let column), .notUTF8(let column), .tooDeep(let column): column
    case .noObject, .repeatedName: nil
    }
  }

  /// For a document; a line of a log counts its bytes instead.
  var documentWording: Wording {
    switch self {
    case .malformed: Wording("is no JSON", "ليس JSON سليمًا")
    case .notUTF8: Wording("is not UTF-8", "ليس بترميز UTF-8")
    case .tooDeep:
      Wording(
        "nests deeper than \(JSONScanner.depthLimit) levels", "تداخله أعمق من \(JSONScanner.depthLimit) مستوى")
    case .noObject: Wording("is no JSON object", "ليس كائن JSON")
    case .repeatedName(let name):
      Wording("“\(name)” stands twice in one object", "ورد «\(name)» مرتين في كائن واحد")
    }
  }
}

extension JSONTree {
  /// As JSON without blanks, members by name: the same for values that mean the same.
  var canonicalText: String {
    switch kind {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): canonicalNumber(text)
    case .string(let text): quoted(text)
    case .array(let elements): "[" + elements.map(\.canonicalText).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.name < $1.name }.map { "\(quoted($0.name)):\($0.value.canonicalText)" }
        .joined(separator: ",") + "}"
    }
  }
}

/// `1`, `1.0` and `1e0` are one number.
private func canonicalNumber(_ text: String) -> String {
  guard let value = Double(text), value.isFinite else { return text }
  if let whole = Int64(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
  return Int64(text) != nil ? text : String(value)
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
