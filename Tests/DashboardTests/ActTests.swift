import Readiness
import TerminalText
import Testing

@testable import Dashboard

struct ActTests {
  private func form(_ state: DashboardState) -> ActForm? {
    if case .form(let form) = state.overlay { form } else { nil }
  }

  @Test func acknowledgingAsksForNoMoreThanEnter() {
    var state = Sample.dashboard(120, 40)
    // INC-0002 is the first that is open and made by people.
    state.press("2<Right>")
    #expect(state.selectedEntry?.id == "INC-0002")
    #expect(state.press("a<Enter><Enter>") == [.perform([.incident("INC-0002", .acknowledge(note: ""))])])
    #expect(form(state)?.isBusy == true)
    // Keys wait while it is being written.
    #expect(state.press("q<Enter>") == [])
  }

  @Test func whatCouldNotBeWrittenCanBeTriedAgain() {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right>a<Down><Down><Enter>")
    state.press("the disk is full<Enter>")
    let act = Act.incident("INC-0002", .note("the disk is full"))
    _ = state.update(
      .acted([Outcome(act, entity: "INC-0002", .failed(Wording("no space left", "لا مساحة متبقية")))]))
    #expect(form(state)?.error?.english.contains("no space left") == true)
    #expect(form(state)?.answer(.note) == "the disk is full")
    #expect(state.press("<Enter>") == [.perform([act])])
    _ = state.update(.acted([Outcome(act, entity: "INC-0002", .done)]))
    #expect(state.overlay == nil)
    #expect(state.notice != nil)
  }

  @Test func theRulesRefuseBeforeAnythingIsWritten() throws {
    var state = Sample.dashboard(120, 40)
    // V3: no exception can cover it, and no form asks for a reason and an approver in vain.
    state.press("2")
    let index = try #require(state.shownEntries.firstIndex { $0.id == "INC-0001" })
    for _ in 0..<index { state.press("j") }
    #expect(state.selectedEntry?.id == "INC-0001")
    #expect(state.press("a<End><Enter>") == [])
    #expect(form(state) == nil)
    #expect(state.notice?.english.contains("V3") == true)
    // The menu is still there for another choice.
    guard case .acts = state.overlay else {
      Issue.record("the menu is gone")
      return
    }
  }

  @Test func anAnswerThatTheRulesForbidIsRefusedInTheForm() {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right>")
    // Lowering a severity needs a reason.
    state.openForm(.severity)
    state.press("0")
    #expect(state.press("<Enter>") == [])
    #expect(form(state)?.error?.english.contains("reason") == true)
  }

  @Test func anExceptionOnARowWithAnOpenV3IsWrittenAndSaysThatItStopsNothing() throws {
    var state = Sample.dashboard(120, 40)
    let assessment = try #require(state.assessment)
    let row = try #require(assessment.dimensions.first { $0.highestOpenSeverity == .v3 })
    let act = Act.record(
      NewException(
        covers: row.dimension.key, reason: "r", approver: "a", expires: state.now.advanced(bySeconds: 60)))
    _ = state.update(.acted([Outcome(act, entity: "EX-1", .done)]))
    #expect(state.notice?.english.hasPrefix("Written: EX-1; an open V3") == true)
  }

  @Test func whatWasDoneShowsBeforeEverythingIsReadAnew() throws {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right>")
    var incident = try #require(state.assessment?.incidents.first { $0.id == "INC-0002" })
    let before = incident
    incident.state = .acknowledged
    incident.acknowledgedAt = Timestamp(rfc3339: "2026-11-24T11:59:00Z")
    (incident.dimension, incident.clock) = (nil, nil)
    let act = Act.incident("INC-0002", .acknowledge(note: ""))
    _ = state.update(.acted([Outcome(act, entity: "INC-0002", .done, incident: incident)]))
    let after = try #require(state.assessment?.incidents.first { $0.id == "INC-0002" })
    #expect(after.state == .acknowledged)
    // What the workspace gives it, and not its events, is kept; its clock stops.
    #expect(after.dimension == before.dimension && before.dimension != nil)
    #expect(after.clock != nil && after.clock != before.clock)
    #expect(state.selectedEntry?.id == "INC-0002")
  }

  @Test func whatAFieldKnowsIsShownAsItIsTyped() throws {
    var state = Sample.dashboard(80, 24)
    state.press("2<Right>")
    state.openForm(.assign)
    for _ in 0..<30 { state.press("<BS>") }
    let known = try #require(form(state)?.fields.first?.completions)
    let first = try #require(known.first)
    #expect(state.screen.contains("Known: "))
    state.press(String(first.prefix(2)))
    #expect(form(state)?.fields.first?.completions.first == first)
    state.press("<Tab>")
    #expect(form(state)?.answer(.owner) == first)
  }

  @Test func aStatusIsChosenNeverTyped() {
    var state = Sample.dashboard(120, 40)
    state.press("a<Enter>zzz")
    #expect(form(state)?.answer(.status) == "OK")
    state.press("r")
    #expect(form(state)?.answer(.status) == "Risk")
    state.press("<Right>")
    #expect(form(state)?.answer(.status) == "Blocked")
    guard case .perform(let acts)? = state.press("<Enter>").first, case .edit(let edit)? = acts.first else {
      Issue.record("no edit")
      return
    }
    #expect((edit.key, edit.column, edit.seen, edit.new) == ("docs truth", .status, "OK", "Blocked"))
    #expect(edit.line == 10)
  }

