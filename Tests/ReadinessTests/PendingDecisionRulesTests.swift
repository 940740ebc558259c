import Testing

@testable import Readiness

@Suite struct PendingDecisionRulesTests {
  private func kinds(_ workspace: Workspace) -> [PendingDecision.Kind] { page(workspace).decisions.map(\.kind) }

  @Test("Where all is well nobody has to decide anything")
  func nothing() { #expect(page(workspace()).decisions.isEmpty) }

  @Test("An exception that ends within two weeks is a decision while what it covers is open")
  func expiring() throws {
    let soon = exception(covers: "INC-1", expires: "2026-03-24T12:00:00Z")
    let decisions = page(workspace(events: [owned("V2"), soon])).decisions
    #expect(decisions.map(\.kind) == [.exceptionExpiring])
    #expect(decisions[0].due == at("2026-03-24T12:00:00Z").instant && decisions[0].owner == "Huda")
    #expect(
      decisions[0].command == "jahiz exception record INC-1 --reason REASON --approver APPROVER --expires 7d")
    let later = exception(covers: "INC-1", expires: "2026-03-24T12:00:01Z")
    #expect(kinds(workspace(events: [owned("V2"), later])).isEmpty)
    #expect(kinds(workspace(events: [owned("V2"), soon, event("r", "incident.resolved")])).isEmpty)
  }

  @Test("One that has run out is a decision, unless another one lasts")
  func expired() {
    let over = exception(covers: "INC-1", expires: "2026-03-10T11:00:00Z")
    #expect(kinds(workspace(events: [owned("V2"), over])) == [.exceptionExpired])
    let newer = exception(covers: "INC-1", expires: "2027-01-01T00:00:00Z", id: "e2", entity: "EX-2")
    #expect(kinds(workspace(events: [owned("V2"), newer, over])).isEmpty)
    let revoked = event("v", "exception.revoked", "EX-1")
    #expect(kinds(workspace(events: [owned("V2"), over, revoked])).isEmpty)
  }

  @Test("An exception on a row counts as one on an incident does")
  func rows() {
    let soon = exception(covers: "a")
    #expect(kinds(workspace([row("a", .blocked)], events: [soon])) == [.exceptionExpiring])
    #expect(kinds(workspace([row("a")], events: [soon])).isEmpty)
  }

  @Test("A row without a status is a question, and so is one that says something else")
  func statuses() {
    let decisions = page(workspace([row("a", .unset), row("b", .unknown, raw: "soon"), row("c", .blocked)])).decisions
    #expect(decisions.map(\.kind) == [.statusUnset, .statusUnset])
    #expect(decisions[1].question.english == "“b” says “soon”: is it OK, at risk or blocked?")
    #expect(decisions[0].command == "jahiz set a --status STATUS")
  }

  @Test("An open V2 or V3 without an owner asks for one, a V1 or an owned one does not")
  func owners() {
    #expect(kinds(workspace(events: [opened("V2")])) == [.ownerMissing])
    #expect(kinds(workspace(events: [opened("V3")])) == [.ownerMissing])
    #expect(kinds(workspace(events: [opened("V1")])).isEmpty)
    #expect(kinds(workspace(events: [owned("V3")])).isEmpty)
    #expect(kinds(workspace(events: [opened("V2"), event("r", "incident.resolved")])).isEmpty)
    #expect(kinds(workspace([row("a", .risk, owner: "")])) == [.ownerMissing])
  }

  @Test("Failing checks without an owner are one question")
  func checks() {
    let failing = (1...3).map { index in
      result(suite: "s\(index)", success: false, unsuccessful: 1, failed: [failure()], path: "\(index).json")
    }
    let decisions = page(workspace(results: failing, events: [opened("V2")])).decisions
    #expect(decisions.map(\.subjects.count) == [3, 1])
    #expect(decisions[0].question.english == "Who takes charge of 3 failing data checks (V2)?")
  }

  @Test("The earliest due comes first, then those without a date; approvals stand among them")
  func order() {
    let approval = PendingDecision(
      .approvalWaiting, subjects: ["APR-1"], question: Wording("Approve?", "موافقة؟"),
      due: at("2026-03-10T00:00:00Z").instant)
    let decisions = page(
      workspace([row("a", .unset)], events: [owned("V2"), exception(covers: "INC-1")]), approvals: [approval]
    ).decisions
    #expect(decisions.map(\.kind) == [.approvalWaiting, .exceptionExpiring, .statusUnset])
  }
}
