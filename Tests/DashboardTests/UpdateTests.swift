import Dashboard
import Readiness
import TerminalText
import Testing

@Suite struct UpdateTests {
  @Test func theVerdictIsShownInWords() {
    #expect(Sample.dashboard(80, 24).screen.contains("STOP"))
  }

  @Test func quitWorksFromEverywhereButATextField() {
    for keys in ["q", "2q", "<Enter>q", "<Enter><Enter>q", "?q", "<C-c>", "/abc<C-c>"] {
      var state = Sample.dashboard(80, 24)
      #expect(state.press(keys) == [.quit], "\(keys)")
    }
    var state = Sample.dashboard(80, 24)
    #expect(state.press("/q").isEmpty)
    #expect(state.query == "q")
  }

  @Test func escapeGoesOneLevelBack() {
    var state = Sample.dashboard(80, 24)
    state.press("<Enter><Enter>")
    #expect(state.pane == .zoomed)
    state.press("<Esc>")
    #expect(state.pane == .beside)
    state.press("<Esc>")
    #expect(state.pane == .closed)
  }

  @Test func theMarkerStopsAtBothEnds() {
    var state = Sample.dashboard(80, 24)
    state.press("kkk")
    #expect(state.selectedEntry?.id == "dimension:docs truth")
    state.press("G<Down>jj")
    #expect(state.selectedEntry?.id == "candidate:RC-2026-W47")
    state.press("<Home>")
    #expect(state.selectedEntry?.id == "dimension:docs truth")
  }

  @Test func headingsAreNeverSelected() {
    var state = Sample.dashboard(80, 24)
    state.press("2")
    for _ in 0..<10 {
      #expect(state.selectedEntry?.isSelectable == true)
      state.press("j")
    }
  }

  @Test func theSelectionStaysOnItsRowWhenRowsComeBeforeIt() {
    var state = Sample.dashboard(80, 24)
    state.press("jj")
    #expect(state.selectedEntry?.id == "dimension:data quality")
    var changed = Sample.workspace
    let first = changed.matrix!.tables[0].dimensions[0]
    var added = first
    added.key = "rollback"
    changed.matrix!.tables[0].dimensions.insert(added, at: 0)
    _ = state.update(.read(changed, filesRead: 1, filesTotal: 1, isComplete: true))
    #expect(state.selectedEntry?.id == "dimension:data quality")
  }

  @Test func aPartialReadingDoesNotReplaceAWholeOne() {
    var state = Sample.dashboard(80, 24)
    let before = state.screen
    _ = state.update(.readingStarted)
    _ = state.update(.read(Workspace(root: "demo", readAt: Sample.now), filesRead: 1, filesTotal: 9, isComplete: false))
    #expect(state.assessment?.dimensions.count == 6)
    _ = state.update(.read(Sample.workspace, filesRead: 9, filesTotal: 9, isComplete: true))
    #expect(state.screen == before)
  }

  @Test func aPartialReadingNeverShowsAVerdict() {
    var state = DashboardState(options: .init(), columns: 80, rows: 24, now: Sample.now)
    _ = state.update(.read(Sample.workspace, filesRead: 1, filesTotal: 9, isComplete: false))
    #expect(!state.screen.contains("STOP"))
    #expect(state.screen.contains("READING"))
    #expect(state.screen.contains("docs truth"))
  }

  @Test func aFailedReloadKeepsWhatWasReadAndSaysSo() {
    var state = Sample.dashboard(80, 24)
    _ = state.update(.failed(Wording("demo: gone", "demo: غير موجود")))
    #expect(state.screen.contains("demo: gone"))
    #expect(state.screen.contains("docs truth"))
  }

  @Test func targetAndCandidateAreSwitchedByKeys() {
    var state = Sample.dashboard(80, 24)
    #expect(state.assessment?.target == .prod)
    state.press("t")
    #expect(state.assessment?.target == .canary)
    #expect(state.assessment?.candidate?.name == "RC-2026-W47")
    state.press("c")
    #expect(state.assessment?.candidate?.name == "RC-2026-W46")
    state.press("C")
    #expect(state.assessment?.candidate?.name == "RC-2026-W47")
  }

