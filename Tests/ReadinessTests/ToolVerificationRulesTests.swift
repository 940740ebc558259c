import Testing

@testable import Readiness

@Suite struct ToolVerificationRulesTests {
  private func record(_ status: ToolVerification.Status, resolved: Bool = false, line: Int = 3) -> ToolVerification {
    ToolVerification(
      id: "tx_1", tool: "crm.refund", summary: "sent ≠ error", status: status, rawStatus: "odd", isResolved: resolved,
      location: SourceLocation(path: "verifications/tx.jsonl", line: line))
  }

  @Test("Each contradiction that is open is a V1 finding that says how many there are")
  func contradicted() {
    let judgement = ToolVerifications(records: [
      record(.contradicted), record(.verified), record(.contradicted, line: 5),
    ]).judged()
    #expect(judgement.topic == .contradictionBacklog && judgement.incidents.isEmpty)
    #expect(judgement.findings.map(\.code) == [.verificationContradicted, .verificationContradicted])
    #expect(judgement.findings.allSatisfy { $0.severity == .v1 })
    #expect(
      judgement.findings[1].message.english
        == "contradicted and not resolved (2/2): tx_1 — crm.refund: sent ≠ error")
    #expect(
      judgement.findings[1].message.arabic.withoutDirectionMarks
        == "تناقض لم يُحلّ (2/2): tx_1 — crm.refund: sent ≠ error")
    #expect(judgement.findings[1].location.line == 5)
  }

  @Test("What was resolved, verified, unverified or is stale is no contradiction; an unknown status is told")
  func others() {
    let records = [
      record(.contradicted, resolved: true), record(.verified), record(.unverified), record(.stale), record(.pending),
      record(.partiallyVerified),
    ]
    #expect(ToolVerifications(records: records).judged().findings.isEmpty)
    #expect(ToolVerifications(records: [record(.unknown)]).judged().findings.map(\.code) == [.verificationInvalid])
  }
}
