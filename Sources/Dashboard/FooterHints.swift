import Readiness
import TerminalText

// The keys that the footer names: those that matter most where the user is. Each is a key and its word, pieces of their own,
// so that the key comes first in both languages.

extension DashboardState {
  /// What is looked at.
  private var place: Binding.Place {
    switch pane {
    case .closed: .list
    case .beside: .beside
    case .zoomed: .zoomed
    }
  }

  /// Keys and words, in the order in which room is given.
  ///
  /// - Parameter detail: what the pane shows; nil where it is closed.
  func hints(_ detail: Detail?, _ layout: Layout) -> [[StyledText]] {
    let theme = options.theme
    return actions(of: place).compactMap { action in
      guard let binding = Binding.all.first(where: { $0.action == action }), isOfUse(binding, detail, layout),
        let word = hint(for: binding), let keys = keyNames(of: action)
      else { return nil }
      return [StyledText(keys, .accent, theme), StyledText(word(language), .muted, theme)]
    }
  }

  /// What narrows the list is told as long as it does.
  var filterHint: [[StyledText]] {
    guard let filter = filters[view] else { return [] }
    let theme = options.theme
    let pieces = [
      keyNames(of: .filter).map { StyledText($0, .accent, theme) }, StyledText(filter.text, .notice, theme),
      keyNames(of: .back).map { StyledText("\($0) ×", .muted, theme) },
    ]
    return [pieces.compactMap(\.self)]
  }

  private func hint(for binding: Binding) -> Wording? {
    switch binding.action {
    case .open where pane != .closed && link != nil: Strings.openLink
    case .back where pane != .closed && link != nil: Strings.leaveLink
    case .open where view == .reasons: Strings.goThere
    default: binding.hints[place]
    }
  }

  /// Whether it would change anything: a text that is seen whole does not scroll, and a pane that has the whole screen for
  /// want of rows cannot grow.
  private func isOfUse(_ binding: Binding, _ detail: Detail?, _ layout: Layout) -> Bool {
    let isLonger = (detail?.lines.count ?? 0) > (layout.paneText?.rows ?? 0)
    return switch binding.action {
    case .scrollDown: isLonger
    case .down where pane == .zoomed: isLonger
    case .open where pane != .closed && link == nil && view != .reasons: !layout.isZoomed
    case .openLink: link == nil && detail?.links.isEmpty == false
    default: binding.need == .links ? detail?.links.isEmpty == false : applies(binding)
    }
  }

  /// `Enter`, or both keys of two that belong together: `↑↓`, `J/K`; nil where no key is bound.
  func keyNames(of action: Action) -> String? {
    let first = options.keymap.name(of: action)
    let other: Action? = action == .down ? .up : action == .scrollDown ? .scrollUp : nil
    guard let first, let other, let second = options.keymap.name(of: other) else { return first }
    return action == .down && first == "↓" && second == "↑" ? "↑↓" : "\(first)/\(second)"
  }

  private func actions(of place: Binding.Place) -> [Action] {
    switch place {
    case .list: [.down, .open, .act, .help, .search, .filter, .palette, .quit, .nextCandidate, .toggleTarget]
    case .beside: [.open, .scrollDown, .nextLink, .back, .down, .act, .openLink, .help, .search, .quit]
    case .zoomed: [.down, .back, .nextLink, .openLink, .act, .help, .quit]
    }
  }

  /// How much more of the details follows, beside the key that scrolls to it.
  func moreBelow(_ count: Int) -> [StyledText] {
    let theme = options.theme
    let key = options.keymap.name(of: pane == .zoomed ? .down : .scrollDown)
    let number = numerals("\(count)")
    guard let key, key != "↓" else {
      return [StyledText("↓", key == nil ? .muted : .accent, theme), StyledText(number, .muted, theme)]
    }
    return [StyledText(key, .accent, theme), StyledText("↓ \(number)", .muted, theme)]
  }

  /// The key that shows a view: the number on its tab, or what the user has bound; nil where there is none.
  func keyName(of view: ViewKind) -> String? {
    guard let key = options.keymap.keys(for: view.action).first else { return nil }
    guard options.keymap.tabNumber(of: key, view.action) != nil else { return key.name }
    return number(of: view).map { "\($0)" }
  }
}
