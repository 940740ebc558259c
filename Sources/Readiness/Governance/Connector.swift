// A connector is code that talks to another's system. It hides behind a facade, and its sheet documents nine things about it;
// the register is all sheets together, with the places where code goes past the facades.

/// The nine things that every connector documents, in the order in which they are shown.
package enum ConnectorField: String, CaseIterable, Sendable {
  case contract, version, retry, timeout
  case idempotencyKey = "idempotency_key"
  case approvalPolicyHook = "approval_policy_hook"
  case auditFieldMapping = "audit_field_mapping"
  case observabilityHooks = "observability_hooks"
  case rollbackNotes = "rollback_notes"
}

/// What the governance of a layer asks for beside the nine.
package enum ConnectorGovernance: String, CaseIterable, Sendable {
  case allowlist
  case toolVerification = "tool_verification"
  case owner, sla
  case backfillRunbook = "backfill_runbook"
}

/// The dual strategy: a connector is one or the other. They fail differently, keep data differently and are approved
/// differently.
package enum ConnectorLayer: String, CaseIterable, Sendable {
  /// An agent calls it as a tool during a session.
  case runtimeTool = "runtime_tool"
  /// It replicates or synchronises data in batches or on a schedule.
  case dataMovement = "data_movement"

  /// What this layer must document.
  package var governance: [ConnectorGovernance] {
    switch self {
    case .runtimeTool: [.allowlist, .toolVerification]
    case .dataMovement: [.owner, .sla, .backfillRunbook]
    }
  }
}

/// How far a connector has come, in the order of what it asks for: once retired, nothing.
package enum ConnectorStage: String, CaseIterable, Comparable, Sendable {
  case retired, planned, dev, staging, canary, production

  package static func < (left: ConnectorStage, right: ConnectorStage) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How well something is documented, best first.
package enum DocumentedState: String, CaseIterable, Comparable, Sendable {
  case filled
  /// A placeholder stands there: `TBD`, `…`, `n/a` without a reason.
  case thin
  /// Nothing stands there.
  case missing

  package static func < (left: DocumentedState, right: DocumentedState) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .filled: 0
    case .thin: 1
    case .missing: 2
    }
  }
}

/// What a sheet says of one thing.
package struct ConnectorEntry: Hashable, Sendable {
  package var state: DocumentedState
  /// As written, lines joined with newlines; empty where nothing stands.
  package var text: String
  /// Of the text; of the connector where nothing is written.
  package var location: SourceLocation

  package init(state: DocumentedState, text: String = "", location: SourceLocation) {
    self.state = state
    self.text = text
    self.location = location
  }
}

/// A connector as its sheet, or its row of a table, documents it.
package struct Connector: Hashable, Sendable {
  /// As written, without words as “connector” and “facade”.
  package var name: String
  package var fields: [ConnectorField: ConnectorEntry]
  package var governance: [ConnectorGovernance: ConnectorEntry]
  /// nil where nobody says: then it counts as production.
  package var stage: ConnectorStage?
  /// What the sheet says of its status or stage, as written; empty where it says nothing.
  package var rawStage: String
  /// One for a connector that knows what it is; none or both is a finding.
  package var layers: [ConnectorLayer]
  /// What the sheet says of its kind, as written; empty where it says nothing.
  package var rawLayer: String
  package var location: SourceLocation
  /// Further sheets of the same name.
  package var otherLocations: [SourceLocation]

  package init(
    name: String, fields: [ConnectorField: ConnectorEntry] = [:],
    governance: [ConnectorGovernance: ConnectorEntry] = [:], stage: ConnectorStage? = nil, rawStage: String = "",
    layers: [ConnectorLayer] = [], rawLayer: String = "", location: SourceLocation,
    otherLocations: [SourceLocation] = []
  ) {
    self.name = name
    self.fields = fields
    self.governance = governance
    self.stage = stage
    self.rawStage = rawStage
    self.layers = layers
    self.rawLayer = rawLayer
    self.location = location
    self.otherLocations = otherLocations
  }

  /// Fails closed: what nobody calls anything else is in production.
  package var isInProduction: Bool { stage == nil || stage == .production }

  package func entry(_ field: ConnectorField) -> ConnectorEntry {
    fields[field] ?? ConnectorEntry(state: .missing, location: location)
  }

  package func entry(_ item: ConnectorGovernance) -> ConnectorEntry {
    governance[item] ?? ConnectorEntry(state: .missing, location: location)
  }

  /// Its line of the grid: the state of each field, in the order of `ConnectorField.allCases`.
  package var states: [DocumentedState] { ConnectorField.allCases.map { entry($0).state } }

  package func fields(_ state: DocumentedState) -> [ConnectorField] {
    ConnectorField.allCases.filter { entry($0).state == state }
  }

  /// What its layers ask for, in order; with both layers, all of it.
  package var requiredGovernance: [ConnectorGovernance] {
    ConnectorLayer.allCases.filter(layers.contains).flatMap(\.governance)
  }

  /// Who owns it; nil where no name stands.
  package var owner: String? { entry(.owner).state == .filled ? entry(.owner).text : nil }
}

/// A place where code outside the facade imports a vendor's SDK.
package struct VendorImport: Hashable, Sendable {
  /// The name of the configuration that it matched.
  package var vendor: String
  /// The module as the code names it.
  package var module: String
  package var location: SourceLocation

  package init(vendor: String, module: String, location: SourceLocation) {
    self.vendor = vendor
    self.module = module
    self.location = location
  }
}

/// Every connector of a workspace, one for each name, and what goes past their facades.
package struct ConnectorRegister: Hashable, Sendable {
  /// By name.
  package var connectors: [Connector]
  /// In the order of files and lines.
  package var vendorImports: [VendorImport]

  /// Sheets of the same name become one connector, of which the worse counts in everything.
  package init(sheets: [Connector], vendorImports: [VendorImport] = []) {
    var order: [String] = []
    var byKey: [String: Connector] = [:]
    for sheet in sheets {
      let key = sheet.key
      if let known = byKey[key] {
        byKey[key] = known.worse(with: sheet)
      } else {
        order.append(key)
        byKey[key] = sheet
      }
    }
    connectors = order.compactMap { byKey[$0] }.sorted { ($0.key, $0.name) < ($1.key, $1.name) }
    self.vendorImports = vendorImports
  }
}

extension Connector {
  /// The same for every spelling of its name: no case, marks, blanks, hyphens or underscores.
  package var key: String {
    let key = String(folded(name).filter { !" -_.".contains($0) })
    return key.isEmpty ? name : key
  }

  /// Both sheets as one: the worse state of each field, the stage that asks for more, every layer that either names.
  fileprivate func worse(with other: Connector) -> Connector {
    var result = self
    for field in ConnectorField.allCases where other.entry(field).state > entry(field).state {
      result.fields[field] = other.entry(field)
    }
    for item in ConnectorGovernance.allCases where other.entry(item).state > entry(item).state {
      result.governance[item] = other.entry(item)
    }
    if stage == .production || other.stage == .production {
      result.stage = .production
    } else if stage == nil || other.stage == nil {
      result.stage = nil
    } else if let mine = stage, let its = other.stage {
      result.stage = max(mine, its)
    }
    if result.stage != stage { result.rawStage = other.rawStage }
    result.layers = ConnectorLayer.allCases.filter { layers.contains($0) || other.layers.contains($0) }
    if result.rawLayer.isEmpty { result.rawLayer = other.rawLayer }
    result.otherLocations.append(other.location)
    return result
  }
}
