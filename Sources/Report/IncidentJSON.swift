package import Readiness

/// Incidents for programs, as the report has them.
package func incidentsJSON(_ incidents: [Incident], _ assessment: Assessment, language: Language) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.incidents/1")),
    ("generated_at", .string(assessment.now.rfc3339())),
    ("incidents", .array(incidents.map { json($0, at: assessment.now, language) })),
  ]).prettyPrinted()
}

/// One incident for programs, with all that happened.
package func incidentJSON(
  _ incident: Incident, _ story: [StoryEntry], _ times: [ServiceTime], _ assessment: Assessment, language: Language
) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.incident/1")),
    ("generated_at", .string(assessment.now.rfc3339())),
    ("incident", json(incident, at: assessment.now, language)),
    ("service_levels", .array(times.map(json))),
    ("history", .array(story.map { json($0, language) })),
  ]).prettyPrinted()
}

/// Every exception for programs, with how it stands.
package func exceptionsJSON(_ assessment: Assessment) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.exceptions/1")),
    ("generated_at", .string(assessment.now.rfc3339())),
    ("exceptions", .array(assessment.exceptions.map { json($0, at: assessment.now) })),
  ]).prettyPrinted()
}

/// What happened, for programs.
package func logJSON(_ entries: [StoryEntry], blame: Blame?, language: Language) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.log/1")),
    ("entries", .array(entries.map { json($0, language) })),
    ("blame", blame.map(json) ?? .null),
  ]).prettyPrinted()
}

func json(_ incident: Incident, at now: Instant, _ language: Language) -> JSONValue {
  .object([
    ("id", .string(incident.id)),
    ("title", .string(incident.title(in: language))),
    ("severity", .string(incident.severity.name)),
    ("state", .string(incident.state.rawValue)),
    ("owner", .string(incident.owner ?? "")),
    ("opened_at", .optional(incident.openedAt?.text)),
    ("dimension", .optional(incident.dimension)),
    ("origin", .string(incident.origin.rawValue)),
    ("rule", .optional(incident.rule?.rawValue)),
    ("acknowledged_at", .optional(incident.acknowledgedAt?.text)),
    ("mitigated_at", .optional(incident.mitigatedAt?.text)),
    ("resolved_at", .optional(incident.resolvedAt?.text)),
    ("compensation", .optional(incident.compensation)),
    ("evidence", .optional(incident.evidence)),
    ("exception", .optional(incident.exception?.id)),
    ("clock", incident.clock.map { json($0, at: now) } ?? .null),
  ])
}

private func json(_ clock: ServiceClock, at now: Instant) -> JSONValue {
  let left = clock.secondsLeft(at: now)
  return .object([
    ("goal", .string(clock.goal.rawValue)),
    ("due", .string(clock.due.rfc3339())),
    ("paused", .bool(clock.pausedAt != nil)),
    ("seconds_left", .int(Int(left))),
    ("late", .bool(left < 0)),
  ])
}

private func json(_ time: ServiceTime) -> JSONValue {
  .object([
    ("goal", .string(time.goal.rawValue)),
    ("seconds", .int(Int(time.seconds))),
    ("allowed", .int(Int(time.allowed))),
    ("running", .bool(time.isRunning)),
    ("late", .bool(time.isBreached)),
  ])
}

func json(_ exception: ExceptionRecord, at now: Instant) -> JSONValue {
  .object([
    ("id", .string(exception.id)),
    ("covers", .string(exception.covers)),
    ("reason", .string(exception.reason)),
    ("approver", .string(exception.approver)),
    ("correlation_id", .optional(exception.correlationID)),
    ("recorded_at", .string(exception.recordedAt.text)),
    ("expires_at", .optional(exception.expiresAt?.text)),
    ("revoked_at", .optional(exception.revokedAt?.text)),
    ("state", .string(exception.state(at: now).rawValue)),
  ])
}

private func json(_ entry: StoryEntry, _ language: Language) -> JSONValue {
  .object([
    ("time", .string(entry.moment.text)),
    ("type", .string(entry.type)),
    ("entity", .string(entry.entity)),
    ("author", .string(entry.author)),
    ("actor_type", .optional(entry.event?.actorType)),
    ("detail", .string(entry.detail(language))),
    ("event_id", .optional(entry.event?.id)),
    ("correlation_id", .optional(entry.event?.correlationID)),
    ("causation_id", .optional(entry.event?.causationID)),
    ("path", .optional(entry.location?.path)),
    ("line", .optional(entry.location?.line)),
  ])
}

private func json(_ blame: Blame) -> JSONValue {
  .object([
    ("commit", .optional(blame.commit)),
    ("author", .string(blame.author)),
    ("time", .string(blame.moment.rfc3339())),
    ("summary", .string(blame.summary)),
    ("path", .string(blame.location.path)),
    ("line", .optional(blame.location.line)),
  ])
}
