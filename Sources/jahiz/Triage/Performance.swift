import Evidence
import Glibc
import Ledger
import Readiness

/// Acts on their way into the files, under the log's lock.
struct Performance {
  private let acts: [Act]
  private var ground: ActGround
  private let context: EventContext
  private let matrix: MatrixFile?
  private var results: [(entity: String, result: Outcome.Result)]
  /// The events to be written, each with the act that it is of.
  private(set) var envelopes: [(event: EventEnvelope, act: Int)] = []
  private var edits: [(undoing: CellEdit, act: Int)] = []
  private var additions: [(candidate: NewCandidate, act: Int)] = []
  private var log = LogSight([], about: nil)

  init(_ acts: [Act], _ ground: ActGround, _ context: EventContext, _ matrix: MatrixFile?) {
    self.acts = acts
    self.ground = ground
    self.context = context
    self.matrix = matrix
    results = acts.map { ($0.entity, .done) }
  }

  var outcomes: [Outcome] {
    zip(acts, results).map { act, done in
      Outcome(
        act, entity: done.entity, done.result, incident: done.result == .done ? shownIncident(done.entity) : nil)
    }
  }

  /// nil: none, or a clock runs ahead of this one, and what it says does not count yet for what is shown.
  private func shownIncident(_ id: String) -> Incident? {
    ground.incident(id).flatMap { incident in
      incident.history.contains { $0.timestamp.instant > ground.now } ? nil : incident
    }
  }

  /// Judges each act by the newest events, edits cells and makes the events to be written.
  mutating func run(by log: LogSight, now: Instant) {
    self.log = log
    ground.renew(acts.concerned, from: log.events, now: now)
    for (index, act) in acts.enumerated() {
      if let refusal = act.refusal(on: ground) {
        results[index].result = .refused(refusal)
        continue
      }
      do throws(LedgerError) {
        let draft = try draft(of: act, index)
        let event = draft.sealed(in: context, at: now)
        results[index].entity = draft.entity
        envelopes.append((event, index))
        if let read = readEvents(event.line, path: "").events.first { ground.take(read) }
      } catch {
        results[index].result = error.outcome
      }
    }
  }

  /// Takes note that the events could not be written, and puts the cells back.
  mutating func fail(_ error: LedgerError) {
    var written = 0
    if case .partlyWritten(_, let count, _, _) = error { written = count }
    let done = Set(envelopes.prefix(written).map(\.act))
    var stuck: Set<Int> = []
    for (edit, act) in edits.reversed() where !done.contains(act) {
      if (try? matrix?.write(edit)) == nil { stuck.insert(act) }
    }
    for (candidate, act) in additions.reversed() where !done.contains(act) {
      if (try? matrix?.remove(candidate)) == nil { stuck.insert(act) }
    }
    for index in results.indices where results[index].result == .done && !done.contains(index) {
      results[index].result = stuck.contains(index) ? .failed(stands(error.wording)) : .failed(error.wording)
    }
  }

  private func stands(_ wording: Wording) -> Wording {
    Wording(
      "\(wording.english); the matrix is changed, but no event says so",
      "\(wording.arabic)؛ عُدّلت المصفوفة لكن لا حدث يذكر ذلك")
  }

  // MARK: Events

  private mutating func draft(of act: Act, _ index: Int) throws(LedgerError) -> EventDraft {
    switch act {
    case .open(let incident):
      var data = ["title": incident.title, "title_ar": incident.titleArabic, "owner": incident.owner]
      data["dimension"] = ground.dimension(incident.dimension) ?? incident.dimension
      return EventDraft(
        "incident.opened", on: newIdentifier("INC"), severity: incident.severity, data: texts(data))
    case .incident(let id, let act): return draft(of: act, on: id)
    case .record(let exception):
      let covers = ground.row(exception.covers) ?? exception.covers
      return EventDraft(
        "exception.recorded", on: newIdentifier("EX"),
        data: texts([
          "covers": covers, "reason": exception.reason, "approver": exception.approver,
          "expires_at": exception.expires.rfc3339(),
        ]), causation: ground.lastEvent(of: exception.covers)?.id)
    case .revoke(let id, let reason):
      return EventDraft(
        "exception.revoked", on: id, data: texts(["reason": reason]), causation: ground.lastEvent(of: id)?.id)
    case .edit(let edit): return try draft(of: edit, index)
    case .addCandidate(let name):
      let matrix = try matrixFile()
      let today = ground.now
      let date = String(today.rfc3339(offset: utcOffset(at: today)).prefix(10))
      let candidate = NewCandidate(name: name, date: date)
      try matrix.add(candidate)
      additions.append((candidate, index))
      return EventDraft(
        "candidate.added", on: name, data: ["path": .string(matrix.file.path), "date": .string(date)])
    }
  }

