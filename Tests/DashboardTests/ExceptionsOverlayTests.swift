import Readiness
import TerminalText
import Testing

@testable import Dashboard

struct ExceptionsOverlayTests {
  private func recorded(_ line: Int, _ id: String, covers: String, until end: String) -> Event {
    Sample.event(
      line, "exception.recorded", id, "2026-11-24T08:00:00Z",
      data: ["covers": covers, "reason": "quarter ends", "approver": "Huda", "expires_at": end])
  }

  private func dashboard() -> DashboardState {
    var workspace = Sample.workspace
    workspace.events += [
      recorded(11, "EX-1", covers: "approval SLA", until: "2026-11-27T12:00:00Z"),
      recorded(12, "EX-2", covers: "INC-0002", until: "2026-11-24T11:00:00Z"),
    ]
    return Sample.dashboard(120, 40, workspace: workspace)
  }

  @Test func theLiveOneComesFirstWithWhatIsLeftOfIt() {
    var state = dashboard()
    state.press("e")
    let items = state.overlay.map { state.pickerItems($0) } ?? []
    #expect(items.map(\.detail) == ["3d left", "expired"])
    #expect(items.first?.title == "approval SLA: quarter ends — Huda")
  }

  @Test func enterGoesToWhatItCoversAndThereItIsRevoked() {
    var state = dashboard()
    state.press("e<Enter>")
    #expect(state.selectedEntry?.id == "dimension:approval SLA")
    state.press("a<End><Enter>settled")
    #expect(state.press("<Enter>") == [.perform([.revoke("EX-1", reason: "settled")])])
  }

  @Test func onlyALiveExceptionCanBeRevoked() {
    var state = dashboard()
    state.press("2<Right>")
    #expect(state.selectedEntry?.id == "INC-0002")
    #expect(!state.actKinds.contains(.revoke))
  }

  @Test func theRowItCoversCountsDown() {
    #expect(dashboard().screen.contains("excepted for 3d more"))
  }

  @Test func withoutAnyTheListSaysSo() {
    var state = Sample.dashboard(120, 40)
    state.press("e")
    #expect(state.screen.contains("No exception was ever recorded here."))
  }

  @Test func aCandidateIsAddedByItsName() {
    var state = Sample.dashboard(120, 40)
    state.press("A2026-W48")
    #expect(state.press("<Enter>") == [.perform([.addCandidate("RC-2026-W48")])])
    // A name that is taken is refused before anything is written.
    state = Sample.dashboard(120, 40)
    state.press("A2026-W47")
    #expect(state.press("<Enter>") == [])
  }

  @Test func theHistoryAsksGitAndTellsWhatIsLongWhole() {
    var state = Sample.dashboard(80, 24)
    state.press("jjj")
    #expect(
      state.press("i") == [.blame("approval SLA", SourceLocation(path: "RELEASE_READINESS_MATRIX_AR.md", line: 13))])
    let summary = "Say who waits for whom, since when, and what the customer was told about all of it"
    _ = state.update(
      .blamed(
        "approval SLA",
        Blame(
          location: SourceLocation(path: "M.md", line: 13), commit: String(repeating: "a", count: 40), author: "Lama",
          moment: Sample.now, summary: summary)))
    let shown = state.screen.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
    #expect(shown.contains(summary) && shown.contains("Lama") && shown.contains("aaaaaaaaaaaa"))
  }
}
