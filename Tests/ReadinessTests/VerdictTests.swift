import Testing

@testable import Readiness

/// Each rule fires, and does not where it should not, for both targets.
@Suite struct VerdictTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var snapshot: Workspace
    var code: Reason.Code
    var canary: Verdict
    var prod: Verdict
    /// As like as can be, without the rule firing.
    var harmless: Workspace
    var testDescription: String { name }

    init(
      _ name: String, _ code: Reason.Code, _ canary: Verdict, _ prod: Verdict, _ snapshot: Workspace,
      harmless: Workspace
    ) {
      (self.name, self.code, self.canary, self.prod) = (name, code, canary, prod)
      (self.snapshot, self.harmless) = (snapshot, harmless)
    }
  }

  static let resolved = event("resolved", "incident.resolved")
  static let mitigated = event("mitigated", "incident.mitigated")
  static let compensated = event("compensated", "incident.compensated", data: ["mechanism": "manual check"])

  static func unreadable(_ code: Finding.Code) -> Workspace {
    workspace(findings: [Finding(code, .v0, Wording("x", "x"), at: SourceLocation(path: "x"))])
  }

  static var harmlessFinding: Workspace { unreadable(.brokenLink) }

  static var noMatrix: Workspace {
    var snapshot = workspace()
    snapshot.matrix = nil
    return snapshot
  }

  static let cases: [Case] = [
    Case(
      "V3 open", .incidentV3Open, .stop, .stop, workspace(events: [opened("V3")]),
      harmless: workspace(events: [opened("V3"), resolved])),
    Case(
      "V3 mitigated", .incidentV3Open, .stop, .stop, workspace(events: [opened("V3"), mitigated]),
      harmless: workspace(events: [opened("V3"), mitigated, resolved])),
    Case(
      "V3 compensated", .incidentV3Open, .stop, .stop, workspace(events: [opened("V3"), compensated]),
      harmless: workspace(events: [opened("V3"), compensated, resolved])),
    Case(
      "V2 open", .incidentV2Open, .goWithRisk, .hold, workspace(events: [opened("V2")]),
      harmless: workspace(events: [opened("V2"), resolved])),
    Case(
      "V2 compensated is still open", .incidentV2Open, .goWithRisk, .hold,
      workspace(events: [opened("V2"), compensated]), harmless: workspace(events: [opened("V2"), mitigated])),
    Case(
      "V2 mitigated", .incidentV2Mitigated, .goWithRisk, .goWithRisk, workspace(events: [opened("V2"), mitigated]),
      harmless: workspace(events: [opened("V2"), mitigated, resolved])),
    Case(
      "V1 open", .incidentV1Open, .goWithRisk, .hold, workspace(events: [opened("V1")]),
      harmless: workspace(events: [opened("V0")])),
    Case(
      "V1 compensated", .incidentV1Compensated, .goWithRisk, .goWithRisk,
      workspace(events: [opened("V1"), compensated]), harmless: workspace(events: [opened("V0"), compensated])),
    Case("Blocked", .dimensionBlocked, .hold, .hold, workspace([row("x", .blocked)]), harmless: workspace([row("x")])),
    Case("unset", .dimensionUnset, .hold, .hold, workspace([row("x", .unset)]), harmless: workspace([row("x")])),
    Case(
      "unknown", .dimensionUnknown, .hold, .hold, workspace([row("x", .unknown, raw: "soon")]),
      harmless: workspace([row("x")])),
    Case(
      "Risk with owner", .dimensionRisk, .goWithRisk, .goWithRisk, workspace([row("x", .risk)]),
      harmless: workspace([row("x")])),
    Case(
      "Risk without owner", .dimensionRiskUnowned, .hold, .hold, workspace([row("x", .risk, owner: "")]),
      harmless: workspace([row("x", .risk)])),
    Case(
      "OK without evidence", .dimensionNoEvidence, .goWithRisk, .goWithRisk, workspace([row("x", evidence: [])]),
      harmless: workspace([row("x", evidence: [item(.unchecked)])])),
    Case(
      "OK with missing evidence", .dimensionEvidenceMissing, .goWithRisk, .hold,
      workspace([row("x", evidence: [item(), item(.missing)])]), harmless: workspace([row("x", evidence: [item()])])),
    Case(
      "OK with evidence outside", .dimensionEvidenceMissing, .goWithRisk, .hold,
      workspace([row("x", evidence: [item(.outside)])]), harmless: workspace([row("x", evidence: [item()])])),
    Case(
      "a result a second too old", .resultOld, .goWithRisk, .goWithRisk,
      workspace(results: [result(time: "2026-03-03T11:59:59Z")]),
      harmless: workspace(results: [result(time: "2026-03-03T12:00:00Z")])),
    Case(
      "a required suite without result", .checkpointMissing, .hold, .hold, workspace { $0.require = ["orders_suite"] },
      harmless: workspace(results: [result()]) { $0.require = ["orders_suite"] }),
    Case(
      "a required suite whose only result is of the future", .checkpointMissing, .hold, .hold,
      workspace(results: [result(time: "2026-03-10T12:00:01Z")]) { $0.require = ["orders_suite"] },
      harmless: workspace(results: [result(time: "2026-03-10T12:00:00Z")]) { $0.require = ["orders_suite"] }),
    Case(
      "a defined checkpoint without result", .checkpointMissing, .hold, .hold, workspace(defined: [weekly]),
      harmless: workspace(results: [result(suite: "weekly_suite")], defined: [weekly])),
    Case(
      "matrix unreadable", .matrixUnreadable, .hold, .hold, unreadable(.matrixUnreadable), harmless: harmlessFinding),
    Case(
      "result unreadable", .resultUnreadable, .hold, .hold, unreadable(.resultUnreadable), harmless: harmlessFinding),
    Case(
      "events unreadable", .eventsUnreadable, .hold, .hold, unreadable(.eventsUnreadable), harmless: harmlessFinding),
    Case(
      "folder unreadable", .folderUnreadable, .hold, .hold, unreadable(.folderUnreadable), harmless: harmlessFinding),
    Case("no matrix", .matrixMissing, .hold, .hold, noMatrix, harmless: workspace()),
    Case("no dimension", .noDimension, .hold, .hold, workspace([]), harmless: workspace([row()])),
  ]

  static let weekly = DefinedCheckpoint(
    id: nil, name: "weekly", suites: ["weekly_suite"], location: SourceLocation(path: "gx/checkpoints/weekly.json"))

  @Test(arguments: cases)
  func aRuleGivesItsVerdictForBothTargets(_ one: Case) {
    for (target, expected) in [(Target.canary, one.canary), (.prod, one.prod)] {
      let assessment = assess(one.snapshot, target: target, now: noon)
      #expect(assessment.verdict == expected, "\(target)")
      #expect(assessment.reasons.map(\.code) == [one.code], "\(target)")
    }
  }

  @Test(arguments: cases)
  func aRuleIsSilentWhereItDoesNotApply(_ one: Case) {
    for target in Target.allCases { #expect(!codes(one.harmless, target).contains(one.code)) }
  }

  @Test(arguments: Target.allCases)
  func aWorkspaceWithNothingOpenGoes(target: Target) {
    #expect(verdict(workspace(), target) == .go)
    #expect(verdict(workspace(events: [opened("V0")]), target) == .go)
  }

  @Test func theWorstRuleIsTheVerdictAndStandsFirst() {
    let snapshot = workspace([row("a", .risk), row("b", .blocked)], events: [opened("V3")])
    #expect(codes(snapshot) == [.incidentV3Open, .dimensionBlocked, .dimensionRisk])
    #expect(verdict(snapshot, .canary) == .stop)
  }

  @Test(arguments: Target.allCases)
  func raisingASeverityNeverImprovesAVerdict(target: Target) {
    let done: [[Event]] = [
      [], [Self.mitigated], [Self.compensated], [exception(covers: "INC-1")], [Self.mitigated, Self.compensated],
    ]
    for events in done {
      let verdicts = ["V0", "V1", "V2", "V3"].map { verdict(workspace(events: [opened($0)] + events), target) }
      #expect(verdicts == verdicts.sorted(), "\(events.map(\.type))")
    }
  }

  @Test func findingsNeverDecideByTheirSeverity() {
    let finding = Finding(.brokenLink, .v3, Wording("x", "x"), at: SourceLocation(path: "x"))
    #expect(verdict(workspace(findings: [finding]), .prod) == .go)
  }

  @Test func whatCannotBeReadFailsClosed() {
    #expect(assess(Self.unreadable(.resultUnreadable), now: noon).failedClosed)
    #expect(!assess(Self.harmlessFinding, now: noon).failedClosed)
  }

  @Test func aKeyThatStandsTwiceCountsAsTheWorseRow() {
    let rows = [row("x", .risk, owner: "Sara"), row("x", .risk, owner: "", line: 6)]
    #expect(codes(workspace(rows)) == [.dimensionRiskUnowned])
    #expect(codes(workspace(rows.reversed())) == [.dimensionRiskUnowned])
    #expect(assess(workspace(rows), now: noon).findings.map(\.code) == [.duplicateKey])
    #expect(codes(workspace([row("x", .risk), row("x", evidence: [item(.missing)])])) == [.dimensionEvidenceMissing])
  }

  @Test func aTemplateCountsOnlyWhereNothingElseDoes() {
    let template = MatrixTable(isTemplate: true, dimensions: [row("x", .unset)])
    let filled = MatrixTable(dimensions: [row("x")], candidates: [candidate("RC-1")])
    #expect(codes(workspace(tables: [template, filled])).isEmpty)
    #expect(codes(workspace(tables: [template])) == [.dimensionUnset])
  }

  @Test func theTargetIsTheAskedOneElseTheConfiguredOneElseProd() {
    #expect(assess(workspace(), now: noon).target == .prod)
    #expect(assess(workspace { $0.target = .canary }, now: noon).target == .canary)
    #expect(assess(workspace { $0.target = .canary }, target: .prod, now: noon).target == .prod)
  }

  @Test func incidentsRaiseTheHighestOpenSeverityOfTheirDimension() {
    let open = event("1", "incident.opened", severity: "V1", data: ["title": "t", "dimension": "DOCS  truth"])
    let assessment = assess(workspace(events: [open]), now: noon)
    #expect(assessment.dimensions.first?.highestOpenSeverity == .v1)
    #expect(assessment.dimensions.first?.incidents == ["INC-1"])
    #expect(assess(workspace(events: [open, Self.resolved]), now: noon).dimensions[0].highestOpenSeverity == nil)
  }
}
