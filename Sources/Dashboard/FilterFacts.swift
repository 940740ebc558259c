package import Readiness

/// What a record is, of everything that a filter can name by a fixed word: a bit for each, so that asking ten thousand
/// records costs nothing.
package struct FilterFacts: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(bit: Int) { self.init(rawValue: 1 << UInt32(bit)) }

  package init(_ status: Status) {
    switch status {
    case .ok: self.init(bit: 0)
    case .risk: self.init(bit: 1)
    case .blocked: self.init(bit: 2)
    case .unset: self.init(bit: 3)
    case .unknown: self.init(bit: 4)
    }
  }

  package init(_ severity: Severity) { self.init(bit: 5 + severity.rawValue) }

  package init(_ state: Incident.State) {
    switch state {
    case .open: self.init(bit: 9)
    case .acknowledged: self.init(bit: 10)
    case .mitigated: self.init(bit: 11)
    case .resolved: self.init(bit: 12)
    }
  }

  package static let excepted = FilterFacts(bit: 13)
  package static let compensated = FilterFacts(bit: 14)

  package static let evidencePresent = FilterFacts(bit: 15)
  /// A link that leads nowhere, or out of the workspace.
  package static let evidenceMissing = FilterFacts(bit: 16)
  package static let evidenceUnchecked = FilterFacts(bit: 17)
  package static let noEvidence = FilterFacts(bit: 18)

  package static let passed = FilterFacts(bit: 19)
  package static let failed = FilterFacts(bit: 20)

  /// It alone keeps the candidate from shipping.
  package static let blocker = FilterFacts(bit: 21)

  /// Every state but resolved.
  package static let unresolved: FilterFacts = [
    FilterFacts(.open), FilterFacts(.acknowledged), FilterFacts(.mitigated),
  ]

  /// What the evidence of a row comes to.
  package init(_ evidence: [EvidenceItem]) {
    self = evidence.isEmpty ? .noEvidence : []
    for item in evidence {
      switch item.state {
      case .present: insert(.evidencePresent)
      case .missing, .outside: insert(.evidenceMissing)
      case .unchecked: insert(.evidenceUnchecked)
      }
    }
  }
}
