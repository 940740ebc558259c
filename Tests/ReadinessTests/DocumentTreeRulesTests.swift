import Readiness
import Testing

/// Noon of 2026-11-25.
private let now = Instant(seconds: Int64(daysSinceEpoch(year: 2026, month: 11, day: 25)) * 86_400 + 43_200)

private func review(_ cadence: String, _ date: String, retired: Bool = false, path: String = "docs/a.md")
  -> DocumentReview
{
  DocumentReview(
    location: SourceLocation(path: path, line: 3), cadence: cadence, lastReview: date, owner: "Tech Writer",
    isRetired: retired)
}

private func codes(_ tree: DocumentTree) -> [Finding.Code] { tree.judged(now: now).findings.map(\.code) }

struct ReviewRulesTests {
  @Test("A review that is overdue has lapsed on the day after it was due") func lapsed() throws {
    let tree = DocumentTree(documents: 1, reviews: [review("monthly", "2026-10-24")])
    let judgement = tree.judged(now: now)
    #expect(judgement.topic == .docsTruth)
    #expect(judgement.findings.map(\.code) == [.reviewLapsed])
    #expect(judgement.findings.first?.severity == .v1)
    #expect(judgement.findings.first?.location == SourceLocation(path: "docs/a.md", line: 3))
    #expect(judgement.findings.first?.message.english.contains("2026-11-24") == true)
    #expect(judgement.findings.first?.message.arabic.contains("Tech Writer") == true)
  }

  @Test("A review that is due today is in time, and the next change is tomorrow") func dueToday() {
    let judgement = DocumentTree(
      documents: 1, reviews: [review("monthly", "2026-10-25"), review("yearly", "2026-10-25")]
    )
    .judged(now: now)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.nextChange == CalendarDay(year: 2026, month: 11, day: 26)?.start)
  }

  @Test("What is reviewed on an occasion, and what is superseded, never lapses") func neverLapses() {
    let reviews = [
      review("on change", "2020-01-01"), review("monthly", "2020-01-01", retired: true), review("", "2020-01-01"),
    ]
    #expect(codes(DocumentTree(documents: 3, reviews: reviews)).isEmpty)
  }

  @Test("A cadence or a date that is not understood, and a cadence without a date, are informational") func unclear() {
    for item in [review("now and then", "2026-11-01"), review("monthly", "last week"), review("monthly", "YYYY-MM-DD")]
    {
      let findings = DocumentTree(documents: 1, reviews: [item]).judged(now: now).findings
      #expect(findings.map(\.code) == [.reviewUnclear])
      #expect(findings.map(\.severity) == [.v0])
    }
    #expect(codes(DocumentTree(documents: 1, reviews: [review("TBD", "")])).isEmpty)
  }

  @Test("A date in the future is a finding until the day begins somewhere on earth") func future() {
    let tree = DocumentTree(documents: 1, reviews: [review("monthly", "2026-11-27")])
    let judgement = tree.judged(now: now)
    #expect(judgement.findings.map(\.code) == [.reviewInFuture])
    #expect(judgement.nextChange == CalendarDay(year: 2026, month: 11, day: 26)?.start.advanced(bySeconds: 10 * 3_600))
    #expect(codes(DocumentTree(documents: 1, reviews: [review("monthly", "2026-11-26")])).isEmpty)
  }
}

struct LinkProblemRulesTests {
  private func tree(_ problems: [LinkProblem]) -> DocumentTree {
    DocumentTree(
      documents: 1, problems: problems,
      problemCounts: Dictionary(problems.map { ($0.kind, 1) }, uniquingKeysWith: +))
  }

  @Test("Each kind of problem has its code and severity") func kinds() {
    let place = SourceLocation(path: "docs/a.md", line: 7)
    let judged = tree([
      LinkProblem(.broken, at: place, target: "Setup.md", nearest: "setup.md"),
      LinkProblem(.brokenAnchor, at: place, target: "#x"), LinkProblem(.outside, at: place, target: "../../x"),
      LinkProblem(.undefinedReference, at: place, target: "[a][b]"), LinkProblem(.broken, at: place, target: ""),
    ]).judged(now: now)
    #expect(judged.findings.map(\.code) == [.brokenLink, .brokenAnchor, .linkOutside, .brokenLink, .brokenLink])
    #expect(judged.findings.map(\.severity) == [.v1, .v0, .v1, .v1, .v1])
    #expect(judged.findings.allSatisfy { $0.location == place && $0.topic == .docsTruth })
    #expect(judged.findings.first?.message.english == "broken link: Setup.md; it is called setup.md")
    #expect(judged.incidents.isEmpty)
  }

  @Test("What the matrix says of its evidence is not said again, but an anchor is") func evidence() {
    let place = SourceLocation(path: "RELEASE_READINESS_MATRIX.md", line: 9)
    let row = Dimension(
      key: "docs truth", label: "docs truth", status: .ok, rawStatus: "OK",
      evidence: [
        EvidenceItem(text: "a", target: "gone.md", kind: .path, state: .missing, location: place),
        EvidenceItem(text: "b", target: "there.md#x", kind: .path, state: .present, location: place),
      ], location: place)
    let matrix = Matrix(path: place.path, tables: [MatrixTable(dimensions: [row])])
    let tree = tree([
      LinkProblem(.broken, at: place, target: "gone.md"), LinkProblem(.brokenAnchor, at: place, target: "there.md#x"),
      LinkProblem(.broken, at: SourceLocation(path: place.path, line: 20), target: "gone.md"),
    ])
    let findings = tree.judged(now: now, except: matrix.brokenEvidence).findings
    #expect(findings.map(\.code) == [.brokenAnchor, .brokenLink])
    #expect(findings.last?.location.line == 20)
  }

