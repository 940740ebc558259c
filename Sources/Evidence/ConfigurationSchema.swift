/// The keys of `jahiz.yaml`, and what the writer of an unknown one probably meant.
enum ConfigurationSchema {
  static let keys = [
    "matrix", "gx", "events", "release_candidate", "require_rc", "target", "pii", "consumers", "map", "service_levels",
    "max_age", "require", "connectors", "event_schemas", "event_logs", "metrics", "lineage", "lineage_decisions",
    "tasks", "docs",
    "approvals", "verifications", "controls", "customer_facing",
  ]
  static let connectorKeys = ["sheets", "source", "vendors", "facade"]
  static let metricsKeys = ["dictionary", "source", "calls"]
  static let docsKeys = ["roots", "index"]
  static let approvalKeys = ["records", "sla"]
  static let piiKeys = ["add", "remove"]
  static let consumerKeys = ["customer_reports", "models", "internal"]
  static let serviceLevelKeys = ["acknowledge", "resolve"]
  static let severities = ["V0", "V1", "V2", "V3"]
  static let targets = ["canary", "prod"]
}
