import Readiness
import TerminalText

extension DashboardState {
  /// The reasons or the findings: a mark of how grave, what, and where.
  func drawMessages(on canvas: inout Canvas, _ layout: Layout) {
    guard let assessment else { return }
    let theme = options.theme
    let area = layout.list
    let columns = [
      TableColumn(title: "", minimum: 3, ideal: view == .reasons ? gradeWidth : 3, priority: 8),
      TableColumn(title: "", minimum: 20, ideal: 40, weight: 3, priority: 9),
      TableColumn(title: "", minimum: 18, ideal: 28, weight: 1, priority: 5),
    ]
    let widths = columnWidths(columns, available: area.width - Canvas.markerWidth - 1)
    let shown = shownEntries
    for offset in 0..<area.rows where position.top + offset < shown.count {
      let index = position.top + offset
      let isSelected = index == position.index
      let cells: [StyledText]
      switch shown[index].content {
      case .reason(let number):
        let reason = assessment.reasons[number]
        let verdict = reason.verdict
        cells = [
          StyledText("\(verdict.symbol) \(verdict.wording(language))", verdict.textRole, theme),
          highlighted(StyledText(reason.message(language), isSelected ? .selected : .text, theme)),
          highlighted(StyledText(reason.location?.description ?? "", .muted, theme)),
        ]
      case .finding(let number):
        let finding = assessment.findings[number]
        cells = [
          StyledText(finding.severity.name, finding.severity.role, theme),
          highlighted(StyledText(finding.message(language), isSelected ? .selected : .text, theme)),
          highlighted(StyledText(finding.location.description, .muted, theme)),
        ]
      default: continue
      }
      canvas.putRow(
        cells, columns: columns, widths: widths, row: area.row + offset, leading: 0, isSelected: isSelected)
    }
  }

  private var gradeWidth: Int {
    2 + (Verdict.allCases.map { displayWidth(of: $0.wording(language)) }.max() ?? 0)
  }
}
