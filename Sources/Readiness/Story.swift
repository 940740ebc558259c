// Who did what, when and why: the events of the log, and beside them what nobody writes down because it follows from files
// and clocks: a checkpoint that began to fail, the run that passed, an exception that ran out.

/// One thing that happened.
package struct StoryEntry: Hashable, Sendable {
  package var moment: Timestamp
  /// Empty where nobody did it.
  package var author: String
  package var entity: String
  /// An event type; `checkpoint.failed`, `checkpoint.passed` and `exception.expired` stand in no log.
  package var type: String
  package var detail: Wording
  /// Where it stands.
  package var location: SourceLocation?
  /// nil where it was derived.
  package var event: Event?

  package init(
    moment: Timestamp, author: String, entity: String, type: String, detail: Wording, location: SourceLocation?,
    event: Event? = nil
  ) {
    self.moment = moment
    self.author = author
    self.entity = entity
    self.type = type
    self.detail = detail
    self.location = location
    self.event = event
  }
}

/// What happened, oldest first.
///
/// - Parameters:
///   - entity: an incident, exception, dimension or candidate, with the exceptions that cover it; nil: everything.
///   - since: nothing before this.
package func story(
  _ workspace: Workspace, _ assessment: Assessment, of entity: String? = nil, since: Instant? = nil
) -> [StoryEntry] {
  let wanted = entity.map { folded($0) }
  let covering = Set(assessment.exceptions.filter { folded($0.covers) == wanted }.map { folded($0.id) })
  func isWanted(_ name: String) -> Bool {
    guard let wanted else { return true }
    let name = folded(name)
    return name == wanted || covering.contains(name)
  }
  var entries: [StoryEntry] = []
  var seen: Set<String> = []
  let undone = Set(workspace.events.compactMap { $0.data["undoes"] })
  for event in workspace.events where event.timestamp.instant <= assessment.now {
    guard isWanted(event.entity), seen.insert(event.id).inserted else { continue }
    let isUndone = undone.contains(event.id)
    entries.append(
      StoryEntry(
        moment: event.timestamp, author: event.author, entity: event.entity, type: event.type,
        detail: Wording(
          verbatim: event.detail(in: .english, isUndone: isUndone), event.detail(in: .arabic, isUndone: isUndone)),
        location: event.location, event: event))
  }
  for checkpoint in assessment.checkpoints where isWanted(checkpoint.id) { entries += checkpoint.story }
  for exception in assessment.exceptions where isWanted(exception.id) {
    guard let end = exception.expiresAt, end.instant <= assessment.now, exception.revokedAt == nil else { continue }
    entries.append(
      StoryEntry(
        moment: end, author: "", entity: exception.id, type: "exception.expired",
        detail: Wording(verbatim: exception.covers, exception.covers), location: exception.location))
  }
  return entries.enumerated().filter { since == nil || $0.element.moment.instant >= since ?? $0.element.moment.instant }
    .sorted { ($0.element.moment.instant, $0.offset) < ($1.element.moment.instant, $1.offset) }.map(\.element)
}

extension Checkpoint {
  /// The beginning of its last spell of failures and the run that ended it.
  fileprivate var story: [StoryEntry] {
    guard let spell else { return [] }
    let names = [result.suite, result.asset].compactMap(\.self).joined(separator: " · ")
    func entry(_ type: String, _ moment: Timestamp, _ detail: String, path: String) -> StoryEntry {
      StoryEntry(
        moment: moment, author: "", entity: id, type: type, detail: Wording(verbatim: detail, detail),
        location: SourceLocation(path: path))
    }
    var entries: [StoryEntry] = []
    if let began = spell.began {
      entries.append(entry("checkpoint.failed", began, "\(spell.severity.name) · \(names)", path: spell.path))
    }
    if let run = spell.endedBy, let moment = run.runTime {
      entries.append(entry("checkpoint.passed", moment, names, path: run.path))
    }
    return entries
  }
}
