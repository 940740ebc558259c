import Testing

@testable import Readiness

@Suite struct EventLogRulesTests {
  private func group(_ count: Int, _ line: Int) -> CheckedEventLog.Group { .init(count: count, firstLine: line) }

  @Test("Uncorrelated external events are one V2 incident for each log and type, with count and first line")
  func uncorrelated() throws {
    let log = CheckedEventLog(
      path: "logs/a.jsonl", events: 9,
      uncorrelated: [
        .init(type: "external_payment.settled", group: group(3, 2)),
        .init(type: "external_sms.sent", group: group(1, 7)),
      ])
    let judgement = CheckedEventLogs(logs: [log]).judged()
    #expect(judgement.incidents.map(\.severity) == [.v2, .v2])
    #expect(Set(judgement.incidents.map(\.id)).count == 2)
    #expect(
      judgement.incidents[0].title.english
        == "3 external events without correlation_id: external_payment.settled, first in line 2")
    #expect(
      judgement.incidents[0].title.arabic.withoutDirectionMarks
        == "3 أحداث خارجية بلا correlation_id: external_payment.settled، أولها في السطر 2")
    #expect(judgement.incidents[1].title.english == "An external event without correlation_id: external_sms.sent")
    #expect(judgement.incidents[0].location == SourceLocation(path: "logs/a.jsonl", line: 2))
  }

  @Test("A log without faults is judged without a word")
  func clean() {
    #expect(
      CheckedEventLogs(logs: [CheckedEventLog(path: "a.jsonl", events: 4, audits: 1)]).judged()
        == Judgement(.schemaAdherence))
  }

  @Test("Missing fields weigh V1 only where the line is no event without them, and audits say what they lack")
  func findings() {
    let log = CheckedEventLog(
      path: "a.jsonl", events: 9,
      incomplete: [
        .init(fields: [.tenantID], group: group(2, 1)), .init(fields: [.entityID, .traceID], group: group(1, 4)),
      ], anonymous: [.init(ids: [.actor, .span], group: group(11, 5))], unfinishedLine: 10)
    let findings = CheckedEventLogs(logs: [log]).judged().findings
    #expect(findings.map(\.code) == [.missingEventField, .missingEventField, .auditIncomplete, .tornLine])
    #expect(findings.map(\.severity) == [.v0, .v1, .v1, .v0])
    #expect(findings[0].message.arabic.withoutDirectionMarks == "حدثان بلا tenant_id")
    #expect(findings[2].message.english == "11 audit events carry no actor, no span_id")
    #expect(findings[2].message.arabic.withoutDirectionMarks == "11 حدث تدقيق بلا actor وبلا span_id")
    #expect(findings[2].location.line == 5)
  }

  @Test("The workspace's own external events need a correlation too, others do not")
  func ownEvents() {
    let events = [
      event("1", "external_erp.sync"), event("2", "external_erp.sync", correlation: " "), event("3", "incident.noted"),
      event("4", "external_erp.sync", correlation: "corr-1"),
    ]
    let judgement = uncorrelatedEvents(events)
    #expect(
      judgement.incidents.map(\.title.english) == [
        "2 external events without correlation_id: external_erp.sync, first in line 1"
      ])
    #expect(uncorrelatedEvents([events[3], events[2]]).incidents.isEmpty)
  }

  @Test("An unknown class on an event is a finding, once for each class with its count; known ones are none")
  func classes() {
    func event(_ name: String, _ value: String) -> Event {
      var event = Readiness.Event(
        id: "1", type: "order.created", entity: "O-1", timestamp: at("2026-03-10T10:00:00Z"),
        location: SourceLocation(path: "e.jsonl", line: 3))
      event.envelope[name] = value
      return event
    }
    let known = [
      ("approval_class", "A0"), ("approval_class", "A3"), ("approval_class", "B"), ("reversibility_class", "R2"),
      ("sensitivity_class", "S3"),
    ].map { event($0.0, $0.1) }
    #expect(unknownClasses(in: known).isEmpty)
    let findings = unknownClasses(in: [
      event("approval_class", "A4"), event("approval_class", "high"), event("reversibility_class", "B"),
    ])
    #expect(findings.map(\.code) == [.unknownClass, .unknownClass])
    #expect(findings[0].message.english == "approval_class “A4” is unknown (2 events): use A0–A3, A–C")
    #expect(findings.allSatisfy { $0.topic == .approvalSLA })
  }
}
