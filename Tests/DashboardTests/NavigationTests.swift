import Readiness
import TerminalText
import Testing

@testable import Dashboard

struct NavigationTests {
  @Test func linksAreWalkedRoundAndFollowed() {
    var state = Sample.dashboard(120, 40)
    state.press("jj<Enter>")
    #expect(state.link == nil)
    let links = state.detailLinks
    #expect(links.map(\.target).contains(.incident("INC-0003")))
    #expect(links.map(\.target).contains(.file(path: "docs/gx.md", line: nil)))
    // Evidence that is missing leads nowhere.
    #expect(!links.map(\.target.text).contains("docs/ge.md"))
    for _ in links { state.press(".") }
    #expect(state.link == links.count - 1)
    state.press(".")
    #expect(state.link == 0)
    state.press(",")
    #expect(state.link == links.count - 1)
  }

  @Test func aFileOpensAtItsLine() {
    var state = Sample.dashboard(120, 40)
    #expect(state.press("<Enter>.<Enter>") == [.openFile(path: "RELEASE_READINESS_MATRIX_AR.md", line: 10)])
  }

  @Test func backAndForwardLeadWhereTheUserWas() {
    var state = Sample.dashboard(120, 40)
    state.press("jj<Enter>")
    guard let index = state.detailLinks.firstIndex(where: { $0.target == .incident("INC-0003") }) else {
      Issue.record("no link to the incident")
      return
    }
    for _ in 0...index { state.press(".") }
    state.press("o")
    #expect(state.view == .severity)
    #expect(state.selectedEntry?.id == "INC-0003")
    state.press("H")
    #expect(state.view == .readiness)
    #expect(state.selectedEntry?.id == "dimension:data quality")
    state.press("L")
    #expect(state.selectedEntry?.id == "INC-0003")
    state.press("HHH")
    #expect(state.notice != nil)
  }

  @Test func aJumpTakesAwayAFilterThatHidesItsGoal() {
    var state = Sample.dashboard(120, 40)
    state.press("ftruth<Enter>5")
    #expect(state.lists[.readiness]?.selectable.count == 1)
    let row = state.assessment?.reasons.firstIndex { $0.dimension == "approval SLA" && $0.incident == nil } ?? 0
    for _ in 0..<row { state.press("j") }
    state.press("<Enter>")
    #expect(state.selectedEntry?.id == "dimension:approval SLA")
    #expect(state.notice != nil)
  }

  @Test func whatIsCopiedIsInLogicalOrder() {
    var state = Sample.dashboard(120, 40)
    #expect(state.press("jjy") == [.copy("جودة البيانات (data quality)")])
  }

  @Test func linksResolveAsGitHubResolvesThem() {
    func target(_ text: String) -> LinkTarget? {
      let item = EvidenceItem(
        text: text, target: text, kind: .path, state: .present,
        location: Readiness.SourceLocation(path: "docs/m.md", line: 1))
      return LinkTarget(item, in: "docs/m.md")
    }
    #expect(target("a%20b.md#part") == .file(path: "docs/a b.md", line: nil))
    #expect(target("../x.md") == .file(path: "x.md", line: nil))
    #expect(target("/y.md") == .file(path: "y.md", line: nil))
    #expect(target("../../z.md") == nil)
  }

  @Test func theHistoryOfAReasonIsThatOfWhatItIsAbout() throws {
    var state = Sample.dashboard(120, 40)
    _ = state.perform(.reasons)
    let reasons = try #require(state.assessment?.reasons)
    let index = try #require(reasons.firstIndex { $0.incident == nil && $0.dimension != nil })
    let key = try #require(reasons[index].dimension)
    for _ in 0..<index { state.press("j") }
    guard case .blame(key, _)? = state.press("i").first else {
      Issue.record("Git is not asked about the row")
      return
    }
    #expect(state.overlay == .history(key, top: 0))
  }

  @Test func aFindingHasNoHistoryAndSaysSo() {
    var state = Sample.dashboard(120, 40)
    var noticed = Sample.workspace
    noticed.findings.append(
      Finding(.tornLine, .v0, Wording("unfinished", "غير مكتملة"), at: SourceLocation(path: "events.jsonl", line: 1)))
    _ = state.update(.read(noticed, judged: nil, filesRead: 0, filesTotal: 0, isComplete: true))
    _ = state.perform(.findings)
    #expect(state.press("i") == [])
    #expect(state.overlay == nil)
    #expect(state.notice == Strings.noHistoryHere)
  }
}