  private func draft(of act: IncidentAct, on id: String) -> EventDraft {
    let cause = ground.lastEvent(of: id)?.id
    func make(_ type: String, _ data: [String: String], severity: Severity? = nil) -> EventDraft {
      EventDraft("incident.\(type)", on: id, severity: severity, data: texts(data), causation: cause)
    }
    let incident = ground.incident(id)
    return switch act {
    case .acknowledge(let note): make("acknowledged", ["note": note])
    case .assign(let owner): make("reassigned", ["owner": owner, "from": incident?.owner ?? ""])
    case .note(let text): make("noted", ["note": text])
    case .mitigate(let how): make("mitigated", ["mitigation": how])
    case .resolve(let how, let evidence): make("resolved", ["resolution": how, "evidence": evidence])
    case .reopen(let reason): make("reopened", ["reason": reason])
    case .changeSeverity(let severity, let reason):
      make("severity_changed", ["reason": reason, "from": incident?.severity.name ?? ""], severity: severity)
    case .compensate(let mechanism): make("compensated", ["mechanism": mechanism])
    }
  }

  private mutating func draft(of edit: RowEdit, _ index: Int) throws(LedgerError) -> EventDraft {
    let matrix = try matrixFile()
    let change = try matrix.write(
      CellEdit(
        line: edit.line, headings: edit.headings, label: edit.label, column: EditedColumn(edit.column),
        seen: edit.seen, new: .plain(edit.new)))
    edits.append((CellEdit(undoing: change, label: edit.label, headings: edit.headings, edit.column), index))
    return EventDraft(
      edit.column.eventType, on: edit.key,
      data: editData(
        change, label: edit.label, headings: edit.headings, path: matrix.file.path, reason: edit.reason),
      causation: ground.lastEvent(of: edit.key)?.id)
  }

  private func matrixFile() throws(LedgerError) -> MatrixFile {
    guard let matrix else { throw .refused(Wording("there is no readiness matrix", "لا توجد مصفوفة جاهزية")) }
    return matrix
  }

  /// `INC-20261125-7f3a`: short enough to type, and no event’s yet.
  private func newIdentifier(_ prefix: String) -> String {
    let date = ground.now.rfc3339().prefix(10).filter { $0 != "-" }
    while true {
      let digits = String(UInt16.random(in: .min ... .max), radix: 16)
      let id = "\(prefix)-\(date)-\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)"
      let isMade = envelopes.contains { $0.event.draft.entity == id }
      if !isMade, !log.names(id) { return id }
    }
  }
}

/// What an event says of an edited cell: enough to take it back to the byte.
func editData(
  _ change: CellChange, label: String, headings: [String], path: String, reason: String
) -> [String: DataValue] {
  var data = texts(["headings": headings.joined(separator: "\n"), "reason": reason])
  data["from"] = .string(change.oldText)
  data["to"] = .string(change.newText)
  data["label"] = .string(label)
  data["path"] = .string(path)
  data["line"] = .integer(change.line)
  if let source = String(validating: change.oldSource, as: UTF8.self) { data["from_source"] = .string(source) }
  return data
}

/// Those that say something.
func texts(_ members: [String: String]) -> [String: DataValue] {
  members.filter { !$0.value.isEmpty }.mapValues { .string($0) }
}

extension CellEdit {
  /// Puts a cell back to the byte.
  init(undoing change: CellChange, label: String, headings: [String]?, _ column: RowEdit.Column) {
    self.init(
      line: change.line, headings: headings, label: label, column: EditedColumn(column), seen: change.newText,
      new: .restored(change.oldSource))
  }
}

extension EditedColumn {
  init(_ column: RowEdit.Column) {
    switch column {
    case .status: self = .status
    case .owner: self = .owner
    case .notes: self = .notes
    }
  }
}

extension RowEdit.Column {
  var eventType: String { "dimension.\(rawValue)_changed" }

  init?(eventType: String) {
    guard let column = Self.allCases.first(where: { $0.eventType == eventType }) else { return nil }
    self = column
  }
}
