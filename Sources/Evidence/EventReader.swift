package import Readiness

// The event log: JSON Lines, append-only. A line that cannot be read fails closed, but never hides the lines beside it; the
// bytes behind the last newline are an unfinished write and no failure.

/// Reads `incidents/events.jsonl`.
///
/// - Parameter path: relative to the workspace.
package func readEvents(_ bytes: [UInt8], path: String) -> (events: [Event], findings: [Finding]) {
  var events: [Event] = []
  var findings: [Finding] = []
  var unreadable: [(line: Int, bytes: ArraySlice<UInt8>, finding: Finding)] = []
  var start = bytes.startIndex
  var line = 0
  while start < bytes.endIndex {
    line += 1
    let location = SourceLocation(path: path, line: line)
    guard let end = bytes[start...].firstIndex(of: 10) else {
      findings.append(
        Finding(
          .tornLine, .v0, Wording("an unfinished write at the end: ignored", "كتابة غير مكتملة في آخر الملف: لا تُحتسب"),
          at: location))
      break
    }
    var text = bytes[start..<end]
    if text.last == 13 { text = text.dropLast() }
    if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if !text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      switch event(text, at: location) {
      case .success(let event):
        events.append(event)
        findings += notes(on: event)
      case .failure(let problem):
        unreadable.append((line, bytes[start..<end], Finding(.eventsUnreadable, .v2, problem.message, at: location)))
      }
    }
    start = end + 1
  }
  // A later writer may have acknowledged the bytes of an unfinished write by their offset and SHA-256.
  let acknowledged = Set(
    events.filter { $0.type == "ledger.torn_line" }.compactMap { event -> String? in
      guard let offset = event.data["offset"], let hash = event.data["sha256"] else { return nil }
      return "\(offset):\(hash.lowercased())"
    })
  for (_, bytes, finding) in unreadable {
    let isAcknowledged = acknowledged.contains("\(bytes.startIndex):\(sha256Hex(bytes))")
    findings.append(
      isAcknowledged
        ? Finding(
          .tornLine, .v0, Wording("an unfinished write, acknowledged later", "كتابة غير مكتملة أُقِرّ بها لاحقًا"),
          at: finding.location)
        : finding)
  }
  return (events, findings)
}

private struct LineProblem: Error {
  var message: Wording
}

private func event(_ bytes: ArraySlice<UInt8>, at location: SourceLocation) -> Result<Event, LineProblem> {
  guard let members = JSONValue(bytes)?.object else {
    return .failure(LineProblem(message: Wording("the line is no JSON object", "السطر ليس كائن JSON")))
  }
  func text(_ name: String) -> String? { members[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }
  let missing = ["event_id", "event_type", "entity_id", "timestamp"].filter { text($0) == nil }
  guard missing.isEmpty, let id = text("event_id"), let type = text("event_type"), let entity = text("entity_id"),
    let moment = text("timestamp")
  else {
    let names = missing.joined(separator: ", ")
    return .failure(LineProblem(message: Wording("the event lacks \(names)", "ينقص الحدث: \(names)")))
  }
  guard let timestamp = Timestamp(rfc3339: moment) else {
    return .failure(
      LineProblem(message: Wording("“\(moment)” is no RFC 3339 time with zone", "«\(moment)» ليس وقتًا بصيغة RFC 3339")))
  }
  let own: Set<String> = [
    "event_id", "event_type", "entity_id", "timestamp", "severity", "correlation_id", "causation_id", "source",
    "actor_type",
    "data",
  ]
  // A severity that is there but no string is unknown, not absent.
  let severity: String? =
    switch members["severity"] {
    case nil, .null?: nil
    case let value?: value.scalarText ?? "?"
    }
  return .success(
    Event(
      id: id, type: type, entity: entity, timestamp: timestamp, rawSeverity: severity,
      correlationID: text("correlation_id"), causationID: text("causation_id"), source: text("source"),
      actorType: text("actor_type"),
      envelope: members.filter { !own.contains($0.key) }.compactMapValues(\.scalarText),
      data: (members["data"]?.object ?? [:]).compactMapValues(\.scalarText), location: location))
}

/// What an event lacks that the envelope asks for, as one finding a line.
private func notes(on event: Event) -> [Finding] {
  var findings: [Finding] = []
  var missing = envelopeFields.filter { event.envelope[$0] == nil }
  if event.correlationID == nil { missing.append("correlation_id") }
  if event.causationID == nil { missing.append("causation_id") }
  if event.source == nil { missing.append("source") }
  if event.actorType == nil { missing.append("actor_type") }
  if !missing.isEmpty {
    let names = missing.joined(separator: ", ")
    findings.append(
      Finding(
        .missingEventField, .v0, Wording("the event’s envelope lacks \(names)", "ينقص غلاف الحدث: \(names)"),
        at: event.location))
  }
  if event.type.hasPrefix("external_"), event.correlationID == nil {
    findings.append(
      Finding(
        .missingCorrelation, .v2, Wording("an external event without correlation_id", "حدث خارجي بلا correlation_id"),
        at: event.location))
  }
  return findings
}

private let envelopeFields = [
  "spec_version", "schema_version", "tenant_id", "approval_class", "reversibility_class", "sensitivity_class",
  "trace_id",
]
