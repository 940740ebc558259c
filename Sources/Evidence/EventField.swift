/// The fields of the envelope, in the governance documents' order. A writer keeps to it, so that the field behind the last
/// one is the likeliest to come next.
enum EventField: Int, CaseIterable {
  case id, type, specVersion, schemaVersion, tenant, entity, correlation, causation, source, actor, approval
  case reversibility, sensitivity, trace, timestamp, severity, data

  private static let names: [StaticString] = [
    "event_id", "event_type", "spec_version", "schema_version", "tenant_id", "entity_id", "correlation_id",
    "causation_id", "source", "actor_type", "approval_class", "reversibility_class", "sensitivity_class", "trace_id",
    "timestamp", "severity", "data",
  ]

  /// Those that are only shown.
  static let plain: [EventField] = [.specVersion, .schemaVersion, .tenant, .approval, .reversibility, .sensitivity]

  var name: String { utf8Name.description }

  var utf8Name: StaticString { Self.names[rawValue] }

  init?(named name: String) {
    guard let index = Self.indices[name] else { return nil }
    self.init(rawValue: index)
  }

  private static let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.description, $0) })
}

/// A set of fields.
struct EventFields: OptionSet, Hashable {
  var rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ field: EventField) { rawValue = 1 << UInt32(field.rawValue) }

  static let all = EventFields(EventField.allCases.map { EventFields($0) })
  static let required: EventFields = [.init(.id), .init(.type), .init(.entity), .init(.timestamp)]

  var names: [String] { EventField.allCases.filter { contains(EventFields($0)) }.map(\.name) }
}
