import Readiness
import Testing

@testable import Evidence

struct EventReaderTests {
  private func line(_ id: String, _ more: String = "", type: String = "incident.opened") -> String {
    #"{"event_id":"\#(id)","event_type":"\#(type)","entity_id":"i","timestamp":"2026-01-01T00:00:00Z"\#(more)}"# + "\n"
  }
  private func read(_ text: String) -> (events: [Event], findings: [Finding]) {
    readEvents(Array(text.utf8), path: "e")
  }

  @Test func `A torn tail is no failure`() {
    let (events, findings) = read(line("a") + "{\"event")
    #expect(events.map(\.id) == ["a"])
    #expect(findings.contains { $0.code == .tornLine && $0.severity == .v0 })
    #expect(!findings.contains { $0.code.failsClosed })
  }

  @Test func `A log that has grown reads as if it were read whole`() {
    // Whole lines, a damaged one, a torn write that is acknowledged later, a blank line and a last line without its end.
    let torn = "{\"event"
    let start = line("a") + "{x\n" + "\n" + line("b", #","severity":7"#)
    let data = #","data":{"offset":\#(start.utf8.count),"sha256":"\#(sha256Hex(Array(torn.utf8)[...]))"}"#
    let text = start + torn + "\n" + line("t", data, type: "ledger.torn_line") + line("c") + line("d").dropLast()
    let bytes = Array(text.utf8)
    let whole = read(text)
    for length in 0...bytes.count {
      let cache = EventLogCache()
      _ = readEvents(Array(bytes[..<length]), path: "e", cache: cache)
      let (events, findings) = readEvents(bytes, path: "e", cache: cache)
      #expect(events == whole.events && findings == whole.findings, "\(length)")
    }
  }

  @Test func `A log whose beginning has changed is read anew`() {
    let cache = EventLogCache()
    func events(_ text: String) -> [String] { readEvents(Array(text.utf8), path: "e", cache: cache).events.map(\.id) }
    #expect(events(line("a") + line("b")) == ["a", "b"])
    // As long as before.
    #expect(events(line("c") + line("b")) == ["c", "b"])
    #expect(events(line("c")) == ["c"])
    #expect(events(line("x") + line("c")) == ["x", "c"])
    #expect(events("") == [])
  }

  @Test func `A bad line fails closed beside good ones`() {
    let (events, findings) = read(line("a") + "{x\n{}\n" + line("b"))
    #expect(events.map(\.id) == ["a", "b"])
    #expect(findings.filter { $0.code == .eventsUnreadable }.map(\.location.line) == [2, 3])
  }

  @Test func `A torn line is acknowledged by offset and hash only`() {
    let torn = "{\"event"
    let offset = line("a").utf8.count
    func failures(_ offset: Int) -> Int {
      let data = #","data":{"offset":\#(offset),"sha256":"\#(sha256Hex(Array(torn.utf8)[...]))"}"#
      return read(line("a") + torn + "\n" + line("t", data, type: "ledger.torn_line")).findings
        .filter { $0.code == .eventsUnreadable }.count
    }
    #expect(failures(offset) == 0)
    #expect(failures(offset + 1) == 1)
  }

  @Test func `An unknown severity is kept, missing fields and correlation are findings`() {
    let (events, findings) = read(line("a", #","severity":7"#) + line("b", type: "external_x"))
    #expect(events.map(\.rawSeverity) == ["7", nil])
    #expect(findings.filter { $0.code == .missingEventField }.count == 2)
    #expect(findings.filter { $0.code == .missingCorrelation }.map(\.location.line) == [2])
  }

  /// A line whose members are as given, and else complete.
  private func envelope(_ changes: [String: String?] = [:]) -> String {
    let whole = [
      "event_id": #""e""#, "event_type": #""incident.noted""#, "spec_version": #""1.0""#, "schema_version": #""1""#,
      "tenant_id": #""t""#, "entity_id": #""i""#, "correlation_id": #""c""#, "causation_id": #""x""#, "source": #""s""#,
      "actor_type": #""human""#, "approval_class": #""A""#, "reversibility_class": #""R1""#,
      "sensitivity_class": #""S1""#, "trace_id": #""f""#, "timestamp": #""2026-01-01T00:00:00Z""#, "severity": "null",
      "data": "{}",
    ].merging(changes.compactMapValues(\.self)) { $1 }
    let left = whole.filter { changes[$0.key] != .some(nil) }.sorted { $0.key < $1.key }
    return "{" + left.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}\n"
  }

  private func failures(_ text: String) -> [Int?] {
    read(text).findings.filter { $0.code == .eventsUnreadable }.map(\.location.line)
  }

  @Test func `A whole envelope is no finding`() {
    let (events, findings) = read(envelope())
    #expect(findings.isEmpty)
    #expect(events.first?.traceID == "f")
    #expect(
      events.first?.envelope == [
        "spec_version": "1.0", "schema_version": "1", "tenant_id": "t", "approval_class": "A",
        "reversibility_class": "R1", "sensitivity_class": "S1",
      ])
  }

  @Test func `Envelopes that differ are told apart however many there are`() {
    let text = (0..<500).map { envelope(["event_id": "\"\($0)\"", "tenant_id": "\"tenant number \($0)\""]) }.joined()
    #expect(read(text).events.compactMap { $0.envelope["tenant_id"] } == (0..<500).map { "tenant number \($0)" })
    let kinds = envelope(["tenant_id": "1"]) + envelope(["tenant_id": #""1""#]) + envelope(["tenant_id": #""\u0031""#])
    #expect(read(kinds).events.map { $0.envelope["tenant_id"] } == ["1", "1", "1"])
  }

  @Test func `Fields nobody asks for are kept`() {
    let event = read(envelope(["region": #""ريا\u0636""#, "shard": "7", "tags": "[1]"])).events.first
    #expect(event?.envelope["region"] == "رياض")
    #expect(event?.envelope["shard"] == "7")
    #expect(event?.envelope["tags"] == nil)
    #expect(event?.envelope["tenant_id"] == "t")
  }

  @Test func `Without a cause and without a severity null stands, and nothing is missing`() {
    let nulls: [String: String?] = ["causation_id": "null", "severity": "null", "data": "null"]
    #expect(read(envelope(nulls)).findings.isEmpty)
    #expect(read(envelope(nulls)).events.first?.rawSeverity == nil)
  }

  @Test(arguments: [
    "spec_version", "schema_version", "tenant_id", "correlation_id", "causation_id", "source", "actor_type",
    "approval_class", "reversibility_class", "sensitivity_class", "trace_id", "severity", "data",
  ])
  func `A missing field of the envelope is a finding`(name: String) {
    for (events, findings) in [nil, #""""#, "[]"].map({ read(envelope([name: $0])) }) where name != "severity" {
      #expect(events.count == 1)
      #expect(findings.map(\.code) == [.missingEventField])
      #expect(findings.first?.message(.english).contains(name) == true)
    }
    #expect(read(envelope([name: nil])).findings.map(\.code) == [.missingEventField])
  }

  @Test(arguments: ["event_id", "event_type", "entity_id", "timestamp"])
  func `A line that lacks a required field fails closed`(name: String) {
    for value in [nil, "null", #""""#, "7", "[]", "{}", #""\ud800""#] {
      let (events, findings) = read(envelope([name: value]))
      #expect(events.isEmpty)
      #expect(findings.map(\.code) == [.eventsUnreadable])
      #expect(findings.map(\.location.line) == [1])
      #expect(findings.first?.message(.english).contains(name) == true)
      #expect(findings.first?.message(.arabic).contains(name) == true)
    }
  }

  @Test(arguments: ["2026-01-01T00:00:00", "2026-01-01", "yesterday", "2026-02-30T00:00:00Z", "1767225600"])
  func `A time without zone, or none at all, fails closed`(time: String) {
    #expect(failures(envelope(["timestamp": "\"\(time)\""])) == [1])
  }

  @Test(arguments: [
    "null", "[]", "7", #""x""#, "{}", "{", "x", "{}{}", "[{}]", #"{"a":01}"#, #"{"a":NaN}"#, #"{"a":1,}"#, "\u{0}",
  ])
  func `A line that is no event fails closed`(line: String) {
    #expect(failures(envelope() + line + "\n" + envelope()) == [2])
    #expect(read(envelope() + line + "\n" + envelope()).events.count == 2)
  }

  @Test func `What stands behind the event on its line fails closed`() {
    #expect(failures(String(envelope().dropLast()) + " x\n") == [1])
    #expect(failures(String(envelope().dropLast()) + envelope()) == [1])
  }

  @Test func `A name that stands twice fails closed`() {
    func twice(_ member: String) -> String { "{\(member)," + envelope().dropFirst() }
    #expect(failures(twice(#""severity":"V3""#)) == [1])
    #expect(failures(twice(#""severit\u0079":"V3""#)) == [1])
    #expect(failures(twice(#""region":1,"region":2"#)) == [1])
    #expect(failures(twice(#""region":[],"region":2"#)) == [1])
    #expect(failures(twice(#""region":2,"region":null"#)) == [1])
    for data in [#"{"owner":"a","owner":"b"}"#, #"{"owner":null,"owner":"b"}"#, #"{"owner":"a","\u006fwner":{}}"#] {
      #expect(failures(envelope(["data": data])) == [1])
    }
    // Deeper nobody reads.
    #expect(failures(envelope(["data": #"{"more":{"a":1,"a":2}}"#])).isEmpty)
  }

  @Test func `A name written with escapes is the same name`() {
    #expect(
      read(envelope().replacing("\"severity\":null", with: #""sever\u0069ty":"V2""#)).events.map(\.rawSeverity) == [
        "V2"
      ])
  }

  @Test func `Half a surrogate pair spoils an id but not a title`() {
    let event = read(envelope(["data": #"{"title":"late \ud83d"}"#])).events.first
    #expect(event?.data["title"] == "late \u{FFFD}")
  }

  @Test func `A line nested a hundred thousand levels deep fails closed`() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    for line in [deep + "\n", envelope(["data": deep]), envelope(["data": "{\"a\":\(deep)}"]), envelope(["x": deep])] {
      #expect(failures(line) == [1])
    }
  }

  @Test func `A line that is no UTF-8 fails closed`() {
    let bytes = Array(envelope(["data": #"{"title":"?"}"#]).utf8).map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    #expect(readEvents(bytes, path: "e").findings.map(\.code) == [.eventsUnreadable])
  }

  @Test func `A severity of another type is unknown, not absent`() {
    for (value, read) in [("7", "7"), ("true", "true"), ("[]", "?"), ("{}", "?"), (#""""#, "")] {
      #expect(self.read(envelope(["severity": value])).events.map(\.rawSeverity) == [read])
    }
  }

  @Test func `Blank lines, CRLF and a byte order mark are no matter`() {
    let (events, findings) = read("\u{FEFF}" + envelope() + "\n \t\n\r\n" + envelope().dropLast() + "\r\n")
    #expect(events.map(\.location.line) == [1, 5])
    #expect(findings.isEmpty)
    #expect(read("").findings.isEmpty)
    #expect(read("\n\n").findings.isEmpty)
  }

  @Test func `A byte order mark elsewhere fails closed`() {
    #expect(failures(envelope() + "\u{FEFF}" + envelope()) == [2])
  }

  @Test func `Of five thousand bad lines the first are named and the rest counted`() {
    let findings = read(String(repeating: "x\n", count: 5_000)).findings
    #expect(findings.count == 21)
    #expect(findings.allSatisfy { $0.code == .eventsUnreadable })
    #expect(findings.map(\.location.line) == (1...21).map { $0 })
    #expect(findings.last?.message(.english) == "and 4980 more like these")
  }

  @Test func `Events that lack the same are one finding that names the first and counts them`() {
    let source = (1...30).map { envelope(["event_id": "\"s\($0)\"", "source": nil]) }.joined()
    let trace = (1...2).map { envelope(["event_id": "\"t\($0)\"", "trace_id": nil, "source": nil]) }.joined()
    let findings = read(envelope() + source + trace + source).findings
    #expect(findings.map(\.location.line) == [2, 32])
    #expect(
      findings.map { $0.message(.english) } == [
        "the envelopes of 60 events lack source, first in line 2",
        "the envelopes of 2 events lack source, trace_id, first in line 32",
      ])
  }

  @Test(arguments: [nil, "null", #""""#, #"" ""#, #""\u200f""#])
  func `An external event without correlation is a finding of its own`(correlation: String?) {
    func external(_ type: String) -> [Finding] {
      read(envelope(["event_type": "\"\(type)\"", "correlation_id": correlation])).findings
    }
    let findings = external("external_message.sent").filter { $0.code == .missingCorrelation }
    #expect(findings.map(\.severity) == [.v2])
    #expect(!external("incident.noted").contains { $0.code == .missingCorrelation })
  }

  @Test func `Findings stand in the order of their lines`() {
    let text =
      envelope(["event_type": #""external_x""#, "correlation_id": nil]) + "x\n" + envelope(["source": nil]) + "y"
    let lines = read(text).findings.map { $0.location.line ?? 0 }
    #expect(lines == [1, 1, 2, 3, 4])
  }
}
