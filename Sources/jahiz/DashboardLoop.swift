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
  /// A whole snapshot has come at least once.
  private var isWhole = false
  /// When the first paint no longer waits for the whole snapshot. A workspace of usual size is read before: then one paint
  /// is enough, and nothing flickers.
  private let firstPaintDue = monotonicMilliseconds() + 20

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
      columns: session.columns, rows: session.rows, now: now, criteria: request.criteria)
    if let notice = session.notice { _ = state.update(.notice(Wording(notice, notice))) }
  }

  /// Why it ended; nil where the user left.
  mutating func run() -> Wording? {
    while true {
      let patience = isWhole || shown != nil ? 0 : firstPaintDue - monotonicMilliseconds()
      if patience <= 0 { paint() }
      for event in session.readKeys(
        timeoutMilliseconds: patience > 0 ? Int32(patience) : 1_000, wakeups: [loader.wakeup, watcher.descriptor])
      {
        switch event {
        case .key(let key):
          for effect in state.update(.key(key)) where !perform(effect) { return nil }
          loader.judge(by: state.criteria)
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
      case .read(let workspace, let judged, let folders, let read, let total):
        _ = state.update(
          .read(workspace, judged: judged, filesRead: read, filesTotal: total, isComplete: folders != nil))
        hasShownData = true
        if let folders {
          isWhole = true
          watcher.watch(folders)
        }
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
