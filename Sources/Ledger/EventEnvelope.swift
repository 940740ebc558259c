package import Readiness

/// An event with everything that the governance documents' envelope asks for.
///
/// Written again after a failure it keeps its id, and a repeated id counts once.
package struct EventEnvelope: Hashable, Sendable {
  package let id: UUIDv7
  package let draft: EventDraft
  package let context: EventContext
  package let moment: Instant

  init(id: UUIDv7, draft: EventDraft, context: EventContext, moment: Instant) {
    self.id = id
    self.draft = draft
    self.context = context
    self.moment = moment
  }

  /// One line of the log, its newline included, the members always in this order.
  package var line: [UInt8] {
    let classes = EventClasses.of(draft.type)
    let members: [(key: String, value: DataValue)] = [
      ("event_id", .string(id.text)),
      ("event_type", .string(draft.type)),
      ("spec_version", "1.0"),
      ("schema_version", "1.0.0"),
      ("tenant_id", .string(context.tenant)),
      ("entity_id", .string(draft.entity)),
      ("correlation_id", .string(context.correlationID)),
      // Nothing caused the first event of a story, yet the envelope asks for the member.
      ("causation_id", .string(draft.causation ?? "none")),
      ("source", .string(context.source)),
      ("actor_type", .string(context.actor.kind.rawValue)),
      ("approval_class", .string(classes.approval.rawValue)),
      ("reversibility_class", .string(classes.reversibility.rawValue)),
      ("sensitivity_class", .string(classes.sensitivity.rawValue)),
      ("trace_id", .string(context.traceID)),
      ("timestamp", .string(moment.rfc3339())),
      ("severity", DataValue(draft.severity?.name)),
      ("data", .object(draft.data.merging(context.actor.data) { _, actor in actor })),
    ]
    var bytes: [UInt8] = []
    writeJSONObject(members, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
