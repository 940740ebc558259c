import Evidence
import Ledger
import Readiness

// Nothing is ever erased from the log: an act is taken back by events that restore what was before, each naming in its data
// what it undoes, and a cell by the inverse edit. What one call did, to however many incidents, is one action: its events
// share a correlation id and a moment.

/// Taking back one's own last action, under the log's lock.
struct Undoing {
  private var ground: ActGround
  private let context: EventContext
  private let matrix: MatrixFile?
  private var edits: [CellEdit] = []
  private var removals: [NewCandidate] = []
  /// The events that are taken back, newest first.
  private(set) var undone: [Event] = []

  init(_ ground: ActGround, _ context: EventContext, _ matrix: MatrixFile?) {
    self.ground = ground
    self.context = context
    self.matrix = matrix
  }

  /// - Returns: the events that undo it.
  mutating func decide(_ events: [Event], now: Instant) throws(LedgerError) -> [EventEnvelope] {
    let takenBack = Set(events.compactMap { $0.data["undoes"] })
    func isDeed(_ event: Event) -> Bool { event.data["undoes"] == nil && !takenBack.contains(event.id) }
    guard let last = events.last(where: { isMine($0) && isDeed($0) }) else {
      throw .refused(
        Wording("you have done nothing here that could be taken back", "لم تفعل هنا شيئًا يمكن التراجع عنه"))
    }
    func isOfAction(_ event: Event) -> Bool {
      isMine(event) && isDeed(event) && event.correlationID == last.correlationID
        && event.timestamp.instant == last.timestamp.instant
    }
    let action = events.indices.filter { isOfAction(events[$0]) }
    let entities = Set(action.map { events[$0].entity })
    let stories = Dictionary(grouping: events.indices.filter { entities.contains(events[$0].entity) }) {
      events[$0].entity
    }
    var envelopes: [EventEnvelope] = []
    for index in action.reversed() {
      let event = events[index]
      let story = stories[event.entity] ?? []
      if let later = story.first(where: {
        $0 > index && moves(events[$0], whatMoved: event) && isDeed(events[$0]) && !isOfAction(events[$0])
      }) {
        throw .refused(moved(events[later], since: event))
      }
      undone.append(event)
      let before = story.filter { $0 < index }.map { events[$0] }
      ground.renew([event.entity], from: before, now: now)
      for var draft in try drafts(undoing: event, before: before) {
        draft.data["undoes"] = .string(event.id)
        draft.causation = event.id
        envelopes.append(draft.sealed(in: context, at: now))
      }
    }
    return envelopes
  }

  /// Puts back what was edited; for when the events could not be written.
  func putBack() {
    for candidate in removals.reversed() { _ = try? matrix?.add(candidate) }
    for edit in edits.reversed() { _ = try? matrix?.write(edit) }
  }

  private func matrixFile() throws(LedgerError) -> MatrixFile {
    guard let matrix else { throw .refused(Wording("there is no readiness matrix", "لا توجد مصفوفة جاهزية")) }
    return matrix
  }

  /// Written by this program for this user; what another wrote is never taken back.
  private func isMine(_ event: Event) -> Bool {
    event.source == context.source && event.data["actor"] == context.actor.user
      && event.data["actor_uid"] == "\(context.actor.userID)" && event.data["actor_sudo_user"] == context.actor.sudoUser
      && event.type != "ledger.torn_line"
  }

  private func moves(_ later: Event, whatMoved event: Event) -> Bool {
    // What somebody noted may rest on what would go.
    guard later.type != "incident.noted" else { return !isMine(later) }
    return !event.type.hasPrefix("dimension.") || later.type == event.type
  }

  private func moved(_ later: Event, since event: Event) -> Wording {
    let who = later.data["actor"] ?? later.source ?? "?"
    return Wording(
      "\(event.entity) has moved since: \(who) wrote \(later.type); take yours back by hand",
      "تغيّر \(event.entity) بعد ذلك: كتب \(who) الحدث \(later.type)؛ تراجع يدويًا")
  }

