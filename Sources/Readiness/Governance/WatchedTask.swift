/// A long-running operation: what the watchlist says of it, joined with what the protocol says of its state.
///
/// The protocol is MCP: tasks of revision 2025-11-25 and of the extension `io.modelcontextprotocol/tasks` of 2026-07-28.
package struct WatchedTask: Hashable, Sendable {
  /// The states of the protocol, in both revisions. The raw value is the protocol's word.
  package enum Status: String, CaseIterable, Sendable {
    case working
    case inputRequired = "input_required"
    case completed
    case failed
    case cancelled

    /// Nothing follows it.
    package var isFinal: Bool { self != .working && self != .inputRequired }
  }

  /// What every long-running operation must have.
  package enum Field: String, CaseIterable, Sendable {
    case statusUpdates = "status_updates"
    case timeout
    case idempotencyKey = "idempotency_key"
    case owner
  }

  /// The same for the same run in every reading: the task's id, or its name, connector and start where it has none.
  package var identity: String
  /// `taskId` of the protocol.
  package var taskID: String?
  /// As the watchlist calls it; empty where it does not.
  package var name = ""
  package var connector = ""
  package var tool = ""
  package var owner = ""
  /// nil where it is none of the protocol's; then `rawStatus` is what the file says, and the task counts as open.
  package var status: Status?
  package var rawStatus = ""
  /// `statusMessage` of the protocol.
  package var statusMessage = ""
  /// The tool itself reported an error (`isError`), whatever the status says.
  package var toolFailed = false
  /// How long it may run, in milliseconds.
  package var sla: Int64?
  /// When it must be done, where the watchlist names a moment instead.
  package var deadline: Timestamp?
  /// When it is given up, as written.
  package var timeout = ""
  /// The same as a span in milliseconds, where it is one.
  package var timeoutSpan: Int64?
  /// How its state is asked for, as written.
  package var polling = ""
  /// How often, in milliseconds.
  package var pollInterval: Int64?
  /// Where it reports itself, as written.
  package var webhook = ""
  package var idempotencyKey = ""
  /// `createdAt` of the protocol, else the watchlist's start.
  package var startedAt: Timestamp?
  /// `lastUpdatedAt` of the protocol.
  package var updatedAt: Timestamp?
  /// `ttl`, `ttlMs`: for how long the server keeps it after its creation, in milliseconds; nil for ever, or not said.
  package var lifetime: Int64?
  /// nil where the watchlist does not say.
  package var customerFacing: Bool?
  /// Who took note of a failure, or under which incident.
  package var acknowledgement = ""
  package var notes = ""
  /// A row of a watchlist speaks of it.
  package var isWatched = true
  /// The watchlist's row, else the protocol's object.
  package var location: SourceLocation
  /// Where its state was read, if not in the watchlist.
  package var stateLocation: SourceLocation?

  package init(identity: String, location: SourceLocation) {
    self.identity = identity
    self.location = location
  }

  /// What people call it: its name, else its id.
  package var label: String { name.isEmpty ? taskID ?? identity : name }

  /// What it must have and has not, or has as no more than `TBD`. A time to live is a timeout too: after it the server
  /// may forget the task.
  package var missingFields: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .statusUpdates: saysNothing(polling) && saysNothing(webhook) && pollInterval == nil
      case .timeout: saysNothing(timeout) && lifetime == nil
      case .idempotencyKey: saysNothing(idempotencyKey)
      case .owner: saysNothing(owner)
      }
    }
  }

  /// Whether customers meet its connector: the watchlist says so, or the configuration names the connector or the tool.
  ///
  /// - Parameter names: `customer_facing` of the configuration.
  package func isCustomerFacing(_ names: [String]) -> Bool {
    customerFacing == true || isNamed(in: Set(names.map { folded($0) }))
  }

  /// - Parameter names: folded.
  func isNamed(in names: Set<String>) -> Bool {
    guard !names.isEmpty else { return false }
    // `crm.export_contacts`, `crm / export`, `CRM (Salesforce)`: the connector stands first.
    let texts = [connector, tool].flatMap { text in
      [text, String(text.prefix { !"/.:(،,".contains($0) })]
    }
    return texts.contains { names.contains(folded($0)) }
  }
}
