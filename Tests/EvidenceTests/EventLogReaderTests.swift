import Readiness
import Testing

@testable import Evidence

@Suite struct EventLogReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ paths: [String] = ["logs/events.jsonl"]) -> (CheckedEventLogs?, [Finding]) {
    var configuration = Configuration.Governance()
    configuration.eventLogs = paths
    return readEventLogs(below: folder.path, configuration)
  }

  /// - Parameter changes: values as JSON; an empty one leaves the field out.
  private func line(_ changes: [String: String] = [:], more: String = "") -> String {
    let fields: [(String, String)] = [
      ("event_id", "\"evt-1\""), ("event_type", "\"order.created\""), ("spec_version", "\"1.0\""),
      ("schema_version", "\"1.0.0\""), ("tenant_id", "\"salesflow-sa\""), ("entity_id", "\"ORD-1\""),
      ("correlation_id", "\"corr-1\""), ("causation_id", "null"), ("source", "\"طلبات\""), ("actor_type", "\"human\""),
      ("approval_class", "\"A1\""), ("reversibility_class", "\"R1\""), ("sensitivity_class", "\"S2\""),
      ("trace_id", "\"ee11932e08826b506daf765b5c54f1ab\""), ("timestamp", "\"2026-03-10T08:00:00+03:00\""),
    ]
    let members = fields.compactMap { name, value -> String? in
      guard let changed = changes[name] else { return "\"\(name)\": \(value)" }
      return changed.isEmpty ? nil : "\"\(name)\": \(changed)"
    }
    return "{" + members.joined(separator: ", ") + more + "}\n"
  }

  private func check(_ text: String) -> CheckedEventLog? {
    folder.write("logs/events.jsonl", text)
    return read().0?.logs.first
  }

  @Test("A log whose events carry the whole envelope has nothing to say")
  func sound() throws {
    let text =
      "\u{FEFF}" + line() + "\r\n\n" + line(more: #", "severity": null, "data": {"event_id": 3}}"#).dropLast(2) + "\n"
    let log = try #require(check(text))
    #expect(log == CheckedEventLog(path: "logs/events.jsonl", events: 2))
  }

  @Test("Missing fields are counted by what is missing, with the first line; null says nothing but of a cause")
  func missing() throws {
    let text =
      line() + line(["trace_id": "null"]) + line(["trace_id": "\"\""])
      + line(["causation_id": "", "tenant_id": "{}"])
      + line(["trace_id": ""])
    let log = try #require(check(text))
    #expect(log.events == 5)
    #expect(
      log.incomplete == [
        .init(fields: [.traceID], group: .init(count: 3, firstLine: 2)),
        .init(fields: [.tenantID, .causationID], group: .init(count: 1, firstLine: 4)),
      ])
  }

  @Test("Fields are found in any order and behind escapes; one that stands twice makes the line unreadable")
  func order() throws {
    let shuffled =
      "{" + line().dropFirst().dropLast(2).split(separator: ", ").reversed().joined(separator: ", ") + "}\n"
    #expect(check(shuffled)?.incomplete == [])
    #expect(check(line(["source": ""], more: #", "sour\u0063e": "x""#))?.incomplete == [])
    let twice = try #require(check(line(more: #", "source": "other""#)))
    #expect(twice.unreadable.map(\.group) == [.init(count: 1, firstLine: 1)] && twice.events == 0)
  }

  @Test("An external event without correlation_id is counted by its type; with one it is not")
  func external() throws {
    let text =
      line(["event_type": "\"external_sms.sent\""])
      + line(["correlation_id": "null", "event_type": "\"external_sms.sent\""])
      + line(["event_type": "\"external_erp.sync\"", "correlation_id": ""])
      + line(["event_type": "\"external_sms.sent\"", "correlation_id": "\"\""])
      + line(["event_type": "\"internal_external_x\"", "correlation_id": "\"\""])
    let log = try #require(check(text))
    #expect(
      log.uncorrelated == [
        .init(type: "external_sms.sent", group: .init(count: 2, firstLine: 2)),
        .init(type: "external_erp.sync", group: .init(count: 1, firstLine: 3)),
      ])
    #expect(log.incomplete == [.init(fields: [.correlationID], group: .init(count: 1, firstLine: 5))])
  }

  @Test("Any number of types of external events is a bounded number of incidents")
  func manyTypes() throws {
    let text = (0..<150).map { line(["event_type": "\"external_\($0)\"", "correlation_id": "\"\""]) }.joined()
    let log = try #require(check(text))
    #expect(
      log.uncorrelated.count == 101
        && log.uncorrelated.last == .init(type: nil, group: .init(count: 50, firstLine: 101)))
  }

  @Test(
    "Audit events carry actor, trace and span, at the top or in data; other events need not",
    arguments: [
      ("audit.login", "", ["actor", "span_id"]), ("user_audit", #", "actor": "s", "span_id": "00f0""#, []),
      ("security.audit.export", #", "data": {"actor": {"id": "s"}, "span_id": "00f0"}"#, []),
      ("AUDIT", #", "actor": "", "traceparent": "00-ee-00f0-01""#, ["actor"]),
      ("access-audit", #", "data": {"actor": {}, "spanId": "00f0"}"#, ["actor"]),
      ("auditor.hired", "", nil), ("order.created", "", nil),
    ] as [(String, String, [String]?)])
  func audits(_ type: String, _ more: String, _ missing: [String]?) throws {
    let log = try #require(check(line(["event_type": "\"\(type)\""], more: more)))
    #expect(log.audits == (missing == nil ? 0 : 1))
    #expect(log.anonymous.flatMap { $0.ids.map(\.rawValue) } == missing ?? [])
  }

  @Test("A class that nobody knows and a time that is none are counted with an example")
  func values() throws {
    let text =
      line(["approval_class": "\"B\""]) + line(["approval_class": "\"A9\""]) + line(["approval_class": "2"])
      + line(["timestamp": "\"2026-03-10 08:00\""]) + line(["timestamp": "\"2026-02-30T08:00:00Z\""])
      + line(["timestamp": "\"2026-02-28T08:00:00.123Z\""])
    let log = try #require(check(text))
    #expect(
      log.unknownClasses == [
        UnknownClassValues(
          field: .approval, example: "A9", count: 2, location: SourceLocation(path: "logs/events.jsonl", line: 2))
      ])
    #expect(log.timestamps == .init(count: 2, firstLine: 4) && log.exampleTimestamp == "2026-03-10 08:00")
  }

  @Test("Lines that are no events hide none beside them, and an unfinished last one is told apart")
  func unreadable() throws {
    let text = "nonsense\n[1]\n" + line() + "\"x\"\n{\"a\": \"\0\"}\n" + line() + "{\"event_id\": \"cut"
    let log = try #require(check(text))
    #expect(log.events == 2 && log.unfinishedLine == 7)
    #expect(log.unreadable.map(\.group) == [.init(count: 2, firstLine: 1), .init(count: 2, firstLine: 2)])
    #expect(check(String(line().dropLast()))?.events == 1, "the last newline may be missing")
  }

  @Test("Lines that span the pieces in which a file is read, and far too long ones, keep their numbers")
  func longLines() throws {
    let long = line(more: ", \"data\": {\"text\": \"\(String(repeating: "س", count: 700_000))\"}")
    let endless = "{\"a\": \"" + String(repeating: "x", count: LineStream.lineLimit + 3_000_000) + "\"}\n"
    let log = try #require(check(long + long + endless + line(["source": "\"\""])))
    #expect(log.events == 3)
    #expect(log.unreadable.map(\.group) == [.init(count: 1, firstLine: 3)])
    #expect(log.incomplete.map(\.group.firstLine) == [4])
  }

  @Test("Only configured logs are read, of a folder its logs, never the workspace's own events")
  func files() {
    folder.write("incidents/events.jsonl", "nonsense\n")
    folder.write("logs/a.ndjson", line())
    folder.write("logs/b.txt", "no log\n")
    #expect(read([]) == (nil, []))
    #expect(read(["logs", "./incidents/events.jsonl", "incidents"]).0?.logs.map(\.path) == ["logs/a.ndjson"])
    #expect(read(["gone.jsonl"]).1.map(\.code) == [.eventLogUnreadable])
    folder.makeFolder("empty")
    #expect(read(["empty"]).1.map(\.message.english) == ["holds no log of events"])
  }
}
