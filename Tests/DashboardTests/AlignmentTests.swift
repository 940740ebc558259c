import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// Names and values stand where reading begins, whatever letters they have; sentences where their own direction wants them.
struct AlignmentTests {
  private func cells(_ state: DashboardState, _ row: Int) -> [String] {
    let frame = state.frame()
    let cells = frame[row: row].map(\.text)
    return state.isMirrored ? cells.reversed() : Array(cells)
  }

  /// Where each shown column begins, from the side where reading begins.
  private func starts(_ state: DashboardState) -> [Column: Int] {
    var starts: [Column: Int] = [:]
    var start = Canvas.markerWidth
    for (column, _, width) in state.table(Layout(state)) {
      starts[column] = start
      start += width + 2
    }
    return starts
  }

  @Test(
    arguments: Language.allCases,
    [
      ("", [Column.dimension, .status, .open, .evidence, .owner]), ("3", [.suite, .asset, .result, .severity]),
      ("4", [.connector, .stage, .fields, .gaps, .owner]),
      ("5", [.task, .connector, .status, .left, .polling, .owner]),
      ("7", [.grade, .place]),
    ])
  func columnsOfNamesHaveAnEdge(language: Language, view: (keys: String, columns: [Column])) {
    var state = Sample.dashboard(160, 40, language, workspace: Sample.governed)
    state.press(view.keys)
    let layout = Layout(state)
    let starts = starts(state)
    for (offset, entry) in state.shownEntries.enumerated() where entry.isSelectable {
      let row = cells(state, layout.list.row + offset)
      for column in view.columns {
        guard let start = starts[column] else {
          Issue.record("\(column) is not shown")
          continue
        }
        let cell = state.cell(column, of: entry, width: 40, isSelected: false)
        if cell.icon == nil, cell.text.string.isEmpty { continue }
        #expect(row[start] != " ", "\(cell) in \(column)")
        #expect(row[start - 1] == " ")
        if let icon = cell.icon { #expect(row[start] == icon.string, "the shape of \(cell) in \(column)") }
      }
    }
  }

  @Test func aTitleOfTheDataKeepsItsSide() {
    var state = Sample.dashboard(90, 30)
    state.press("2")
    let layout = Layout(state)
    let found = state.table(layout).first { $0.column == .title }
    let index = state.shownEntries.firstIndex { $0.id == "INC-0003" }
    guard let start = starts(state)[.title], let width = found?.width, let index else {
      Issue.record("no title")
      return
    }
    let row = cells(state, layout.list.row + index)
    // تأخر تقارير العملاء ends at the left and begins at the right edge of its column.
    #expect(row[start] == " ")
    #expect(row[start + width - 1] != " ")
  }

  @Test(arguments: Language.allCases)
  func valuesStandBesideTheirLabels(language: Language) {
    for keys in ["2<Enter><Enter>", "3<Enter><Enter>", "5<Enter><Enter>", "4<Enter><Enter>"] {
      var state = Sample.dashboard(160, 60, language, workspace: Sample.governed)
      state.press(keys)
      let lines = state.detail(width: 100).lines.map { line in
        let texts = line.cells.map(\.text)
        return state.isMirrored ? texts.reversed() : texts
      }
      // The first block: from the first blank line to the next one.
      let block = lines.drop { $0.contains { $0 != " " } }.drop { $0.isEmpty }.prefix { !$0.isEmpty }
      #expect(block.count > 3, "\(keys)")
      // One column where every value begins, behind a gap.
      let start = (8..<30).first { column in
        block.allSatisfy { $0[column] != " " && $0[column - 1] == " " && $0[column - 2] == " " }
      }
      #expect(start != nil, "\(keys)")
    }
  }

  @Test func zoomedTextIsNoWiderThanOneReads() {
    for language in Language.allCases {
      var state = Sample.dashboard(200, 40, language)
      state.press("jj<Enter><Enter>")
      let row = cells(state, Layout(state).list.row + 2)
      #expect(row[104...].allSatisfy { $0 == " " })
    }
  }
}
