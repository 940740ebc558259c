import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// What is selected is told by the marker and by the look of its name, in every list; its details say what it means.
struct SelectedRowTests {
  @Test(arguments: ViewKind.allCases)
  func itsNameStandsOut(view: ViewKind) {
    var state = Sample.dashboard(120, 40, workspace: Sample.governed)
    state.options.theme = Theme(
      name: "bold", backdrop: .rgb(0, 0, 0), styles: [.selected: Style(attributes: .bold)])
    for entry in (state.lists[view]?.entries ?? []).filter(\.isSelectable) {
      let name = Column.name(of: view)
      let cells = [false, true].map { state.cell(name, of: entry, width: 40, isSelected: $0).text }
      #expect(!cells[0].styles.contains { $0.attributes.contains(.bold) })
      #expect(cells[1].styles.contains { $0.attributes.contains(.bold) }, "\(entry.id)")
    }
  }

  @Test func theTitleOfACardStandsOutToo() {
    var state = Sample.dashboard(120, 40)
    state.options.theme = Theme(name: "bold", backdrop: .rgb(0, 0, 0), styles: [.selected: Style(attributes: .bold)])
    state.press("2j")
    #expect(state.selectedEntry?.id == "INC-0001")
    let frame = state.frame()
    let row = (0..<frame.rows).first { frame[row: $0].map(\.text).joined().contains("National IDs in the") }
    let bold = row.map { frame[row: $0].filter { $0.style.attributes.contains(.bold) }.map(\.text).joined() }
    #expect(bold?.hasPrefix("National IDs") == true)
  }

  @Test(arguments: Language.allCases)
  func aFindingSaysWhatItMeansAndWhatToDo(language: Language) {
    var workspace = Sample.workspace
    workspace.findings = [
      Finding(.brokenLink, .v1, Wording("x", "x"), at: Readiness.SourceLocation(path: "docs/a.md", line: 3))
    ]
    var state = Sample.dashboard(120, 40, language, workspace: workspace)
    state.press("4<Enter>")
    let rule = Finding.Code.brokenLink.structuralRule
    let shown = state.detail(width: 100).lines.map { line in
      (state.isMirrored ? line.cells.reversed() : line.cells).map(\.text).joined()
    }
    #expect(shown.contains { $0.contains(state.isMirrored ? ")knil_nekorb(" : "(broken_link)") })
    // In Arabic the letters are shaped: that both sentences are there is told by their lines.
    let labels = [DetailStrings.code, DetailStrings.remedy].map { $0(.english) }
    if language == .english {
      #expect(shown.contains { $0.hasPrefix(labels[0]) && $0.contains(rule?.title.english ?? "?") })
      #expect(shown.contains { $0.hasPrefix(labels[1]) && $0.contains(rule?.help.english ?? "?") })
    }
  }
}
