import Testing

@testable import Readiness

@Suite struct ActCautionTests {
  private func exception(on covers: String) -> Act {
    .record(NewException(covers: covers, reason: "r", approver: "a", expires: noon.advanced(bySeconds: 60)))
  }

  private func assessment(_ severity: String) -> Assessment {
    let incident = step("incident.opened", severity: severity, data: ["dimension": "docs truth"])
    return assess(workspace(events: [incident]), now: noon)
  }

  @Test func anExceptionOnARowSaysThatItsOpenV3StopsAllTheSame() {
    let caution = exception(on: "Docs Truth").caution(by: assessment("V3"))
    #expect(caution?.english.contains("no exception covers a V3") == true)
    #expect(exception(on: "RC-1").caution(by: assessment("V3")) == nil)
    #expect(exception(on: "docs truth").caution(by: assessment("V2")) == nil)
  }

  @Test func raisingToV3SaysThatTheExceptionNoLongerCounts() {
    let excepted = assess(workspace(events: [opened("V2"), waiver(covering: "INC-1")]), now: noon)
    #expect(Act.incident("INC-1", .changeSeverity(.v3, reason: "")).caution(by: excepted) != nil)
    #expect(Act.incident("INC-1", .changeSeverity(.v1, reason: "r")).caution(by: excepted) == nil)
    #expect(Act.incident("INC-1", .changeSeverity(.v3, reason: "")).caution(by: assessment("V2")) == nil)
  }
}
