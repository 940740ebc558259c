// The writing half of JSON (RFC 8259), for the event log: one line, members of an object in the order of their names,
// so that the same event always gives the same bytes.

/// A value of an event's `data`.
package enum DataValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([DataValue])
  case object([String: DataValue])

  /// nil becomes `null`.
  package init(_ text: String?) { self = text.map(DataValue.string) ?? .null }

  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .integer(let value): bytes += Array(String(value).utf8)
    case .string(let text): writeJSONString(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      writeJSONObject(members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }, to: &bytes)
    }
  }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral text: String) { self = .string(text) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

/// Writes the members in the order given.
func writeJSONObject(_ members: [(key: String, value: DataValue)], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "{"))
  for (index, member) in members.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    writeJSONString(member.key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    member.value.write(to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
}

private func writeJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
    case "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
    case "\n": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case "\r": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case "\t": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case _ where isEscaped(scalar):
      let digits = String(scalar.value, radix: 16)
      bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    default: bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}

/// What would act on a reader of the raw file: control characters, line separators that some readers of JSON Lines
/// split at, and the invisible characters that reorder or hide text.
private func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
  default: reordersOrHides(scalar)
  }
}
