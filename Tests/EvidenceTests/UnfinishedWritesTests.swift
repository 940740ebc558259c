import Readiness
import Testing

@testable import Evidence

struct UnfinishedWritesTests {
  private func event(_ id: String, _ type: String = "incident.opened", data: String = "{}") -> String {
    #"{"event_id":"\#(id)","event_type":"\#(type)","entity_id":"INC-1","timestamp":"2026-01-01T00:00:00Z","data":\#(data)}"#
  }

  /// An acknowledgement of the bytes that stand at the offset.
  private func acknowledgement(
    of torn: String, at offset: Int, id: String = "t", hash: String? = nil
  ) -> String {
    let hash = hash ?? sha256Hex(Array(torn.utf8))
    return event(id, "ledger.torn_line", data: #"{"offset":\#(offset),"sha256":"\#(hash)"}"#)
  }

  private func read(_ lines: [String]) -> (events: [Event], findings: [Finding]) {
    readEvents(Array((lines.joined(separator: "\n") + "\n").utf8), path: "e")
  }

  private func codes(_ lines: [String]) -> [Finding.Code] {
    read(lines).findings.map(\.code).filter { $0 != .missingEventField }
  }

  private let torn = "{\"event_id\": \"حا"

  @Test func `Bytes that a later event names are an unfinished write`() {
    let first = event("a")
    let offset = first.utf8.count + 1
    #expect(codes([first, torn, acknowledgement(of: torn, at: offset)]) == [.tornLine])
    #expect(codes([first, torn, event("b"), acknowledgement(of: torn, at: offset)]) == [.tornLine])
    let upper = sha256Hex(Array(torn.utf8)).uppercased()
    #expect(codes([first, torn, acknowledgement(of: torn, at: offset, hash: upper)]) == [.tornLine])
  }

  @Test func `An acknowledgement before the bytes acknowledges nothing`() {
    var offset = 0
    // The offset is part of the line that it depends on.
    for _ in 0..<3 { offset = acknowledgement(of: torn, at: offset).utf8.count + 1 }
    let early = acknowledgement(of: torn, at: offset)
    #expect(codes([early, torn]) == [.invalidEvent, .eventsUnreadable])
  }

  @Test func `A wrong offset or hash acknowledges nothing`() {
    let other = sha256Hex(Array("x".utf8))
    for wrong in [
      acknowledgement(of: torn, at: 1), acknowledgement(of: torn, at: -1), acknowledgement(of: torn, at: 9_999_999),
      acknowledgement(of: torn, at: 0, hash: other), acknowledgement(of: torn, at: 0, hash: ""),
      acknowledgement(of: torn + "\n", at: 0), event("t", "ledger.torn_line"),
      event("t", "ledger.torn_line", data: #"{"offset":0}"#),
    ] {
      #expect(codes([torn, wrong]) == [.eventsUnreadable, .invalidEvent], "\(wrong)")
    }
  }

  @Test func `Part of a line is not the line`() {
    let part = String(torn.dropFirst())
    #expect(codes([torn, acknowledgement(of: part, at: 1)]).contains(.eventsUnreadable))
    let start = String(torn.dropLast())
    #expect(codes([torn, acknowledgement(of: start, at: 0)]).contains(.eventsUnreadable))
  }

  @Test func `One acknowledgement is for one line`() {
    #expect(codes([torn, acknowledgement(of: torn, at: 0), torn]) == [.tornLine, .eventsUnreadable])
  }

  @Test func `Acknowledged twice it is one finding`() {
    let twice = [torn, acknowledgement(of: torn, at: 0), acknowledgement(of: torn, at: 0, id: "u")]
    #expect(codes(twice) == [.tornLine])
  }

  @Test func `A whole event that is acknowledged as unfinished is none, and not in silence`() {
    let whole = event("a")
    let (events, findings) = read([whole, acknowledgement(of: whole, at: 0), event("b")])
    #expect(events.map(\.id) == ["t", "b"])
    let torn = findings.filter { $0.code == .tornLine }
    #expect(torn.map(\.location.line) == [1])
    #expect(torn.map(\.severity) == [.v1])
    #expect(!findings.contains { $0.code == .missingEventField && $0.location.line == 1 })
  }

  @Test func `An acknowledgement that was itself unfinished acknowledges nothing`() {
    let first = acknowledgement(of: torn, at: 0)
    let second = acknowledgement(of: first, at: torn.utf8.count + 1, id: "u")
    let (events, findings) = read([torn, first, second])
    #expect(events.map(\.id) == ["u"])
    #expect(findings.filter { $0.code == .eventsUnreadable }.map(\.location.line) == [1])
  }

  @Test func `Bytes with a carriage return at their end are hashed as they stand`() {
    #expect(codes([torn + "\r", acknowledgement(of: torn + "\r", at: 0)]) == [.tornLine])
    #expect(codes([torn + "\r", acknowledgement(of: torn, at: 0)]).contains(.eventsUnreadable))
  }

  @Test func `Blanks may be an unfinished write too`() {
    #expect(codes(["  ", acknowledgement(of: "  ", at: 0)]).isEmpty)
  }

  @Test func `A file of nothing but an unfinished write is no failure`() {
    for tail in [torn, event("a"), "x"] {
      let (events, findings) = readEvents(Array(tail.utf8), path: "e")
      #expect(events.isEmpty)
      #expect(findings.map(\.code) == [.tornLine])
      #expect(findings.map(\.severity) == [.v0])
      #expect(findings.map(\.location.line) == [1])
    }
  }
}
