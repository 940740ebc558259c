package import Readiness

/// What someone wants recorded, before it is known in whose name, when and in which trace.
package struct EventDraft: Hashable, Sendable {
  package var type: String
  /// The incident's, exception's or dimension's id.
  package var entity: String
  /// For `incident.opened` and `incident.severity_changed` only.
  package var severity: Severity?
  package var data: [String: DataValue]
  /// The id of the event that is acted upon.
  package var causation: String?

  package init(
    _ type: String, on entity: String, severity: Severity? = nil, data: [String: DataValue] = [:],
    causation: String? = nil
  ) {
    self.type = type
    self.entity = entity
    self.severity = severity
    self.data = data
    self.causation = causation
  }

  /// The event as it goes into the log.
  package func sealed(in context: EventContext, at moment: Instant, id: UUIDv7 = .make()) -> EventEnvelope {
    EventEnvelope(id: id, draft: self, context: context, moment: moment)
  }
}

/// What all events of one action share.
package struct EventContext: Hashable, Sendable {
  package var tenant: String
  package var source: String
  package var actor: Actor
  package var correlationID: String
  package var traceID: String

  package init(
    tenant: String = "default", source: String = "jahiz", actor: Actor, correlationID: String = UUIDv7.make().text,
    traceID: String = TraceContext.make().traceID
  ) {
    self.tenant = tenant
    self.source = source
    self.actor = actor
    self.correlationID = correlationID
    self.traceID = traceID
  }
}
