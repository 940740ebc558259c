import Testing

@testable import Readiness

@Suite struct ClaimsTests {
  private func quality(_ status: Status) -> [Dimension] { [row("data quality", status)] }

  private func failing(_ column: String = "quantity", asset: String = "orders") -> [ValidationResult] {
    [result(asset: asset, failed: [failure(column)])]
  }

  private func claim(_ assessment: Assessment) -> Incident? { assessment.incidents.first { $0.origin == .claim } }

  @Test func evidenceWorseThanTheClaimHoldsProdAndIsARiskForCanary() throws {
    // Internal use: V1, so the evidence proposes Risk.
    let shop = workspace(quality(.ok), results: failing()) { $0.consumers = ["orders": .init(isInternal: true)] }
    let assessment = assess(shop, target: .prod, now: noon)
    #expect(assessment.dimensions[0].proposal?.status == .risk)
    let incident = try #require(claim(assessment))
    #expect((incident.severity, incident.rule, incident.dimension) == (.v1, .claimContradicted, "data quality"))
    #expect(incident.id.hasPrefix("CL-") && incident.owner == "Sara")
    #expect(assessment.verdict == .hold)
    #expect(assess(shop, target: .canary, now: noon).verdict == .goWithRisk)
  }

  @Test func customerFacingDimensionsMakeItV2() throws {
    let shop = workspace(quality(.ok), results: failing()) { $0.governance.customerFacing = ["Data  Quality"] }
    #expect(claim(assess(shop, now: noon))?.severity == .v2)
  }

  @Test(arguments: [
    (Status.ok, true), (.risk, true), (.blocked, false), (.unset, false), (.unknown, false),
  ])
  func whoClaimsNothingBetterContradictsNothing(status: Status, expected: Bool) {
    let assessment = assess(workspace(quality(status), results: failing("iban")), now: noon)
    #expect(assessment.dimensions[0].proposal?.status == .blocked)
    #expect((claim(assessment) != nil) == expected)
  }

  @Test func passingResultsProposeOKAndContradictNobody() {
    let assessment = assess(workspace(quality(.ok), results: [result()]), now: noon)
    #expect(assessment.dimensions[0].proposal == Proposal(status: .ok))
    #expect(assessment.verdict == .go)
  }

  @Test func whereNothingWasReadNothingIsProposed() {
    let assessment = assess(workspace([row("docs truth"), row("data quality")], results: [result()]), now: noon)
    #expect(assessment.dimensions.map { $0.proposal?.status } == [nil, .ok])
  }

  @Test func whatPeopleOpenByHandOrHaveCalmedContradictsNoClaim() {
    let byHand = step("incident.opened", severity: "V2", data: ["dimension": "data quality"])
    #expect(claim(assess(workspace(quality(.ok), results: [result()], events: [byHand]), now: noon)) == nil)
    let shop = workspace(quality(.ok), results: failing())
    guard let id = assess(shop, now: noon).checkpoints.first?.id else {
      Issue.record("no checkpoint")
      return
    }
    var calmed = shop
    calmed.events = [step("incident.mitigated", id)]
    let assessment = assess(calmed, now: noon)
    #expect(claim(assessment) == nil)
    #expect(assessment.verdict == .goWithRisk)
  }

  @Test func findingsThatLandOnADimensionProposeARisk() {
    var finding = Finding(.brokenLink, .v1, Wording("gone", "مفقود"), at: SourceLocation(path: "a.md", line: 3))
    #expect(claim(assess(workspace(findings: [finding]), now: noon)) == nil)
    finding.topic = .docsTruth
    let assessment = assess(workspace(findings: [finding]), now: noon)
    #expect(assessment.dimensions[0].proposal?.status == .risk)
    #expect(assessment.dimensions[0].proposal?.location?.line == 3)
    #expect(claim(assessment)?.severity == .v1)
  }

  @Test func anExceptionOnItsIncidentLetsItPassAsARisk() throws {
    var shop = workspace(quality(.ok), results: failing()) { $0.consumers = ["orders": .init(isInternal: true)] }
    let first = assess(shop, now: noon)
    shop.events =
      first.incidents.map { exception(covers: $0.id, id: "exception \($0.id)", entity: "EX-\($0.id)") }
    let assessment = assess(shop, now: noon)
    #expect(assessment.verdict == .goWithRisk)
  }

  @Test func topicsFindTheirRowByAnArabicName() {
    let shop = workspace([row("جودة البيانات")], results: [result()])
    #expect(assess(shop, now: noon).dimensions[0].proposal?.status == .ok)
  }

  // MARK: Proposed edits

  @Test func onlyEmptyRowsAndClaimsThatAreTooGoodAreProposedToChange() {
    let rows = [
      row("data quality", .unset), row("schema adherence", .risk), row("provenance", .blocked), row("approval SLA"),
    ]
    let results = [
      result(suite: "a", asset: "x"), result(suite: "b", asset: "y", failed: [failure("iban")]),
      result(suite: "c", asset: "z", failed: [failure("iban")]), result(suite: "d", asset: "w"),
    ]
    let shop = workspace(rows, results: results) {
      $0.map = ["b": "schema adherence", "c": "provenance", "d": "approval SLA"]
    }
    let edits = proposedEdits(assess(shop, now: noon))
    #expect(edits.map(\.dimension.key) == ["data quality", "schema adherence"])
    #expect(edits.map(\.proposal.status) == [.ok, .blocked])
    #expect(edits[1].reason(.english).hasPrefix("the evidence says Blocked — V3 "))
  }
}
