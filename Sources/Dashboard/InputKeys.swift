import Readiness
import TerminalText

// The text field in the footer: search and filter take effect with every letter, Enter keeps what was found, Esc puts
// everything back.

extension DashboardState {
  mutating func startSearch() {
    input = .search(TextField(fallback: direction))
    query = ""
    searchOrigin = position.index
  }

  mutating func type(_ key: Key, into input: Input) -> [Effect] {
    switch (key.code, key.control) {
    case (.enter, _):
      self.input = nil
      if case .filter(let field) = input { confirmFilter(field.text) }
    case (.escape, _):
      self.input = nil
      if case .search = input {
        query = ""
        select(searchOrigin)
      } else {
        restoreFilter()
      }
    case (.character("c"), true): return [.quit]
    case (.character("z"), true): return [.suspend]
    case (.backspace, _) where input.field.isEmpty:
      self.input = nil
      if case .filter = input { confirmFilter("") }
    case (.tab, _): completeFilter(input)
    case (.up, _), (.down, _), (.pageUp, _), (.pageDown, _):
      self.input = nil
      if case .filter(let field) = input { confirmFilter(field.text) }
      if let action = options.keymap.action(for: key) { return perform(action) }
    default: typed(into: input) { _ = $0.press(key) }
    }
    return []
  }

  /// Changes the text and lets it take effect.
  mutating func typed(into input: Input, _ change: (inout TextField) -> Void) {
    var field = input.field
    change(&field)
    switch input {
    case .search:
      self.input = .search(field)
      query = field.text
      selectMatch(from: searchOrigin, step: 1, includingStart: true)
    case .filter:
      self.input = .filter(field)
      narrow(by: field.text)
    }
  }
}