  // MARK: What restores

  /// - Parameter before: what stood in the log of its entity before it; the ground shows the entity as it then was.
  private mutating func drafts(
    undoing event: Event, before: [Event]
  ) throws(LedgerError) -> [EventDraft] {
    let id = event.entity
    func make(_ type: String, _ data: [String: String] = [:], severity: Severity? = nil) -> EventDraft {
      EventDraft(type, on: id, severity: severity, data: data.mapValues { .string($0) })
    }
    let earlier = ground.incident(id)
    switch event.type {
    case "incident.opened": return [make("incident.resolved")]
    case "incident.noted": return [make("incident.noted", ["note": event.data["note"] ?? ""])]
    case "incident.reassigned": return [make("incident.reassigned", ["owner": earlier?.owner ?? ""])]
    case "incident.severity_changed":
      return [make("incident.severity_changed", severity: earlier?.severity ?? .v3)]
    case "incident.compensated":
      if let mechanism = earlier?.compensation { return [make("incident.compensated", ["mechanism": mechanism])] }
      return restoring(earlier, make)
    case "incident.acknowledged", "incident.mitigated", "incident.resolved", "incident.reopened":
      return restoring(earlier, make)
    case "exception.recorded": return [make("exception.revoked")]
    case "exception.revoked":
      guard let record = before.last(where: { $0.type == "exception.recorded" && $0.entity == id }) else { break }
      let members = ["covers", "reason", "approver", "expires_at"]
      return [make("exception.recorded", record.data.filter { members.contains($0.key) })]
    case "candidate.added":
      let matrix = try matrixFile()
      let candidate = NewCandidate(name: id, date: event.data["date"] ?? "")
      try matrix.remove(candidate)
      removals.append(candidate)
      return [make("candidate.removed", ["path": matrix.file.path])]
    default:
      if let column = RowEdit.Column(eventType: event.type) { return [try restoreCell(event, column)] }
    }
    throw .refused(Wording("\(event.type) cannot be taken back", "لا يمكن التراجع عن \(event.type)"))
  }

  /// Reopening forgets all that calmed an incident; what was there before is said again.
  private func restoring(
    _ incident: Incident?, _ make: (String, [String: String], Severity?) -> EventDraft
  ) -> [EventDraft] {
    var drafts = [make("incident.reopened", [:], nil)]
    guard let incident else { return drafts }
    if let since = incident.acknowledgedAt {
      drafts.append(make("incident.acknowledged", ["since": since.instant.rfc3339()], nil))
    }
    if let mechanism = incident.compensation {
      drafts.append(make("incident.compensated", ["mechanism": mechanism], nil))
    }
    if incident.mitigatedAt != nil { drafts.append(make("incident.mitigated", [:], nil)) }
    if incident.state == .resolved {
      drafts.append(make("incident.resolved", incident.evidence.map { ["evidence": $0] } ?? [:], nil))
    }
    return drafts
  }

  private mutating func restoreCell(_ event: Event, _ column: RowEdit.Column) throws(LedgerError) -> EventDraft {
    let matrix = try matrixFile()
    guard let label = event.data["label"], let seen = event.data["to"] else {
      throw .refused(Wording("the event does not say what stood there before", "لا يذكر الحدث ما كان هناك من قبل"))
    }
    let headings = event.data["headings"].map { $0.split(separator: "\n").map(String.init) } ?? []
    let old: CellText = event.data["from_source"].map { .restored(Array($0.utf8)) } ?? .plain(event.data["from"] ?? "")
    let change = try matrix.write(
      CellEdit(
        line: event.data["line"].flatMap { Int($0) } ?? 0, headings: headings, label: label,
        column: EditedColumn(column), seen: seen, new: old))
    edits.append(CellEdit(undoing: change, label: label, headings: headings, column))
    return EventDraft(
      event.type, on: event.entity,
      data: editData(change, label: label, headings: headings, path: matrix.file.path, reason: ""))
  }
}
