import Glibc
import Readiness

// One line of a log, held against the envelope without making a string of anything: a log of a million events has few faults,
// and only a fault is worth one. Names are taken in the envelope's order where a writer keeps to it.

/// What a line says and lacks.
struct EventLogLine {
  /// Bits of `EnvelopeField`: what stands there and says something. A first event has no cause: null says so.
  private(set) var stated: UInt32 = 0
  private(set) var type = 0..<0
  private(set) var timestamp = 0..<0
  /// In the order of `GovernanceClass`.
  private(set) var classes: InlineArray<3, Range<Int>> = [0..<0, 0..<0, 0..<0]
  /// Bits of `CheckedEventLog.AuditID`, in its order.
  private(set) var auditIDs: UInt8 = 0
  private var data = 0..<0
  private var present: UInt32 = 0

  static let all: UInt32 = (1 << 15) - 1

  func states(_ field: EnvelopeField) -> Bool { stated & Self.bit(field) != 0 }

  var missing: UInt32 { Self.all & ~stated }

  private static func bit(_ field: EnvelopeField) -> UInt32 { 1 << UInt32(field.rawValue) }

  /// - Parameters:
  ///   - bytes: of which `range` is the line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) throws(JSONProblem) {
    var scanner = JSONScanner(bytes, in: range)
    guard scanner.next() == UInt8(ascii: "{") else {
      try scanner.skip()
      try scanner.expectEnd()
      throw .noObject
    }
    try scanner.expect("{")
    var last = -1
    if !scanner.take("}") {
      repeat { try readMember(&scanner, bytes, &last) } while scanner.take(",")
      try scanner.expect("}")
    }
    try scanner.expectEnd()
  }

  /// Looks for ids within `data` too, where an audit event may carry them.
  mutating func readAuditData(_ bytes: UnsafeBufferPointer<UInt8>) {
    if states(.traceID) { auditIDs |= 2 }
    guard !data.isEmpty else { return }
    var scanner = JSONScanner(bytes, in: data)
    // It has been scanned once and found sound.
    guard scanner.take("{"), !scanner.take("}") else { return }
    repeat {
      guard let name = try? scanner.name() else { return }
      guard let isStated = try? takeValue(&scanner, bytes, depth: 2) else { return }
      if isStated { auditIDs |= auditBits(scanner.slice(name.range)) }
    } while scanner.take(",")
  }

  private mutating func readMember(
    _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ last: inout Int
  ) throws(JSONProblem) {
    var field: Int?
    if last + 1 < envelopeNames.count, scanner.take(name: envelopeNames[last + 1]) {
      field = last + 1
    } else {
      let name = try scanner.name()
      let slice = scanner.slice(name.range)
      field = name.hasEscapes ? EnvelopeField(name: scanner.string(name).string)?.rawValue : fieldIndex(slice)
      if field == nil {
        if isData(slice) {
          _ = scanner.next()
          let start = scanner.offset
          try scanner.skip(depth: 1)
          data = start..<scanner.offset
        } else {
          let bits = auditBits(slice)
          if try takeValue(&scanner, bytes, depth: 1) { auditIDs |= bits }
        }
        return
      }
    }
    guard let field else { return }
    last = field
    let bit: UInt32 = 1 << UInt32(field)
    guard present & bit == 0 else { throw .repeatedName(envelopeNames[field].description) }
    present |= bit
    let first = scanner.next()
    let start = scanner.offset
    if first == UInt8(ascii: "\"") {
      let text = try scanner.text().range
      keep(field, text)
      if !text.isEmpty { stated |= bit }
    } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      try scanner.skip(depth: 1)
    } else {
      _ = try scanner.plainText()
      if first != UInt8(ascii: "n") || field == EnvelopeField.causationID.rawValue { stated |= bit }
      // A number is no class and no time.
      if first != UInt8(ascii: "n") { keep(field, start..<scanner.offset) }
    }
  }

  private mutating func keep(_ field: Int, _ range: Range<Int>) {
    switch EnvelopeField(rawValue: field) {
    case .eventType: type = range
    case .timestamp: timestamp = range
    case .approvalClass: classes[0] = range
    case .reversibilityClass: classes[1] = range
    case .sensitivityClass: classes[2] = range
    default: break
    }
  }

  /// Whether a value says something: no null, no empty text, list or object.
  private func takeValue(
    _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, depth: Int
  ) throws(JSONProblem) -> Bool {
    switch scanner.next() {
    case UInt8(ascii: "\""): return try !scanner.text().range.isEmpty
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let start = scanner.offset
      try scanner.skip(depth: depth)
      return bytes[start + 1..<scanner.offset - 1].contains { !" \t".utf8.contains($0) }
    case UInt8(ascii: "n"), UInt8(ascii: "f"):
      _ = try scanner.plainText()
      return false
    default:
      _ = try scanner.plainText()
      return true
    }
  }
}

