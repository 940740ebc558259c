/// The fifteen fields that the governance documents ask of every published event, in their order.
package enum EnvelopeField: Int, CaseIterable, Comparable, Sendable {
  case eventID, eventType, specVersion, schemaVersion, tenantID, entityID, correlationID, causationID, source, actorType
  case approvalClass, reversibilityClass, sensitivityClass, traceID, timestamp

  /// As JSON writes it.
  package var name: String { names[rawValue] }

  package init?(name: String) {
    guard let index = names.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// Without these a line is no event at all.
  package static let required: Set<EnvelopeField> = [.eventID, .eventType, .entityID, .timestamp]

  package static func < (left: EnvelopeField, right: EnvelopeField) -> Bool { left.rawValue < right.rawValue }
}

private let names = [
  "event_id", "event_type", "spec_version", "schema_version", "tenant_id", "entity_id", "correlation_id",
  "causation_id", "source", "actor_type", "approval_class", "reversibility_class", "sensitivity_class", "trace_id",
  "timestamp",
]
