import Readiness
import TerminalText

extension DashboardState {
  /// A cell of the newest result of a suite and asset.
  func cell(_ column: Column, of checkpoint: Checkpoint, width: Int, isSelected: Bool) -> CellText {
    let theme = options.theme
    let result = checkpoint.result
    switch column {
    case .asset: return highlighted(CellText(result.asset ?? "—", .muted, theme))
    case .result: return resultCell(checkpoint)
    case .failed:
      let failed = max(result.unsuccessful, result.failed.count)
      return CellText(numerals("\(failed)/\(result.evaluated)"), failed > 0 ? .text : .muted, theme)
    case .severity:
      return checkpoint.severity.map { CellText($0.name, $0.role, theme) } ?? CellText("")
    case .age:
      let age = result.runTime.map { numerals(ageText(now.seconds(since: $0.instant), language)) } ?? "—"
      return CellText(age, checkpoint.isOld ? .risk : .muted, theme)
    case .rule: return highlighted(CellText(checkpoint.rule?.wording(language) ?? "", .muted, theme))
    case .history: return CellText(sparkline(checkpoint, width: width))
    default: return highlighted(CellText(result.suite ?? result.path, isSelected ? .selected : .text, theme))
    }
  }

  /// A suite without expectations passes, and proves nothing: it does not look like one that passed.
  func resultCell(_ checkpoint: Checkpoint) -> CellText {
    let theme = options.theme
    guard checkpoint.succeeded else { return CellText(Strings.failedWord(language), .blocked, theme, icon: "■") }
    return checkpoint.result.evaluated == 0
      ? CellText(Strings.emptyResult(language), .muted, theme, icon: "○")
      : CellText(Strings.passed(language), .ok, theme, icon: "●")
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
