import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// What jahiz itself says in a column of few words is never cut, and a span least of all.
struct ColumnWordsTests {
  private static let columns: Set<Column> = [
    .status, .proposal, .state, .age, .clock, .result, .severity, .grade, .stage, .running, .left,
  ]

  private func width(of text: String) -> Int { displayWidth(of: text) }

  @Test(arguments: Language.allCases)
  func everyWordFits(language: Language) {
    func least(_ column: Column, _ view: ViewKind) -> Int { column.shape(in: view, language).minimum }
    for status in Status.allCases where status != .unknown {
      #expect(width(of: "\(status.symbol) \(status.wording(language))") <= least(.status, .readiness), "\(status)")
      #expect(width(of: "\(status.symbol) \(status.wording(language))") <= least(.proposal, .readiness), "\(status)")
    }
    for state in Incident.State.allCases {
      #expect(width(of: state.wording(language)) <= least(.state, .severity), "\(state)")
    }
    for verdict in Verdict.allCases {
      #expect(width(of: "\(verdict.symbol) \(verdict.wording(language))") <= least(.grade, .reasons), "\(verdict)")
    }
    for stage in ConnectorStage.allCases {
      #expect(width(of: stage.wording(language)) <= least(.stage, .connectors), "\(stage)")
    }
    for status in WatchedTask.Status.allCases {
      #expect(width(of: "▲ \(status.wording(language))") <= least(.status, .tasks), "\(status)")
    }
    for view in ViewKind.allCases {
      for column in Column.all(of: view) {
        let shape = column.shape(in: view, language)
        if column != .fields { #expect(width(of: shape.title) <= shape.ideal, "\(column) in \(view)") }
      }
    }
  }

  /// Twenty years later every age, clock and overrun has its four digits.
  @Test(arguments: Language.allCases, [0, 40, 300, 7_300])
  func everyCellFits(language: Language, days: Int64) {
    var seen: Set<Column> = []
    for workspace in [LanguageTests.mute, Sample.governed] {
      var state = Sample.dashboard(120, 40, language, workspace: workspace)
      state.press("20z")
      _ = state.update(.tick(Sample.now.advanced(bySeconds: days * 86_400)))
      let canvas = Canvas(state)
      for view in ViewKind.allCases {
        for entry in state.lists[view]?.entries ?? [] where entry.isSelectable && !isWordOfFile(entry, state) {
          for column in Column.all(of: view) where Self.columns.contains(column) {
            seen.insert(column)
            let cell = state.cell(column, of: entry, width: 99, isSelected: false)
            let least = column.shape(in: view, language).minimum
            #expect(canvas.width(of: cell) <= least, "\(cell) in \(column)")
          }
        }
      }
    }
    #expect(seen == Self.columns)
  }

  /// A status that is none of ours is as long as the file makes it.
  private func isWordOfFile(_ entry: Entry, _ state: DashboardState) -> Bool {
    guard case .dimension(let index) = entry.content else { return false }
    return state.assessment?.dimensions[index].dimension.status == .unknown
  }

  @Test(arguments: Language.allCases, [80, 100, 120])
  func noClockIsCutOnTheSeverityBoard(language: Language, columns: Int) {
    var state = Sample.dashboard(columns, 30, language)
    state.press("2")
    _ = state.update(.tick(Sample.now.advanced(bySeconds: 266 * 86_400)))
    let frame = state.frame()
    let rows = (0..<frame.rows).map { frame[row: $0].map(\.text).joined() }
    for incident in state.assessment?.incidents ?? [] where incident.severity > .v0 {
      guard !state.clockCell(incident).text.string.isEmpty else { continue }
      let shown = [false, true].map { isShort in
        let clock = Paragraph(state.clockCell(incident, isShort: isShort).text, fallback: state.direction)
        return clock.line(fitting: clock.width).cells.map(\.text).joined()
      }
      #expect(rows.contains { row in shown.contains { row.contains($0) } }, "\(shown)")
    }
  }
}
