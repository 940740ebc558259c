import Evidence
import Glibc
import Ledger
import Readiness

// Where acts become lines of the log and cells of the matrix. All of it happens under the log's lock, in this order: the
// newest events are read, each act is judged by them, cells are edited, the events are written and reach the disk.
//
// The cell comes before its event. Killed between the two, the matrix says what its author wanted, Git shows the change,
// and the log misses a line; the other way round the log would tell of a change that never was, and a log that says what is
// not so is worth less than one with a gap. Where the events cannot be written, the cells are put back.

/// The one who acts in a workspace: whose acts, for whom, and whether at all.
struct TriageDesk: Sendable {
  /// The workspace, as the user named it.
  let root: String
  let isReadOnly: Bool
  let actor: Actor
  /// nil: each action gets one of its own.
  let correlationID: String?
  let traceID: String?
  /// How long to wait for others who write.
  var lockWait: Duration = .seconds(5)

  /// Who acts comes from the environment, and so does the trace, by W3C's `TRACEPARENT`, where the request names none.
  init(for request: Request) {
    root = request.root
    isReadOnly = request.isReadOnly
    correlationID = request.correlationID
    var variables: [String: String] = [:]
    for name in ["LOGNAME", "USER", "SUDO_USER", "SSH_CONNECTION", "SSH_CLIENT", "CI"] {
      variables[name] = environment(name)
    }
    actor = Actor(environment: variables, userID: getuid())
    traceID = TraceContext(traceparent: request.traceparent ?? environment("TRACEPARENT"))?.traceID
  }

  /// Why nothing can be done here; nil where something can.
  func unavailability(in workspace: Workspace) -> Wording? {
    if isReadOnly { return readOnlyWording }
    return unwritable(in: workspace)
  }

  private func unwritable(in workspace: Workspace) -> Wording? {
    var path = logFile(of: workspace).path
    while true {
      if access("\(root)/\(path)", W_OK) == 0 { return nil }
      let code = errno
      guard code == ENOENT, !path.isEmpty else { return LedgerError.system(path: path, code: code).wording }
      path = path.contains("/") ? String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)) : ""
    }
  }

  // MARK: Acting

  /// Does what the newest state allows, one event for each act; an act that is refused stops no other.
  ///
  /// - Returns: what became of each, in the same order, and where the log ends then; nil where it is not known.
  func perform(
    _ acts: [Act], on workspace: Workspace, _ assessment: Assessment
  ) -> (outcomes: [Outcome], end: LogPosition?) {
    if let refused = notHere(workspace) { return (acts.map { Outcome($0, entity: $0.entity, refused) }, nil) }
    let concerned = acts.concerned
    var performance = Performance(
      acts, ActGround(workspace, assessment, about: concerned), context, matrixFile(of: workspace))
    var end: LogPosition?
    do {
      end = try append(to: workspace, about: concerned) { (log, now) in
        performance.run(by: log, now: now)
        return performance.envelopes.map(\.event)
      }
    } catch {
      performance.fail(error)
    }
    return (performance.outcomes, end)
  }

  /// Takes back one's own last action, unless something else has moved since; never another's.
  func undo(on workspace: Workspace, _ assessment: Assessment) -> UndoOutcome {
    switch notHere(workspace) {
    case .refused(let reason): return .refused(reason)
    case .failed(let reason): return .failed(reason)
    case .done, nil: break
    }
    var undoing = Undoing(ActGround(workspace, assessment), context, matrixFile(of: workspace))
    do {
      try append(to: workspace, about: nil) { (log, now) throws(LedgerError) in
        try undoing.decide(log.events, now: now)
      }
      return .done(undoing.undone)
    } catch {
      undoing.putBack()
      return error.isRefusal ? .refused(error.wording) : .failed(error.wording)
    }
  }

  private func notHere(_ workspace: Workspace) -> Outcome.Result? {
    if isReadOnly { return .refused(readOnlyWording) }
    return unwritable(in: workspace).map { .failed($0) }
  }

  private var context: EventContext {
    EventContext(
      actor: actor, correlationID: correlationID ?? UUIDv7.make().text, traceID: traceID ?? TraceContext.make().traceID)
  }

  // MARK: Files

  private func logFile(of workspace: Workspace) -> LedgerFile {
    LedgerFile(workspace: root, path: workspace.configuration.eventLog)
  }

  private func matrixFile(of workspace: Workspace) -> MatrixFile? {
    workspace.matrix.map {
      MatrixFile(file: LedgerFile(workspace: root, path: $0.path), lockWait: lockWait, roles: columnRoles)
    }
  }

  /// Lets `decide` look at the newest events and writes what it comes to.
  ///
  /// What the workspace has read of the log is not read again under the lock: of 10,000 incidents that alone would take
  /// longer than all the rest.
  ///
  /// - Parameter entities: whose events it needs; nil: everybody's.
  /// - Returns: where the log ends now.
  @discardableResult
  private func append(
    to workspace: Workspace, about entities: Set<String>?,
    _ decide: (LogSight, _ now: Instant) throws(LedgerError) -> [EventEnvelope]
  ) throws(LedgerError) -> LogPosition {
    let log = EventLog(file: logFile(of: workspace), lockWait: lockWait)
    let known = LogSight(workspace.events, about: entities)
    var unsettles = false
    let end = try log.append(since: workspace.eventsEnd) { news throws(LedgerError) in
      unsettles = news.isContinuation && LogSight.mayUnsettle(news.bytes)
      if unsettles { return [] }
      let sight =
        news.isContinuation
        ? known.continued(by: news.bytes) : LogSight(wholeLog: news.bytes, path: log.file.path, about: entities)
      // The clock is read under the lock: so nobody's event is later than the next one's.
      return try decide(sight, currentInstant())
    }
    guard unsettles else { return end }
    // No position fits it, so all of it is read; a log that was there is still not begun anew.
    let nowhere = LogPosition(device: 0, inode: 0, offset: -1, ending: [])
    return try log.append(since: nowhere) { news throws(LedgerError) in
      try decide(LogSight(wholeLog: news.bytes, path: log.file.path, about: entities), currentInstant())
    }
  }
}

let readOnlyWording = Wording("read-only, as asked: nothing is written", "للقراءة فقط كما طُلب: لا يُكتب شيء")

/// Tells the columns of a table by the same rules as the matrix is read.
let columnRoles: ColumnRoleFinder = { titles in
  ReadinessColumns(titles: titles).map {
    // No column is one behind the last.
    ColumnRoles(label: $0.label, status: $0.status ?? titles.count, owner: $0.owner, notes: $0.notes)
  }
}

extension LedgerError {
  /// Whether the rules or the newest state forbid it; else the system does.
  var isRefusal: Bool {
    switch self {
    case .system, .notRegularFile, .locked, .partlyWritten, .keepsChanging: false
    default: true
    }
  }

  var outcome: Outcome.Result { isRefusal ? .refused(wording) : .failed(wording) }
}
