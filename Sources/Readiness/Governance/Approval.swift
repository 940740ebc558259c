/// A request that somebody must agree to, as tables and logs record it.
package struct Approval: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case pending, granted, denied, withdrawn, expired
  }

  package var id: String
  package var title: String
  /// As written; empty where nothing says.
  package var rawClass: String
  package var state: State
  package var requestedAt: Timestamp?
  package var decidedAt: Timestamp?
  /// Seconds that this one may wait, where it says so itself.
  package var limit: Int64?
  /// When it must be decided, where it says so itself.
  package var dueAt: Timestamp?
  package var owner: String
  package var approver: String
  package var location: SourceLocation

  package init(
    id: String, title: String = "", rawClass: String = "", state: State = .pending, requestedAt: Timestamp? = nil,
    decidedAt: Timestamp? = nil, limit: Int64? = nil, dueAt: Timestamp? = nil, owner: String = "",
    approver: String = "", location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.rawClass = rawClass
    self.state = state
    self.requestedAt = requestedAt
    self.decidedAt = decidedAt
    self.limit = limit
    self.dueAt = dueAt
    self.owner = owner
    self.approver = approver
    self.location = location
  }

  package var approvalClass: ApprovalClass? { ApprovalClass(written: rawClass) }
}

/// What happened to a request: an event `approval.requested`, `.granted` …
package struct ApprovalStep: Hashable, Sendable {
  package var state: Approval.State
  package var id: String
  package var at: Timestamp
  /// What it says of the request by `ApprovalField`; empty texts are left out.
  package var texts: [ApprovalField: String]
  package var location: SourceLocation

  package init(
    state: Approval.State, id: String, at: Timestamp, texts: [ApprovalField: String] = [:], location: SourceLocation
  ) {
    self.state = state
    self.id = id
    self.at = at
    self.texts = texts
    self.location = location
  }

  /// nil for an event that is about no approval or changes none.
  package init?(_ event: Event) {
    guard let state = Self.state(of: event.type) else { return nil }
    var texts: [ApprovalField: String] = [:]
    for field in ApprovalField.allCases {
      for name in field.names {
        if let text = event.data[name], !text.isEmpty { texts[field] = texts[field] ?? text }
      }
    }
    if let written = event.envelope["approval_class"], !written.isEmpty {
      texts[.approvalClass] = texts[.approvalClass] ?? written
    }
    self.init(state: state, id: event.entity, at: event.timestamp, texts: texts, location: event.location)
  }

  /// What an event of this type makes of a request; nil for one that is about none or changes none.
  package static func state(of type: String) -> Approval.State? {
    guard type.hasPrefix("approval.") || type.hasPrefix("approval_") else { return nil }
    return stepWords[String(type.dropFirst(9))]
  }

  private static let stepWords: [String: Approval.State] = [
    "requested": .pending, "submitted": .pending, "reopened": .pending, "granted": .granted, "approved": .granted,
    "denied": .denied, "rejected": .denied, "withdrawn": .withdrawn, "cancelled": .withdrawn, "canceled": .withdrawn,
    "expired": .expired,
  ]
}

/// What a record of a request tells, and the names of it in JSON.
package enum ApprovalField: CaseIterable, Sendable {
  case title, approvalClass, limit, due, owner, approver

  package var names: [String] {
    switch self {
    case .title: ["title", "summary", "subject", "request", "action", "title_ar"]
    case .approvalClass: ["approval_class", "class", "action_class"]
    case .limit: ["sla", "limit", "time_limit"]
    case .due: ["due_at", "due", "due_by", "deadline"]
    case .owner: ["owner", "requester", "requested_by"]
    case .approver: ["approver", "approved_by", "reviewer", "approvers_required"]
    }
  }
}

/// All that is recorded of approvals outside the workspace's own events.
package struct Approvals: Hashable, Sendable {
  /// From tables and plain records, in file order.
  package var records: [Approval]
  /// From logs, in file order.
  package var steps: [ApprovalStep]
  /// Seconds that an approval may wait by the class's name, where a document has a table of them.
  package var limits: [String: Int64]

  package init(records: [Approval] = [], steps: [ApprovalStep] = [], limits: [String: Int64] = [:]) {
    self.records = records
    self.steps = steps
    self.limits = limits
  }
}
