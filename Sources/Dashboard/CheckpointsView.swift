import Readiness
import TerminalText

extension DashboardState {
  private var checkpointColumns: [TableColumn] {
    [
      TableColumn(title: Strings.suite(language), minimum: 12, ideal: 20, weight: 2, priority: 9),
      TableColumn(title: Strings.asset(language), minimum: 8, ideal: 16, weight: 1, priority: 6),
      TableColumn(title: Strings.result(language), minimum: 8, ideal: 10, priority: 8),
      TableColumn(title: Strings.failedOf(language), minimum: 6, ideal: 7, alignment: .trailing, priority: 5),
      TableColumn(title: Strings.severity(language), minimum: 4, ideal: 8, priority: 7),
      TableColumn(title: Strings.rule(language), minimum: 12, ideal: 26, weight: 1, priority: 2),
      TableColumn(title: Strings.age(language), minimum: 5, ideal: 7, alignment: .trailing, priority: 4),
      TableColumn(title: Strings.history(language), minimum: 7, ideal: 12, alignment: .leading, priority: 3),
    ]
  }

  /// The newest result of every suite and asset.
  func drawCheckpoints(on canvas: inout Canvas, _ layout: Layout) {
    guard let assessment else { return }
    let area = layout.list
    let columns = checkpointColumns
    let widths = columnWidths(columns, available: area.width - Canvas.markerWidth - 1)
    if let row = layout.titleRow { canvas.putTitles(columns, widths: widths, row: row, leading: 0) }
    let shown = shownEntries
    for offset in 0..<area.rows where position.top + offset < shown.count {
      let index = position.top + offset
      guard case .checkpoint(let number) = shown[index].content else { continue }
      let isSelected = index == position.index
      canvas.putRow(
        cells(of: assessment.checkpoints[number], isSelected: isSelected, historyWidth: widths.last ?? 0),
        columns: columns, widths: widths, row: area.row + offset, leading: 0, isSelected: isSelected)
    }
  }

  private func cells(of checkpoint: Checkpoint, isSelected: Bool, historyWidth: Int) -> [StyledText] {
    let theme = options.theme
    let result = checkpoint.result
    let failed = max(result.unsuccessful, result.failed.count)
    let age = result.runTime.map { ageText(now.seconds(since: $0.instant), language) } ?? "—"
    return [
      highlighted(StyledText(result.suite ?? result.path, isSelected ? .selected : .text, theme)),
      highlighted(StyledText(result.asset ?? "—", .muted, theme)),
      checkpoint.succeeded
        ? StyledText("● \(Strings.passed(language))", .ok, theme)
        : StyledText("■ \(Strings.failedWord(language))", .blocked, theme),
      StyledText("\(failed)/\(result.evaluated)", failed > 0 ? .text : .muted, theme),
      checkpoint.severity.map { StyledText($0.name, $0.role, theme) } ?? StyledText("·", .muted, theme),
      StyledText(checkpoint.rule?.wording(language) ?? "", .muted, theme),
      StyledText(age, checkpoint.isOld ? .risk : .muted, theme),
      sparkline(checkpoint, width: historyWidth),
    ]
  }

  /// The runs so far, oldest first: a low bar for a pass, a higher one the more of its expectations failed.
  func sparkline(_ checkpoint: Checkpoint, width: Int) -> StyledText {
    let theme = options.theme
    let newest = checkpoint.result
    var runs = checkpoint.history.map { (passed: $0.success, failed: $0.unsuccessful, of: $0.evaluated) }
    runs.append((checkpoint.succeeded, newest.unsuccessful, newest.evaluated))
    var text = StyledText()
    let bars = Array("▂▃▄▅▆▇█")
    // The left is the past in both languages, as on any chart.
    for run in runs.suffix(max(1, width)) {
      if run.passed {
        text.append("▁", theme[.present])
      } else {
        let share = run.of > 0 ? min(run.failed, run.of) * (bars.count - 1) / run.of : bars.count - 1
        text.append(String(bars[share]), theme[.missing])
      }
    }
    return text
  }
}
