/// How the governance documents class an event: who has to agree, how it is taken back, how confidential it is.
package struct EventClasses: Hashable, Sendable {
  package enum Approval: String, Sendable {
    /// Nobody: a record of what is so.
    case none = "A0"
    /// The actor's own duty.
    case own = "A1"
    /// The owner of what is acted upon.
    case owner = "A2"
    /// A named approver.
    case named = "A3"
  }

  package enum Reversibility: String, Sendable {
    /// Changes nothing that a verdict reads.
    case noEffect = "R0"
    /// A later event takes it back in full.
    case byEvent = "R1"
    /// Can be taken back, but what was shipped meanwhile was shipped.
    case withTraces = "R2"
    /// Can't be taken back.
    case never = "R3"
  }

  package enum Sensitivity: String, Sendable {
    /// Public.
    case open = "S0"
    /// Internal.
    case internalUse = "S1"
    /// Confidential: names people or weaknesses.
    case confidential = "S2"
    /// Personal or regulated data.
    case regulated = "S3"
  }

  package var approval: Approval
  package var reversibility: Reversibility
  package var sensitivity: Sensitivity

  init(_ approval: Approval, _ reversibility: Reversibility, _ sensitivity: Sensitivity) {
    self.approval = approval
    self.reversibility = reversibility
    self.sensitivity = sensitivity
  }

  /// The classes of an event type. One that isn't in the table is classed with care.
  package static func of(_ type: String) -> EventClasses {
    table[type] ?? EventClasses(.owner, .withTraces, .confidential)
  }

  static let table: [String: EventClasses] = [
    "incident.opened": EventClasses(.own, .byEvent, .confidential),
    "incident.acknowledged": EventClasses(.own, .byEvent, .internalUse),
    "incident.reassigned": EventClasses(.own, .byEvent, .internalUse),
    "incident.noted": EventClasses(.none, .noEffect, .confidential),
    "incident.mitigated": EventClasses(.own, .withTraces, .confidential),
    "incident.compensated": EventClasses(.owner, .withTraces, .confidential),
    "incident.resolved": EventClasses(.owner, .withTraces, .confidential),
    "incident.reopened": EventClasses(.own, .byEvent, .confidential),
    "incident.severity_changed": EventClasses(.owner, .withTraces, .confidential),
    "exception.recorded": EventClasses(.named, .withTraces, .confidential),
    "exception.revoked": EventClasses(.owner, .byEvent, .internalUse),
    "dimension.status_changed": EventClasses(.owner, .withTraces, .internalUse),
    "dimension.owner_changed": EventClasses(.own, .byEvent, .internalUse),
    "dimension.notes_changed": EventClasses(.own, .byEvent, .internalUse),
    "candidate.added": EventClasses(.owner, .byEvent, .internalUse),
    "candidate.removed": EventClasses(.owner, .byEvent, .internalUse),
    "ledger.torn_line": EventClasses(.none, .noEffect, .internalUse),
  ]
}
