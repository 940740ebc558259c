// What happened in a week. What somebody did and took back in it did not happen; what was done to one incident is one
// line; of a row that went back and forth only the way from its first status to its last is told.

func weeklyChanges(
  _ workspace: Workspace, _ assessment: Assessment, start: Instant, end: Instant, _ repository: RepositoryWeek?
) -> WeeklyChanges {
  let entries = story(workspace, assessment, since: start).filter { $0.moment.instant < end }
  var changes = WeeklyChanges()
  changes.events = entries.count { $0.event != nil }
  changes.authors = shares(entries.filter { $0.event != nil }.map(\.author))
  let told = withoutTakenBack(entries)
  changes.incidents = incidentChanges(told, assessment)
  let records = Dictionary(assessment.exceptions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  changes.exceptions = told.compactMap { exceptionChange($0, records) }
  changes.candidates = told.compactMap(candidateChange)
  changes.statuses = statusChanges(told)
  guard let repository else { return changes }
  changes.repository = WeeklyChanges.Repository(
    commits: repository.commits.count, authors: shares(repository.commits.map(\.author)),
    matrix: repository.matrixCommits)
  let known = Set(changes.statuses.map { folded($0.row) })
  let after = assessment.now >= end ? repository.matrixAfter : workspace.matrix
  let candidate = assessment.candidate?.name ?? assessment.candidateName
  changes.statuses += statusChanges(repository.matrixBefore, after, candidate).filter {
    !known.contains(folded($0.row))
  }
  return changes
}

/// Without the events that a later one of the same week takes back, and without that later one.
private func withoutTakenBack(_ entries: [StoryEntry]) -> [StoryEntry] {
  let ids = Set(entries.compactMap { $0.event?.id })
  let undone = Set(entries.compactMap { $0.event?.data["undoes"] }).intersection(ids)
  return entries.filter { entry in
    guard let event = entry.event else { return true }
    return !undone.contains(event.id) && !(event.data["undoes"].map { undone.contains($0) } ?? false)
  }
}

/// Names with how often they occur, the most frequent first; the nameless are left out.
private func shares(_ names: [String]) -> [WeeklyChanges.Share] {
  Dictionary(grouping: names.filter { !$0.isEmpty }, by: \.self).map {
    WeeklyChanges.Share(name: $0.key, count: $0.value.count)
  }.sorted { (-$0.count, $0.name) < (-$1.count, $1.name) }
}

private func incidentChanges(_ entries: [StoryEntry], _ assessment: Assessment) -> [WeeklyChanges.Incident] {
  var changes: [String: [WeeklyChanges.Incident.Change]] = [:]
  for entry in entries {
    guard let change = incidentChange(entry.type), changes[entry.entity]?.contains(change) != true else { continue }
    changes[entry.entity, default: []].append(change)
  }
  return assessment.incidents.compactMap { incident in
    changes[incident.id].map {
      WeeklyChanges.Incident(
        id: incident.id, title: incident.titleWording, severity: incident.severity, state: incident.state,
        isDataCheck: incident.origin == .checkpoint, changes: $0)
    }
  }
}

private func incidentChange(_ type: String) -> WeeklyChanges.Incident.Change? {
  let parts = type.split(separator: ".", maxSplits: 1)
  guard parts.count == 2, parts[0] == "incident" || parts[0] == "checkpoint" else { return nil }
  return WeeklyChanges.Incident.Change(rawValue: String(parts[1]))
}

private func exceptionChange(
  _ entry: StoryEntry, _ records: [String: ExceptionRecord]
) -> WeeklyChanges.Exception? {
  guard entry.type.hasPrefix("exception."),
    let change = WeeklyChanges.Exception.Change(rawValue: String(entry.type.dropFirst("exception.".count))),
    let record = records[entry.entity]
  else { return nil }
  let approver = entry.event?.data["approver"] ?? ""
  return WeeklyChanges.Exception(
    id: record.id, covers: entry.event?.data["covers"] ?? record.covers, change: change, moment: entry.moment,
    author: approver.isEmpty ? entry.author : approver)
}

private func candidateChange(_ entry: StoryEntry) -> WeeklyChanges.Candidate? {
  let kinds: [String: WeeklyChanges.Candidate.Change] = ["candidate.added": .added, "candidate.removed": .removed]
  return kinds[entry.type].map {
    WeeklyChanges.Candidate(name: entry.entity, change: $0, moment: entry.moment, author: entry.author)
  }
}

/// From the log: the first status of the week and the last, by whom.
private func statusChanges(_ entries: [StoryEntry]) -> [WeeklyChanges.Status] {
  var changes: [WeeklyChanges.Status] = []
  var indices: [String: Int] = [:]
  for entry in entries where entry.type == "dimension.status_changed" {
    let new = entry.event?.data["to"] ?? ""
    if let index = indices[folded(entry.entity)] {
      changes[index].new = new
      changes[index].author = entry.author
    } else {
      indices[folded(entry.entity)] = changes.count
      changes.append(
        WeeklyChanges.Status(
          row: entry.entity, old: entry.event?.data["from"] ?? "", new: new, author: entry.author, source: .ledger))
    }
  }
  return changes.filter { folded($0.old) != folded($0.new) }
}

/// From Git: the rows that both have and whose status differs. A row that only one of them has is no change of status:
/// the tables of a new candidate are new as a whole.
private func statusChanges(_ before: Matrix?, _ after: Matrix?, _ candidate: String?) -> [WeeklyChanges.Status] {
  guard let before, let after else { return [] }
  let old = Dictionary(
    rows(of: before, candidate).map { (folded($0.key), $0) }, uniquingKeysWith: { first, _ in first })
  return rows(of: after, candidate).compactMap { row in
    guard let earlier = old[folded(row.key)] else { return nil }
    let isSame =
      earlier.status == row.status && (row.status != .unknown || folded(earlier.rawStatus) == folded(row.rawStatus))
    return isSame
      ? nil : WeeklyChanges.Status(row: row.key, old: earlier.rawStatus, new: row.rawStatus, source: .git)
  }
}

private func rows(of matrix: Matrix, _ candidate: String?) -> [VerdictRules.Row] {
  let candidates = matrix.tables.flatMap(\.candidates).filter { row in
    candidate.map { folded($0) == folded(row.name) } ?? false
  }
  return ApplicableDimensions(matrix, candidate: candidate).dimensions.map { VerdictRules.Row($0) }
    + candidates.map { VerdictRules.Row($0) }
}
