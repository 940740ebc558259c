import Testing

@testable import Readiness

@Suite struct WaitingApprovalsTests {
  private func approval(_ id: String, _ state: Approval.State, approver: String = "Huda") -> Approval {
    Approval(
      id: id, title: "Open the export", rawClass: "A2", state: state, requestedAt: at("2026-03-10T09:00:00Z"),
      approver: approver, location: SourceLocation(path: "docs/approvals.md", line: 4))
  }

  @Test func whatWaitsIsAskedOfWhoDecidesWithTheMomentItBecomesLate() throws {
    var shop = workspace()
    shop.governance.approvals = Approvals(records: [approval("APR-1", .pending), approval("APR-2", .granted)])
    let decisions = waitingApprovals(shop, assess(shop, now: noon))
    #expect(decisions.map(\.subjects) == [["APR-1"]])
    #expect(decisions.first?.owner == "Huda")
    #expect(decisions.first?.due == at("2026-03-12T09:00:00Z").instant)
  }

  @Test func withoutApprovalsNothingIsAsked() {
    let shop = workspace()
    #expect(waitingApprovals(shop, assess(shop, now: noon)).isEmpty)
  }
}
