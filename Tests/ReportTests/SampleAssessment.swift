import Readiness

/// 2026-11-24T12:00:00Z.
let sampleNow = moment("2026-11-24T12:00:00Z").instant

func moment(_ text: String) -> Timestamp {
  guard let timestamp = Timestamp(rfc3339: text) else { fatalError("no time: \(text)") }
  return timestamp
}

private let matrix = "docs/RELEASE_READINESS_MATRIX_AR.md"
private let events = "incidents/events.jsonl"

/// A workspace with something in every section of a report.
func sampleAssessment() -> Assessment {
  let waiver = ExceptionRecord(
    id: "EXC-1", covers: "INC-9", reason: "مورد خارجي، الإصلاح الأسبوع القادم", approver: "ليلى",
    correlationID: "c-1", expiresAt: moment("2026-11-30T00:00:00Z"), recordedAt: moment("2026-11-20T00:00:00Z"),
    location: SourceLocation(path: events, line: 9))
  let expired = ExceptionRecord(
    id: "EXC-0", covers: "approval SLA", reason: "over", approver: "Omar", correlationID: "c-0",
    expiresAt: sampleTimestamp, recordedAt: moment("2026-11-01T00:00:00Z"),
    location: SourceLocation(path: events, line: 2))
  let judged = Candidate(
    name: "RC-2026.11", label: "RC-2026.11", status: .risk, rawStatus: "Risk", owner: "سارة",
    location: SourceLocation(path: matrix, line: 30))
  return Assessment(
    candidate: judged, candidateName: "RC-2026.11", target: .prod, now: sampleNow, verdict: .stop,
    reasons: sampleReasons(), dimensions: sampleDimensions(),
    candidates: [
      Candidate(
        name: "RC-2026.10", label: "RC-2026.10", status: .ok, rawStatus: "OK", owner: "Omar", notes: "shipped",
        location: SourceLocation(path: matrix, line: 29)),
      judged,
    ],
    checkpoints: sampleCheckpoints(), incidents: sampleIncidents(waiver), exceptions: [expired, waiver],
    findings: [
      Finding(
        .brokenLink, .v1, Wording("The link “sla.md” leads nowhere.", "الرابط «sla.md» لا يؤدي إلى شيء."),
        at: SourceLocation(path: matrix, line: 14)),
      Finding(
        .tornLine, .v0, Wording("An unfinished write of 17 bytes.", "كتابة غير مكتملة من 17 بايت."),
        at: SourceLocation(path: events)),
    ])
}

private let sampleTimestamp = moment("2026-11-24T12:00:00Z")

private func sampleReasons() -> [Reason] {
  [
    Reason(
      .incidentV3Open, .stop, severity: .v3,
      message: Wording(
        "GX-0123456789ab is open: a regulated field failed in customers, and nothing ships until it is resolved.",
        "الحادثة GX-0123456789ab مفتوحة: فشل حقل منظَّم في customers، ولا إصدار قبل حلها."),
      incident: "GX-0123456789ab",
      location: SourceLocation(path: "gx/uncommitted/validations/customers/run.json")),
    Reason(
      .dimensionBlocked, .hold,
      message: Wording("“connector health” is blocked.", "البُعد «connector health» محظور."),
      dimension: "connector health", location: SourceLocation(path: matrix, line: 16)),
    Reason(
      .incidentExcepted, .goWithRisk, severity: .v2,
      message: Wording("INC-9 is excepted.", "الحادثة INC-9 مستثناة."), incident: "INC-9",
      location: SourceLocation(path: events, line: 3)),
  ]
}

private func sampleDimensions() -> [AssessedDimension] {
  let here = SourceLocation(path: matrix, line: 14)
  return [
    AssessedDimension(
      dimension: Dimension(
        key: "docs truth", label: "docs truth (مصدر واحد)", status: .ok, rawStatus: "OK", owner: "سارة",
        evidence: [
          EvidenceItem(text: "guide", target: "guide.md", kind: .path, state: .present, location: here),
          EvidenceItem(text: "sla", target: "sla.md", kind: .path, state: .missing, location: here),
        ],
        location: here)),
    AssessedDimension(
      dimension: Dimension(
        key: "connector health", label: "connector health (صحة الموصلات)", status: .blocked, rawStatus: "Blocked",
        owner: "Omar",
        notes: "The payments connector drops one event in a thousand; the vendor has confirmed it and works on it.",
        location: SourceLocation(path: matrix, line: 16)),
      highestOpenSeverity: .v2, incidents: ["INC-9"], verdict: .hold),
    AssessedDimension(
      dimension: Dimension(
        key: "provenance", label: "provenance", status: .unknown, rawStatus: "قيد المراجعة",
        location: SourceLocation(path: matrix, line: 17)),
      verdict: .hold),
  ]
}

