import Testing

@testable import Readiness

@Suite struct WeeklyConfidenceTests {
  /// Without a doubt.
  private func sure(_ rows: [Dimension] = [row()], results: [ValidationResult] = [result()]) -> Workspace {
    workspace(rows, results: results) { $0.consumers = ["orders": .init(isInternal: true)] }
  }

  private func doubts(_ workspace: Workspace, candidate: String? = nil, now: Instant = noon) -> [Doubt] {
    page(workspace, candidate: candidate, now: now).provenance.doubts
  }

  @Test("Without a doubt confidence is high, with one or two medium, with three low")
  func levels() {
    #expect(page(sure()).provenance.confidence == .high)
    #expect(page(sure([row("a", .unset)])).provenance.confidence == .medium)
    #expect(page(sure([row("a", .unset), row("b", evidence: [])])).provenance.confidence == .medium)
    let old = result(time: "2026-01-01T00:00:00Z")
    let three = sure([row("a", .unset), row("b", evidence: [])], results: [old, result(suite: "b", path: "b.json")])
    #expect(doubts(three) == [.resultsOld, .evidenceMissing, .statusUnclear])
    #expect(page(three).provenance.confidence == .low)
  }

  @Test("What was not seen at all makes it low alone")
  func decisive() {
    var unreadable = sure()
    unreadable.findings = [
      Finding(.eventsUnreadable, .v2, Wording("no JSON", ""), at: SourceLocation(path: "incidents/events.jsonl"))
    ]
    #expect(doubts(unreadable) == [.unreadable])
    #expect(page(unreadable).provenance.confidence == .low)
    var none = sure()
    none.matrix = nil
    #expect(doubts(none).contains(.noMatrix))
    #expect(page(none).provenance.confidence == .low)
    #expect(doubts(sure(), candidate: "RC-9") == [.noCandidate])
    #expect(page(sure(), candidate: "RC-9").provenance.confidence == .low)
  }

  @Test("Results that are missing, or whose consumers nobody named, are doubts")
  func results() {
    var required = sure()
    required.configuration.require = ["other"]
    #expect(doubts(required) == [.resultsMissing])
    let failing = workspace(results: [result(success: false, unsuccessful: 1, failed: [failure()])])
    #expect(doubts(failing) == [.consumersUnknown])
  }

  @Test("A log or a matrix that contradicts itself is a doubt; one that only repeats itself is none")
  func contradictions() {
    var log = sure()
    log.events = [event("x", "incident.noted", "INC-404")]
    #expect(doubts(log) == [.logDoubtful])
    log.events = [owned("V0"), owned("V0")]
    #expect(doubts(log).isEmpty)
    #expect(doubts(sure([row("a"), row("a", .risk)])) == [.matrixDoubtful])
  }

  @Test("Freshness is the age of the newest evidence: result, event or the day of the matrix")
  func freshness() {
    func hours(_ workspace: Workspace) -> Int? { page(workspace).provenance.freshnessHours }
    #expect(hours(sure()) == 3)
    var events = sure()
    events.events = [event("x", "incident.noted", "GX-1", "2026-03-10T11:30:00Z")]
    #expect(hours(events) == 0)
    events.events = [event("x", "incident.noted", "GX-1", "2026-03-11T11:30:00Z")]
    #expect(hours(events) == 3)
    var dated = sure(results: [])
    dated.matrix?.frontMatter = FrontMatter(lastUpdated: "2026-03-09")
    #expect(hours(dated) == 36)
    dated.matrix?.frontMatter = FrontMatter(lastUpdated: "last week")
    #expect(hours(dated) == nil)
    #expect(doubts(dated) == [.evidenceOld])
    #expect(doubts(sure(), now: at("2026-03-17T09:00:01Z").instant).contains(.evidenceOld))
    #expect(doubts(sure(), now: at("2026-03-17T09:00:00Z").instant).isEmpty)
  }
}
