import Testing

@testable import Readiness

@Suite struct ServiceClockTests {
  private func clock(_ events: Event...) -> ServiceClock? {
    let judged = workspace(events: [step("incident.opened", severity: "V2")] + events) {
      $0.serviceLevels = [.v2: .init(acknowledge: 1_800, resolve: 28_800)]
    }
    return assess(judged, now: noon).incidents[0].clock
  }

  @Test func itAsksForAcknowledgingThenForResolving() {
    #expect(clock() == ServiceClock(goal: .acknowledge, due: at("2026-03-10T09:30:00Z").instant))
    #expect(clock()?.secondsLeft(at: noon) == -9_000)
    let acknowledged = clock(step("incident.acknowledged", "INC-1"))
    #expect(acknowledged == ServiceClock(goal: .resolve, due: at("2026-03-10T17:00:00Z").instant))
  }

  @Test func mitigatedItStandsStill() {
    let mitigated = clock(step("incident.mitigated", "INC-1", at: "2026-03-10T11:00:00Z"))
    #expect(mitigated?.secondsLeft(at: noon) == 21_600)
    #expect(mitigated?.secondsLeft(at: at("2027-01-01T00:00:00Z").instant) == 21_600)
  }

  @Test func resolvedOrWithoutAServiceLevelThereIsNone() {
    #expect(clock(step("incident.resolved", "INC-1")) == nil)
    #expect(clock(step("incident.severity_changed", "INC-1", severity: "V1")) == nil)
  }

  @Test func reopenedItRunsOnWithWhatWasLeftAndIsToBeAcknowledgedAnew() {
    let events = [
      step("incident.acknowledged", at: "2026-03-10T09:05:00Z"), step("incident.mitigated", at: "2026-03-10T10:00:00Z"),
      step("incident.reopened", at: "2026-03-10T11:30:00Z"),
    ]
    #expect(clock(events[0], events[1], events[2]) == ServiceClock(goal: .acknowledge, due: noon))
    let again = clock(
      events[0], events[1], events[2], step("incident.acknowledged", at: "2026-03-10T11:31:00Z", line: 2))
    // 90 minutes it stood still.
    #expect(again == ServiceClock(goal: .resolve, due: at("2026-03-10T18:30:00Z").instant))
  }

  @Test func takingBackAnAcknowledgementIsNoNewBeginning() {
    let undone = step("incident.reopened", at: "2026-03-10T11:30:00Z", data: ["undoes": "x"])
    #expect(clock(step("incident.acknowledged"), undone)?.due == at("2026-03-10T09:30:00Z").instant)
  }

  @Test func lateOnesAreCounted() {
    let events = [
      step("incident.opened", "INC-1", severity: "V2"), step("incident.opened", "INC-2", severity: "V2"),
      step("incident.resolved", "INC-2"), step("incident.opened", "INC-3", severity: "V1"),
      step("incident.opened", "INC-4", at: "2026-03-10T11:59:00Z", severity: "V2"),
    ]
    let judged = workspace(events: events) { $0.serviceLevels = [.v2: .init(acknowledge: 1_800)] }
    #expect(assess(judged, now: noon).lateIncidents == 1)
  }

  @Test func howLongEachGoalTookIsHeldAgainstItsLevel() {
    let levels: [Severity: Configuration.ServiceLevel] = [.v2: .init(acknowledge: 600, resolve: 28_800)]
    let judged = workspace(events: [
      step("incident.opened", severity: "V2"), step("incident.acknowledged", at: "2026-03-10T09:15:00Z"),
    ])
    #expect(
      assess(judged, now: noon).incidents[0].serviceTimes(levels, at: noon) == [
        ServiceTime(goal: .acknowledge, seconds: 900, allowed: 600, isRunning: false),
        ServiceTime(goal: .resolve, seconds: 10_800, allowed: 28_800, isRunning: true),
      ])
  }
}
