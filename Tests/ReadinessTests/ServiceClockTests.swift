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
}
