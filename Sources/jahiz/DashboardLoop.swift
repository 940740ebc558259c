import Dashboard
import Evidence
import Glibc
import Readiness
import Terminal
import TerminalText

// The one loop: what happened → the new state → its frame → the terminal. Keys that come in a burst are all taken before
// the next paint, so a slow line never shows what nobody waits for any more.

/// Runs the dashboard until the user leaves it.
///
/// - Throws: `WorkspaceError` where the workspace cannot be opened at all.
func runDashboard(_ request: Request, _ appearance: Appearance, loader: WorkspaceLoader) throws(WorkspaceError) {
  let session: TerminalSession
  do {
    session = try TerminalSession(
      color: ColorChoice(request.color), sendsExplicitBidi: request.bidi == .auto || request.bidi == .visual,
      asksForWay: request.bidi == .auto)
  } catch {
    throw WorkspaceError(message: Wording("\(error)", "\(error)"))
  }
  if request.usesMouse { session.setMouse(true) }
  var loop = DashboardLoop(request, appearance, session: session, loader: loader)
  let failure = loop.run()
  session.end()
  loop.triage.finish()
  loop.keep()
  if let failure { throw WorkspaceError(message: failure) }
}

struct DashboardLoop {
  let request: Request
  let session: TerminalSession
  let loader: WorkspaceLoader
  let triage: TriageWorker
  private let watcher = ChangeWatcher()
  var state: DashboardState
  var remembered: Remembered
  /// What the terminal is known by among the remembered output ways, once it has answered.
  private var terminalName = nameOfTerminal(answering: nil)
  /// The theme is neither asked for nor remembered: it may follow the terminal's background.
  private var mayChangeTheme: Bool
  /// The theme that is shown, and the stamp of its file, where it has one.
  private var themeFile: (name: String, stamp: FileStamp?)?
  private var themeLookedAt: Int64 = 0
  private var shown: Frame?
  private var nextPoll: Instant
  private var hasShownData = false
  /// Where the log ended when an act was last written.
  private var written: LogPosition?
  /// A whole snapshot has come at least once.
  private var isWhole = false
  /// When the first paint no longer waits for the whole snapshot. A workspace of usual size is read before: then one paint
  /// is enough, and nothing flickers.
  private let firstPaintDue = monotonicMilliseconds() + 30

  init(_ request: Request, _ appearance: Appearance, session: TerminalSession, loader: WorkspaceLoader) {
    self.request = request
    self.session = session
    self.loader = loader
    triage = TriageWorker(TriageDesk(for: request))
    let now = request.fixedNow ?? currentInstant()
    nextPoll = currentInstant().advanced(bySeconds: 2)
    remembered = appearance.remembered
    mayChangeTheme = appearance.mayChangeTheme
    state = DashboardState(
      options: .init(
        language: request.language, theme: appearance.theme, way: request.bidi.way ?? .visual,
        revealsValues: request.revealsValues, utcOffset: utcOffset(at: now), rootURI: uri(of: request.root),
        digits: request.digits,
        keymap: request.settings.keymap, bell: request.settings.bell),
      columns: session.columns, rows: session.rows, now: now, criteria: request.criteria)
    state.restore(remembered)
    if request.bidi == .auto, let way = remembered.ways[terminalName] { state.options.way = way }
    if let notice = appearance.notice { _ = state.update(.notice(notice)) }
    if let notice = session.notice {
      _ = state.update(.notice(Wording(verbatim: notice, session.noticeArabic ?? notice)))
    }
  }

  /// Why it ended; nil where the user left.
  mutating func run() -> Wording? {
    while true {
      let patience = isWhole || shown != nil ? 0 : firstPaintDue - monotonicMilliseconds()
      if patience <= 0 { paint() }
      for event in session.readKeys(
        timeoutMilliseconds: patience > 0 ? Int32(patience) : watcher.mustPoll ? 300 : 1_000,
        wakeups: [loader.wakeup, triage.wakeup, watcher.descriptor])
      {
        switch event {
        case .wake(let descriptor) where descriptor == loader.wakeup:
          if let failure = takeReadings() { return failure }
        case .wake(let descriptor) where descriptor == triage.wakeup: takeOutcomes()
        case .wake: if watcher.drain() { loader.load() }
        case .terminate: return nil
        default: if !take(event) { return nil }
        }
      }
      tick()
    }
  }

