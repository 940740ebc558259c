import Readiness
import Testing

@testable import Dashboard

struct SortingTests {
  private func names(_ state: DashboardState) -> [String] {
    state.shownEntries.map { $0.id.replacing("dimension:", with: "") }
  }

  @Test func sortingTwiceReversesAndAThirdTimeRestores() {
    var state = Sample.dashboard(120, 40)
    let before = names(state)
    state.press("s<Enter>")
    let ascending = names(state)
    #expect(ascending.first == "approval SLA")
    state.press("<Enter>")
    #expect(names(state).prefix(6) == ArraySlice(ascending.prefix(6).reversed()))
    state.press("<Enter>")
    #expect(names(state) == before)
  }

  @Test func rowsStayUnderTheirHeadings() {
    var state = Sample.dashboard(120, 40)
    state.press("s<Enter><Enter><Esc>")
    #expect(names(state).firstIndex(of: "candidates") == 6)
    state.press("2s<Enter><Esc>")
    #expect(state.list.lanes.map(\.severity) == [.v3, .v2, .v1])
    #expect(state.list.lanes.map(\.cards.count) == [2, 2, 2])
  }

  @Test func theSelectionStaysOnWhatItWasOn() {
    var state = Sample.dashboard(120, 40)
    state.press("jj")
    let selected = state.selectedEntry?.id
    state.press("s<Down><Enter><Esc>")
    #expect(state.selectedEntry?.id == selected)
  }

  @Test func whatHasNoValueStandsLastWhicheverWay() {
    var state = Sample.dashboard(120, 40)
    for keys in ["s<Down><Down><Down><Enter>", "<Enter>"] {
      state.press(keys)
      #expect(state.assessment?.dimensions.filter { $0.highestOpenSeverity == nil }.count == 2)
      #expect(Set(names(state)[4..<6]) == ["docs truth", "schema adherence"])
    }
  }

  @Test func theColumnThatNamesTheRowsCannotBeHidden() {
    var state = Sample.dashboard(120, 40)
    state.press("s ")
    #expect(state.shownColumns(of: .readiness).contains(.dimension))
    #expect(state.notice != nil)
    state.press("<Down> ")
    #expect(!state.shownColumns(of: .readiness).contains(.status))
    state.press(" ")
    #expect(state.shownColumns(of: .readiness).contains(.status))
  }

  @Test func whatIsRememberedComesBack() {
    var state = Sample.dashboard(120, 40)
    state.press("2s<Down><Enter><Enter> <Esc>3<Enter>++")
    var remembered = Remembered()
    remembered.theme = "light"
    remembered.ways = ["xterm-256color - words": .runs]
    state.remember(in: &remembered)
    let read = Remembered(remembered.text)
    #expect(read == remembered)
    var another = Sample.dashboard(120, 40)
    another.restore(read)
    #expect(another.view == .checkpoints)
    #expect(another.pane == .beside)
    #expect(another.paneShare.beside == 50)
    #expect(another.sorts[.severity] == state.sorts[.severity])
    #expect(another.hiddenColumns == state.hiddenColumns)
  }

  @Test func whatCannotBeUnderstoodIsLeftOut() {
    let odd = "view nowhere\npane open wide\nsort severity dimension\nhide readiness dimension status\n\u{0}\n"
    let read = Remembered(odd)
    #expect(read.view == .readiness)
    #expect(read.pane == .closed)
    #expect(read.sorts.isEmpty)
    #expect(read.hiddenColumns == [.readiness: [.status]])
  }
}
