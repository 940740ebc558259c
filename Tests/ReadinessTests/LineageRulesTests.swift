import Testing

@testable import Readiness

@Suite struct LineageRulesTests {
  private func choice(
    _ tools: Set<CatalogTool>, record number: Int? = nil, _ standing: CatalogChoice.Standing = .inForce,
    supersedes: Set<Int> = []
  ) -> CatalogChoice {
    let path = number.map { "docs/adr/000\($0).md" } ?? "docs/lineage.md"
    return CatalogChoice(
      title: "x", isRecord: number != nil, standing: standing, tools: tools, number: number, supersedes: supersedes,
      location: SourceLocation(path: path, line: 1))
  }

  private let event = LineageGraphTests.run("a", ["orders"], ["fact"])

  private func codes(_ choices: [CatalogChoice], _ events: [LineageEvent] = []) -> [Finding.Code] {
    Lineage(events: events, choices: choices).judged(now: noon).findings.map(\.code)
  }

  @Test("One documented choice is no finding, also where several documents name it")
  func one() {
    #expect(codes([choice([.dataHub])], [event]).isEmpty)
    #expect(codes([choice([.dataHub]), choice([.dataHub], record: 1)], [event]).isEmpty)
  }

  @Test("Events without a documented choice are a V0 finding; a proposed one is none yet")
  func missing() {
    let findings = Lineage(events: [event]).judged(now: noon).findings
    #expect(findings.map(\.code) == [.lineageChoiceMissing])
    #expect(findings.first?.severity == .v0)
    #expect(codes([choice([.dataHub], record: 1, .proposed)], [event]) == [.lineageChoiceMissing])
    #expect(codes([]).isEmpty)
  }

  @Test("Two choices in force are a finding at the second, which names the first")
  func two() {
    let findings = Lineage(choices: [choice([.dataHub]), choice([.openMetadata], record: 2)]).judged(now: noon).findings
    #expect(findings.map(\.code) == [.lineageChoiceConflict])
    #expect(findings.first?.location.path == "docs/lineage.md")
    #expect(findings.first?.message.english.contains("docs/adr/0002.md:1") == true)
    #expect(codes([choice([.dataHub], record: 1), choice([.openLineage], record: 2)]) == [.lineageChoiceConflict])
    #expect(codes([choice([.dataHub, .amundsen])]) == [.lineageChoiceConflict])
  }

  @Test("A decision record changes the choice: what it supersedes, and what is past, is in force no more")
  func superseded() {
    let old = choice([.dataHub], record: 1)
    #expect(codes([old, choice([.openMetadata], record: 2, supersedes: [1])]).isEmpty)
    #expect(codes([choice([.dataHub], record: 1, .past), choice([.openMetadata], record: 2)]).isEmpty)
    #expect(codes([old, choice([.openMetadata], record: 2, .proposed, supersedes: [1])]).isEmpty)
    #expect(
      Lineage(choices: [old, choice([.openMetadata], record: 2, supersedes: [1])]).choice?.tools == [.openMetadata])
  }

  @Test("OpenLineage and the catalog that takes its events are one choice where one document chooses both")
  func pair() {
    #expect(codes([choice([.openLineage, .dataHub], record: 1), choice([.openLineage])]).isEmpty)
    #expect(codes([choice([.openLineage, .dataHub], record: 1), choice([.amundsen])]) == [.lineageChoiceConflict])
  }

  @Test("A document that names tools and chooses none is told so")
  func unclear() {
    #expect(codes([choice([])]) == [.lineageChoiceUnclear])
    #expect(codes([choice([], record: 1, .past)]).isEmpty)
  }

  @Test("A job whose newest finished run failed or was aborted is a finding; one that has passed since is none")
  func runs() {
    let agreed = [choice([.openLineage])]
    func run(_ kind: LineageEvent.Kind, _ id: String, _ time: String) -> LineageEvent {
      LineageGraphTests.run("a", [], [], kind, id: id, time: time)
    }
    let fail = run(.fail, "1", "2026-03-10T01:00:00Z")
    #expect(codes(agreed, [fail]) == [.lineageRunFailed])
    #expect(codes(agreed, [fail, run(.start, "2", "2026-03-10T02:00:00Z")]) == [.lineageRunFailed])
    #expect(codes(agreed, [run(.complete, "2", "2026-03-10T02:00:00Z"), fail]).isEmpty)
    #expect(
      codes(agreed, [run(.complete, "2", "2026-03-09T02:00:00Z"), run(.abort, "1", "2026-03-10T01:00:00Z")]) == [
        .lineageRunFailed
      ])
    #expect(codes(agreed, [run(.fail, "3", "2026-03-10T13:00:00Z")]).isEmpty)
  }

  @Test("A dataset whose newest assertions failed is a finding that names them")
  func assertions() {
    func event(_ failed: [String], _ time: String) -> LineageEvent {
      LineageEvent(
        .complete, time: at(time), job: LineageName("air", "a"),
        inputs: [LineageDataset(LineageName("wh", "orders"), failedAssertions: failed)],
        location: SourceLocation(path: "lineage/e.jsonl", line: 4))
    }
    let agreed = [choice([.openLineage])]
    let failed = event(["not_null(id)", "unique(id)"], "2026-03-10T01:00:00Z")
    let findings = Lineage(events: [failed], choices: agreed).judged(now: noon).findings
    #expect(
      findings.map(\.message.english) == ["dataset orders failed what its job asserts of it: not_null(id), unique(id)"])
    #expect(codes(agreed, [failed, event([], "2026-03-10T02:00:00Z")]).isEmpty)
  }
}
