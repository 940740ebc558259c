import Readiness

/// Where the sources of a governed repository stand or would be looked for, as paths of the workspace: files whose folders a
/// change can change, and folders.
func governancePlaces(of workspace: Workspace) -> (files: [String], folders: [String]) {
  let governance = workspace.governance
  let configuration = workspace.configuration.governance
  let folders =
    conventionalFolders + configuration.connectorSheets + configuration.connectorSource + configuration.eventSchemas
    + configuration.lineage + configuration.docsRoots + configuration.metricsSource
    + (governance.documents?.folders ?? [])
  var files: [String] = configuration.eventLogs + configuration.metricsDictionary + configuration.tasks
  files += configuration.docsIndex + configuration.approvals + configuration.verifications + configuration.controls
  files += governance.connectors?.connectors.flatMap { [$0.location] + $0.otherLocations }.map(\.path) ?? []
  files += governance.tasks?.paths ?? []
  files += governance.schemas?.schemas.map(\.location.path) ?? []
  files += governance.eventLogs?.logs.map(\.path) ?? []
  files += governance.metrics?.files ?? []
  files += governance.lineage?.files ?? []
  files += governance.approvals?.records.map(\.location.path) ?? []
  files += governance.verifications?.records.map(\.location.path) ?? []
  files += governance.controls?.files ?? []
  return (Array(Set(files)), folders)
}

private let conventionalFolders = [
  "connectors", "docs/connectors", "docs/schemas/events", "metrics", "lineage", "docs/adr", "docs/decisions", "tasks",
  "mcp", "mcp/tasks", "ops", "docs/ops", "approvals", "verifications", "controls", "docs/controls", "docs/governance",
]
