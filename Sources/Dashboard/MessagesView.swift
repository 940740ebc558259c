import Readiness
import TerminalText

extension DashboardState {
  /// A cell of a reason's row: how grave, what, and where.
  func cell(_ column: Column, of reason: Reason, width: Int, isSelected: Bool) -> CellText {
    let theme = options.theme
    let verdict = reason.verdict
    return switch column {
    case .grade where width < 2: CellText(verdict.symbol, verdict.textRole, theme)
    case .grade: CellText(verdict.wording(language), verdict.textRole, theme, icon: verdict.symbol)
    case .place: highlighted(CellText(reason.location?.description ?? "", .muted, theme))
    default: highlighted(CellText(reason.message(language), isSelected ? .selected : .text, theme))
    }
  }

  /// A cell of a finding's row.
  func cell(_ column: Column, of finding: Finding, isSelected: Bool) -> CellText {
    let theme = options.theme
    return switch column {
    case .severity: CellText(finding.severity.name, finding.severity.role, theme)
    case .place: highlighted(CellText(finding.location.description, .muted, theme))
    default: highlighted(CellText(finding.message(language), isSelected ? .selected : .text, theme))
    }
  }
}
