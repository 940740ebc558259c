package import Readiness

extension FilterRecord {
  /// The records of a list's entries, in the same order; nil for headings.
  ///
  /// - Parameter text: everything the list shows of an entry.
  package static func records(
    of entries: [Entry], in assessment: Assessment, text: (Entry) -> String
  ) -> [FilterRecord?] {
    let blockers = Blockers(assessment.reasons)
    return entries.map { FilterRecord(of: $0.content, in: assessment, text: text($0), blockers) }
  }

  private init?(of content: Entry.Content, in assessment: Assessment, text: String, _ blockers: Blockers) {
    switch content {
    case .lane, .candidatesHeading: return nil
    case .dimension(let index): self.init(assessment.dimensions[index], text: text)
    case .candidate(let index):
      let candidate = assessment.candidates[index]
      self.init(candidate, text: text, isBlocker: blockers.locations.contains(candidate.location))
    case .incident(let index):
      let incident = assessment.incidents[index]
      self.init(incident, text: text, isBlocker: blockers.incidents.contains(incident.id))
    case .checkpoint(let index):
      let checkpoint = assessment.checkpoints[index]
      self.init(checkpoint, text: text, isBlocker: blockers.incidents.contains(checkpoint.id))
    case .connector(let index):
      self.init(assessment.connectors[index], text: text, isBlocker: blockers.incidents)
    case .task(let index):
      self.init(assessment.tasks[index], text: text, at: assessment.now, isBlocker: blockers.incidents)
    case .reason(let index): self.init(assessment.reasons[index], text: text)
    case .finding(let index): self.init(assessment.findings[index], text: text)
    }
  }

  package init(_ assessed: AssessedDimension, text: String) {
    let dimension = assessed.dimension
    var facts: FilterFacts = [FilterFacts(dimension.status), FilterFacts(dimension.evidence)]
    if let severity = assessed.highestOpenSeverity { facts.insert(FilterFacts(severity)) }
    if assessed.exception != nil { facts.insert(.excepted) }
    if assessed.verdict >= .hold { facts.insert(.blocker) }
    self.init(text: text, facts: facts, owner: dimension.owner, dimension: "\(dimension.key)\n\(dimension.label)")
  }

  package init(_ candidate: Candidate, text: String, isBlocker: Bool) {
    var facts: FilterFacts = [FilterFacts(candidate.status), FilterFacts(candidate.evidence)]
    if isBlocker { facts.insert(.blocker) }
    self.init(
      text: text, facts: facts, owner: candidate.owner, candidate: "\(candidate.name)\n\(candidate.label)")
  }

  package init(_ incident: Incident, text: String, isBlocker: Bool) {
    var facts: FilterFacts = [FilterFacts(incident.severity), FilterFacts(incident.state)]
    if incident.exception != nil { facts.insert(.excepted) }
    if incident.compensation != nil { facts.insert(.compensated) }
    if isBlocker { facts.insert(.blocker) }
    self.init(
      text: text, facts: facts, since: incident.openedAt?.instant, owner: incident.owner ?? "",
      dimension: incident.dimension ?? "", rule: incident.rule?.filterText ?? "")
  }

  package init(_ checkpoint: Checkpoint, text: String, isBlocker: Bool) {
    var facts: FilterFacts = checkpoint.succeeded ? .passed : .failed
    if let severity = checkpoint.severity { facts.insert(FilterFacts(severity)) }
    if isBlocker { facts.insert(.blocker) }
    self.init(
      text: text, facts: facts, since: checkpoint.result.runTime?.instant, dimension: checkpoint.dimension ?? "",
      rule: checkpoint.rule?.filterText ?? "")
  }

  init(_ connector: Connector, text: String, isBlocker blockers: Set<String>) {
    var facts: FilterFacts = []
    if !connector.fields(.missing).isEmpty { facts.insert(.evidenceMissing) }
    if blockers.contains(connectorID(connector)) { facts.insert(.blocker) }
    self.init(
      text: text, facts: facts, owner: connector.owner ?? "",
      rule: connector.fields(.missing).map(\.rawValue)
        .joined(separator: "\n"))
  }

  init(_ task: WatchedTask, text: String, at now: Instant, isBlocker blockers: Set<String>) {
    var facts: FilterFacts = task.isOpen(at: now) ? .unresolved : []
    if task.hasFailed { facts.insert(.failed) }
    if blockers.contains(taskID(task)) { facts.insert(.blocker) }
    self.init(text: text, facts: facts, since: task.startedAt?.instant, owner: task.owner)
  }

  package init(_ reason: Reason, text: String) {
    var facts: FilterFacts = reason.verdict >= .hold ? .blocker : []
    if let severity = reason.severity { facts.insert(FilterFacts(severity)) }
    self.init(text: text, facts: facts, dimension: reason.dimension ?? "", rule: reason.code.rawValue)
  }

  package init(_ finding: Finding, text: String) {
    var facts = FilterFacts(finding.severity)
    if finding.code.failsClosed { facts.insert(.blocker) }
    self.init(text: text, facts: facts, rule: finding.code.rawValue)
  }
}

/// What the reasons that hold or stop name: looked up, because there may be thousands of both.
private struct Blockers {
  var incidents: Set<String> = []
  var locations: Set<SourceLocation> = []

  init(_ reasons: [Reason]) {
    for reason in reasons where reason.verdict >= .hold {
      if let incident = reason.incident { incidents.insert(incident) }
      if let location = reason.location { locations.insert(location) }
    }
  }
}

extension DerivationRule {
  /// Its name in files and its wordings, as lines.
  fileprivate var filterText: String { "\(rawValue)\n\(wording.english)\n\(wording.arabic)" }
}
