import Readiness

/// The sample's week, 2026-W48, with something of everything that can change.
private func sampleWeek() -> (events: [Event], repository: RepositoryWeek) {
  func event(
    _ id: String, _ type: String, _ entity: String, _ time: String, severity: String? = nil, _ data: [String: String]
  ) -> Event {
    Event(
      id: id, type: type, entity: entity, timestamp: moment(time), rawSeverity: severity, correlationID: "c-1",
      data: data, location: SourceLocation(path: "incidents/events.jsonl", line: 3))
  }
  func commit(_ author: String, _ summary: String) -> Commit {
    Commit(hash: String(repeating: "a1b2", count: 10), moment: sampleNow, author: author, summary: summary)
  }
  let events = [
    event("1", "incident.opened", "INC-9", "2026-11-23T08:00:00Z", severity: "V2", ["actor": "نورة"]),
    event("2", "incident.acknowledged", "INC-9", "2026-11-23T08:30:00Z", ["actor": "Omar"]),
    event("3", "incident.resolved", "INC-2", "2026-11-23T09:00:00Z", ["actor": "Omar"]),
    event("4", "incident.reopened", "INC-2", "2026-11-23T09:05:00Z", ["actor": "Omar", "undoes": "3"]),
    event(
      "5", "exception.recorded", "EXC-1", "2026-11-23T10:00:00Z",
      ["covers": "INC-9", "approver": "ليلى", "actor": "Omar"]),
    event(
      "6", "dimension.status_changed", "connector health", "2026-11-24T09:00:00Z",
      ["from": "OK", "to": "Blocked", "actor": "نورة"]),
    event("7", "candidate.added", "RC-2026.11", "2026-11-24T10:00:00Z", ["actor": "نورة"]),
    event("8", "incident.noted", "INC-9", "2026-11-22T10:00:00Z", ["actor": "last week"]),
  ]
  return (
    events,
    RepositoryWeek(
      commits: [commit("Sara", "a"), commit("Omar", "b"), commit("Sara", "c")],
      matrixCommits: [commit("Sara", "Block the connector")])
  )
}

func samplePage(
  _ assessment: Assessment = sampleAssessment(), _ week: (events: [Event], repository: RepositoryWeek)? = nil
) -> WeeklyPage {
  let (events, repository) = week ?? sampleWeek()
  return page(assessment, events, repository)
}

/// All is well, and nothing happened: the week after the next of a calm release.
func calmPage() -> WeeklyPage {
  var assessment = sampleAssessment()
  assessment.verdict = .go
  assessment.reasons = []
  assessment.incidents = []
  assessment.checkpoints = []
  assessment.exceptions = []
  assessment.findings = []
  assessment.dimensions = Array(assessment.dimensions.suffix(1))
  assessment.dimensions[0].dimension.status = .ok
  assessment.dimensions[0].dimension.evidence = [
    EvidenceItem(
      text: "guide", target: "guide.md", kind: .path, state: .present, location: SourceLocation(path: "M.md"))
  ]
  assessment.now = moment("2026-12-01T12:00:00Z").instant
  return page(assessment, [], nil)
}

/// The sample's week with `text` in every field that a file or Git fills.
func hostileWeek(_ text: String) -> (events: [Event], repository: RepositoryWeek) {
  var (events, repository) = sampleWeek()
  for index in events.indices {
    for key in events[index].data.keys where key != "undoes" { events[index].data[key] = text + key }
    if events[index].type.hasPrefix("dimension.") || events[index].type.hasPrefix("candidate.") {
      events[index].entity = text
    }
  }
  for index in repository.commits.indices { repository.commits[index].author = text }
  for index in repository.matrixCommits.indices { repository.matrixCommits[index].summary = text }
  return (events, repository)
}

private func page(_ assessment: Assessment, _ events: [Event], _ repository: RepositoryWeek?) -> WeeklyPage {
  guard let week = Week("2026-W48") else { fatalError("no week") }
  let matrix = Matrix(path: "M.md", frontMatter: FrontMatter(lastUpdated: "2026-11-30"))
  return weeklyPage(
    Workspace(root: ".", matrix: matrix, events: events, readAt: assessment.now), assessment, week: week,
    start: week.start(utcOffset: 3 * 3_600), end: week.end(utcOffset: 3 * 3_600), repository: repository,
    generatedBy: "jahiz 1.0", traceID: String(repeating: "a1", count: 16))
}
