import Readiness
import Yams

// The keys of `jahiz.yaml` that name the other places of a governed repository.

extension ConfigurationReader {
  /// Reads one of these keys; the caller has checked that it is known.
  func readGovernance(
    _ key: String, _ value: Node, into result: inout Configuration.Governance
  ) throws(WorkspaceError) {
    switch key {
    case "connectors": try readConnectors(value, into: &result)
    case "event_schemas": result.eventSchemas = try paths(value, key)
    case "event_logs": result.eventLogs = try paths(value, key)
    case "metrics": try readMetrics(value, into: &result)
    case "lineage": result.lineage = try paths(value, key)
    case "lineage_decisions": result.lineageDecisions = try paths(value, key)
    case "tasks": result.tasks = try paths(value, key)
    case "docs": try readDocs(value, into: &result)
    case "approvals": try readApprovals(value, into: &result)
    case "verifications": result.verifications = try paths(value, key)
    case "controls": result.controls = try paths(value, key)
    case "customer_facing": result.customerFacing = try words(value, key)
    default: break
    }
  }

  private func readConnectors(
    _ node: Node, into result: inout Configuration.Governance
  ) throws(WorkspaceError) {
    for (key, value) in try members(node, "connectors", ConfigurationSchema.connectorKeys) {
      switch key {
      case "sheets": result.connectorSheets = try paths(value, "connectors.sheets")
      case "source": result.connectorSource = try paths(value, "connectors.source")
      case "vendors": result.vendors = try words(value, "connectors.vendors")
      default: result.facades = try paths(value, "connectors.facade")
      }
    }
  }

  private func readMetrics(_ node: Node, into result: inout Configuration.Governance) throws(WorkspaceError) {
    for (key, value) in try members(node, "metrics", ConfigurationSchema.metricsKeys) {
      switch key {
      case "dictionary": result.metricsDictionary = try paths(value, "metrics.dictionary")
      case "source": result.metricsSource = try paths(value, "metrics.source")
      default: result.metricsCalls = try words(value, "metrics.calls")
      }
    }
  }

  private func readDocs(_ node: Node, into result: inout Configuration.Governance) throws(WorkspaceError) {
    for (key, value) in try members(node, "docs", ConfigurationSchema.docsKeys) {
      let found = try paths(value, "docs.\(key)")
      if key == "roots" { result.docsRoots = found } else { result.docsIndex = found }
    }
  }

  private func readApprovals(
    _ node: Node, into result: inout Configuration.Governance
  ) throws(WorkspaceError) {
    for (key, value) in try members(node, "approvals", ConfigurationSchema.approvalKeys) {
      if key == "records" {
        result.approvals = try paths(value, "approvals.records")
      } else {
        for (name, time) in try pairs(value, "approvals.sla") {
          result.approvalLimits[name.name.uppercased()] = try duration(time, "approvals.sla.\(name.name)")
        }
      }
    }
  }

  /// The members that say something.
  private func members(
    _ node: Node, _ name: String, _ known: [String]
  ) throws(WorkspaceError) -> [(String, Node)] {
    try pairs(node, name, known: known).filter { !isNull($0.1) }.map { ($0.0.name, $0.1) }
  }

  private func words(_ node: Node, _ name: String) throws(WorkspaceError) -> [String] {
    var result: [String] = []
    for item in try list(node, name) { result.append(try string(item, name)) }
    return result
  }
}
