import Testing

@testable import Readiness

@Suite struct CheckpointSelectionTests {
  private func checkpoints(_ results: [ValidationResult], at now: Instant = noon) -> [Checkpoint] {
    CheckpointSelection(workspace(results: results), now: now).checkpoints
  }

  @Test func onlyTheNewestRunDecidesAndOlderOnesAreItsHistory() throws {
    let runs = [
      result(time: "2026-03-09T03:00:00Z", failed: [failure("amount")]), result(time: "2026-03-10T03:00:00Z"),
      result(time: "2026-03-08T03:00:00Z"),
    ]
    let checkpoint = try #require(checkpoints(runs).first)
    #expect(checkpoints(runs).count == 1)
    #expect(checkpoint.succeeded)
    #expect(checkpoint.history.map(\.success) == [true, false], "oldest first")
  }

  @Test func theNewestIsByInstantToTheMicrosecondNotByText() throws {
    let runs = [
      result(time: "2026-03-10T05:00:00.000001+03:00"),
      result(time: "2026-03-10T02:00:00Z", failed: [failure("amount")]),
    ]
    #expect(checkpoints(runs)[0].succeeded)
    #expect(checkpoints(runs.reversed())[0].succeeded)
  }

  @Test func ofTwoRunsOfOneMomentTheFailedOneCounts() {
    let runs = [result(failed: [failure("amount")], path: "a.json"), result(path: "b.json")]
    #expect(!checkpoints(runs)[0].succeeded)
    #expect(!checkpoints(runs.reversed())[0].succeeded)
  }

  @Test func eachPairOfSuiteAndAssetIsItsOwn() {
    let pairs = [
      result(suite: "a", asset: "x"), result(suite: "a", asset: "y"), result(suite: "b", asset: "x"),
      result(suite: "a", asset: nil), result(suite: nil, asset: "a"),
    ]
    #expect(Set(checkpoints(pairs).map(\.id)).count == 5)
  }

  @Test func entriesThatNameNothingAreNeverFolded() {
    let loose = [
      result(suite: nil, asset: nil, failed: [failure("amount")], path: "checkpoints/a.json", position: 0),
      result(suite: nil, asset: nil, path: "checkpoints/a.json", position: 1),
      result(suite: nil, asset: nil, path: "checkpoints/b.json"),
    ]
    #expect(checkpoints(loose).count == 3)
    #expect(Set(checkpoints(loose).map(\.id)).count == 3)
    #expect(checkpoints(loose).count { !$0.succeeded } == 1)
  }

  @Test func theIdIsTheHashOfSuiteAndAssetOrOfThePath() {
    #expect(
      checkpoints([result(suite: "orders.core", asset: "orders")])[0].id == "GX-"
        + sha256Hex("orders.core\0orders".utf8).prefix(12))
    #expect(
      checkpoints([result(suite: nil, asset: nil, path: "checkpoints/a.json")])[0].id
        == "GX-" + sha256Hex("checkpoints/a.json".utf8).prefix(12))
  }

  @Test func aRunOfTheFutureIsIgnoredUntilItComes() {
    let runs = [
      result(time: "2026-03-10T03:00:00Z"), result(time: "2026-03-10T12:00:01Z", failed: [failure("amount")]),
    ]
    let selection = CheckpointSelection(workspace(results: runs), now: noon)
    #expect(selection.checkpoints[0].succeeded)
    #expect(selection.findings.map(\.code) == [.futureResult])
    #expect(selection.nextChange == at("2026-03-10T12:00:01Z").instant)
    #expect(!checkpoints(runs, at: at("2026-03-10T12:00:01Z").instant)[0].succeeded)
  }

  @Test func theAssessmentIsValidUntilAResultGrowsOld() throws {
    let snapshot = workspace(results: [result(time: "2026-03-10T03:00:00Z")])
    let change = try #require(assess(snapshot, now: noon).validUntil)
    #expect(assess(snapshot, now: change.advanced(bySeconds: -1)).codes.isEmpty)
    #expect(assess(snapshot, now: change).codes == [.resultOld])
  }

  @Test func aResultThatDoesNotSaySoHasNotSucceeded() {
    #expect(!checkpoints([result(success: nil)])[0].succeeded)
    var contradiction = result(success: true)
    contradiction.unsuccessful = 1
    #expect(!checkpoints([contradiction])[0].succeeded)
    var raised = result(success: true)
    raised.exceptions = 1
    #expect(!checkpoints([raised])[0].succeeded)
  }

  @Test func aFailedCheckpointMakesOneIncidentAtItsWorstFailure() {
    let failed = result(failed: [failure("amount", gx: .info), failure("iban"), failure("amount")])
    let assessment = assess(workspace(results: [failed]), now: noon)
    #expect(assessment.incidents.count == 1)
    #expect(assessment.incidents[0].severity == .v3)
    #expect(assessment.incidents[0].rule == .pii)
    #expect(assessment.incidents[0].origin == .checkpoint)
    #expect(assessment.incidents[0].id == assessment.checkpoints[0].id)
    #expect(assessment.checkpoints[0].failedSeverities == [.v0, .v3, .v2])
  }

  @Test func eventsOnItsIncidentNeedNoOpened() {
    let failed = result(failed: [failure("amount")])
    let id = assess(workspace(results: [failed]), now: noon).checkpoints[0].id
    let events = [
      step("incident.acknowledged", id), step("incident.mitigated", id),
      step("incident.reassigned", id, data: ["owner": "data"]),
    ]
    let assessment = assess(workspace(results: [failed], events: events), now: noon)
    #expect(assessment.incidents[0].state == .mitigated)
    #expect(assessment.incidents[0].owner == "data")
    #expect(assessment.codes == [.incidentV2Mitigated])
    #expect(!assessment.has(.unknownEntity))
  }

  @Test func whileTheNewestRunFailsNoEventResolvesIt() {
    let failed = result(failed: [failure("amount")])
    let id = assess(workspace(results: [failed]), now: noon).checkpoints[0].id
    let events = [step("incident.resolved", id), step("incident.severity_changed", id, severity: "V0")]
    #expect(assess(workspace(results: [failed], events: events), now: noon).codes == [.incidentV2Open])
  }

  @Test func openedByHandItIsStillOneIncidentAndKeepsItsOwner() {
    let failed = result(failed: [failure("amount")])
    let id = assess(workspace(results: [failed]), now: noon).checkpoints[0].id
    let assessment = assess(
      workspace(results: [failed], events: [step("incident.opened", id, severity: "V1", data: ["owner": "data"])]),
      now: noon)
    #expect(assessment.incidents.count == 1)
    #expect(assessment.incidents[0].owner == "data")
    #expect(assessment.incidents[0].severity == .v2)
  }

  @Test func eventsOnACheckpointThatNobodyKnowsAreAFinding() {
    #expect(assess(workspace(events: [step("incident.noted", "GX-000000000000")]), now: noon).has(.unknownEntity))
  }

  @Test func failedCheckpointsComeFirstGravestFirst() {
    let results = [
      result(suite: "a"), result(suite: "b", failed: [failure("x")]), result(suite: "c", failed: [failure("iban")]),
      result(suite: "d", failed: [failure("x", gx: .info)]),
    ]
    #expect(assess(workspace(results: results), now: noon).checkpoints.map(\.result.suite) == ["c", "b", "d", "a"])
  }
}
