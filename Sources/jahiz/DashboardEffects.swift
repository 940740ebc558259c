import Dashboard
import Readiness

extension DashboardLoop {
  /// Does what the dashboard asks for; false: leave.
  mutating func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .quit: return false
    case .suspend:
      session.suspend()
      forgetScreen()
      _ = state.update(.resized(columns: session.columns, rows: session.rows))
    case .redraw: repaintWhole()
    case .reload:
      _ = state.update(.readingStarted)
      loader.load()
    case .loadThemes: showThemes()
    case .themeChosen(let name): remembered.theme = name
    case .wayChosen(let way): remember(way)
    case .copy(let text): copy(text)
    case .openFile(let path, let line): open(path, line: line)
    case .perform(let acts):
      if let (workspace, assessment) = judged { triage.perform(acts, on: workspace, assessment) }
    case .undo:
      if let (workspace, assessment) = judged { triage.undo(on: workspace, assessment) }
    case .blame(let name, let location): triage.blame(name, at: location)
    case .ring(let bell): if bell != .off { session.ring(visual: bell == .visual) }
    }
    return true
  }

  private var judged: (Workspace, Assessment)? {
    guard let workspace = state.workspace, let assessment = state.assessment else { return nil }
    return (workspace, assessment)
  }

  private mutating func showThemes() {
    _ = state.update(.themes(ThemeLoader.usable()))
  }

  private mutating func copy(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let copied = PluralForms(
      zero: "لم يُنسخ شيء", one: "نُسخ سطر واحد", two: "نُسخ سطران", few: "نُسخت \(lines) أسطر",
      many: "نُسخ \(lines) سطرًا", other: "نُسخ \(lines) سطر")
    if session.copy(text) {
      _ = state.update(
        .notice(
          lines > 1
            ? Wording("Copied \(lines) lines", copied.sentence(for: lines))
            : Wording("Copied: \(text)", "نُسخ: \(text)")))
    } else {
      _ = state.update(
        .notice(
          Wording(
            "This terminal takes no copies: \(text)", "هذه الطرفية لا تقبل النسخ: \(text)")))
    }
  }

  private mutating func open(_ path: String, line: Int?) {
    var isShown = false
    let place = "\(request.root)/\(path)"
    session.lend { isShown = showFile(place, line: line, isReadOnly: request.isReadOnly) }
    forgetScreen()
    _ = state.update(.resized(columns: session.columns, rows: session.rows))
    if !isShown {
      _ = state.update(
        .notice(
          Wording(
            "No editor or pager can be started: set EDITOR or PAGER", "تعذّر تشغيل محرّر أو عارض: اضبط EDITOR أو PAGER")))
    }
  }

  /// Keeps for the next session how the user leaves the screen.
  mutating func keep() {
    guard !request.isReadOnly else { return }
    state.remember(in: &remembered)
    StateFile.write(remembered)
  }
}
