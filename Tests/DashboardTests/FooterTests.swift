import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// The footer names what works where the user is, by the keys that are bound.
struct FooterTests {
  private func footer(_ state: DashboardState) -> String {
    state.screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  @Test func itFollowsWhatIsLookedAt() {
    var state = Sample.dashboard(120, 20)
    #expect(footer(state).contains("Enter details"))
    state.press("jj<Enter>")
    let beside = footer(state)
    for hint in ["Enter zoom", "J/K scroll", ". links", "Esc close", "↑↓ move"] { #expect(beside.contains(hint)) }
    state.press("<Enter>")
    let zoomed = footer(state)
    for hint in ["Esc back", ". links", "o open link", "a act"] { #expect(zoomed.contains(hint)) }
    #expect(!zoomed.contains("move"))
    state.press(".")
    #expect(footer(state).contains("Esc leave the link"))
    state.press("<Esc><Esc><Esc>5")
    #expect(footer(state).contains("Enter go to it"))
  }

  @Test func itNamesTheKeysThatAreBound() throws {
    var state = Sample.dashboard(120, 20)
    state.options.keymap = try Keymap(overrides: [.scrollDown: ["w"], .nextLink: ["x"], .back: ["b"], .reasons: ["R"]])
    state.press("jj<Enter>")
    for hint in ["w/K scroll", "x links", "b close"] { #expect(footer(state).contains(hint)) }
    #expect(state.screen.contains(" w ↓ "), "beside what is left of the details")
    #expect(state.screen.contains("more: R"), "beside the other reasons")
  }

  @Test func aKeyStandsBeforeItsWordInBothLanguages() {
    let state = Sample.dashboard(120, 40, .arabic)
    let frame = state.frame()
    let row = frame[row: frame.rows - 1].map(\.text).reversed().joined()
    for key in ["Enter", "a", "?", "/", "f", ":"] {
      let shown = String(key.reversed())
      #expect(row.contains("   \(shown) "), "\(key) at the right of its word")
    }
  }

  @Test func aJumpTellsTheWayBack() {
    var state = Sample.dashboard(120, 40)
    state.press("5<Enter>")
    #expect(state.view != .reasons)
    #expect(state.notice?.english == "From Reasons: Backspace goes back")
    state.press("<BS>")
    #expect(state.view == .reasons)
  }

  /// Every key that the footer names over a menu does something there.
  @Test func menusNameTheirKeys() {
    var state = Sample.dashboard(80, 24)
    func footer() -> String {
      state.screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
    state.press("a")
    #expect(footer() == " ↑↓ move   Enter choose   Esc close")
    state.press("<Esc>")
    #expect(state.overlay == nil && footer().contains("Enter details"))
    state.press("s")
    #expect(footer() == " ↑↓ move   Enter sort by it   Space hide or show   Esc close")
    state.press("<Down> <Esc>")
    #expect(state.hiddenColumns[.readiness]?.count == 1)
  }
}