  /// Takes what the user or the terminal did; false: leave.
  private mutating func take(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let key): return update(.key(key))
    case .paste(let text): return update(.pasted(text))
    case .mouse(let mouse): return request.usesMouse ? Pointer(mouse).map { update(.pointer($0)) } ?? true : true
    case .resized: return update(.resized(columns: session.columns, rows: session.rows))
    case .answered(let way):
      guard request.bidi == .auto else { return true }
      terminalName = nameOfTerminal(answering: way)
      return update(.way(remembered.ways[terminalName] ?? way))
    case .background(let isLight):
      if mayChangeTheme, let theme = try? ThemeLoader.load(isLight ? "light" : "dark") {
        mayChangeTheme = false
        return update(.theme(theme))
      }
      return true
    case .wake, .terminate: return true
    }
  }

  private mutating func update(_ event: DashboardEvent) -> Bool {
    let way = state.options.way
    for effect in state.update(event) where !perform(effect) { return false }
    // A terminal that reorders lines has them in its own order: nothing of what it shows can be built upon.
    if state.options.way != way, shown != nil { repaintWhole() }
    loader.judge(by: state.criteria)
    return true
  }

  private mutating func paint() {
    let frame = state.frame().prepared(for: state.options.way)
    guard frame != shown else { return }
    session.paint(frame)
    shown = frame
  }

  private mutating func takeReadings() -> Wording? {
    for message in loader.takeMessages() {
      switch message {
      case .read(let workspace, _, _?, _, _) where isWhole && isOutdated(workspace):
        // It began before an act whose effect is shown; the reading that was asked for after that is under way.
        continue
      case .read(let workspace, let judged, let folders, let read, let total):
        _ = update(.read(workspace, judged: judged, filesRead: read, filesTotal: total, isComplete: folders != nil))
        hasShownData = true
        if let folders {
          let isFirst = !isWhole
          isWhole = true
          _ = update(.unavailable(triage.unavailability(in: workspace)))
          watcher.watch(folders, files: filesActedIn(of: workspace))
          // Nothing was watched until now: what was written meanwhile nobody would tell.
          if isFirst, hasGrown(workspace) { loader.load() }
        }
      case .failed(let message):
        guard hasShownData else { return message }
        _ = update(.failed(message))
      }
    }
    return nil
  }

  private mutating func takeOutcomes() {
    var hasWritten = false
    for message in triage.takeMessages() {
      switch message {
      case .acted(let outcomes, let end):
        hasWritten = true
        written = end ?? written
        _ = update(.acted(outcomes))
      case .undone(let outcome):
        hasWritten = true
        _ = update(.undone(outcome))
      case .blamed(let name, let blame): _ = update(.blamed(name, blame))
      }
    }
    // Shown at once, not when the watcher has heard of it.
    if hasWritten { loader.load() }
  }

  private mutating func tick() {
    let moment = currentInstant()
    reloadTheme()
    if request.fixedNow == nil { _ = update(.tick(moment)) }
    // Both, so that what the clock brings is not taken for a change the next time.
    if watcher.mustPoll, watcher.sawChangedFile() || moment >= nextPoll {
      nextPoll = moment.advanced(bySeconds: 2)
      loader.load()
    }
  }

  /// Whether its reading of the log ended before what was written last.
  private func isOutdated(_ workspace: Workspace) -> Bool {
    guard let written, let end = workspace.eventsEnd else { return false }
    return end.device == written.device && end.inode == written.inode && end.offset < written.offset
  }

  /// Whether the log holds more than was read of it.
  private func hasGrown(_ workspace: Workspace) -> Bool {
    let log = FileStamp(ofFileAt: "\(request.root)/\(workspace.configuration.eventLog)")
    return log.map { $0.size > workspace.eventsEnd?.offset ?? 0 } ?? false
  }

  private func filesActedIn(of workspace: Workspace) -> [String] {
    let paths = [workspace.configuration.eventLog] + (workspace.matrix.map { [$0.path] } ?? [])
    return paths.map { "\(request.root)/\($0)" }
  }

  /// Shows a theme anew whose file has changed; what is wrong in it is told, and the look stays.
  private mutating func reloadTheme() {
    // Once a second: what a person saves need not be looked for at every key.
    let second = monotonicMilliseconds() / 1_000
    guard second != themeLookedAt else { return }
    themeLookedAt = second
    let name = state.options.theme.name
    let stamp = ThemeLoader.path(of: name).flatMap { FileStamp(ofFileAt: $0) }
    defer { themeFile = (name, stamp) }
    guard let before = themeFile, before.name == name, stamp != before.stamp else { return }
    do {
      _ = update(.theme(try ThemeLoader.load(name)))
    } catch {
      _ = state.update(.notice(error.message))
    }
  }

  /// The screen must be painted whatever was there before.
  mutating func forgetScreen() { shown = nil }

  mutating func repaintWhole() {
    session.redraw()
    shown = nil
  }

  /// Remembers that this terminal shows Arabic right in that way.
  mutating func remember(_ way: OutputWay) { remembered.ways[terminalName] = way }
}

/// The workspace as a URI of this machine, for links: a terminal elsewhere must not take it for its own.
private func uri(of root: String) -> String? {
  guard let resolved = realpath(root, nil) else { return nil }
  defer { free(resolved) }
  var host = [CChar](repeating: 0, count: 256)
  gethostname(&host, host.count - 1)
  let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return "file://\(percentEncoded(name))\(percentEncoded(String(cString: resolved)))"
}

/// What tells one terminal from another as far as can be known: its kind, its program, and what was made of its answers.
private func nameOfTerminal(answering way: OutputWay?) -> String {
  let program = environment("TERM_PROGRAM", "LC_TERMINAL")
  let words = [environment("TERM"), program.isEmpty ? "-" : program, way?.rawValue ?? "-"]
  return words.map { $0.filter { !$0.isWhitespace } }.joined(separator: " ")
}

extension ColorChoice {
  init(_ setting: ColorSetting) {
    switch setting {
    case .auto: self = .auto
    case .always: self = .always
    case .never: self = .never
    }
  }
}

extension Pointer {
  /// nil: a button or a key that the terminal or nobody wants.
  init?(_ mouse: MouseEvent) {
    let kind: Kind
    switch mouse.kind {
    case .press where mouse.button == .left && !mouse.shift: kind = .press
    case .drag where mouse.button == .left: kind = .drag
    case .release: kind = .release
    case .wheelUp: kind = .wheelUp
    case .wheelDown: kind = .wheelDown
    default: return nil
    }
    self.init(kind, row: mouse.row, column: mouse.column)
  }
}