  @Test func searchFoldsArabicSpellingAndGoesRound() {
    var state = Sample.dashboard(80, 24)
    state.press("/الضوابط السعوديه<Enter>")
    #expect(state.selectedEntry?.id == "dimension:Saudi controls")
    state.press("<Esc>/rc-2026<Enter>")
    #expect(state.selectedEntry?.id == "candidate:RC-2026-W46")
    state.press("n")
    #expect(state.selectedEntry?.id == "candidate:RC-2026-W47")
    state.press("n")
    #expect(state.selectedEntry?.id == "candidate:RC-2026-W46")
    state.press("N")
    #expect(state.selectedEntry?.id == "candidate:RC-2026-W47")
  }

  @Test func escapeFromTheSearchGoesBackToWhereItBegan() {
    var state = Sample.dashboard(80, 24)
    state.press("j/W47<Esc>")
    #expect(state.selectedEntry?.id == "dimension:schema adherence")
    #expect(state.query.isEmpty)
  }

  @Test func enterOnAReasonJumpsToWhatItNames() {
    var state = Sample.dashboard(80, 24)
    state.press("5<Enter>")
    #expect(state.view == .severity)
    let reason = Sample.dashboard(80, 24).assessment!.reasons[0]
    #expect(state.selectedEntry?.id == reason.incident)
    #expect(state.pane == .beside)
  }

  @Test func everyReasonLeadsSomewhere() {
    let count = Sample.dashboard(120, 40).assessment!.reasons.count
    #expect(count > 4)
    for index in 0..<count {
      var state = Sample.dashboard(120, 40)
      state.press("5" + String(repeating: "j", count: index) + "<Enter>")
      #expect(state.view != .reasons, "reason \(index) leads nowhere")
      let reason = state.assessment!.reasons[index]
      if let incident = reason.incident { #expect(state.selectedEntry?.id == incident) }
    }
  }

  @Test func leftAndRightMoveBetweenLanesAsTheyPoint() {
    var english = Sample.dashboard(160, 40)
    english.press("2")
    #expect(english.selectedLane == .v3)
    english.press("<Right>")
    #expect(english.selectedLane == .v2)
    english.press("<Left>")
    #expect(english.selectedLane == .v3)
    var arabic = Sample.dashboard(160, 40, .arabic)
    arabic.press("2")
    #expect(arabic.selectedLane == .v3)
    arabic.press("<Left>")
    #expect(arabic.selectedLane == .v2)
  }

  @Test func theNextBlockerIsFoundInBothDirections() {
    var state = Sample.dashboard(80, 24)
    state.press("]")
    let first = state.selectedEntry
    #expect(first.map(state.verdict) ?? .go >= .hold)
    state.press("][")
    #expect(state.selectedEntry == first)
  }

  @Test func theMarkerIsOnTheScreenAfterEveryResize() {
    var state = Sample.dashboard(120, 40)
    state.press("G")
    for (columns, rows) in [(40, 10), (400, 120), (20, 4), (80, 24), (1, 1), (120, 40)] {
      _ = state.update(.resized(columns: columns, rows: rows))
      let frame = state.frame()
      #expect(frame.columns == columns && frame.rows == rows)
      if rows >= 10 { #expect(state.screen.contains("►"), "no marker at \(columns)×\(rows)") }
    }
  }

  @Test func timeAloneCanChangeTheVerdict() {
    var workspace = Sample.workspace
    workspace.events.append(
      Sample.event(
        11, "exception.recorded", "EXC-1", "2026-11-24T10:00:00Z",
        data: [
          "covers": "approval SLA", "reason": "agreed", "approver": "CTO", "expires_at": "2026-11-24T12:00:30Z",
        ]))
    var state = Sample.dashboard(80, 24, workspace: workspace)
    #expect(state.assessment?.dimensions[3].exception != nil)
    _ = state.update(.tick(Sample.now.advanced(bySeconds: 29)))
    #expect(state.assessment?.dimensions[3].exception != nil)
    _ = state.update(.tick(Sample.now.advanced(bySeconds: 30)))
    #expect(state.assessment?.dimensions[3].exception == nil)
  }

  @Test func unexpectedValuesAreMaskedUnlessRevealed() {
    var state = Sample.dashboard(120, 60)
    state.press("3<Enter><Enter>")
    #expect(state.screen.contains("national_id"))
    #expect(!state.screen.contains("1098765432"))
    state.options.revealsValues = true
    #expect(state.screen.contains("1098765432"))
  }

  @Test func everyKeyOfTheTableBelongsToOneAction() {
    let keys = Binding.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
  }
}