  @Test("What is not listed is counted") func counted() {
    var tree = tree([LinkProblem(.broken, at: SourceLocation(path: "a.md", line: 1), target: "x")])
    tree.problemCounts[.broken] = 1_000_000
    let findings = tree.judged(now: now).findings
    #expect(findings.count == 2)
    #expect(findings.last?.message.english.contains("999999") == true)
  }
}

struct SourceOfTruthRulesTests {
  private func row(
    _ topic: String, _ canonical: [SourceReference], shadows: [SourceReference] = [], owner: String = "", line: Int = 5,
    cadence: String = "", date: String = ""
  ) -> SourceOfTruth {
    let location = SourceLocation(path: "docs/SOURCE_OF_TRUTH.md", line: line)
    return SourceOfTruth(
      topic: topic, canonical: canonical, shadows: shadows, owner: owner,
      review: DocumentReview(location: location, cadence: cadence, lastReview: date), location: location)
  }

  private let present = SourceReference("a.md", path: "docs/a.md", state: .present)
  private let copy = SourceReference("b.md", path: "docs/b.md", state: .present)
  private let gone = SourceReference("gone.md", path: "docs/gone.md", state: .missing)

  private func judge(_ rows: [SourceOfTruth]) -> [Finding] {
    DocumentTree(documents: 1, sources: rows).judged(now: now).findings
  }

  @Test("A row whose file exists and whose copies are owned is right") func right() {
    #expect(judge([row("Pricing", [present], shadows: [copy], owner: "Sales"), row("Other", [copy])]).count == 1)
    #expect(judge([row("Pricing", [present], shadows: [copy], owner: "Sales")]).isEmpty)
    #expect(judge([row("Wiki", [SourceReference("Confluence", state: .unchecked)])]).isEmpty)
  }

  @Test("Copies that nobody owns are a finding; a placeholder is nobody") func unowned() {
    #expect(judge([row("Pricing", [present], shadows: [copy])]).map(\.code) == [.sourceOwnerMissing])
    #expect(judge([row("Pricing", [present], shadows: [copy], owner: "TBD")]).map(\.code) == [.sourceOwnerMissing])
    #expect(judge([row("Pricing", [present])]).isEmpty)
  }

  @Test("A canonical source that is gone, outside or not named is a finding, once") func canonical() {
    var tree = DocumentTree(documents: 1, sources: [row("Pricing", [gone])])
    tree.problems = [
      LinkProblem(.broken, at: SourceLocation(path: "docs/SOURCE_OF_TRUTH.md", line: 5), target: "gone.md")
    ]
    tree.problemCounts = [.broken: 1]
    #expect(tree.judged(now: now).findings.map(\.code) == [.canonicalMissing])
    #expect(judge([row("Pricing", [])]).map(\.code) == [.canonicalMissing])
    #expect(
      judge([row("Pricing", [SourceReference("../../x.md", state: .outside)])]).map(\.code) == [.canonicalMissing])
  }

  @Test("One topic twice is a finding, however it is spelt") func twice() {
    let findings = judge([row("الأسعار", [present]), row("الاسعار", [copy], line: 6)])
    #expect(findings.map(\.code) == [.duplicateTopic])
    #expect(findings.first?.location.line == 6)
  }

  @Test("One file cannot be both of one topic; of two it is informational") func conflict() {
    #expect(judge([row("Pricing", [present], shadows: [present], owner: "x")]).map(\.severity) == [.v1])
    let findings = judge([row("Pricing", [present]), row("Terms", [copy], shadows: [present], owner: "x")])
    #expect(findings.map(\.code) == [.sourceConflict])
    #expect(findings.map(\.severity) == [.v0])
  }

  @Test("A copy that is gone is informational") func shadow() {
    let findings = judge([row("Pricing", [present], shadows: [gone], owner: "x")])
    #expect(findings.map(\.code) == [.shadowMissing])
    #expect(findings.map(\.severity) == [.v0])
  }

  @Test("A review that the index asks for lapses, but not beside the document's own") func cadence() {
    let lapsed = row("Pricing", [present], cadence: "monthly", date: "2026-01-01")
    let findings = judge([lapsed])
    #expect(findings.map(\.code) == [.reviewLapsed])
    #expect(findings.first?.message.english.hasPrefix("Pricing: ") == true)
    #expect(judge([row("Pricing", [present], cadence: "ربع سنوي", date: "2026-10-01")]).isEmpty)
    let tree = DocumentTree(documents: 1, reviews: [review("monthly", "2026-01-01")], sources: [lapsed])
    #expect(tree.judged(now: now).findings.map(\.location.path) == ["docs/a.md"])
  }
}
