import Testing

@testable import Readiness

@Suite struct EventFoldTests {
  private func incident(_ events: [Event]) -> Incident? { EventFold(events, now: noon).incidents["INC-1"] }

  private func findings(_ events: [Event]) -> [Finding.Code] { EventFold(events, now: noon).findings.map(\.code) }

  @Test func anIncidentIsTheFoldOfItsEvents() throws {
    let folded = try #require(
      incident([
        step(
          "incident.opened", "INC-1", severity: "V2",
          data: ["title": "Late", "title_ar": "تأخر", "dimension": "approval SLA", "owner": "ops"]),
        step("incident.acknowledged", "INC-1", at: "2026-03-10T09:05:00Z"),
        step("incident.reassigned", "INC-1", data: ["owner": "data"]),
        step("incident.severity_changed", "INC-1", severity: "V1"),
        step("incident.compensated", "INC-1", data: ["mechanism": "by hand"]),
        step("incident.noted", "INC-1", data: ["note": "seen"]),
        step("incident.mitigated", "INC-1", at: "2026-03-10T10:00:00Z"),
      ]))
    #expect(folded.title(in: .arabic) == "تأخر")
    #expect(folded.owner == "data")
    #expect(folded.severity == .v1)
    #expect(folded.compensation == "by hand")
    #expect(folded.state == .mitigated)
    #expect(folded.acknowledgedAt == at("2026-03-10T09:05:00Z"))
    #expect(folded.mitigatedAt == at("2026-03-10T10:00:00Z"))
    #expect(folded.dimension == "approval SLA")
    #expect(folded.history.count == 7)
  }

  @Test func whatIsSaidAgainByAnUndoCountsFromWhenItWasFirstSo() {
    let start = [
      step("incident.opened", severity: "V2"), step("incident.acknowledged", "INC-1", at: "2026-03-10T09:05:00Z"),
    ]
    func again(_ data: [String: String]) -> Timestamp? {
      incident(
        start + [
          step("incident.reopened", "INC-1", at: "2026-03-10T11:00:00Z", data: ["undoes": "m"], line: 3),
          step("incident.acknowledged", "INC-1", at: "2026-03-10T11:00:00Z", data: data, line: 4),
        ])?.acknowledgedAt
    }
    #expect(again(["undoes": "m", "since": "2026-03-10T09:05:00Z"]) == at("2026-03-10T09:05:00Z"))
    // Nobody else may say so, and none of a time that was not yet.
    #expect(again(["since": "2026-03-10T09:05:00Z"]) == at("2026-03-10T11:00:00Z"))
    #expect(again(["undoes": "m", "since": "2026-03-10T11:30:00Z"]) == at("2026-03-10T11:00:00Z"))
  }

  @Test func fileOrderDecidesNotTime() {
    let events = [
      opened("V2"), step("incident.resolved", "INC-1", at: "2026-03-10T11:00:00Z"),
      step("incident.reopened", "INC-1", at: "2026-03-10T08:00:00Z"),
    ]
    #expect(incident(events)?.state == .open)
  }

  @Test func reopeningForgetsWhatCalmedItBefore() {
    let events = [
      opened("V1"), step("incident.compensated", "INC-1", data: ["mechanism": "x"]),
      step("incident.mitigated", "INC-1"), step("incident.resolved", "INC-1"), step("incident.reopened", "INC-1"),
    ]
    #expect(incident(events)?.state == .open)
    #expect(incident(events)?.compensation == nil)
    #expect(incident(events)?.mitigatedAt == nil)
  }

  @Test func acknowledgingAMitigatedIncidentLeavesItMitigated() {
    let events = [opened("V2"), step("incident.mitigated", "INC-1"), step("incident.acknowledged", "INC-1")]
    #expect(incident(events)?.state == .mitigated)
  }

  @Test func mitigatingAResolvedIncidentDoesNotOpenIt() {
    let events = [opened("V2"), step("incident.resolved", "INC-1"), step("incident.mitigated", "INC-1")]
    #expect(incident(events)?.isOpen == false)
  }

  @Test func aRepeatedIdCountsOnce() {
    let events = [
      opened("V2"), step("incident.resolved", "INC-1", id: "e"), step("incident.reopened", "INC-1"),
      step("incident.resolved", "INC-1", id: "e"),
    ]
    #expect(incident(events)?.isOpen == true)
    #expect(findings(events) == [.duplicateEvent])
  }

  @Test func openingTwiceKeepsTheGraverSeverity() {
    let events = [opened("V3"), step("incident.opened", "INC-1", severity: "V0", line: 2)]
    #expect(incident(events)?.severity == .v3)
    #expect(findings(events) == [.invalidEvent])
  }

  @Test(arguments: ["P1", "V9", "high", ""])
  func anUnknownSeverityReadsAsV3(severity: String) {
    #expect(incident([opened(severity)])?.severity == .v3)
    #expect(findings([opened(severity)]) == [.unknownSeverity])
    let changed = [opened("V0"), step("incident.severity_changed", "INC-1", severity: severity)]
    #expect(incident(changed)?.severity == .v3)
    #expect(findings(changed) == [.unknownSeverity])
  }

  @Test func aMissingSeverityReadsAsV3WhereOneMustStand() {
    #expect(incident([opened(nil)])?.severity == .v3)
    #expect(findings([opened(nil)]) == [.unknownSeverity])
    let changed = [opened("V0"), step("incident.severity_changed", "INC-1")]
    #expect(incident(changed)?.severity == .v3)
    #expect(findings(changed) == [.unknownSeverity])
  }

  @Test func aSeverityWhereNoneBelongsChangesNothing() {
    let events = [
      opened("V1"), step("incident.noted", "INC-1", severity: "V3"),
      step("incident.acknowledged", "INC-1", severity: "P1"),
    ]
    #expect(incident(events)?.severity == .v1)
    #expect(findings(events).isEmpty)
  }

  @Test func anEventForAnUnknownIncidentIsAFinding() {
    #expect(findings([step("incident.resolved", "INC-9")]) == [.unknownEntity])
    #expect(findings([step("exception.revoked", "EXC-9")]) == [.unknownEntity])
  }

  @Test func anUnknownTypeIsAFindingAndHarmsNothing() {
    let events = [opened("V2"), step("incident.exploded", "INC-1"), step("weather.changed", "sky")]
    #expect(findings(events) == [.unknownEventType, .unknownEventType])
    #expect(incident(events)?.state == .open)
  }

  @Test func triageTornLinesAndExternalEventsAreKnownTypes() {
    let events = [
      step("dimension.status_changed", "docs truth", data: ["from": "Risk", "to": "OK"]),
      step("ledger.torn_line", "ledger"), step("external_message.sent", "msg-1"), step("candidate.added", "RC-2"),
      step("candidate.removed", "RC-2"),
    ]
    #expect(findings(events).isEmpty)
  }

  @Test func theFutureIsIgnoredUntilItComes() {
    let events = [
      opened("V2"), step("incident.resolved", "INC-1", at: "2026-03-10T12:00:01Z"),
      step("incident.reopened", "INC-1", at: "2026-03-10T12:30:00Z"),
    ]
    let fold = EventFold(events, now: noon)
    #expect(fold.incidents["INC-1"]?.isOpen == true)
    #expect(fold.findings.map(\.code) == [.futureEvent, .futureEvent])
    #expect(fold.nextChange == at("2026-03-10T12:00:01Z").instant)
    #expect(EventFold(events, now: at("2026-03-10T12:00:01Z").instant).incidents["INC-1"]?.isOpen == false)
  }

  @Test func anEventOfThisVeryMomentCounts() {
    #expect(incident([step("incident.opened", "INC-1", at: "2026-03-10T12:00:00Z", severity: "V1")]) != nil)
  }

  @Test func triageOfADimensionThatTheMatrixLacksIsAFinding() {
    let known = workspace(events: [step("dimension.status_changed", "Docs Truth", data: ["to": "OK"])])
    #expect(!assess(known, now: noon).has(.unknownEntity))
    let unknown = workspace(events: [step("dimension.status_changed", "docs lies", data: ["to": "OK"])])
    #expect(assess(unknown, now: noon).has(.unknownEntity))
  }

  @Test func aRepeatedIdThatSaysSomethingElseIsAGraverFinding() {
    func finding(_ second: Event) -> [Severity] {
      EventFold([opened("V1", id: "e"), second], now: noon).findings.map(\.severity)
    }
    #expect(finding(opened("V1", id: "e")) == [.v0])
    #expect(finding(opened("V3", id: "e")) == [.v1])
    #expect(finding(opened("V1", "INC-2", id: "e")) == [.v1])
    #expect(finding(step("incident.resolved", id: "e")) == [.v1])
  }

  @Test func aThirdEventOfAnIdIsHeldAgainstTheFirst() {
    let events = [opened("V1", id: "e"), opened("V3", id: "e"), opened("V1", id: "e")]
    #expect(EventFold(events, now: noon).findings.map(\.severity) == [.v1, .v0])
    #expect(incident(events)?.severity == .v1)
  }

  @Test func openingAgainForgetsWhatCalmedItBefore() {
    for type in ["incident.mitigated", "incident.resolved"] {
      let events = [opened("V2"), step(type), step("incident.opened", severity: "V2", line: 2)]
      #expect(incident(events)?.state == .open)
      #expect(findings(events) == [.invalidEvent])
    }
    let compensated = [
      opened("V1"), step("incident.compensated", data: ["mechanism": "x"]),
      step("incident.opened", severity: "V1", line: 2),
    ]
    #expect(incident(compensated)?.compensation == nil)
  }

  @Test(arguments: [[:], ["mechanism": ""], ["mechanism": " \u{200F}"]])
  func compensatingWithoutAMechanismDoesNotCountAndIsAFinding(data: [String: String]) {
    let events = [opened("V1"), step("incident.compensated", data: data)]
    #expect(incident(events)?.compensation == nil)
    #expect(findings(events) == [.invalidEvent])
    #expect(verdict(workspace(events: events), .prod) == .hold)
  }

  @Test func manyEventsOfUnknownEntitiesAreOneFindingBehindTheFirstTwenty() {
    let events = (1...50).map { step("dimension.status_changed", "row \($0)", line: $0) }
    let findings = assess(workspace(events: events), now: noon).findings.filter { $0.code == .unknownEntity }
    #expect(findings.count == 21)
  }

  @Test func anExceptionRecordedAgainAfterItsRevocationIsNoFinding() {
    let again = waiver(covering: "INC-1", line: 92)
    #expect(findings([waiver(covering: "INC-1"), step("exception.revoked", "EX-1", line: 91), again]).isEmpty)
  }

  @Test func anExceptionRecordedTwiceIsAFinding() {
    #expect(findings([waiver(covering: "INC-1"), waiver(covering: "INC-2", line: 91)]) == [.invalidEvent])
  }
}
