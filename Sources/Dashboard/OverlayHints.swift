import Readiness
import TerminalText

// The keys of what lies over the list, in the footer; forms, the sample of output ways and the help name theirs themselves.

extension DashboardState {
  /// Keys and words, in the order in which room is given.
  func hints(in overlay: Overlay) -> [[StyledText]] {
    let theme = options.theme
    return keys(of: overlay).map { [StyledText($0, .accent, theme), StyledText($1(language), .muted, theme)] }
  }

  /// The keys of pickers are their own; a history takes those of the table.
  private func keys(of overlay: Overlay) -> [(String, Wording)] {
    let move = ("↑↓", word(of: .down, in: .list))
    let close = ("Esc", word(of: .back, in: .beside))
    return switch overlay {
    case .palette, .themes, .acts: [move, ("Enter", Wording("choose", "اختيار")), close]
    case .columns:
      [
        move, ("Enter", Wording("sort by it", "ترتيب حسبه")), ("Space", Wording("hide or show", "إخفاء أو إظهار")),
        close,
      ]
    case .exceptions: [move, ("Enter", Strings.goThere), close]
    case .history:
      [(Action.down, Binding.Place.zoomed), (.back, .beside)].compactMap { action, place in
        keyNames(of: action).map { ($0, word(of: action, in: place)) }
      }
    case .help, .form, .bidi: []
    }
  }

  private func word(of action: Action, in place: Binding.Place) -> Wording {
    Binding.all.first { $0.action == action }?.hints[place] ?? Wording("", "")
  }
}
