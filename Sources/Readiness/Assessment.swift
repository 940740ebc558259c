/// The answer, worst last.
package enum Verdict: String, CaseIterable, Comparable, Sendable {
  case go
  case goWithRisk = "go_with_risk"
  case hold
  case stop

  package static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .go: 0
    case .goWithRisk: 1
    case .hold: 2
    case .stop: 3
    }
  }
}

/// Why the verdict is no better than it is. One for every rule that fires.
package struct Reason: Hashable, Sendable {
  /// Every rule that can fire. The raw value is the `code` of the JSON report.
  package enum Code: String, CaseIterable, Sendable {
    case incidentV3Open = "incident_v3_open"
    case incidentV2Open = "incident_v2_open"
    case incidentV2Mitigated = "incident_v2_mitigated"
    case incidentV1Open = "incident_v1_open"
    case incidentV1Compensated = "incident_v1_compensated"
    case incidentExcepted = "incident_excepted"
    case dimensionBlocked = "dimension_blocked"
    case dimensionUnset = "dimension_unset"
    case dimensionUnknown = "dimension_unknown"
    case dimensionRisk = "dimension_risk"
    case dimensionRiskUnowned = "dimension_risk_unowned"
    case dimensionNoEvidence = "dimension_no_evidence"
    case dimensionEvidenceMissing = "dimension_evidence_missing"
    case dimensionExcepted = "dimension_excepted"
    case resultOld = "result_old"
    case checkpointMissing = "checkpoint_missing"
    case matrixUnreadable = "matrix_unreadable"
    case resultUnreadable = "result_unreadable"
    case eventsUnreadable = "events_unreadable"
    case folderUnreadable = "folder_unreadable"
    case matrixMissing = "matrix_missing"
    case noDimension = "no_dimension"
    case noCandidate = "no_candidate"
    case candidateNotFound = "candidate_not_found"
  }

  package var code: Code
  /// What this rule alone would make the verdict.
  package var verdict: Verdict
  package var severity: Severity?
  package var message: Wording
  /// The key of the dimension it concerns.
  package var dimension: String?
  /// The incident it concerns.
  package var incident: String?
  package var location: SourceLocation?

  package init(
    _ code: Code, _ verdict: Verdict, severity: Severity? = nil, message: Wording, dimension: String? = nil,
    incident: String? = nil, location: SourceLocation? = nil
  ) {
    self.code = code
    self.verdict = verdict
    self.severity = severity
    self.message = message
    self.dimension = dimension
    self.incident = incident
    self.location = location
  }
}

/// A dimension with what the rules found out about it.
package struct AssessedDimension: Hashable, Sendable {
  package var dimension: Dimension
  package var highestOpenSeverity: Severity?
  /// The ids of the incidents that land on it, gravest first.
  package var incidents: [String]
  /// The keys (`Checkpoint.id`) of the checkpoints that land on it.
  package var checkpoints: [String]
  /// The live exception that covers it.
  package var exception: ExceptionRecord?
  /// The worst verdict of the reasons that name it; `go` without any.
  package var verdict: Verdict
  /// What the evidence proposes; nil where nothing that was read speaks of it.
  package var proposal: Proposal?

  package init(
    dimension: Dimension, highestOpenSeverity: Severity? = nil, incidents: [String] = [], checkpoints: [String] = [],
    exception: ExceptionRecord? = nil, verdict: Verdict = .go, proposal: Proposal? = nil
  ) {
    self.dimension = dimension
    self.highestOpenSeverity = highestOpenSeverity
    self.incidents = incidents
    self.checkpoints = checkpoints
    self.exception = exception
    self.verdict = verdict
    self.proposal = proposal
  }
}

/// The newest result of one (suite, asset), with the history behind it.
package struct Checkpoint: Hashable, Sendable {
  /// `GX-` and 12 hex digits: also the id of the incident it makes when it fails.
  package var id: String
  package var result: ValidationResult
  /// The severity of its incident; nil where it succeeded.
  package var severity: Severity?
  /// The rule that made the severity, as `gx_pii`, `gx_consumed`, `gx_consumers_unknown`, `gx_internal`, `gx_warning`, `gx_info`.
  package var rule: DerivationRule?
  /// The severity each of `result.failed` has by itself, in the same order.
  package var failedSeverities: [Severity]
  /// Older runs, oldest first; the newest run itself is not among them.
  package var history: [PastRun]
  package var dimension: String?
  /// Older than `max_age`.
  package var isOld: Bool
  /// Its last unbroken spell of failures, also where it has passed since; nil where it never failed.
  package var spell: FailureSpell?

  package init(
    id: String, result: ValidationResult, severity: Severity? = nil, rule: DerivationRule? = nil,
    failedSeverities: [Severity] = [], history: [PastRun] = [], dimension: String? = nil, isOld: Bool = false,
    spell: FailureSpell? = nil
  ) {
    self.id = id
    self.result = result
    self.severity = severity
    self.rule = rule
    self.failedSeverities = failedSeverities
    self.history = history
    self.dimension = dimension
    self.isOld = isOld
    self.spell = spell
  }

  /// Whether it passed: it says so and counts no failed expectation.
  package var succeeded: Bool { severity == nil }
}

