import Readiness

@testable import Dashboard

extension Sample {
  /// The sample with connector sheets and a watchlist: two connectors with gaps, four tasks of which one is late.
  static var governed: Workspace {
    var workspace = Self.workspace
    workspace.governance.connectors = ConnectorRegister(sheets: [
      connector(
        "Stripe", stage: .production, .runtimeTool, missing: [.idempotencyKey, .rollbackNotes], thin: [.timeout]),
      connector("ساب", stage: .staging, .dataMovement, missing: [.observabilityHooks]),
      connector("Twilio", stage: .production, .runtimeTool),
    ])
    workspace.governance.tasks = TaskWatchlist(
      tasks: [
        task("Export customers", "crm", .working, since: "2026-11-24T02:00:00Z", sla: 4 * 3_600_000, owner: "Data"),
        task(
          "مزامنة الفواتير", "sap", .working, since: "2026-11-24T08:00:00Z", sla: 86_400_000, owner: "فريق التكاملات"),
        task("Reindex", "search", .inputRequired, since: "2026-11-24T10:00:00Z", sla: nil, owner: ""),
        task("Backfill", "sap", .completed, since: "2026-11-23T10:00:00Z", sla: 86_400_000, owner: "Data"),
      ], paths: ["docs/mcp-tasks.md"])
    return workspace
  }

  private static func connector(
    _ name: String, stage: ConnectorStage, _ layer: ConnectorLayer, missing: [ConnectorField] = [],
    thin: [ConnectorField] = []
  ) -> Connector {
    let path = "connectors/\(name).md"
    var fields: [ConnectorField: ConnectorEntry] = [:]
    for (index, field) in ConnectorField.allCases.enumerated() where !missing.contains(field) {
      fields[field] = ConnectorEntry(
        state: thin.contains(field) ? .thin : .filled, text: thin.contains(field) ? "TBD" : "as agreed",
        location: SourceLocation(path: path, line: index + 3))
    }
    let governance = Dictionary(
      uniqueKeysWithValues: ConnectorGovernance.allCases.map {
        (
          $0,
          ConnectorEntry(state: .filled, text: $0 == .owner ? "Payments" : "yes", location: SourceLocation(path: path))
        )
      })
    return Connector(
      name: name, fields: fields, governance: governance, stage: stage, rawStage: stage.rawValue, layers: [layer],
      location: SourceLocation(path: path, line: 1))
  }

  private static func task(
    _ name: String, _ connector: String, _ status: WatchedTask.Status, since start: String, sla: Int64?, owner: String
  ) -> WatchedTask {
    var task = WatchedTask(identity: name, location: SourceLocation(path: "docs/mcp-tasks.md", line: 3))
    task.name = name
    task.connector = connector
    task.status = status
    task.rawStatus = status.rawValue
    task.startedAt = stamp(start)
    task.updatedAt = status.isFinal ? stamp("2026-11-24T01:00:00Z") : nil
    task.sla = sla
    task.owner = owner
    task.polling = "every 30s"
    task.timeout = "2d"
    task.idempotencyKey = owner.isEmpty ? "" : "order id"
    return task
  }
}
