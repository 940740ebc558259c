import Readiness
import TerminalText

extension DashboardState {
  /// The shown columns of the view with the widths that the screen leaves them.
  func table(_ layout: Layout) -> [(column: Column, shape: TableColumn, width: Int)] {
    let columns = shownColumns(of: view)
    var shapes = columns.map { $0.shape(in: view, language) }
    if view == .connectors { widenFields(&shapes, columns, layout) }
    for (index, column) in columns.enumerated() {
      if column == .grade { narrow(&shapes[index], to: shownGrades, layout) }
      if sorts[view]?.column == column {
        shapes[index].minimum = max(shapes[index].minimum, displayWidth(of: shapes[index].title) + 2)
      }
    }
    let widths = columnWidths(shapes, available: layout.list.width - Canvas.markerWidth - 1)
    return zip(columns, zip(shapes, widths)).map { ($0, $1.0, $1.1) }.filter { $0.width > 0 }
  }

  /// The verdicts that there are decide, not those that there could be: the message needs the room. On a narrow screen
  /// their shapes say enough.
  private func narrow(_ shape: inout TableColumn, to words: [String], _ layout: Layout) {
    if layout.list.width < 60 { shape.title = "" }
    let shown = shape.title.isEmpty ? ["■"] : words + [shape.title]
    let width = shown.map { displayWidth(of: $0) }.max() ?? 0
    (shape.minimum, shape.ideal) = (width, width)
  }

  private var shownGrades: [String] {
    let reasons = assessment?.reasons ?? []
    return Verdict.allCases.filter { verdict in reasons.contains { $0.verdict == verdict } }
      .map { "\($0.symbol) \($0.wording(language))" }
  }

  /// The list of the view as a table: titles, headings and rows.
  func drawTable(on canvas: inout Canvas, _ layout: Layout) {
    let area = layout.list
    let table = table(layout)
    if let row = layout.titleRow {
      canvas.putTitles(
        table.map { ($0.shape, $0.width, sortMark(of: $0.column)) }, row: row, leading: area.leading)
    }
    let shown = shownEntries
    for offset in 0..<area.rows where position.top + offset < shown.count {
      let index = position.top + offset
      let row = area.row + offset
      let entry = shown[index]
      switch entry.content {
      case .lane(let severity, let count):
        drawLaneHeading(severity, count: count, on: &canvas, row: row, area.leading + 1, area.width - 2)
      case .candidatesHeading:
        canvas.put(
          Strings.candidates(language), .muted, row: row, leading: area.leading + Canvas.markerWidth,
          width: area.width - Canvas.markerWidth)
      default:
        let isSelected = index == position.index
        let cells = table.map { cell($0.column, of: entry, width: $0.width, isSelected: isSelected) }
        canvas.putRow(
          isFlashing(entry) ? cells.map(flashed) : cells, table.map { ($0.shape, $0.width) }, row: row,
          leading: area.leading, isSelected: isSelected, isMarked: marked[view]?.contains(entry.id) == true)
      }
    }
  }

  /// `▲` where the list is sorted by the column, `▼` where the other way round.
  private func sortMark(of column: Column) -> String? {
    guard let sort = sorts[view], sort.column == column else { return nil }
    return sort.isReversed ? "▼" : "▲"
  }

  func cell(_ column: Column, of entry: Entry, width: Int, isSelected: Bool) -> CellText {
    guard let assessment else { return CellText("") }
    return switch entry.content {
    case .dimension(let index): cell(column, of: assessment.dimensions[index], isSelected: isSelected)
    case .candidate(let index): cell(column, of: assessment.candidates[index], width: width, isSelected: isSelected)
    case .incident(let index): cell(column, of: assessment.incidents[index], isSelected: isSelected)
    case .checkpoint(let index): cell(column, of: assessment.checkpoints[index], width: width, isSelected: isSelected)
    case .connector(let index): cell(column, of: assessment.connectors[index], width: width, isSelected: isSelected)
    case .task(let index): cell(column, of: assessment.tasks[index], isSelected: isSelected)
    case .reason(let index): cell(column, of: assessment.reasons[index], width: width, isSelected: isSelected)
    case .finding(let index): cell(column, of: assessment.findings[index], isSelected: isSelected)
    case .lane, .candidatesHeading: CellText("")
    }
  }
}
