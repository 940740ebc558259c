import Readiness
import TerminalText

/// What lies over the view and takes the keys.
enum Overlay: Hashable, Sendable {
  case help
  /// Every action by its name.
  case palette(Picker)
  /// The columns of the view: sort by them, hide them.
  case columns(Picker)
  /// The themes; the one chosen so far is shown at once, this one comes back with Esc.
  case themes(Picker, before: Theme)
  /// A sample of Arabic to judge the output way by.
  case bidi(before: OutputWay)
  /// What can be done to the targets.
  case acts(Picker)
  case form(ActForm)
  /// Every exception, those that count no more too.
  case exceptions(Picker)
  /// Who did what to a thing, newest first.
  case history(String, top: Int)
}

/// A list to choose from, perhaps narrowed by a text.
struct Picker: Hashable, Sendable {
  /// nil: it cannot be narrowed.
  var field: TextField?
  var index = 0

  mutating func move(_ step: Int, count: Int) {
    index = count == 0 ? 0 : min(max(0, index + step), count - 1)
  }
}

/// One line of a picker.
struct PickerItem: Hashable {
  /// A sign before it: what is chosen, sorted or hidden.
  var mark: String
  var title: String
  /// What stands at the other end: keys, the state.
  var detail: String
  /// The scalars of the title that the text found.
  var found: [Range<Int>] = []
  /// It would be refused; `detail` says why.
  var isUnavailable = false
}

extension DashboardState {
  /// The actions that the palette's text finds, best first.
  func paletteActions(_ picker: Picker) -> [(binding: Binding, found: [Range<Int>])] {
    let needle = picker.field?.text ?? ""
    let bindings = Binding.all.filter { $0.action != .palette }
    guard !needle.isEmpty else { return bindings.filter { applies($0) || isForbidden($0) }.map { ($0, []) } }
    return bindings.enumerated().compactMap { offset, binding -> (Int, Int, Binding, [Range<Int>])? in
      let shown = FuzzyMatch.match(needle, in: binding.help(language))
      // The other language and the action's name are found too, unmarked.
      let other = [binding.help(language == .arabic ? .english : .arabic), binding.action.name]
      let hidden = other.compactMap { FuzzyMatch.match(needle, in: $0)?.score }.max()
      guard let score = [shown?.score, hidden.map { $0 - 1 }].compactMap(\.self).max() else { return nil }
      return (score, offset, binding, shown?.ranges ?? [])
    }
    .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
    .map { ($0.2, $0.3) }
  }

  /// The lines of an overlay that is a picker.
  func pickerItems(_ overlay: Overlay) -> [PickerItem] {
    switch overlay {
    case .palette(let picker):
      paletteActions(picker).map { binding, found in
        let reason = isForbidden(binding) ? unavailable?(language) : nil
        return PickerItem(
          mark: " ", title: binding.help(language), detail: reason ?? options.keymap.names(of: binding.action),
          found: found, isUnavailable: reason != nil)
      }
    case .columns:
      Column.all(of: view).map { column in
        let isHidden = hiddenColumns[view]?.contains(column) == true
        let sort = sorts[view].flatMap { $0.column == column ? $0 : nil }
        return PickerItem(
          mark: sort.map { $0.isReversed ? "▼" : "▲" } ?? " ", title: column.wording(language),
          detail: isHidden ? Strings.hidden(language) : "")
      }
    case .themes:
      themes.map { theme in
        PickerItem(
          mark: theme.name == options.theme.name ? "●" : " ", title: theme.title[language] ?? theme.name,
          detail: theme.name)
      }
    case .acts:
      actKinds.map { kind in
        let reason = refusal(of: kind)?(language)
        return PickerItem(
          mark: " ", title: kind.wording(language), detail: reason ?? "", isUnavailable: reason != nil)
      }
    case .exceptions: exceptionItems
    case .help, .bidi, .form, .history: []
    }
  }

  /// Whether an action would write where nothing may be written.
  private func isForbidden(_ binding: Binding) -> Bool {
    unavailable != nil && (binding.need == .acts || binding.need == .writing)
  }

  /// Whether an action would find what it needs.
  package func applies(_ binding: Binding) -> Bool {
    switch binding.need {
    case .nothing: true
    case .entries: !shownEntries.isEmpty
    case .pane: pane != .closed
    case .links: pane != .closed && !detailLinks.isEmpty
    case .lanes: Layout(self).hasLanes
    case .candidates: assessment?.candidates.isEmpty == false
    case .matches: !query.isEmpty
    case .acts: unavailable == nil && !actKinds.isEmpty
    case .writing: unavailable == nil
    case .connectors: shownViews.contains(.connectors)
    case .tasks: shownViews.contains(.tasks)
    }
  }
}
