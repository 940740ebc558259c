package import Readiness

/// The assessment as the contract `jahiz.report/1`: for programs, the same keys in the same order always.
///
/// - Parameters:
///   - workspace: the folder as the user named it.
///   - language: of the messages and of incidents' titles; keys and values are the same in every language.
package func jsonReport(_ assessment: Assessment, workspace: String, language: Language) -> String {
  let document = JSONValue.object(
    [
      ("schema", .string("jahiz.report/1")),
      ("generated_at", .string(assessment.now.rfc3339())),
      ("workspace", .string(workspace)),
      ("release_candidate", .optional(assessment.candidate?.name ?? assessment.candidateName)),
      ("target", .string(assessment.target.rawValue)),
      ("verdict", .string(assessment.verdict.rawValue)),
      ("reasons", .array(assessment.reasons.map { json($0, language) })),
      ("dimensions", .array(assessment.dimensions.map { json($0, language) })),
      ("candidates", .array(assessment.candidates.map(json))),
      ("checkpoints", .array(assessment.checkpoints.map(json))),
      ("incidents", .array(assessment.incidents.map { json($0, at: assessment.now, language) })),
      (
        "findings",
        .array(assessment.findings.map { json($0, on: $0.topic.flatMap { assessment.dimensionOfTopic[$0] }, language) })
      ),
      ("exceptions", .array(assessment.exceptions.map { json($0, at: assessment.now) })),
      ("late_incidents", .int(assessment.lateIncidents)),
    ] + governanceMembers(assessment, language))
  return document.prettyPrinted()
}

private func json(_ reason: Reason, _ language: Language) -> JSONValue {
  .object([
    ("code", .string(reason.code.rawValue)),
    ("severity", .optional(reason.severity?.name)),
    ("message", .string(reason.message(language))),
    ("dimension", .optional(reason.dimension)),
    ("path", .optional(reason.location?.path)),
    ("line", .optional(reason.location?.line)),
  ])
}

private func json(_ assessed: AssessedDimension, _ language: Language) -> JSONValue {
  let dimension = assessed.dimension
  return .object([
    ("key", .string(dimension.key)),
    ("label", .string(dimension.label)),
    ("status", .string(dimension.status.rawValue)),
    ("raw_status", .string(dimension.rawStatus)),
    ("owner", .string(dimension.owner)),
    ("notes", .string(dimension.notes)),
    ("highest_open_severity", .optional(assessed.highestOpenSeverity?.name)),
    ("path", .string(dimension.location.path)),
    ("line", .optional(dimension.location.line)),
    ("evidence", .array(dimension.evidence.map(json))),
    ("proposal", assessed.proposal.map { json($0, language) } ?? .null),
  ])
}

/// What the evidence proposes for a dimension.
private func json(_ proposal: Proposal, _ language: Language) -> JSONValue {
  .object([
    ("status", .string(proposal.status.rawValue)),
    ("grounds", .array(proposal.grounds.map { .string($0(language)) })),
    ("path", .optional(proposal.location?.path)),
    ("line", .optional(proposal.location?.line)),
  ])
}

private func json(_ item: EvidenceItem) -> JSONValue {
  .object([
    ("text", .string(item.text)),
    ("target", .optional(item.target)),
    ("kind", .string(item.kind.rawValue)),
    ("state", .string(item.state.rawValue)),
  ])
}

private func json(_ candidate: Candidate) -> JSONValue {
  .object([
    ("name", .string(candidate.name)),
    ("status", .string(candidate.status.rawValue)),
    ("owner", .string(candidate.owner)),
    ("path", .string(candidate.location.path)),
    ("line", .optional(candidate.location.line)),
  ])
}

private func json(_ checkpoint: Checkpoint) -> JSONValue {
  let result = checkpoint.result
  let failed = result.failed.enumerated().map { position, failure in
    json(failure, severity: severity(ofFailure: position, in: checkpoint))
  }
  return .object([
    ("name", .optional(result.name)),
    ("suite", .optional(result.suite)),
    ("asset", .optional(result.asset)),
    ("run_time", .optional(result.runTime?.text)),
    ("gx_version", .optional(result.gxVersion)),
    ("shape", .string(result.shape.rawValue)),
    // A file that does not say is judged as failed.
    ("success", .bool(result.success ?? false)),
    ("evaluated", .int(result.evaluated)),
    ("successful", .int(result.successful)),
    ("unsuccessful", .int(result.unsuccessful)),
    ("exceptions", .int(result.exceptions)),
    ("severity", .optional(checkpoint.severity?.name)),
    ("rule", .optional(checkpoint.rule?.rawValue)),
    ("path", .string(result.path)),
    ("failed", .array(failed)),
  ])
}

private func json(_ failure: FailedExpectation, severity: Severity) -> JSONValue {
  .object([
    ("expectation", .string(failure.expectation)),
    ("columns", .array(failure.columns.map { .string($0) })),
    ("exception", .bool(failure.raisedException)),
    ("severity", .string(severity.name)),
    ("gx_severity", .optional(failure.gxSeverity?.rawValue)),
  ])
}

private func json(_ finding: Finding, on dimension: String?, _ language: Language) -> JSONValue {
  .object([
    ("code", .string(finding.code.rawValue)),
    ("severity", .string(finding.severity.name)),
    ("message", .string(finding.message(language))),
    ("path", .string(finding.location.path)),
    ("line", .optional(finding.location.line)),
    ("dimension", .optional(dimension)),
  ])
}

/// The severity that one failed expectation has by itself; the checkpoint's where the rules gave none of its own.
func severity(ofFailure position: Int, in checkpoint: Checkpoint) -> Severity {
  checkpoint.failedSeverities.indices.contains(position)
    ? checkpoint.failedSeverities[position] : checkpoint.severity ?? .v3
}
