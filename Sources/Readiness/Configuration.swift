/// Which way a release candidate is to be promoted.
package enum Target: String, CaseIterable, Sendable {
  case canary, prod
}

/// `jahiz.yaml` as values. Every key is optional; an empty configuration means the conventions of the file layout.
package struct Configuration: Hashable, Sendable {
  /// Who consumes an asset. nil for an asset that is not listed: nobody has said.
  package struct Consumers: Hashable, Sendable {
    package var customerReports: Bool
    package var models: Bool
    package var isInternal: Bool

    package init(customerReports: Bool = false, models: Bool = false, isInternal: Bool = false) {
      self.customerReports = customerReports
      self.models = models
      self.isInternal = isInternal
    }
  }

  /// How soon an incident of one severity is to be acknowledged and resolved, in seconds.
  package struct ServiceLevel: Hashable, Sendable {
    package var acknowledge: Int64?
    package var resolve: Int64?

    package init(acknowledge: Int64? = nil, resolve: Int64? = nil) {
      self.acknowledge = acknowledge
      self.resolve = resolve
    }
  }

  /// Paths relative to the workspace; empty: found by convention.
  package var matrix: [String] = []
  package var gx: [String] = []
  package var events: String?
  package var releaseCandidate: String?
  package var requireReleaseCandidate = false
  package var target: Target?
  /// Words that make a column name PII, beside the built-in ones.
  package var piiAdd: [String] = []
  /// Column names, or built-in patterns, that are no PII.
  package var piiRemove: [String] = []
  package var consumers: [String: Consumers] = [:]
  /// Suite or asset → dimension key.
  package var map: [String: String] = [:]
  package var serviceLevels: [Severity: ServiceLevel] = [:]
  /// Seconds after which a result is old.
  package var maxAge: Int64 = 7 * 86_400
  /// Suites that must have a result.
  package var require: [String] = []
  /// Connectors, schemas, watchlists and the other places of a governed repository.
  package var governance = Governance()
  /// Where each key stands, for messages: `require_rc` → `jahiz.yaml:3`.
  package var locations: [String: SourceLocation] = [:]

  package init() {}

  /// The incident log, relative to the workspace: the one that is named, else the conventional one.
  package var eventLog: String { events ?? "incidents/events.jsonl" }
}
