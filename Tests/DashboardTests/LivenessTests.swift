import Readiness
import TerminalText
import Testing

@testable import Dashboard

struct LivenessTests {
  private func read(_ workspace: Workspace, into state: inout DashboardState) -> [Effect] {
    state.update(.read(workspace, filesRead: 0, filesTotal: 0, isComplete: true))
  }

  @Test func aChangedRowStandsOutAndSettles() {
    var state = Sample.dashboard(120, 40)
    var changed = Sample.workspace
    changed.matrix?.tables[0].dimensions[0].status = .blocked
    changed.matrix?.tables[0].dimensions[0].rawStatus = "Blocked"
    _ = read(changed, into: &state)
    #expect(state.flashes.ids.contains("dimension:docs truth"))
    #expect(!state.flashes.ids.contains("dimension:schema adherence"))
    _ = state.update(.tick(Sample.now.advanced(bySeconds: 1)))
    #expect(!state.flashes.ids.isEmpty)
    _ = state.update(.tick(Sample.now.advanced(bySeconds: Flashes.seconds)))
    #expect(state.flashes.ids.isEmpty)
  }

  @Test func theFirstReadingStandsOutNowhere() {
    let state = Sample.dashboard(120, 40)
    #expect(state.flashes.ids.isEmpty)
  }

  @Test func whatAnActHasShownMeanwhileNeitherSilencesAV3NorRingsForAnOldOne() throws {
    var state = Sample.dashboard(120, 40)
    func shown(_ id: String, _ change: (inout Incident) -> Void) throws -> Outcome {
      var incident = try #require(state.assessment?.incidents.first { $0.id == id })
      change(&incident)
      return Outcome(.incident(id, .note("x")), entity: id, .done, incident: incident)
    }
    // Somebody has raised it; the reading that says so comes later.
    _ = state.update(.acted([try shown("INC-0002") { $0.severity = .v3 }]))
    var worse = Sample.workspace
    worse.events.append(
      Sample.event(
        20, "incident.severity_changed", "INC-0002", "2026-11-24T11:00:00Z", severity: "V3", data: ["reason": "r"]))
    #expect(read(worse, into: &state) == [.ring(.audible)])
    // One's own act has closed it; a reading that began before that is no news.
    _ = state.update(.acted([try shown("INC-0002") { $0.state = .resolved }]))
    #expect(read(worse, into: &state) == [])
  }

  @Test(arguments: [Bell.audible, .visual, .off])
  func aNewV3SaysSoAndRings(bell: Bell) {
    var state = Sample.dashboard(120, 40)
    state.options.bell = bell
    var worse = Sample.workspace
    worse.events.append(
      Sample.event(
        20, "incident.opened", "INC-0009", "2026-11-24T11:00:00Z", severity: "V3", data: ["title": "Leaked export"]))
    #expect(read(worse, into: &state) == (bell == .off ? [] : [.ring(bell)]))
    #expect(state.notice?.english.contains("Leaked export") == true)
    // The same again is no news.
    #expect(read(worse, into: &state) == [])
  }

  @Test func tickingClocksTouchFewCells() {
    // A minute of ticks, on the board with the most clocks: what changes is a few digits.
    var state = Sample.dashboard(120, 40)
    state.press("2")
    var changes = 0
    var before = state.frame()
    for second in 1...60 {
      _ = state.update(.tick(Sample.now.advanced(bySeconds: Int64(second))))
      let frame = state.frame()
      changes += zip(before.cells, frame.cells).count { $0 != $1 }
      before = frame
    }
    #expect(changes < 30)
  }
}
