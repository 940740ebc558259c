import Readiness
import TerminalText
import Testing

@testable import Dashboard

struct PointerTests {
  /// Where a text stands on the screen, as (row, column).
  private func place(of text: String, in state: DashboardState) -> (row: Int, column: Int)? {
    let frame = state.frame()
    for row in 0..<frame.rows {
      let cells = frame[row: row].map(\.text)
      let needle = text.map(String.init)
      guard cells.count >= needle.count else { continue }
      for column in 0...(cells.count - needle.count) where Array(cells[column..<column + needle.count]) == needle {
        return (row, column)
      }
    }
    return nil
  }

  private func click(_ text: String, _ state: inout DashboardState) -> [Effect] {
    guard let place = place(of: text, in: state) else {
      Issue.record("“\(text)” is not on the screen")
      return []
    }
    let effects = state.update(.pointer(Pointer(.press, row: place.row, column: place.column)))
    return effects + state.update(.pointer(Pointer(.release, row: place.row, column: place.column)))
  }

  @Test(arguments: Language.allCases)
  func aClickLandsOnWhatIsSeen(language: Language) {
    for (columns, rows) in [(120, 40), (80, 24)] {
      var state = Sample.dashboard(columns, rows, language)
      _ = click("approval SLA", &state)
      #expect(state.selectedEntry?.id == "dimension:approval SLA")
      _ = click("approval SLA", &state)
      #expect(state.pane == .beside)
    }
  }

  @Test(arguments: Language.allCases)
  func cardsOfLanesAreClicked(language: Language) {
    var state = Sample.dashboard(120, 40, language)
    state.press("2")
    _ = click("INC-0004", &state)
    #expect(state.selectedEntry?.id == "INC-0004")
  }

  @Test func dragThePaneAndItStaysWithinItsBounds() {
    var state = Sample.dashboard(120, 40)
    state.press("<Enter>")
    let edge = place(of: "│", in: state)
    guard let edge else {
      Issue.record("no edge")
      return
    }
    _ = state.update(.pointer(Pointer(.press, row: edge.row, column: edge.column)))
    _ = state.update(.pointer(Pointer(.drag, row: edge.row, column: 50)))
    #expect(place(of: "│", in: state)?.column ?? 0 < edge.column)
    _ = state.update(.pointer(Pointer(.drag, row: edge.row, column: 0)))
    _ = state.update(.pointer(Pointer(.release, row: edge.row, column: 0)))
    #expect(PaneShare.range.contains(state.paneShare.beside))
    #expect(place(of: "docs truth", in: state) != nil)
  }

  @Test func theWheelScrollsWhatIsUnderIt() {
    var state = Sample.dashboard(120, 16)
    state.press("jj<Enter>")
    let selected = state.selectedEntry?.id
    _ = state.update(.pointer(Pointer(.wheelDown, row: 8, column: 100)))
    #expect(state.paneTop > 0)
    #expect(state.selectedEntry?.id == selected)
    _ = state.update(.pointer(Pointer(.wheelUp, row: 8, column: 10)))
    #expect(state.selectedEntry?.id != selected)
  }

  @Test func noPlaceOnTheScreenDoesHarm() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 40), (400, 120)] {
      for keys in ["", "2", "3<Enter>", ":", "?", "B", "s"] {
        var state = Sample.dashboard(columns, rows)
        state.press(keys)
        for row in stride(from: 0, to: rows, by: max(3, rows / 12)) {
          for column in stride(from: 0, to: columns, by: max(7, columns / 16)) {
            for kind in [Pointer.Kind.press, .drag, .release, .wheelUp, .wheelDown] {
              _ = state.update(.pointer(Pointer(kind, row: row, column: column)))
            }
          }
        }
        #expect(state.frame().columns == columns)
      }
    }
  }
}
