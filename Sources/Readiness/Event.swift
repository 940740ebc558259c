/// One line of `incidents/events.jsonl`, in the governance documents' envelope. Only the first four fields are required.
package struct Event: Hashable, Sendable {
  package var id: String
  package var type: String
  /// The incident's, exception's or dimension's id.
  package var entity: String
  package var timestamp: Timestamp
  /// As written; an unknown one reads as V3.
  package var rawSeverity: String?
  package var correlationID: String?
  package var causationID: String?
  package var source: String?
  package var actorType: String?
  package var traceID: String?
  /// Every other string field of the envelope by its name (`tenant_id`, `approval_class` …); numbers and booleans as their
  /// JSON text.
  package var envelope: [String: String]
  /// The string members of `data` by name; numbers and booleans as their JSON text.
  package var data: [String: String]
  package var location: SourceLocation

  package init(
    id: String, type: String, entity: String, timestamp: Timestamp, rawSeverity: String? = nil,
    correlationID: String? = nil, causationID: String? = nil, source: String? = nil, actorType: String? = nil,
    traceID: String? = nil, envelope: [String: String] = [:], data: [String: String] = [:], location: SourceLocation
  ) {
    self.id = id
    self.type = type
    self.entity = entity
    self.timestamp = timestamp
    self.rawSeverity = rawSeverity
    self.correlationID = correlationID
    self.causationID = causationID
    self.source = source
    self.actorType = actorType
    self.traceID = traceID
    self.envelope = envelope
    self.data = data
    self.location = location
  }
}
