import Testing

@testable import Readiness

@Suite struct FailureSpellTests {
  /// Runs of one checkpoint at these hours of the day; one that failed is negative.
  private func runs(_ hours: Int...) -> [ValidationResult] {
    hours.map { hour in
      result(
        time: "2026-03-10T\(abs(hour) < 10 ? "0" : "")\(abs(hour)):00:00Z", success: hour > 0,
        failed: hour < 0 ? [failure()] : [], path: "run\(abs(hour)).json")
    }
  }

  private func incidents(_ runs: [ValidationResult], _ events: (String) -> [Event] = { _ in [] }) -> [Incident] {
    let id = assess(workspace(results: runs), now: noon).checkpoints.first?.id ?? ""
    return assess(workspace(results: runs, events: events(id)), now: noon).incidents
  }

  @Test func itOpensOnceWithTheFirstRunThatFailed() {
    let incident = incidents(runs(1, -2, -3, -4))[0]
    #expect(incident.openedAt == at("2026-03-10T02:00:00Z"))
    #expect(incident.location?.path == "run4.json")
  }

  @Test(arguments: ["incident.mitigated", "incident.acknowledged", "incident.compensated"])
  func whatCalmedAnEarlierFailureSaysNothingOfANewOne(type: String) {
    let incident = incidents(runs(-2, 5, -8)) {
      [step(type, $0, at: "2026-03-10T03:00:00Z", data: ["mechanism": "by hand", "owner": "data"])]
    }[0]
    #expect(incident.state == .open)
    #expect(incident.acknowledgedAt == nil && incident.mitigatedAt == nil && incident.compensation == nil)
    #expect(incident.history.count == 1)
  }

  @Test func whatWasDoneInTheSameSpellStillCounts() {
    let incident = incidents(runs(1, -2, -8)) { [step("incident.mitigated", $0, at: "2026-03-10T03:00:00Z")] }[0]
    #expect(incident.state == .mitigated)
  }

  @Test func itsOwnerStaysFromOneSpellToTheNext() {
    let incident = incidents(runs(-2, 5, -8)) {
      [step("incident.reassigned", $0, at: "2026-03-10T03:00:00Z", data: ["owner": "data"])]
    }[0]
    #expect(incident.owner == "data")
  }

  @Test func aNewerRunThatPassesResolvesItAndIsItsEvidence() {
    let incident = incidents(runs(1, -2, -3, 5, 6)) { [step("incident.mitigated", $0, at: "2026-03-10T04:00:00Z")] }[0]
    #expect(incident.state == .resolved)
    #expect(incident.resolvedAt == at("2026-03-10T05:00:00Z"))
    #expect(incident.evidence == "run5.json")
    #expect(incident.openedAt == at("2026-03-10T02:00:00Z"))
    #expect(incident.mitigatedAt == at("2026-03-10T04:00:00Z"))
    #expect(assess(workspace(results: runs(1, -2, 5)), now: noon).verdict == .go)
  }

  @Test func noEventReopensWhatPasses() {
    let incident = incidents(runs(-2, 5)) { [step("incident.reopened", $0, at: "2026-03-10T06:00:00Z")] }[0]
    #expect(incident.state == .resolved)
  }

  @Test func aCheckpointThatNeverFailedMakesNoIncident() {
    #expect(incidents(runs(1, 2)).isEmpty)
  }

  @Test func whatAPersonOpenedIsResolvedByAPersonAlone() {
    let all = incidents(runs(-2, 5)) { [step("incident.opened", $0, at: "2026-03-10T03:00:00Z", severity: "V2")] }
    #expect(all.map(\.state) == [.open])
  }

  @Test func ofTwoRunsOfOneMomentTheFailedCounts() {
    let twice =
      runs(-2, 5) + [result(time: "2026-03-10T05:00:00Z", success: false, failed: [failure()], path: "x.json")]
    #expect(incidents(twice).map(\.state) == [.open])
    #expect(incidents(twice)[0].openedAt == at("2026-03-10T02:00:00Z"))
  }

  @Test func aFailureThatNamesNoTimeIsNotCalmedByWhatWasDoneBeforeARunPassed() {
    let untimed = result(time: nil, success: false, failed: [failure()], path: "untimed.json")
    func state(_ moment: String) -> Incident.State {
      incidents(runs(-2, 5) + [untimed]) { [step("incident.mitigated", $0, at: moment)] }[0].state
    }
    #expect(state("2026-03-10T03:00:00Z") == .open)
    #expect(state("2026-03-10T06:00:00Z") == .mitigated)
  }

  @Test func theStoryTellsWhenItFailedAndWhatPassed() throws {
    let judged = workspace(results: runs(1, -2, 5))
    let assessment = assess(judged, now: noon)
    let entries = story(judged, assessment, of: assessment.incidents[0].id)
    #expect(entries.map(\.type) == ["checkpoint.failed", "checkpoint.passed"])
    #expect(entries.map(\.location?.path) == ["run2.json", "run5.json"])
  }
}
