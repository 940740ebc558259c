import Testing

@testable import Readiness

@Suite struct LandingTests {
  @Test func anIncidentLandsOnItsDimensionInWhateverSpelling() {
    let events = [
      step("incident.opened", "INC-1", severity: "V1", data: ["dimension": "DOCS  truth"]),
      step("incident.opened", "INC-2", severity: "V2", data: ["dimension": "docs truth"]),
      step("incident.opened", "INC-3", severity: "V3", data: ["dimension": "docs truth"]),
      step("incident.resolved", "INC-3"),
      step("incident.opened", "INC-4", severity: "V3", data: ["dimension": "elsewhere"]),
    ]
    let assessed = assess(workspace(events: events), now: noon).dimensions[0]
    #expect(assessed.incidents == ["INC-2", "INC-1", "INC-3"], "open ones first, gravest first")
    #expect(assessed.highestOpenSeverity == .v2)
    #expect(assessed.verdict == .hold)
  }

  @Test(arguments: [
    (["schema adherence", "Data Quality"], ["Data Quality"]),
    (["schema adherence", "docs truth"], ["schema adherence"]),
    (["docs truth"], []),
  ])
  func checkpointsLandOnDataQualityElseOnSchemaAdherence(keys: [String], expected: [String]) {
    let assessment = assess(workspace(keys.map { row($0) }, results: [result(failed: [failure()])]), now: noon)
    let landed = assessment.dimensions.filter { !$0.checkpoints.isEmpty && !$0.incidents.isEmpty }
    #expect(landed.map(\.dimension.key) == expected)
  }

  @Test func configurationMapsSuitesAndAssetsToOtherDimensions() {
    let results = [
      result(suite: "a", asset: "x"), result(suite: "b", asset: "y"), result(suite: "c", asset: "z"),
    ]
    let assessment = assess(
      workspace([row("data quality"), row("approval SLA"), row("provenance")], results: results) {
        $0.map = ["A": "Approval SLA", "y": "provenance"]
      }, now: noon)
    #expect(assessment.checkpoints.map(\.dimension) == ["approval SLA", "provenance", "data quality"])
    #expect(assessment.dimensions.map(\.checkpoints.count) == [1, 1, 1])
  }

  @Test func withoutAPlaceToLandAFailureStillDecides() {
    let assessment = assess(workspace(results: [result(failed: [failure("iban")])]), now: noon)
    #expect(assessment.verdict == .stop)
    #expect(assessment.reasons[0].dimension == nil)
  }
}
