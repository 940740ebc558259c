import Testing

@testable import Readiness

/// At noon of 2026-03-10 (`noon`).
@Suite struct ApprovalRulesTests {
  private func pending(
    _ id: String = "APR-1", _ rawClass: String = "A2", since: String? = "2026-03-08T11:00:00Z", limit: Int64? = nil,
    due: String? = nil
  ) -> Approval {
    Approval(
      id: id, title: "Open the pricing API", rawClass: rawClass, requestedAt: since.map(at), limit: limit,
      dueAt: due.map(at), owner: "Sales", approver: "CFO", location: SourceLocation(path: "docs/approvals.md", line: 7))
  }

  private func judged(_ records: [Approval], _ limits: [String: Int64] = [:], events: [Event] = []) -> Judgement {
    Approvals(records: records).judged(adding: events, limits: limits, now: noon)
  }

  @Test("A Class B approval beyond its service level is V2, from the moment on at which it became late")
  func late() throws {
    let incident = try #require(judged([pending()]).incidents.first)
    #expect(incident.severity == .v2 && incident.rule == .approvalOverdue && incident.topic == .approvalSLA)
    #expect(DerivedIncident.isID(incident.id) && incident.id.hasPrefix("AP-"))
    #expect(incident.openedAt?.instant == at("2026-03-10T11:00:00Z").instant)
    #expect(incident.owner == "CFO" && incident.location.line == 7)
    #expect(
      incident.title.english
        == "Approval APR-1 of class A2 has been late since 2026-03-10T11:00:00Z: Open the pricing API")
    for name in ["A1", "A3", "B", "Class B", "الفئة ب"] {
      #expect(judged([pending("x", name, since: "2026-03-01T00:00:00Z")]).incidents.count == 1, "\(name)")
    }
  }

  @Test("One that still has time is none, and tells when it becomes late")
  func inTime() {
    let judgement = judged([pending(since: "2026-03-09T12:00:00Z")])
    #expect(judgement.incidents.isEmpty && judgement.findings.isEmpty)
    #expect(judgement.nextChange == at("2026-03-11T12:00:00Z").instant)
  }

  @Test("A late approval of Class A is a finding, and Class C may not be approved at all")
  func otherClasses() {
    let late = judged([pending("a", "A0", since: "2026-03-01T00:00:00Z")])
    #expect(late.incidents.isEmpty && late.findings.map(\.code) == [.approvalLate])
    let forbidden = judged([pending("c", "Class C")])
    #expect(forbidden.incidents.isEmpty && forbidden.findings.map(\.code) == [.approvalForbidden])
    let nameless = judged([pending("n", "", since: "2026-03-01T00:00:00Z")])
    #expect(nameless.incidents.isEmpty && nameless.findings.map(\.code) == [.approvalInvalid, .approvalLate])
    #expect(judged([pending("u", "gold")]).findings.map(\.code) == [.unknownClass, .approvalLate])
  }

  @Test("The request's own limit comes first, then the configuration's, the documents' and the default")
  func limits() {
    var approvals = Approvals(records: [pending()])
    func due(_ approval: Approval, _ limits: [String: Int64] = [:]) -> Instant? {
      approvals.due(approval, limits: limits)
    }
    let start = at("2026-03-08T11:00:00Z").instant
    #expect(due(pending()) == start.advanced(bySeconds: 48 * 3_600))
    approvals.limits = ["B": 7_200]
    #expect(due(pending()) == start.advanced(bySeconds: 7_200))
    #expect(due(pending(), ["B": 60]) == start.advanced(bySeconds: 60))
    #expect(due(pending(), ["A2": 30, "B": 60]) == start.advanced(bySeconds: 30))
    #expect(due(pending(limit: 10), ["A2": 30]) == start.advanced(bySeconds: 10))
    #expect(due(pending(due: "2026-04-01T00:00:00Z"), ["A2": 30]) == at("2026-04-01T00:00:00Z").instant)
  }

  @Test("Events request and decide; a decision ends the wait, a new request begins it anew")
  func events() {
    func step(_ id: String, _ type: String, _ time: String, _ approvalClass: String = "A1") -> Event {
      var event = event(id, type, "APR-9", time)
      event.envelope["approval_class"] = approvalClass
      return event
    }
    let requested = step("1", "approval.requested", "2026-03-07T08:00:00Z")
    #expect(judged([], events: [requested]).incidents.count == 1)
    for type in ["granted", "denied", "withdrawn", "expired"] {
      let decided = step("2", "approval.\(type)", "2026-03-07T09:00:00Z", "A0")
      #expect(judged([], events: [requested, decided]).incidents.isEmpty, "\(type)")
    }
    let granted = step("2", "approval.granted", "2026-03-07T09:00:00Z")
    let again = step("3", "approval.requested", "2026-03-09T08:00:00Z")
    #expect(judged([], events: [requested, granted, again]).incidents.count == 1)
    let tomorrow = step("2", "approval.granted", "2026-03-11T09:00:00Z")
    let judgement = judged([], events: [requested, tomorrow])
    #expect(judgement.incidents.count == 1 && judgement.nextChange == at("2026-03-11T09:00:00Z").instant)
  }

  @Test("A request in a table that the log decided is decided, and the other way round")
  func merging() {
    let granted = event("2", "approval.granted", "apr-1", "2026-03-09T09:00:00Z")
    #expect(judged([pending()], events: [granted]).incidents.isEmpty)
    var decided = pending()
    decided.state = .granted
    decided.decidedAt = at("2026-03-08T12:00:00Z")
    let requested = event("1", "approval.requested", "APR-1", "2026-03-08T11:00:00Z")
    #expect(judged([decided], events: [requested]).incidents.isEmpty)
  }

  @Test("A pending request that says nothing of its moment is a finding")
  func noMoment() {
    #expect(judged([pending(since: nil)]).findings.map(\.code) == [.approvalInvalid])
  }

  @Test("Two late rows of one name are two incidents")
  func sameName() {
    var other = pending()
    other.location.line = 8
    #expect(Set(judged([pending(), other]).incidents.map(\.id)).count == 2)
  }
}