private func sampleCheckpoints() -> [Checkpoint] {
  let failure = FailedExpectation(
    expectation: "expect_column_values_to_match_regex", columns: ["email", "هوية"], gxSeverity: .critical,
    elementCount: 100, unexpectedCount: 3, unexpectedValues: ["sara@example.com", "1098765432"])
  let raised = FailedExpectation(
    expectation: "expect_column_max_to_be_between", columns: ["total"], raisedException: true)
  return [
    Checkpoint(
      id: "GX-0123456789ab",
      result: ValidationResult(
        name: "nightly", suite: "customers", asset: "customers.csv",
        runTime: moment("2026-11-24T02:15:05.123456Z"), gxVersion: "1.2.0", shape: .storeV1, success: false,
        evaluated: 6, successful: 4, unsuccessful: 2, exceptions: 1, failed: [failure, raised],
        path: "gx/uncommitted/validations/customers/run.json"),
      severity: .v3, rule: .pii, failedSeverities: [.v3, .v2], dimension: "data quality"),
    Checkpoint(
      id: "GX-fedcba987654",
      result: ValidationResult(
        suite: "جودة الطلبات", runTime: moment("2026-11-01T02:15:05Z"), shape: .describe, success: true,
        evaluated: 5, successful: 5, path: "checkpoints/طلبات.json"),
      dimension: "data quality", isOld: true),
  ]
}

private func sampleIncidents(_ waiver: ExceptionRecord) -> [Incident] {
  [
    Incident(
      id: "GX-0123456789ab", title: "customers failed 2 of 6 expectations",
      titleArabic: "فشل customers في اثنين من 6 توقعات", severity: .v3,
      openedAt: moment("2026-11-24T02:15:05.123456Z"), dimension: "data quality", origin: .checkpoint, rule: .pii,
      clock: ServiceClock(goal: .acknowledge, due: moment("2026-11-24T11:00:00Z").instant)),
    Incident(
      id: "INC-9", title: "Payments lag", titleArabic: "تأخر المدفوعات", severity: .v2, state: .acknowledged,
      owner: "ليلى", openedAt: moment("2026-11-22T12:00:00Z"), dimension: "connector health", exception: waiver,
      location: SourceLocation(path: events, line: 3),
      clock: ServiceClock(goal: .resolve, due: moment("2026-11-24T15:00:00Z").instant)),
    Incident(id: "INC-2", title: "Old", severity: .v1, state: .resolved, openedAt: moment("2026-10-01T00:00:00Z")),
  ]
}

/// The sample with `text` in every field that a file fills.
func hostileAssessment(_ text: String) -> Assessment {
  var assessment = sampleAssessment()
  let place = SourceLocation(path: text, line: 1)
  assessment.candidate?.name = text
  assessment.candidateName = text
  assessment.reasons[0].message = Wording(verbatim: text, text)
  assessment.reasons[0].location = place
  for index in assessment.dimensions.indices {
    assessment.dimensions[index].dimension.key = text
    assessment.dimensions[index].dimension.label = text
    assessment.dimensions[index].dimension.rawStatus = text
    assessment.dimensions[index].dimension.owner = text
    assessment.dimensions[index].dimension.notes = text
    assessment.dimensions[index].dimension.location = place
  }
  for index in assessment.candidates.indices {
    assessment.candidates[index].name = text
    assessment.candidates[index].notes = text
    assessment.candidates[index].owner = text
    assessment.candidates[index].location = place
  }
  for index in assessment.checkpoints.indices {
    assessment.checkpoints[index].result.suite = text
    assessment.checkpoints[index].result.asset = text
    assessment.checkpoints[index].result.path = text
    assessment.checkpoints[index].result.failed = [
      FailedExpectation(
        expectation: text, columns: [text], raisedException: true, exceptionMessage: text, unexpectedCount: 1,
        unexpectedValues: [text])
    ]
  }
  for index in assessment.incidents.indices {
    assessment.incidents[index].id = text
    assessment.incidents[index].title = text
    assessment.incidents[index].titleArabic = text
    assessment.incidents[index].owner = text
    assessment.incidents[index].dimension = text
    assessment.incidents[index].compensation = text
  }
  for index in assessment.exceptions.indices {
    assessment.exceptions[index].id = text
    assessment.exceptions[index].covers = text
    assessment.exceptions[index].approver = text
    assessment.exceptions[index].reason = text
  }
  for index in assessment.findings.indices {
    assessment.findings[index].message = Wording(verbatim: text, text)
    assessment.findings[index].location = place
  }
  return assessment
}
