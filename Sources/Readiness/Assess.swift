/// The verdict on a workspace, with everything that led to it. Pure: same snapshot, same answer.
///
/// - Parameters:
///   - candidate: the release candidate to judge, before the configured one and the last of the file.
///   - target: before the configured one; `prod` where neither is given.
///   - now: events and results later than this are ignored.
package func assess(
  _ workspace: Workspace, candidate: String? = nil, target: Target? = nil, now: Instant
) -> Assessment {
  let configuration = workspace.configuration
  let target = target ?? configuration.target ?? .prod
  let rules = VerdictRules(target: target)
  let fold = EventFold(workspace.events, now: now)
  let events = fold.nextChange == nil ? workspace.events : workspace.events.filter { $0.timestamp.instant <= now }
  let lineage = workspace.governance.lineage?.graph(now: now)
  let selection = CheckpointSelection(workspace, lineage, now: now)
  let choice = CandidateChoice(workspace, asked: candidate)
  let applicable = ApplicableDimensions(workspace.matrix, candidate: choice.candidate?.name ?? choice.name)

  var result = Assessment(
    candidate: choice.candidate, candidateName: choice.name, target: target, now: now, verdict: .go,
    candidates: choice.all)
  result.findings = workspace.findings + fold.findings + selection.findings + applicable.findings + choice.findings
  result.exceptions = fold.exceptions
  let live = fold.exceptions.filter { $0.isLive(at: now) }
  let covering = Dictionary(live.map { (folded($0.covers), $0) }, uniquingKeysWith: { $1 })
  let keys = Dictionary(
    applicable.dimensions.map { (folded($0.key), $0.key) }, uniquingKeysWith: { first, _ in first })
  /// A dimension's key as the matrix spells it; as given where the matrix has no such row.
  func key(_ name: String) -> String { keys[folded(name)] ?? name }

  // Checkpoints and the incidents that they make.
  let map = FoldedKeys(configuration.map)
  for topic in Topic.allCases {
    let names = topic.names.lazy.compactMap { keys[folded($0)] }
    result.dimensionOfTopic[topic] = map[topic.rawValue].map(key) ?? names.first
  }
  let landing = result.dimensionOfTopic[.dataQuality] ?? result.dimensionOfTopic[.schemaAdherence]
  result.checkpoints = selection.checkpoints.map { checkpoint in
    var checkpoint = checkpoint
    let names = [checkpoint.result.suite, checkpoint.result.asset].compactMap(\.self)
    let mapped = names.lazy.compactMap { map[$0] }.first
    checkpoint.dimension = mapped.map(key) ?? landing
    return checkpoint
  }
  var incidents = result.checkpoints.compactMap { $0.incident(in: fold) }

  result.blockedWorkflows = lineage?.heldWorkflows(by: result.checkpoints) ?? []

  // What the other sources make.
  result.sources = workspace.governance
  let approvals = workspace.governance.approvals(among: events)
  if let approvals {
    let limits = configuration.governance.approvalLimits
    func due(_ approval: Approval) -> (Int, Instant) {
      (approval.state == .pending ? 0 : 1, approvals.due(approval, limits: limits) ?? Instant(seconds: .max))
    }
    result.approvals = approvals.all(adding: events, now: now).sorted { due($0) < due($1) }
  }
  result.tasks = workspace.governance.tasks?.byUrgency(at: now) ?? []
  let judgements = workspace.governance.judgements(
    workspace, events, approvals, candidate: choice.candidate, now: now)
  result.findings += judgements.flatMap(\.findings)
  func derive(_ incident: DerivedIncident, on dimension: String?) {
    result.derived.append(AssessedDerivation(incident: incident, dimension: dimension))
    incidents.append(incident.incident(in: fold, dimension: dimension))
  }
  for incident in judgements.flatMap(\.incidents) {
    derive(incident, on: result.dimensionOfTopic[incident.topic] ?? incident.topic.rawValue)
  }
  let made = Set(incidents.map(\.id))
  incidents = fold.order.filter { !made.contains($0) }.compactMap { fold.incidents[$0] } + incidents
  func complete(_ incident: inout Incident) {
    incident.dimension = incident.dimension.map(key)
    incident.exception = incident.severity == .v3 ? nil : covering[folded(incident.id)]
    incident.clock = incident.clock(configuration.serviceLevels)
  }
  for index in incidents.indices { complete(&incidents[index]) }

  // What the evidence proposes, and where a claim is better than that.
  let sources = Set(
    (judgements.map { result.dimensionOfTopic[$0.topic] } + result.checkpoints.map(\.dimension)).compactMap {
      $0.map { folded($0) }
    })
  let proposals = proposals(
    for: applicable.dimensions, incidents, result.findings, result.dimensionOfTopic, sources: sources)
  let customerFacing = Set(configuration.governance.customerFacing.map { folded($0) })
  let topics = Dictionary(
    result.dimensionOfTopic.map { (folded($0.value), $0.key) }, uniquingKeysWith: { first, _ in first })
  for dimension in applicable.dimensions {
    let name = folded(dimension.key)
    let contradiction = proposals[name]?.contradiction(
      of: dimension, topic: topics[name], isCustomerFacing: customerFacing.contains(name))
    guard let contradiction else { continue }
    derive(contradiction, on: dimension.key)
    complete(&incidents[incidents.count - 1])
  }
  let derivedIDs = Set(result.derived.map(\.incident.id)).union(result.checkpoints.map(\.id))
  result.findings += unknownEntities(fold, derivedIDs, workspace.matrix, now: now)
  result.incidents = incidents.sorted(by: isGraver)
  result.connectors = gravestFirst(workspace.governance.connectors?.connectors ?? [], result.incidents)
  result.checkpoints.sort { left, right in
    (left.succeeded ? 1 : 0, -(left.severity?.rawValue ?? -1), left.result.suite ?? "", left.result.asset ?? "")
      < (right.succeeded ? 1 : 0, -(right.severity?.rawValue ?? -1), right.result.suite ?? "", right.result.asset ?? "")
  }

  // Reasons.
  var reasons = result.incidents.compactMap(rules.reason)
  for dimension in applicable.dimensions {
    if let reason = rules.reason(for: VerdictRules.Row(dimension), exception: covering[folded(dimension.key)]) {
      reasons.append(reason)
    }
  }
  if let chosen = choice.candidate {
    if let reason = rules.reason(for: VerdictRules.Row(chosen), exception: covering[folded(chosen.name)]) {
      reasons.append(reason)
    }
  }
  reasons += result.checkpoints.compactMap(rules.reason)
  reasons += missingCheckpoints(workspace, now: now).map { rules.missing($0.name, at: $0.location) }
  reasons += choice.reasons
  reasons += workspace.findings.compactMap(rules.reason)
  if workspace.matrix == nil, !workspace.findings.contains(where: { $0.code == .matrixUnreadable }) {
    reasons.append(Reason(.matrixMissing, .hold, message: Wording("no readiness matrix", "لا توجد مصفوفة جاهزية")))
  } else if let matrix = workspace.matrix, applicable.dimensions.isEmpty {
    reasons.append(
      Reason(
        .noDimension, .hold, message: Wording("the matrix holds no dimension", "لا أبعاد في المصفوفة"),
        location: SourceLocation(path: matrix.path)))
  }

  result.reasons = reasons.enumerated().sorted {
    ($1.element.verdict, $1.element.severity?.rawValue ?? -1, $0.offset)
      < ($0.element.verdict, $0.element.severity?.rawValue ?? -1, $1.offset)
  }.map(\.element)
  result.verdict = reasons.map(\.verdict).max() ?? .go
  result.failedClosed = workspace.findings.contains { $0.code.failsClosed }
  result.findings = result.findings.enumerated().sorted {
    ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
  }.map(\.element)
  result.sourceSummaries = result.summariseSources()
  result.dimensions = assessed(applicable.dimensions, result, covering, proposals)
  let moments =
    live.compactMap { $0.expiresAt?.instant } + judgements.compactMap(\.nextChange)
    + [fold.nextChange, selection.nextChange].compactMap(\.self)
  result.validUntil = moments.filter { $0 > now }.min()
  return result
}

