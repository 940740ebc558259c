/// What the places of a governed repository beside matrix, GX and incidents say: one value for each source, nil where
/// nothing of it was found.
package struct Governance: Hashable, Sendable {
  package var connectors: ConnectorRegister?
  package var tasks: TaskWatchlist?
  package var schemas: EventSchemaRegistry?
  /// The logs that the configuration names; the workspace's own events are not among them.
  package var eventLogs: CheckedEventLogs?
  package var metrics: MetricsDictionary?
  package var lineage: Lineage?
  package var documents: DocumentTree?
  package var approvals: Approvals?
  package var verifications: ToolVerifications?
  package var controls: ControlMatrices?
  package var provenance: Provenance?

  package init() {}

  /// What the rules make of each source that was found.
  ///
  /// - Parameters:
  ///   - events: the workspace's own, none of the future.
  ///   - approvals: those of documents, or none where only events speak of them; nil where nothing does.
  ///   - candidate: the one that is judged, if any.
  func judgements(
    _ workspace: Workspace, _ events: [Event], _ approvals: Approvals?, candidate: Candidate?, now: Instant
  ) -> [Judgement] {
    let configuration = workspace.configuration.governance
    let uncorrelated = uncorrelatedEvents(events)
    var judgements = [
      connectors?.judged(now: now), tasks?.judged(configuration, now: now), schemas?.judged(), eventLogs?.judged(),
      uncorrelated.incidents.isEmpty ? nil : uncorrelated, metrics?.judged(now: now), lineage?.judged(now: now),
      documents?.judged(now: now, except: workspace.matrix?.brokenEvidence ?? []), verifications?.judged(),
      controls?.judged(now: now),
    ].compactMap(\.self)
    if let approvals {
      judgements.append(approvals.judged(adding: events, limits: configuration.approvalLimits, now: now))
    }
    if let provenance {
      let records = [workspace.matrix?.path, workspace.configuration.eventLog]
      judgements.append(
        provenance.judged(candidate: candidate, records: Set(records.compactMap(\.self)), now: now))
    }
    let classes = unknownClasses(in: events)
    if !classes.isEmpty { judgements.append(Judgement(.schemaAdherence, findings: classes)) }
    return judgements
  }

  /// Those of documents; also where only events speak of approvals.
  package func approvals(among events: [Event]) -> Approvals? {
    approvals ?? (events.contains { ApprovalStep.state(of: $0.type) != nil } ? Approvals() : nil)
  }
}

/// A workflow that may not be promoted because something upstream of it failed.
package struct HeldWorkflow: Hashable, Sendable {
  package var job: LineageName
  /// The failed asset nearest upstream.
  package var asset: String
  /// A shortest way from the failed dataset to the job, both included; of a long one the middle is left out.
  package var way: [LineageStep]
  /// How many steps are left out in the middle.
  package var omitted: Int
}

extension LineageGraph {
  /// The workflows that the failed ones of these checkpoints hold; one that GX itself calls informational holds none.
  func heldWorkflows(by checkpoints: [Checkpoint]) -> [HeldWorkflow] {
    let failed = checkpoints.filter { ($0.severity ?? .v0) >= .v1 }.compactMap(\.result.asset)
    guard !failed.isEmpty else { return [] }
    let blocked = blockedWorkflows(failedAssets: Array(Set(failed)).sorted())
    return blocked.jobs.map { workflow in
      let (way, omitted) = blocked.path(to: workflow, limit: 8)
      return HeldWorkflow(job: workflow.job, asset: workflow.asset, way: way, omitted: omitted)
    }
  }
}
