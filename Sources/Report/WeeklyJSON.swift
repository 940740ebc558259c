package import Readiness

/// A week's page as the contract `jahiz.weekly/1`, whose JSON Schema is `docs/schemas/weekly.v1.json`.
///
/// - Parameters:
///   - workspace: the folder as the user named it.
///   - utcOffset: the zone that the week's days are counted in, in seconds east of UTC.
///   - language: of the sentences; keys and values are the same in every language.
package func weeklyJSON(_ page: WeeklyPage, workspace: String, utcOffset: Int, language: Language) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.weekly/1")),
    ("week", .string(page.week.text)),
    ("week_of", .string(page.week.mondayDate)),
    (
      "period",
      .object([
        ("from", .string(page.start.rfc3339(offset: utcOffset))), ("to", .string(page.end.rfc3339(offset: utcOffset))),
        ("phase", .string(page.phase.rawValue)),
      ])
    ),
    ("as_of", .string(page.now.rfc3339())),
    ("workspace", .string(workspace)),
    ("release_candidate", .optional(page.candidate)),
    ("target", .string(page.target.rawValue)),
    ("verdict", .string(page.verdict.rawValue)),
    ("headline", .string(WeeklyStrings.headline(page)(language))),
    ("changes_summary", json(page.changes, language)),
    ("pending_decisions", .array(page.decisions.map { json($0, language) })),
    (
      "blockers_summary",
      .object([
        ("text", .string(WeeklyStrings.blockers(page.blockers)(language))),
        ("stop", .int(page.blockers.count { $0.reason.verdict == .stop })),
        ("hold", .int(page.blockers.count { $0.reason.verdict == .hold })),
        ("late", .int(page.blockers.count(where: \.isLate))),
        ("items", .array(page.blockers.map { json($0, language) })),
      ])
    ),
    ("at_risk_items", .array(page.risks.map { json($0, language) })),
    (
      "next_best_actions",
      .array(page.actions.enumerated().map { json($0.element, rank: $0.offset + 1, language) })
    ),
    ("provenance", json(page.provenance, language)),
  ]).prettyPrinted()
}

private func json(_ changes: WeeklyChanges, _ language: Language) -> JSONValue {
  .object([
    ("text", .string(WeeklyStrings.changes(changes)(language))),
    ("incidents", .array(changes.incidents.map { json($0, language) })),
    ("exceptions", .array(changes.exceptions.map(json))),
    ("statuses", .array(changes.statuses.map(json))),
    ("candidates", .array(changes.candidates.map(json))),
    ("events", .int(changes.events)),
    ("authors", json(changes.authors, "events")),
    ("repository", changes.repository.map(json) ?? .null),
  ])
}

private func json(_ incident: WeeklyChanges.Incident, _ language: Language) -> JSONValue {
  .object([
    ("id", .string(incident.id)),
    ("title", .string(incident.title(language))),
    ("severity", .string(incident.severity.name)),
    ("state", .string(incident.state.rawValue)),
    ("changes", .array(incident.changes.map { .string($0.rawValue) })),
  ])
}

private func json(_ exception: WeeklyChanges.Exception) -> JSONValue {
  .object([
    ("id", .string(exception.id)),
    ("covers", .string(exception.covers)),
    ("change", .string(exception.change.rawValue)),
    ("time", .string(exception.moment.text)),
    ("author", .string(exception.author)),
  ])
}

private func json(_ status: WeeklyChanges.Status) -> JSONValue {
  .object([
    ("row", .string(status.row)),
    ("from", .string(status.old)),
    ("to", .string(status.new)),
    ("author", .string(status.author)),
    ("source", .string(status.source.rawValue)),
  ])
}

private func json(_ candidate: WeeklyChanges.Candidate) -> JSONValue {
  .object([
    ("name", .string(candidate.name)),
    ("change", .string(candidate.change.rawValue)),
    ("time", .string(candidate.moment.text)),
    ("author", .string(candidate.author)),
  ])
}

private func json(_ shares: [WeeklyChanges.Share], _ counted: String) -> JSONValue {
  .array(shares.map { .object([("name", .string($0.name)), (counted, .int($0.count))]) })
}

private func json(_ repository: WeeklyChanges.Repository) -> JSONValue {
  .object([
    ("commits", .int(repository.commits)),
    ("authors", json(repository.authors, "commits")),
    (
      "matrix",
      .array(
        repository.matrix.map { commit in
          .object([
            ("commit", .string(commit.hash)),
            ("time", .string(commit.moment.rfc3339())),
            ("author", .string(commit.author)),
            ("summary", .string(commit.summary)),
          ])
        })
    ),
  ])
}

private func json(_ decision: PendingDecision, _ language: Language) -> JSONValue {
  .object([
    ("kind", .string(decision.kind.rawValue)),
    ("subjects", .array(decision.subjects.map { .string($0) })),
    ("question", .string(decision.question(language))),
    ("owner", .optional(decision.owner)),
    ("due", .optional(decision.due?.rfc3339())),
    ("command", .optional(decision.command)),
  ])
}

private func json(_ item: WeeklyItem, _ language: Language) -> JSONValue {
  .object([
    ("code", .string(item.reason.code.rawValue)),
    ("verdict", .string(item.reason.verdict.rawValue)),
    ("severity", .optional(item.reason.severity?.name)),
    ("subject", .string(item.subject)),
    ("title", .string(item.title(language))),
    ("message", .string(item.reason.message(language))),
    ("owner", .optional(item.owner)),
    ("since", .optional(item.since?.text)),
    ("late", .bool(item.isLate)),
    ("path", .optional(item.reason.location?.path)),
    ("line", .optional(item.reason.location?.line)),
  ])
}

private func json(_ action: NextAction, rank: Int, _ language: Language) -> JSONValue {
  .object([
    ("rank", .int(rank)),
    ("rule", .string(action.rule.rawValue)),
    ("lifts", .string(action.lifts.rawValue)),
    ("severity", .optional(action.severity?.name)),
    ("action", .string(action.action(language))),
    ("reason", .string(action.reason(language))),
    ("subjects", .array(action.subjects.map { .string($0) })),
    ("owners", .array(action.owners.map { .string($0) })),
    ("commands", .array(action.commands.map { .string($0) })),
    (
      "places",
      .array(
        action.locations.map { .object([("path", .string($0.path)), ("line", .optional($0.line))]) })
    ),
  ])
}

private func json(_ provenance: WeeklyProvenance, _ language: Language) -> JSONValue {
  .object([
    ("generated_at", .string(provenance.generatedAt.rfc3339())),
    ("generated_by", .string(provenance.generatedBy)),
    ("confidence", .string(provenance.confidence.rawValue)),
    (
      "doubts",
      .array(
        provenance.doubts.map {
          .object([("code", .string($0.rawValue)), ("message", .string($0.wording(language)))])
        })
    ),
    ("freshness_hours", .optional(provenance.freshnessHours)),
    ("trace_id", .string(provenance.traceID)),
  ])
}