/// A derived incident with the row on which it lands.
package struct AssessedDerivation: Hashable, Sendable {
  package var incident: DerivedIncident
  package var dimension: String?
}

/// Why an incident that no event opened has the severity it has: the rule that made it.
package enum DerivationRule: String, CaseIterable, Sendable {
  // Great Expectations.
  case pii = "gx_pii"
  case consumed = "gx_consumed"
  case consumersUnknown = "gx_consumers_unknown"
  case consumedInternally = "gx_internal"
  case warning = "gx_warning"
  case info = "gx_info"

  // Connector facades.
  case connectorFieldMissingProduction = "connector_field_missing_production"
  case connectorFieldMissingStageUnknown = "connector_field_missing_stage_unknown"
  case connectorFieldMissing = "connector_field_missing"

  // The watchlist of long-running tasks.
  case taskSlipped = "task_sla_slipped"
  case taskSlippedTwice = "task_sla_slipped_twice"
  case taskCustomerFacing = "task_customer_facing"

  // Event schemas, logs of events, approvals.
  case schemaSilentBreak = "event_schema_silent_break"
  case externalUncorrelated = "event_external_uncorrelated"
  case approvalOverdue = "approval_overdue"

  // Claims of the matrix.
  case claimContradicted = "claim_contradicted"
}

/// Everything a screen or a report says of a workspace, for one release candidate, target and moment.
package struct Assessment: Hashable, Sendable {
  /// The release candidate that is judged; nil where there is none.
  package var candidate: Candidate?
  /// The name that was asked for, also where no row bears it.
  package var candidateName: String?
  package var target: Target
  package var now: Instant
  package var verdict: Verdict
  /// Worst first.
  package var reasons: [Reason]
  package var dimensions: [AssessedDimension]
  /// Every RC row of the matrix, in file order.
  package var candidates: [Candidate]
  /// Failed ones first, gravest first.
  package var checkpoints: [Checkpoint]
  /// Open ones first, gravest first, then oldest first; resolved ones last.
  package var incidents: [Incident]
  package var exceptions: [ExceptionRecord]
  /// The readers' and the rules' findings, gravest first.
  package var findings: [Finding]
  /// Something that decides the verdict could not be read.
  package var failedClosed: Bool
  /// What files other than GX results and events made incidents of.
  package var derived: [AssessedDerivation] = []
  /// What was read of the other places of a governed repository.
  package var sources = Governance()
  /// The same in a few numbers for each source, connectors and tasks first.
  package var sourceSummaries: [SourceSummary] = []
  /// Those of documents and of events; pending ones first, in the order in which they become late.
  package var approvals: [Approval] = []
  /// The workflows that may not be promoted, nearest to what failed first.
  package var blockedWorkflows: [HeldWorkflow] = []
  /// What blocks first, then by name.
  package var connectors: [Connector] = []
  /// Open ones first, by what is left of their SLA.
  package var tasks: [WatchedTask] = []
  /// The dimension on which the findings of a topic land, where the matrix has one.
  package var dimensionOfTopic: [Topic: String] = [:]
  /// The moment at which the passing of time alone may change this assessment.
  package var validUntil: Instant?

  package init(
    candidate: Candidate? = nil, candidateName: String? = nil, target: Target, now: Instant, verdict: Verdict,
    reasons: [Reason] = [], dimensions: [AssessedDimension] = [], candidates: [Candidate] = [],
    checkpoints: [Checkpoint] = [], incidents: [Incident] = [], exceptions: [ExceptionRecord] = [],
    findings: [Finding] = [], failedClosed: Bool = false, validUntil: Instant? = nil
  ) {
    self.candidate = candidate
    self.candidateName = candidateName
    self.target = target
    self.now = now
    self.verdict = verdict
    self.reasons = reasons
    self.dimensions = dimensions
    self.candidates = candidates
    self.checkpoints = checkpoints
    self.incidents = incidents
    self.exceptions = exceptions
    self.findings = findings
    self.failedClosed = failedClosed
    self.validUntil = validUntil
  }
}

extension Assessment {
  /// Where a dimension's or a candidate's row stands in the matrix.
  package func location(ofRow name: String) -> SourceLocation? {
    dimensions.first { $0.dimension.key == name }?.dimension.location ?? candidates.last { $0.name == name }?.location
  }
}
