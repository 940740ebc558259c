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
}
