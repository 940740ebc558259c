import Readiness

/// Reads the places of a governed repository that stand beside matrix, GX results and incidents. Each reader is on its own:
/// what one cannot read hides nothing of another.
///
/// - Parameter provenance: is read already while the others are.
func readGovernance(
  below root: String, into workspace: inout Workspace, _ provenance: Beside<(Provenance?, [Finding])>,
  cache: ReadingCache?
) {
  let configuration = workspace.configuration.governance
  func take<Value>(_ read: (value: Value?, findings: [Finding])) -> Value? {
    workspace.findings += read.findings
    return read.value
  }
  var governance = Governance()
  governance.connectors = take(readConnectors(below: root, configuration))
  governance.tasks = take(readTaskWatchlist(below: root, configuration))
  governance.schemas = take(readSchemaRegistry(below: root, configuration))
  governance.eventLogs = take(readEventLogs(below: root, configuration, ownEvents: workspace.configuration.eventLog))
  governance.metrics = take(readMetrics(below: root, configuration, cache: cache?.metrics ?? MetricsCache()))
  governance.lineage = take(readLineage(below: root, configuration, cache: cache?.lineage ?? LineageCache()))
  governance.documents = take(readDocumentTree(below: root, configuration, cache: cache?.documents))
  governance.approvals = take(readApprovals(below: root, configuration))
  governance.verifications = take(readVerifications(below: root, configuration))
  governance.controls = take(readControls(below: root, configuration))
  governance.provenance = take(provenance.value())
  workspace.governance = governance
}
