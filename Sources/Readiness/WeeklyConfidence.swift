// How far a week's page can be trusted. It is no probability: each thing that makes the verdict less than certain is a
// doubt with a name. Without any, confidence is high; with one or two, medium; with three or more, low. One that means
// that something decisive was not seen at all makes it low alone.

/// A kind of thing that makes a verdict less than certain. The raw value is the `code` of the JSON.
package enum Doubt: String, CaseIterable, Sendable {
  // Each of these alone makes confidence low.
  /// Something that decides cannot be read.
  case unreadable
  /// There is no matrix, or no row of it counts.
  case noMatrix = "no_matrix"
  /// The release candidate that was asked for does not exist.
  case noCandidate = "no_candidate"

  /// A result is older than `max_age`.
  case resultsOld = "results_old"
  /// A required check has no result.
  case resultsMissing = "results_missing"
  /// A row says OK and its evidence is missing, lies outside, or is not named.
  case evidenceMissing = "evidence_missing"
  /// A row has no status or one that counts for nothing.
  case statusUnclear = "status_unclear"
  /// The log holds events that do not count, or count for more than they say.
  case logDoubtful = "log_doubtful"
  /// The matrix contradicts itself.
  case matrixDoubtful = "matrix_doubtful"
  /// Nobody has said who uses data that a failing check is about.
  case consumersUnknown = "consumers_unknown"
  /// The newest evidence of all is older than `max_age`, or none bears a date.
  case evidenceOld = "evidence_old"

  var isDecisive: Bool {
    switch self {
    case .unreadable, .noMatrix, .noCandidate: true
    default: false
    }
  }
}

/// What makes the verdict less than certain, in the order of `Doubt`.
///
/// - Parameter maxAge: seconds after which evidence is old.
func doubts(_ assessment: Assessment, maxAge: Int64, _ workspace: Workspace) -> [Doubt] {
  let reasons = Set(assessment.reasons.map(\.code))
  let findings = Set(assessment.findings.filter { $0.severity >= .v1 }.map(\.code))
  let rows = assessment.dimensions.map(\.dimension)
  let age = newestEvidence(workspace, assessment).map { assessment.now.seconds(since: $0) }
  let holding: [Doubt: Bool] = [
    .unreadable: assessment.failedClosed,
    .noMatrix: workspace.matrix == nil || rows.isEmpty,
    .noCandidate: reasons.contains(.candidateNotFound),
    .resultsOld: assessment.checkpoints.contains(where: \.isOld),
    .resultsMissing: reasons.contains(.checkpointMissing),
    .evidenceMissing: rows.contains { $0.status == .ok && !$0.hasEvidence },
    .statusUnclear: rows.contains { $0.status == .unset || $0.status == .unknown },
    .logDoubtful: !findings.isDisjoint(with: [
      .invalidEvent, .duplicateEvent, .unknownSeverity, .unknownEntity, .missingCorrelation,
    ]),
    .matrixDoubtful: !findings.isDisjoint(with: [.duplicateKey, .contradictoryStatus, .otherMatrix]),
    .consumersUnknown: assessment.checkpoints.contains { $0.rule == .consumersUnknown },
    .evidenceOld: age.map { $0 > maxAge } ?? true,
  ]
  return Doubt.allCases.filter { holding[$0] ?? false }
}

func confidence(_ doubts: [Doubt]) -> WeeklyProvenance.Confidence {
  if doubts.isEmpty { return .high }
  return doubts.count > 2 || doubts.contains(where: \.isDecisive) ? .low : .medium
}

/// Whole hours since the newest evidence that decided.
func freshnessHours(_ workspace: Workspace, _ assessment: Assessment) -> Int? {
  newestEvidence(workspace, assessment).map { Int(max(0, assessment.now.seconds(since: $0)) / 3_600) }
}

/// The newest of: the results that decide, the events that count, and the day on which the matrix says it was last
/// updated, from its first moment in UTC.
private func newestEvidence(_ workspace: Workspace, _ assessment: Assessment) -> Instant? {
  let results = assessment.checkpoints.compactMap { $0.result.runTime?.instant }
  let events = workspace.events.map(\.timestamp.instant)
  let updated = workspace.matrix?.frontMatter?.lastUpdated.flatMap { Timestamp(rfc3339: "\($0)T00:00:00Z")?.instant }
  return (results + events + [updated].compactMap(\.self)).filter { $0 <= assessment.now }.max()
}

extension Dimension {
  fileprivate var hasEvidence: Bool {
    !evidence.isEmpty && !evidence.contains { $0.state == .missing || $0.state == .outside }
  }
}

extension Doubt {
  package var wording: Wording {
    switch self {
    case .unreadable: Wording("something that decides cannot be read", "تعذّرت قراءة ما يُبنى عليه القرار")
    case .noMatrix: Wording("there is no matrix to judge by", "لا توجد مصفوفة يُحتكم إليها")
    case .noCandidate: Wording("the release candidate is not in the matrix", "مرشح الإصدار غير موجود في المصفوفة")
    case .resultsOld: Wording("some check results are old", "بعض نتائج الفحوص قديمة")
    case .resultsMissing: Wording("a required check has no result", "فحص مطلوب لا نتيجة له")
    case .evidenceMissing: Wording("evidence is missing", "بعض الأدلة مفقود")
    case .statusUnclear: Wording("some statuses are not decided", "بعض الحالات لم تُحسم")
    case .logDoubtful: Wording("the incident log holds doubtful entries", "في سجل الحوادث قيود مشكوك فيها")
    case .matrixDoubtful: Wording("the matrix contradicts itself", "في المصفوفة تعارض")
    case .consumersUnknown:
      Wording("it is not known who uses some of the data", "لم يُحدَّد من يستخدم بعض البيانات")
    case .evidenceOld: Wording("there is no recent evidence", "لا دليل حديثًا")
    }
  }
}
