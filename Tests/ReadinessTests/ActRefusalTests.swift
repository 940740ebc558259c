import Testing

@testable import Readiness

@Suite struct ActRefusalTests {
  private let failed = result(failed: [failure("amount")])

  private func ground(_ events: [Event] = [], results: [ValidationResult] = []) -> ActGround {
    let judged = workspace(results: results, events: events)
    return ActGround(judged, assess(judged, now: noon))
  }

  private func refusal(_ act: IncidentAct, _ events: Event...) -> String? {
    Act.incident("INC-1", act).refusal(on: ground([opened("V2")] + events))?.english
  }

  @Test func whatTheModelAllowsIsAllowed() {
    #expect(refusal(.acknowledge(note: "")) == nil)
    #expect(refusal(.changeSeverity(.v3, reason: "")) == nil)
    #expect(refusal(.assign(owner: "data")) == nil)
    #expect(refusal(.reopen(reason: ""), step("incident.resolved")) == nil)
  }

  @Test func aRefusalSaysWhy() {
    #expect(refusal(.acknowledge(note: ""), step("incident.acknowledged")) == "it is already acknowledged")
    #expect(refusal(.changeSeverity(.v1, reason: " ")) == "lowering a severity needs a reason")
    #expect(refusal(.note(" ")) == "the note is empty")
    #expect(
      refusal(.assign(owner: "Data"), step("incident.reassigned", data: ["owner": "data"]))?.contains("already") == true
    )
    #expect(Act.incident("INC-9", .note("x")).refusal(on: ground())?.english == "there is no such incident")
  }

  @Test func anIncidentOfACheckpointFollowsItsCheckpoint() throws {
    let failing = ground(results: [failed])
    let id = assess(workspace(results: [failed]), now: noon).incidents[0].id
    #expect(
      Act.incident(id, .resolve(how: "", evidence: "")).refusal(on: failing)?.english.contains("still fails") == true)
    #expect(
      Act.incident(id, .changeSeverity(.v1, reason: "r")).refusal(on: failing)?.english.contains("at least V2") == true)
    #expect(Act.incident(id, .mitigate(how: "")).refusal(on: failing) == nil)
    let passing = ground(results: [failed, result(time: "2026-03-10T10:00:00Z")])
    #expect(Act.incident(id, .reopen(reason: "")).refusal(on: passing)?.english.contains("passes") == true)
  }

  private func exception(_ covers: String, reason: String = "r", approver: String = "a", end: Instant? = nil) -> Act {
    .record(
      NewException(covers: covers, reason: reason, approver: approver, expires: end ?? noon.advanced(bySeconds: 60)))
  }

  @Test func anExceptionNeedsAllThatMakesItCount() {
    let ground = ground([opened("V2")])
    #expect(exception("INC-1").refusal(on: ground) == nil)
    #expect(exception("Docs Truth").refusal(on: ground) == nil)
    #expect(exception("RC-1").refusal(on: ground) == nil)
    for act in [
      exception("INC-1", reason: " "), exception("INC-1", approver: ""), exception("INC-1", end: noon),
      exception("nothing known"), exception(""),
    ] { #expect(act.refusal(on: ground) != nil) }
  }

  @Test func noExceptionCoversAV3() {
    #expect(exception("INC-1").refusal(on: ground([opened("V3")]))?.english.hasPrefix("V3 stops every release") == true)
  }

  @Test func onlyALiveExceptionIsRevoked() {
    let live = waiver(covering: "INC-1")
    #expect(Act.revoke("EX-1", reason: "").refusal(on: ground([live])) == nil)
    #expect(
      Act.revoke("EX-1", reason: "").refusal(on: ground([live, step("exception.revoked", "EX-1", line: 91)])) != nil)
    #expect(
      Act.revoke("EX-1", reason: "").refusal(on: ground([waiver(covering: "x", expires: "2026-03-10T12:00:00Z")]))
        != nil)
    #expect(Act.revoke("EX-2", reason: "").refusal(on: ground([live])) != nil)
  }

  @Test func aStatusIsOneOfTheFew() throws {
    let matrix = try #require(workspace().matrix)
    let dimension = matrix.tables[0].dimensions[0]
    func refusal(_ status: String) -> Wording? {
      RowEdit(dimension, .status, to: status, in: matrix).map { Act.edit($0).refusal(on: ground()) } ?? nil
    }
    #expect(refusal("Blocked") == nil)
    #expect(refusal("soon")?.english.contains("no status") == true)
  }

  @Test func whoComesSecondIsJudgedByTheNewestEvents() {
    var ground = ground([opened("V2")])
    let act = Act.incident("INC-1", .resolve(how: "", evidence: ""))
    #expect(act.refusal(on: ground) == nil)
    ground.renew(["INC-1"], from: [opened("V2"), step("incident.resolved")], now: noon)
    #expect(act.refusal(on: ground)?.english == "it is already resolved")
    ground.take(step("incident.reopened"))
    #expect(act.refusal(on: ground) == nil)
    #expect(ground.lastEvent(of: "INC-1")?.type == "incident.reopened")
  }
}
