import Testing

@testable import Readiness

@Suite struct CandidateTests {
  let two = workspace(candidates: [candidate("RC-1"), candidate("RC-2", .blocked, line: 21)])

  @Test func theLastInTheFileIsJudgedAndItsRowCounts() {
    let assessment = assess(two, now: noon)
    #expect(assessment.candidate?.name == "RC-2")
    #expect(assessment.reasons.map(\.code) == [.dimensionBlocked])
    #expect(assessment.reasons.first?.location?.line == 21)
    #expect(assessment.candidates.map(\.name) == ["RC-1", "RC-2"])
  }

  @Test func theAskedOneComesBeforeTheConfiguredOneBeforeTheLast() {
    var configured = two
    configured.configuration.releaseCandidate = "rc-1"
    #expect(assess(configured, now: noon).candidate?.name == "RC-1")
    #expect(assess(configured, candidate: "RC-2", now: noon).candidate?.name == "RC-2")
    #expect(assess(two, candidate: "RC-1", now: noon).verdict == .go)
  }

  @Test func aNameThatIsNotThereHolds() {
    let assessment = assess(two, candidate: "RC-9", target: .canary, now: noon)
    #expect(assessment.verdict == .hold)
    #expect(assessment.reasons.map(\.code) == [.candidateNotFound])
    #expect(assessment.candidateName == "RC-9")
    #expect(assessment.candidate == nil)
  }

  @Test func noRowIsAFindingAndHoldsOnlyWhereOneIsRequired() {
    let assessment = assess(workspace(candidates: []), now: noon)
    #expect(assessment.verdict == .go)
    #expect(assessment.findings.map(\.code) == [.noCandidate])
    #expect(codes(workspace(candidates: []) { $0.requireReleaseCandidate = true }) == [.noCandidate])
  }

  @Test func aNameThatStandsTwiceCountsAsTheWorseRow() {
    let rows = [candidate("RC-1", .blocked), candidate("RC-1", line: 21)]
    #expect(codes(workspace(candidates: rows)) == [.dimensionBlocked])
  }

  @Test func anExceptionCoversACandidatesRow() {
    var covered = two
    covered.events = [exception(covers: "RC-2")]
    #expect(codes(covered) == [.dimensionExcepted])
  }

  @Test func tablesOfAnotherCandidateDoNotCount() {
    let tables = [
      MatrixTable(candidate: "RC-1", dimensions: [row("x", .blocked)]),
      MatrixTable(candidate: "RC-2", dimensions: [row("x")]),
      MatrixTable(candidates: [candidate("RC-1"), candidate("RC-2")]),
    ]
    #expect(assess(workspace(tables: tables), candidate: "RC-2", now: noon).verdict == .go)
    #expect(assess(workspace(tables: tables), candidate: "RC-1", now: noon).verdict == .hold)
  }

  @Test func aTemplatesRowCountsOnlyWhereThereIsNoOther() {
    let template = MatrixTable(isTemplate: true, candidates: [candidate("RC-X", .unset), candidate("RC-1", .unset)])
    let filled = MatrixTable(dimensions: [row()], candidates: [candidate("RC-1")])
    #expect(assess(workspace(tables: [filled, template]), now: noon).candidate?.name == "RC-1")
    #expect(codes(workspace(tables: [template, filled])).isEmpty)
    #expect(assess(workspace(tables: [template]), candidate: "RC-X", now: noon).candidate?.name == "RC-X")
  }

  @Test func aNameThatStandsTwiceInATableIsAFinding() {
    let twice = workspace(candidates: [candidate("RC-1"), candidate("rc-1", line: 21)])
    #expect(assess(twice, now: noon).findings.map(\.code) == [.duplicateKey])
  }
}