private func assessed(
  _ dimensions: [Dimension], _ assessment: Assessment, _ covering: [String: ExceptionRecord],
  _ proposals: [String: Proposal]
) -> [AssessedDimension] {
  let incidents = Dictionary(grouping: assessment.incidents) { folded($0.dimension ?? "") }
  let checkpoints = Dictionary(grouping: assessment.checkpoints) { folded($0.dimension ?? "") }
  let reasons = Dictionary(grouping: assessment.reasons) { folded($0.dimension ?? "") }
  return dimensions.map { dimension in
    let key = folded(dimension.key)
    let landed = incidents[key] ?? []
    return AssessedDimension(
      dimension: dimension, highestOpenSeverity: landed.filter(\.isOpen).map(\.severity).max(),
      incidents: landed.map(\.id), checkpoints: (checkpoints[key] ?? []).map(\.id), exception: covering[key],
      verdict: (reasons[key] ?? []).map(\.verdict).max() ?? .go, proposal: proposals[key])
  }
}

/// What the evidence proposes for each dimension, by its folded key.
private func proposals(
  for dimensions: [Dimension], _ incidents: [Incident], _ findings: [Finding], _ rows: [Topic: String],
  sources: Set<String>
) -> [String: Proposal] {
  let shownByFiles = incidents.filter { $0.isOpen && $0.origin != .event }.sorted(by: isGraver)
  let open = Dictionary(grouping: shownByFiles) { folded($0.dimension ?? "") }
  let landed = Dictionary(grouping: findings) { finding in finding.topic.flatMap { rows[$0] }.map { folded($0) } ?? "" }
  var result: [String: Proposal] = [:]
  for dimension in dimensions {
    let key = folded(dimension.key)
    result[key] = Proposal(
      incidents: open[key] ?? [], findings: landed[key] ?? [], hasSource: sources.contains(key))
  }
  return result
}

