import Readiness
import TerminalText

// The keys of what lies over the list, in the footer; forms, the sample of output ways and the help name theirs themselves.

extension DashboardState {
  /// Keys and words, in the order in which room is given.
  func hints(in overlay: Overlay) -> [[StyledText]] {
    let theme = options.theme
    return keys(of: overlay).map { [StyledText($0, .accent, theme), StyledText($1(language), .muted, theme)] }
  }

  private func keys(of overlay: Overlay) -> [(String, Wording)] {
    let move = ("↑↓", Wording("move", "تنقّل"))
    let close = ("Esc", Wording("close", "إغلاق"))
    return switch overlay {
    case .palette, .themes, .acts: [move, ("Enter", Wording("choose", "اختيار")), close]
    case .columns:
      [
        move, ("Enter", Wording("sort by it", "ترتيب حسبه")), ("Space", Wording("hide or show", "إخفاء أو إظهار")),
        close,
      ]
    case .exceptions: [move, ("Enter", Strings.goThere), close]
    case .history: [("↑↓", Wording("scroll", "تمرير")), close]
    case .help, .form, .bidi: []
    }
  }
}