  @Test func severalAreActedUponAtOnceAndOnlyTheRestIsTriedAgain() {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right> ")
    state.press(" ")
    #expect(state.targets.map(\.id) == ["INC-0002", "INC-0003"])
    state.press("a<Down><Down><Enter>")
    guard case .perform(let acts)? = state.press("hello<Enter>").first else {
      Issue.record("nothing is performed")
      return
    }
    #expect(acts == ["INC-0002", "INC-0003"].map { .incident($0, .note("hello")) })
    _ = state.update(
      .acted([
        Outcome(acts[0], entity: "INC-0002", .done),
        Outcome(acts[1], entity: "INC-0003", .refused(Wording("it is resolved", "محلولة"))),
      ]))
    #expect(form(state)?.targets == ["INC-0003"])
  }

  @Test func whatSomebodyElseWroteWhileTheFormStoodOpenIsNotOverwritten() throws {
    var state = Sample.dashboard(120, 40)
    state.press("a<Down><Enter>")
    state.press("mine")
    // The file is read anew: the cell says something else now.
    var workspace = try #require(state.workspace)
    let before = try #require(workspace.matrix?.tables[0].dimensions[0].owner)
    workspace.matrix?.tables[0].dimensions[0].owner = "theirs"
    _ = state.update(.read(workspace, judged: nil, filesRead: 0, filesTotal: 0, isComplete: true))
    guard case .perform(let acts)? = state.press("<Enter>").first, case .edit(let edit)? = acts.first else {
      Issue.record("no edit")
      return
    }
    #expect((edit.key, edit.column, edit.seen) == ("docs truth", .owner, before))
  }

  @Test func ofSeveralThoseThatDoNotAllowItAreLeftAndStayMarked() {
    var state = Sample.dashboard(120, 40)
    // INC-0001 is acknowledged already.
    state.press("2")
    state.marked[.severity] = ["INC-0001", "INC-0002"]
    #expect(Set(state.targets.map(\.id)) == ["INC-0001", "INC-0002"])
    state.press("a<Enter>")
    #expect(state.press("<Enter>") == [.perform([.incident("INC-0002", .acknowledge(note: ""))])])
    _ = state.update(
      .acted([Outcome(.incident("INC-0002", .acknowledge(note: "")), entity: "INC-0002", .done)]))
    #expect(state.overlay == nil)
    #expect(state.marked[.severity] == ["INC-0001"])
    #expect(state.notice?.english.contains("left 1") == true)
    #expect(state.notice?.english.contains("INC-0001: it is already acknowledged") == true)
  }

  @Test func enterAloneStopsNoRelease() {
    var state = Sample.dashboard(120, 40)
    state.press("Olate")
    guard case .perform(let acts)? = state.press("<Enter>").first, case .open(let incident)? = acts.first else {
      Issue.record("nothing is opened")
      return
    }
    #expect(incident.severity == .v2)
  }

  @Test func rangesAndFiltersMarkMany() {
    var state = Sample.dashboard(120, 40)
    state.press(" jjv")
    #expect(state.marked[.readiness]?.count == 4)
    state.press("<Esc>")
    #expect(state.marked[.readiness] == nil)
    state.press("fstatus:ok<Enter>*")
    #expect(state.targets.count == state.list.selectable.count)
  }

  @Test func ownersAreCompleted() {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right>a<Down><Enter>")
    state.press("sec<Tab>")
    #expect(form(state)?.answer(.owner) == "security")
  }

  @Test func whereNothingCanBeWrittenTheReasonIsSaid() {
    var state = Sample.dashboard(120, 40)
    _ = state.update(.unavailable(Wording("read-only, as asked", "للقراءة فقط")))
    for keys in ["a", "O", "u"] {
      #expect(state.press(keys) == [])
      #expect(state.overlay == nil)
      #expect(state.notice?.english == "read-only, as asked")
    }
  }

  @Test func thePaletteShowsWhatMayNotBeWrittenWithTheReason() {
    var state = Sample.dashboard(120, 40)
    _ = state.update(.unavailable(Wording("read-only, as asked", "للقراءة فقط")))
    state.press(":")
    guard let overlay = state.overlay else {
      Issue.record("no palette")
      return
    }
    let items = state.pickerItems(overlay)
    let forbidden = items.filter(\.isUnavailable)
    #expect(forbidden.contains { $0.title == "open an incident" } && forbidden.contains { $0.title.contains("act on") })
    #expect(forbidden.allSatisfy { $0.detail == "read-only, as asked" })
    #expect(items.contains { !$0.isUnavailable && $0.title == "quit" })
    #expect(state.screen.contains("read-only, as asked"))
  }

  @Test func aPasteIsTypedIntoTheFormAndObeyedNowhere() {
    var state = Sample.dashboard(120, 40)
    state.press("2<Right>a<Down><Down><Enter>")
    _ = state.update(.pasted("first\nsecond q"))
    #expect(form(state)?.answer(.note) == "first second q")
    state.press("<Esc>")
    #expect(state.update(.pasted("q")) == [])
  }
}
