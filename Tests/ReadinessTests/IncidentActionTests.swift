import Testing

@testable import Readiness

struct IncidentActionTests {
  private func allowed(_ state: Incident.State, _ severity: Severity = .v2) -> [IncidentAction] {
    let actions: [IncidentAction] = [
      .acknowledge, .mitigate, .resolve, .reopen, .assign, .note, .compensate, .changeSeverity(.v1), .recordException,
    ]
    return actions.filter { $0.refusal(on: state, severity) == nil }
  }

  @Test func `Steps go forward, may be skipped, and go back by reopening alone`() {
    let anytime: [IncidentAction] = [.assign, .note, .changeSeverity(.v1), .recordException]
    #expect(allowed(.open) == [.acknowledge, .mitigate, .resolve] + anytime)
    #expect(allowed(.acknowledged) == [.mitigate, .resolve] + anytime)
    #expect(allowed(.mitigated) == [.resolve, .reopen] + anytime)
    #expect(allowed(.resolved) == [.reopen])
  }

  @Test func `Only a V1 is compensated, and no exception covers a V3`() {
    for severity in Severity.allCases {
      #expect((IncidentAction.compensate.refusal(on: .open, severity) == nil) == (severity == .v1))
      #expect((IncidentAction.recordException.refusal(on: .open, severity) == nil) == (severity != .v3))
    }
  }

  @Test func `A refusal says why in both languages`() {
    #expect(
      IncidentAction.note.refusal(on: .resolved, .v1)
        == Wording("it is resolved: reopen it first", "هي محلولة: أعد فتحها أولًا"))
    #expect(IncidentAction.changeSeverity(.v2).refusal(on: .open, .v2)?.english == "its severity is already V2")
  }
}