private let envelopeNames: [StaticString] = [
  "event_id", "event_type", "spec_version", "schema_version", "tenant_id", "entity_id", "correlation_id",
  "causation_id", "source", "actor_type", "approval_class", "reversibility_class", "sensitivity_class", "trace_id",
  "timestamp",
]

private func fieldIndex(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
  envelopeNames.indices.first { equals(name, envelopeNames[$0]) }
}

private func isData(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
  equals(name, "data") || equals(name, "payload") || equals(name, "attributes")
}

private func equals(_ name: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
  guard name.count == text.utf8CodeUnitCount, let base = name.baseAddress else { return false }
  return memcmp(base, text.utf8Start, name.count) == 0
}

/// The names under which an audit event carries its ids. `traceparent` (W3C Trace Context) holds a trace and a span.
private let auditNames: [(name: StaticString, bits: UInt8)] = [
  ("actor", 1), ("actor_id", 1), ("actorId", 1), ("actor_uid", 1), ("user", 1), ("user_id", 1), ("userId", 1),
  ("principal", 1), ("principal_id", 1), ("trace_id", 2), ("traceId", 2), ("trace", 2), ("trace.id", 2),
  ("span_id", 4), ("spanId", 4), ("span", 4), ("span.id", 4), ("traceparent", 6),
]

private func auditBits(_ name: UnsafeBufferPointer<UInt8>) -> UInt8 {
  guard (4...12).contains(name.count) else { return 0 }
  for (text, bits) in auditNames where equals(name, text) { return bits }
  return 0
}

/// Whether an event's type is an audit's: `audit` is one of its words.
func isAudit(_ type: UnsafeBufferPointer<UInt8>) -> Bool {
  guard type.count >= 5, let base = type.baseAddress else { return false }
  func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
  for start in 0...(type.count - 5) where type[start] | 0x20 == UInt8(ascii: "a") {
    guard strncasecmp(UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self), "audit", 5) == 0 else {
      continue
    }
    if start > 0, isLetter(type[start - 1]) { continue }
    if start + 5 < type.count, isLetter(type[start + 5]) { continue }
    return true
  }
  return false
}

/// Whether a text is RFC 3339 with a zone, told by its bytes where it has the usual shape.
func isTimestamp(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  func digits(_ start: Int) -> Int? {
    let (high, low) = (text[start], text[start + 1])
    guard (48...57).contains(high), (48...57).contains(low) else { return nil }
    return Int(high - 48) * 10 + Int(low - 48)
  }
  if text.count == 20, text[19] == UInt8(ascii: "Z"), text[4] == 45, text[7] == 45, text[10] == UInt8(ascii: "T"),
    text[13] == 58, text[16] == 58, digits(0) != nil, digits(2) != nil, let month = digits(5), let day = digits(8),
    let hour = digits(11), let minute = digits(14), let second = digits(17), (1...12).contains(month),
    (1...28).contains(day), hour < 24, minute < 60, second < 60
  {
    return true
  }
  return text.count <= 64 && Timestamp(rfc3339: String(decoding: text, as: UTF8.self)) != nil
}
