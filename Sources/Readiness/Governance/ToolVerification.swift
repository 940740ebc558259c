/// What the check of a tool's call found: whether what an agent claimed is what happened.
package struct ToolVerification: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case verified
    case partiallyVerified = "partially_verified"
    case unverified
    case contradicted
    case stale
    case pending
    /// Any other word.
    case unknown
  }

  package var id: String
  /// The tool or connector; empty where nothing says.
  package var tool: String
  /// What was claimed and what happened, as far as the record tells.
  package var summary: String
  package var status: Status
  /// As written.
  package var rawStatus: String
  /// A contradiction that was cleared up.
  package var isResolved: Bool
  package var owner: String
  package var location: SourceLocation

  package init(
    id: String, tool: String = "", summary: String = "", status: Status, rawStatus: String = "",
    isResolved: Bool = false, owner: String = "", location: SourceLocation
  ) {
    self.id = id
    self.tool = tool
    self.summary = summary
    self.status = status
    self.rawStatus = rawStatus
    self.isResolved = isResolved
    self.owner = owner
    self.location = location
  }

  package var isOpenContradiction: Bool { status == .contradicted && !isResolved }
}

/// All records of tool verification.
package struct ToolVerifications: Hashable, Sendable {
  /// In the order of files and lines.
  package var records: [ToolVerification]

  package init(records: [ToolVerification] = []) { self.records = records }

  /// The contradiction backlog.
  package var openContradictions: [ToolVerification] { records.filter(\.isOpenContradiction) }

  package func count(_ status: ToolVerification.Status) -> Int { records.count { $0.status == status } }
}
