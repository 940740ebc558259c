import Readiness
import TerminalText

extension DashboardState {
  /// A key while an overlay is open.
  mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
    if key == Key(.character("c"), control: true) { return [.quit] }
    if key == Key(.character("z"), control: true) { return [.suspend] }
    switch overlay {
    case .help: return pressInHelp(key)
    case .palette(let picker): return pressInPalette(key, picker)
    case .columns(let picker): pressInColumns(key, picker)
    case .themes(let picker, let before): return pressInThemes(key, picker, before)
    case .bidi(let before): return pressInBidi(key, before)
    case .acts(let picker): return pressInActs(key, picker)
    case .exceptions(let picker): pressInExceptions(key, picker)
    case .form(let form): return press(key, in: form)
    case .history(let id, let top): pressInHistory(key, id, top)
    }
    return []
  }

  private mutating func pressInHelp(_ key: Key) -> [Effect] {
    guard let action = options.keymap.action(for: key) else { return [] }
    switch action {
    case .quit: return [.quit]
    case .help, .back, .open: self.overlay = nil
    default: helpTop = scrolled(helpTop, by: action, page: Layout(self).helpRows, count: helpLineCount)
    }
    return []
  }

  private mutating func pressInPalette(_ key: Key, _ picker: Picker) -> [Effect] {
    var picker = picker
    let found = paletteActions(picker)
    switch key.code {
    case .enter:
      overlay = nil
      guard found.indices.contains(picker.index) else { return [] }
      let binding = found[picker.index].binding
      guard applies(binding) else {
        notice = Strings.doesNotApply
        return []
      }
      return perform(binding.action)
    case .escape:
      overlay = nil
      return []
    default:
      if moves(&picker, key, count: found.count) {
        overlay = .palette(picker)
      } else if key.code == .backspace, picker.field?.isEmpty == true {
        overlay = nil
      } else if picker.field?.press(key) == true {
        picker.index = 0
        overlay = .palette(picker)
      }
      return []
    }
  }

  private mutating func pressInColumns(_ key: Key, _ picker: Picker) {
    var picker = picker
    let all = Column.all(of: view)
    switch key.code {
    case .enter:
      if all.indices.contains(picker.index) { sort(by: all[picker.index]) }
    case .character(" "), .character("x"):
      if all.indices.contains(picker.index) { toggle(all[picker.index]) }
    case .escape, .character("q"), .character("s"):
      overlay = nil
    default:
      if moves(&picker, key, count: all.count) { overlay = .columns(picker) }
    }
  }

  private mutating func toggle(_ column: Column) {
    guard column != Column.name(of: view) else {
      notice = Strings.staysShown
      return
    }
    var hidden = hiddenColumns[view] ?? []
    if hidden.remove(column) == nil { hidden.insert(column) }
    hiddenColumns[view] = hidden
  }

  private mutating func pressInThemes(_ key: Key, _ picker: Picker, _ before: Theme) -> [Effect] {
    var picker = picker
    switch key.code {
    case .enter:
      overlay = nil
      return [.themeChosen(options.theme.name)]
    case .escape, .character("q"):
      options.theme = before
      overlay = nil
    default:
      if moves(&picker, key, count: themes.count) {
        overlay = .themes(picker, before: before)
        if themes.indices.contains(picker.index) { options.theme = themes[picker.index] }
      }
    }
    return []
  }

  private mutating func pressInBidi(_ key: Key, _ before: OutputWay) -> [Effect] {
    switch key.code {
    case .enter:
      overlay = nil
      return [.wayChosen(options.way)]
    case .escape, .character("q"):
      options.way = before
      overlay = nil
    default:
      let isNext = options.keymap.action(for: key) == .bidi || [.down, .right, .tab].contains(key.code)
      let isPrevious = [.up, .left, .backtab].contains(key.code)
      if isNext || isPrevious { options.way = neighbour(of: options.way, isNext ? 1 : -1) }
    }
    return []
  }

  private mutating func pressInHistory(_ key: Key, _ id: String, _ top: Int) {
    guard let action = options.keymap.action(for: key) else { return }
    let layout = Layout(self)
    switch action {
    case .back, .quit, .history, .open: overlay = nil
    default:
      let page = max(1, layout.footerRow - layout.tabRow - 3)
      overlay = .history(id, top: scrolled(top, by: action, page: page, count: historyLines(of: id).count))
    }
  }

  private func neighbour(of way: OutputWay, _ step: Int) -> OutputWay {
    let all = OutputWay.allCases
    let index = all.firstIndex(of: way) ?? 0
    return all[(index + step + all.count) % all.count]
  }

  /// Moves within a picker; j and k too, where nothing is typed.
  func moves(_ picker: inout Picker, _ key: Key, count: Int) -> Bool {
    let page = max(1, Layout(self).list.rows - 4)
    switch (key.code, key.control) {
    case (.up, _), (.character("p"), true): picker.move(-1, count: count)
    case (.down, _), (.character("n"), true): picker.move(1, count: count)
    case (.pageUp, _): picker.move(-page, count: count)
    case (.pageDown, _): picker.move(page, count: count)
    case (.character("k"), false) where picker.field == nil: picker.move(-1, count: count)
    case (.character("j"), false) where picker.field == nil: picker.move(1, count: count)
    case (.home, _) where picker.field == nil, (.character("g"), false) where picker.field == nil:
      picker.move(-count, count: count)
    case (.end, _) where picker.field == nil, (.character("G"), false) where picker.field == nil:
      picker.move(count, count: count)
    default: return false
    }
    return true
  }
}
