/// The registry of event schemas: versioned JSON Schemas, one or more versions for each event.
package struct EventSchemaRegistry: Hashable, Sendable {
  /// By event, then by version, oldest first.
  package var schemas: [EventSchema]

  package init(schemas: [EventSchema] = []) { self.schemas = schemas }

  /// How many events it knows, whatever the number of their versions.
  package var eventCount: Int { Set(schemas.map(\.event)).count }
}

/// One version of one event's schema.
package struct EventSchema: Hashable, Sendable {
  /// The `event_type` it fixes, else what its file is called without the version.
  package var event: String
  /// nil where nothing names one.
  package var version: SchemaVersion?
  /// A version that it names too and that does not agree with the first.
  package var otherVersion: OtherVersion?
  package var owner: String?
  /// The envelope's fields that its properties lack.
  package var missingFields: [EnvelopeField]
  /// It is no event's but a part of others: it needs neither an envelope nor a version.
  package var isPart: Bool
  /// What keeps it from being a JSON Schema.
  package var problems: [SchemaProblem]
  /// The version before it, where there is one.
  package var previous: SchemaVersion?
  /// What it takes away from the version before it.
  package var changes: [SchemaChange]
  /// The two were too large to compare to the end.
  package var comparisonIsPartial: Bool
  /// Where a changelog notes the break; nil where none does.
  package var note: SourceLocation?
  package var location: SourceLocation

  package init(
    event: String, version: SchemaVersion? = nil, otherVersion: OtherVersion? = nil,
    owner: String? = nil, missingFields: [EnvelopeField] = [], isPart: Bool = false, problems: [SchemaProblem] = [],
    previous: SchemaVersion? = nil, changes: [SchemaChange] = [], comparisonIsPartial: Bool = false,
    note: SourceLocation? = nil, location: SourceLocation
  ) {
    self.event = event
    self.version = version
    self.otherVersion = otherVersion
    self.owner = owner
    self.missingFields = missingFields
    self.isPart = isPart
    self.problems = problems
    self.previous = previous
    self.changes = changes
    self.comparisonIsPartial = comparisonIsPartial
    self.note = note
    self.location = location
  }
}

/// A version that a schema names beside its own.
package struct OtherVersion: Hashable, Sendable {
  package var text: String
  /// `$id`, `version` …
  package var place: String

  package init(text: String, place: String) {
    self.text = text
    self.place = place
  }
}

/// Why a file is no valid JSON Schema (2020-12), in one place of it.
package struct SchemaProblem: Hashable, Sendable {
  package var message: Wording
  package var line: Int?

  package init(_ message: Wording, line: Int? = nil) {
    self.message = message
    self.line = line
  }
}
