extension Configuration {
  /// Where the other places of a governed repository stand, and what their rules need to know. Paths are relative to the
  /// workspace; an empty list means: found by convention.
  package struct Governance: Hashable, Sendable {
    /// `connectors.sheets`: files or folders of connector sheets.
    package var connectorSheets: [String] = []
    /// `connectors.source`: folders of code in which the facade rule is checked.
    package var connectorSource: [String] = []
    /// `connectors.vendors`: names of vendor SDKs as code imports them.
    package var vendors: [String] = []
    /// `connectors.facade`: folders that may import a vendor's SDK.
    package var facades: [String] = []
    /// `event_schemas`: folders of versioned JSON Schemas.
    package var eventSchemas: [String] = []
    /// `event_logs`: JSON Lines checked against the envelope; none by convention.
    package var eventLogs: [String] = []
    /// `metrics.dictionary`: files of the semantic metrics dictionary.
    package var metricsDictionary: [String] = []
    /// `metrics.source`: folders of code and dashboards whose keys the dictionary must hold.
    package var metricsSource: [String] = []
    /// `metrics.calls`: names of functions and members whose literals are keys of metrics, beside `metric` and its like.
    package var metricsCalls: [String] = []
    /// `lineage_decisions`: documents and decision records that choose the tool for lineage and catalog.
    package var lineageDecisions: [String] = []
    /// `lineage`: files or folders of OpenLineage run events.
    package var lineage: [String] = []
    /// `tasks`: watchlists, Markdown or JSON.
    package var tasks: [String] = []
    /// `docs.roots`: folders whose links are checked.
    package var docsRoots: [String] = []
    /// `docs.index`: the source-of-truth index.
    package var docsIndex: [String] = []
    /// `approvals.records`: event logs or tables with approvals.
    package var approvals: [String] = []
    /// `approvals.sla`: seconds that an approval of a class may wait, by the class's name in capitals (`A2`, `B`).
    package var approvalLimits: [String: Int64] = [:]
    /// `verifications`: records of tool verification.
    package var verifications: [String] = []
    /// `controls`: control matrices.
    package var controls: [String] = []
    /// `customer_facing`: keys of dimensions, and names of connectors, that customers meet.
    package var customerFacing: [String] = []

    package init() {}
  }
}
