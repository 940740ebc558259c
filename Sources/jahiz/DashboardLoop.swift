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
func runDashboard(_ request: Request, theme: Theme, loader: WorkspaceLoader) throws(WorkspaceError) {
  let session: TerminalSession
  do {
    session = try TerminalSession(
      color: ColorChoice(request.color), sendsExplicitBidi: request.bidi == .auto || request.bidi == .visual,
      asksForWay: request.bidi == .auto)
  } catch {
    throw WorkspaceError(message: Wording("\(error)", "\(error)"))
  }
  var loop = DashboardLoop(request, theme: theme, session: session, loader: loader)
  let failure = loop.run()
  session.end()
  if let failure { throw WorkspaceError(message: failure) }
}

private struct DashboardLoop {
  private let request: Request
  private let session: TerminalSession
  private let loader: WorkspaceLoader
  private let watcher = ChangeWatcher()
  private var state: DashboardState
  private var shown: Frame?
  private var nextPoll: Instant
  private var hasShownData = false

  init(_ request: Request, theme: Theme, session: TerminalSession, loader: WorkspaceLoader) {
    self.request = request
    self.session = session
    self.loader = loader
    let now = request.fixedNow ?? currentInstant()
    nextPoll = currentInstant().advanced(bySeconds: 2)
    state = DashboardState(
      options: .init(
        language: request.language, theme: theme, way: request.bidi.way ?? .visual,
        revealsValues: request.revealsValues,
        utcOffset: utcOffset(at: now)),
      columns: session.columns, rows: session.rows, now: now, candidateName: request.candidate, target: request.target)
    if let notice = session.notice { _ = state.update(.notice(Wording(notice, notice))) }
  }

  /// Why it ended; nil where the user left.
  mutating func run() -> Wording? {
    // A small workspace is read within a few milliseconds: then one paint is enough.
    var isFirst = true
    while true {
      if !isFirst { paint() }
      let timeout = isFirst ? 8 : 1_000
      isFirst = false
      for event in session.readKeys(timeoutMilliseconds: Int32(timeout), wakeups: [loader.wakeup, watcher.descriptor]) {
        switch event {
        case .key(let key):
          for effect in state.update(.key(key)) where !perform(effect) { return nil }
        case .resized: _ = state.update(.resized(columns: session.columns, rows: session.rows))
        case .answered(let way): if request.bidi == .auto { state.options.way = way }
        case .wake(let descriptor):
          if descriptor == loader.wakeup {
            if let failure = takeReadings() { return failure }
          } else if watcher.drain() {
            loader.load()
          }
        case .terminate: return nil
        }
      }
      tick()
    }
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
      case .read(let workspace, let read, let total, let isComplete):
        _ = state.update(.read(workspace, filesRead: read, filesTotal: total, isComplete: isComplete))
        hasShownData = true
        if isComplete { watcher.watch(watchedFolders(of: workspace)) }
      case .failed(let message):
        guard hasShownData else { return message }
        _ = state.update(.failed(message))
      }
    }
    return nil
  }

  private mutating func tick() {
    let moment = currentInstant()
    if request.fixedNow == nil { _ = state.update(.tick(moment)) }
    if watcher.mustPoll, moment >= nextPoll {
      nextPoll = moment.advanced(bySeconds: 2)
      loader.load()
    }
  }

  /// Does what the dashboard asks for; false: leave.
  private mutating func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .quit: return false
    case .suspend:
      session.suspend()
      shown = nil
      _ = state.update(.resized(columns: session.columns, rows: session.rows))
    case .reload:
      _ = state.update(.readingStarted)
      loader.load()
    }
    return true
  }
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
