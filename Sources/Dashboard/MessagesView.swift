import Readiness
import TerminalText

extension DashboardState {
  /// A cell of a reason's row: how grave, what, and where.
  func cell(_ column: Column, of reason: Reason, isSelected: Bool) -> StyledText {
    let theme = options.theme
    let verdict = reason.verdict
    return switch column {
    case .grade: StyledText("\(verdict.symbol) \(verdict.wording(language))", verdict.textRole, theme)
    case .place: highlighted(StyledText(reason.location?.description ?? "", .muted, theme))
    default: highlighted(StyledText(reason.message(language), isSelected ? .selected : .text, theme))
    }
  }

  /// A cell of a finding's row.
  func cell(_ column: Column, of finding: Finding, isSelected: Bool) -> StyledText {
    let theme = options.theme
    return switch column {
    case .severity: StyledText(finding.severity.name, finding.severity.role, theme)
    case .place: highlighted(StyledText(finding.location.description, .muted, theme))
    default: highlighted(StyledText(finding.message(language), isSelected ? .selected : .text, theme))
    }
  }
}