/// Connectors by the severity of the incident that each makes, then by how little is documented.
private func gravestFirst(_ connectors: [Connector], _ incidents: [Incident]) -> [Connector] {
  guard !connectors.isEmpty else { return [] }
  let severities = Dictionary(
    incidents.lazy.filter { $0.origin == .connector }.map { ($0.id, $0.severity.rawValue) }, uniquingKeysWith: max)
  func rank(_ connector: Connector) -> (Int, Int, String) {
    let severity = connector.incidentID.flatMap { severities[$0] } ?? -1
    return (-severity, connector.fields(.filled).count, connector.key)
  }
  return connectors.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// Open ones first, gravest first, then oldest first; resolved ones last.
private func isGraver(_ left: Incident, _ right: Incident) -> Bool {
  if left.isOpen != right.isOpen { return left.isOpen }
  if left.severity != right.severity { return left.severity > right.severity }
  let (opened, other) = (left.openedAt?.instant, right.openedAt?.instant)
  if let opened, let other, opened != other { return opened < other }
  if (opened == nil) != (other == nil) { return opened != nil }
  return left.id < right.id
}

/// What is required, by the configuration or by GX's own definitions, and has no result.
private func missingCheckpoints(
  _ workspace: Workspace, now: Instant
) -> [(name: String, location: SourceLocation?)] {
  let results = workspace.results.filter { ($0.runTime?.instant ?? now) <= now }
  let suites = Set(results.compactMap { $0.suite.map { folded($0) } })
  let names = Set(results.compactMap { $0.name.map { folded($0) } })
  var missing: [(String, SourceLocation?)] = []
  for suite in workspace.configuration.require where !suites.contains(folded(suite)) {
    missing.append((suite, workspace.configuration.locations["require"]))
  }
  for defined in workspace.definedCheckpoints {
    let hasAllSuites = !defined.suites.isEmpty && defined.suites.allSatisfy { suites.contains(folded($0)) }
    if !hasAllSuites, !names.contains(folded(defined.name)) { missing.append((defined.name, defined.location)) }
  }
  return missing
}
