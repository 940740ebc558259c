import Testing

@testable import Readiness

@Suite struct ExceptionTests {
  private func verdict(_ record: Event..., at now: Instant = noon) -> Verdict {
    assess(workspace(events: [opened("V2")] + record), now: now).verdict
  }

  @Test func itStopsCountingTheSecondItExpires() {
    let record = waiver(covering: "INC-1", expires: "2026-03-10T12:00:00Z")
    #expect(verdict(record, at: at("2026-03-10T11:59:59Z").instant) == .goWithRisk)
    #expect(verdict(record, at: at("2026-03-10T12:00:00Z").instant) == .hold)
  }

  @Test func itsExpiryIsReadInItsOwnZone() {
    let record = waiver(covering: "INC-1", expires: "2026-03-10T15:00:01+03:00")
    #expect(verdict(record) == .goWithRisk)
    #expect(verdict(record, at: at("2026-03-10T12:00:01Z").instant) == .hold)
  }

  @Test func itNeedsAReasonAnApproverACorrelationIdAndAnExpiry() {
    for record in [
      waiver(covering: "INC-1", reason: " "), waiver(covering: "INC-1", approver: ""),
      waiver(covering: "INC-1", correlation: nil), waiver(covering: "INC-1", correlation: "\u{200F}"),
      waiver(covering: "INC-1", expires: nil), waiver(covering: "INC-1", expires: "next week"),
      waiver(covering: "INC-1", expires: "2026-03-17"), waiver(covering: ""),
    ] {
      let assessment = assess(workspace(events: [opened("V2"), record]), now: noon)
      #expect(assessment.verdict == .hold, "\(record.data)")
      #expect(assessment.has(.invalidEvent))
    }
  }

  @Test func revokedItCountsNoMore() {
    #expect(verdict(waiver(covering: "INC-1"), step("exception.revoked", "EX-1", line: 91)) == .hold)
  }

  @Test func recordedAgainAfterItsRevocationItCounts() {
    let again = waiver(covering: "INC-1", line: 92)
    #expect(verdict(waiver(covering: "INC-1"), step("exception.revoked", "EX-1", line: 91), again) == .goWithRisk)
  }

  @Test func recordedAgainWithAnEarlierExpiryTheEarlierOneCounts() {
    let shorter = waiver(covering: "INC-1", expires: "2026-03-10T11:00:00Z", line: 91)
    #expect(verdict(waiver(covering: "INC-1"), shorter) == .hold)
  }

  @Test func anExpiredOneDoesNotHideALiveOne() {
    let expired = waiver(covering: "INC-1", id: "EX-2", expires: "2026-02-15T00:00:00Z", line: 91)
    #expect(verdict(waiver(covering: "INC-1"), expired) == .goWithRisk)
  }

  @Test func itCoversTheIncidentOfACheckpoint() {
    let failed = result(failed: [failure("amount")])
    let id = assess(workspace(results: [failed]), now: noon).incidents[0].id
    let excepted = workspace(results: [failed], events: [waiver(covering: id)])
    #expect(assess(excepted, now: noon).verdict == .goWithRisk)
    let pii = workspace(results: [result(failed: [failure("iban")])], events: [waiver(covering: id)])
    #expect(assess(pii, now: noon).verdict == .stop)
  }

  @Test func itCoversTheRowOfTheCandidate() {
    let blocked = workspace(
      candidates: [candidate("RC-1", .blocked)], events: [waiver(covering: "RC-1")])
    #expect(assess(blocked, now: noon).codes == [.dimensionExcepted])
  }

  @Test func itsExpiryIsWhenTheAssessmentMayChange() {
    let record = waiver(covering: "INC-1", expires: "2026-03-10T13:00:00Z")
    #expect(
      assess(workspace(events: [opened("V2"), record]), now: noon).validUntil == at("2026-03-10T13:00:00Z").instant)
  }

  @Test func whatCoversNothingKnownIsAFinding() {
    #expect(assess(workspace(events: [waiver(covering: "INC-404")]), now: noon).has(.unknownEntity))
    #expect(!assess(workspace(events: [waiver(covering: "docs truth")]), now: noon).has(.unknownEntity))
  }

  @Test(arguments: [
    row("docs truth", .blocked), row("docs truth", .unset), row("docs truth", .unknown, raw: "soon"),
    row("docs truth", .risk, owner: ""), row("docs truth", evidence: [item(.missing)]),
  ])
  func itTurnsTheReasonOfADimensionIntoARisk(dimension: Dimension) {
    #expect(assess(workspace([dimension]), now: noon).verdict == .hold)
    let assessment = assess(workspace([dimension], events: [waiver(covering: "Docs  Truth")]), now: noon)
    #expect(assessment.codes == [.dimensionExcepted])
    #expect(assessment.verdict == .goWithRisk)
    #expect(assessment.dimensions[0].exception?.id == "EX-1")
  }

  @Test func onADimensionItDoesNotCoverTheIncidentsBeneath() {
    let beneath = step("incident.opened", severity: "V2", data: ["dimension": "docs truth"])
    let assessment = assess(workspace(events: [beneath, waiver(covering: "docs truth")]), now: noon)
    #expect(assessment.codes == [.incidentV2Open])
  }

  @Test func itNeverCoversAV3() {
    let assessment = assess(workspace(events: [opened("V3"), waiver(covering: "INC-1")]), now: noon)
    #expect(assessment.verdict == .stop)
    #expect(assessment.incidents[0].exception == nil)
  }

  @Test func itNeverCoversWhatCannotBeRead() {
    let finding = Finding(.resultUnreadable, .v2, Wording("x", "x"), at: SourceLocation(path: "a.json"))
    let events = [waiver(covering: "a.json"), waiver(covering: "result_unreadable", id: "EX-2")]
    #expect(assess(workspace(events: events, findings: [finding]), now: noon).verdict == .hold)
  }
}
