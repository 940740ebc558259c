import Readiness

// The sections of `jahiz.report/1` for the other places of a governed repository. A source of which nothing was found is null.

/// Their members of the report, in order.
func governanceMembers(_ assessment: Assessment, _ language: Language) -> [(String, JSONValue)] {
  let sources = assessment.sources
  return [
    ("blocked_workflows", .array(assessment.blockedWorkflows.map(json))),
    (
      "connectors",
      sources.connectors == nil ? .null : .array(assessment.connectors.map { json($0, language) })
    ),
    ("tasks", sources.tasks == nil ? .null : .array(assessment.tasks.map { json($0, at: assessment.now) })),
    ("event_schemas", sources.schemas.map { .array($0.schemas.map { json($0, language) }) } ?? .null),
    ("event_logs", sources.eventLogs.map { .array($0.logs.map(json)) } ?? .null),
    ("metrics", sources.metrics.map { .array($0.definitions.map(json)) } ?? .null),
    ("lineage", sources.lineage.map(json) ?? .null),
    ("documents", sources.documents.map(json) ?? .null),
    ("approvals", assessment.approvals.isEmpty ? .null : .array(assessment.approvals.map(json))),
    ("verifications", sources.verifications.map { .array($0.records.map(json)) } ?? .null),
    ("controls", sources.controls.map { .array($0.controls.map(json)) } ?? .null),
    ("provenance", sources.provenance.map { json($0, assessment.candidate) } ?? .null),
  ]
}

private func place(_ location: SourceLocation) -> [(String, JSONValue)] {
  [("path", .string(location.path)), ("line", .optional(location.line))]
}

private func json(_ workflow: HeldWorkflow) -> JSONValue {
  .object([
    ("namespace", .string(workflow.job.namespace)),
    ("job", .string(workflow.job.name)),
    ("failed_asset", .string(workflow.asset)),
    (
      "way",
      .array(
        workflow.way.map {
          .object([("kind", .string("\($0.kind)")), ("name", .string($0.name.name))])
        })
    ),
    ("omitted", .int(workflow.omitted)),
  ])
}

private func json(_ connector: Connector, _ language: Language) -> JSONValue {
  .object(
    [
      ("name", .string(connector.name)),
      ("stage", .optional(connector.stage?.rawValue)),
      ("kinds", .array(connector.layers.map { .string($0.rawValue) })),
      ("owner", .optional(connector.owner)),
      (
        "fields",
        .object(ConnectorField.allCases.map { ($0.rawValue, .string(connector.entry($0).state.rawValue)) })
      ),
      ("incident", .optional(connector.incidentID)),
    ] + place(connector.location))
}

private func json(_ task: WatchedTask, at now: Instant) -> JSONValue {
  .object(
    [
      ("id", .optional(task.taskID)),
      ("name", .string(task.label)),
      ("connector", .string(task.connector)),
      ("owner", .string(task.owner)),
      ("status", .optional(task.status?.rawValue)),
      ("raw_status", .string(task.rawStatus)),
      ("started_at", .optional(task.startedAt?.text)),
      ("due_at", .optional(task.due?.rfc3339())),
      ("running_seconds", .optional(task.runningSeconds(at: now).map { Int($0) })),
      ("sla_seconds_left", .optional(task.slaSecondsLeft(at: now).map { Int($0) })),
      ("missing", .array(task.missingFields.map { .string($0.rawValue) })),
    ] + place(task.location))
}

private func json(_ schema: EventSchema, _ language: Language) -> JSONValue {
  .object(
    [
      ("event", .string(schema.event)),
      ("version", .optional(schema.version?.text)),
      ("missing_fields", .array(schema.missingFields.map { .string($0.name) })),
      ("problems", .array(schema.problems.map { .string($0.message(language)) })),
      ("breaking_changes", .int(schema.changes.count)),
      ("noted_at", .optional(schema.note?.description)),
    ] + place(schema.location))
}

private func json(_ log: CheckedEventLog) -> JSONValue {
  .object([
    ("path", .string(log.path)),
    ("events", .int(log.events)),
    ("audit_events", .int(log.audits)),
    ("unreadable", .int(log.unreadable.reduce(0) { $0 + $1.group.count })),
    ("incomplete", .int(log.incomplete.reduce(0) { $0 + $1.group.count })),
    ("uncorrelated", .int(log.uncorrelated.reduce(0) { $0 + $1.group.count })),
  ])
}

private func json(_ metric: MetricDefinition) -> JSONValue {
  .object(
    [
      ("key", .string(metric.key)), ("definition", .string(metric.definition)), ("owner", .optional(metric.owner)),
    ] + place(metric.location))
}

private func json(_ lineage: Lineage) -> JSONValue {
  .object([
    ("choice", .optional(lineage.choice?.toolNames)),
    ("choice_at", .optional(lineage.choice?.location.description)),
    ("files", .array(lineage.files.map { .string($0) })),
    ("events", .int(lineage.events.count)),
  ])
}

private func json(_ tree: DocumentTree) -> JSONValue {
  .object([
    ("documents", .int(tree.documents)),
    ("links", .int(tree.links)),
    ("urls", .int(tree.urls)),
    ("broken", .int(tree.problemCounts.values.reduce(0, +))),
    ("reviews", .int(tree.reviews.count)),
    ("sources_of_truth", .int(tree.sources.count)),
  ])
}

private func json(_ approval: Approval) -> JSONValue {
  .object(
    [
      ("id", .string(approval.id)),
      ("title", .string(approval.title)),
      ("class", .string(approval.rawClass)),
      ("state", .string(approval.state.rawValue)),
      ("requested_at", .optional(approval.requestedAt?.text)),
      ("decided_at", .optional(approval.decidedAt?.text)),
      ("owner", .string(approval.owner)),
      ("approver", .string(approval.approver)),
    ] + place(approval.location))
}

private func json(_ record: ToolVerification) -> JSONValue {
  .object(
    [
      ("id", .string(record.id)),
      ("tool", .string(record.tool)),
      ("summary", .string(record.summary)),
      ("status", .string(record.status.rawValue)),
      ("resolved", .bool(record.isResolved)),
      ("owner", .string(record.owner)),
    ] + place(record.location))
}

private func json(_ control: Control) -> JSONValue {
  .object(
    [
      ("framework", .string(control.framework.rawValue)),
      ("id", .string(control.id)),
      ("requirement", .string(control.requirement)),
      ("owner", .optional(control.owner)),
      ("status", .optional(control.status)),
      ("filled_in", .bool(!control.isUnanswered)),
    ] + place(control.location))
}

private func json(_ provenance: Provenance, _ candidate: Candidate?) -> JSONValue {
  .object([
    ("commit", .string(provenance.commit)),
    ("committed_at", .optional(provenance.committedAt?.text)),
    ("branch", .optional(provenance.branch)),
    ("tags", .array(provenance.tags.map { .string($0) })),
    ("describe", .optional(provenance.description)),
    ("changed_files", .int(provenance.changeCount)),
    ("untracked_files", .int(provenance.untrackedCount)),
  ])
}
