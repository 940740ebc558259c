// A week's page from a workspace, its assessment and what Git says. Pure: the same in, the same out. What changed is told
// from the log and Git for the days of the week alone; blockers, risks, decisions and actions are the assessment's.

/// The page of a week.
///
/// - Parameters:
///   - start: the week's first moment, local time considered.
///   - end: the first moment of the week after it.
///   - repository: nil where there is none.
///   - approvals: the decisions that wait as approvals, as the readers of approvals find them.
///   - generatedBy: the program and its version.
///   - traceID: 32 lowercase hexadecimal digits.
package func weeklyPage(
  _ workspace: Workspace, _ assessment: Assessment, week: Week, start: Instant, end: Instant,
  repository: RepositoryWeek? = nil, approvals: [PendingDecision] = [], generatedBy: String, traceID: String
) -> WeeklyPage {
  let now = assessment.now
  let subjects = ReasonSubjects(assessment)
  let items = assessment.reasons.map(subjects.item)
  let doubts = doubts(assessment, maxAge: workspace.configuration.maxAge, workspace)
  return WeeklyPage(
    week: week, start: start, end: end, phase: now >= end ? .past : now >= start ? .running : .ahead, now: now,
    candidate: assessment.candidate?.name ?? assessment.candidateName, target: assessment.target,
    verdict: assessment.verdict,
    changes: weeklyChanges(workspace, assessment, start: start, end: end, repository),
    decisions: pendingDecisions(subjects, approvals),
    blockers: items.filter { $0.reason.verdict >= .hold }, risks: items.filter { $0.reason.verdict < .hold },
    actions: nextActions(subjects),
    provenance: WeeklyProvenance(
      generatedAt: now, generatedBy: generatedBy, confidence: confidence(doubts), doubts: doubts,
      freshnessHours: freshnessHours(workspace, assessment), traceID: traceID))
}

/// What the reasons of an assessment speak of.
struct ReasonSubjects {
  let assessment: Assessment
  private let incidents: [String: Incident]
  private let rows: [String: Dimension]

  init(_ assessment: Assessment) {
    self.assessment = assessment
    incidents = Dictionary(assessment.incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rows = Dictionary(
      assessment.dimensions.map { (folded($0.dimension.key), $0.dimension) }, uniquingKeysWith: { first, _ in first })
  }

  func incident(of reason: Reason) -> Incident? { reason.incident.flatMap { incidents[$0] } }

  func incident(_ id: String) -> Incident? { incidents[id] }

  /// The row of the matrix, a dimension's or the candidate's, that a reason speaks of. What a rule says of a checkpoint
  /// that lands on a row is nothing that the row says.
  func row(of reason: Reason) -> VerdictRules.Row? {
    guard reason.incident == nil, reason.code.speaksOfRow else { return nil }
    if let key = reason.dimension { return rows[folded(key)].map { VerdictRules.Row($0) } }
    return assessment.candidate.map { VerdictRules.Row($0) }
  }

  /// What people call that row in either language.
  func rowName(of reason: Reason) -> Wording? {
    guard let row = row(of: reason) else { return nil }
    let label = row.isCandidate ? row.key : rows[folded(row.key)]?.label ?? row.key
    return rowNames(key: row.key, label: label)
  }

  /// A reason with what a reader asks next.
  func item(_ reason: Reason) -> WeeklyItem {
    if let incident = incident(of: reason) {
      return WeeklyItem(
        reason: reason, subject: incident.id, title: incident.titleWording, owner: incident.owner,
        since: incident.openedAt, isLate: (incident.clock?.secondsLeft(at: assessment.now) ?? 0) < 0,
        isDataCheck: incident.origin == .checkpoint)
    }
    guard let row = row(of: reason), let name = rowName(of: reason) else {
      return WeeklyItem(reason: reason, subject: "", title: reason.message)
    }
    return WeeklyItem(
      reason: reason, subject: row.key, title: name, owner: row.owner.isEmpty ? nil : row.owner)
  }
}

/// What a row is called in either language: where its label puts the other language's name in brackets behind the key,
/// as in `rollback (خطة التراجع)`, each language has its own; else both have the key.
func rowNames(key: String, label: String) -> Wording {
  guard label.hasPrefix(key), label.hasSuffix(")") else { return Wording(verbatim: key, key) }
  let rest = label.dropFirst(key.count).drop { $0 == " " }
  guard rest.first == "(", rest.count > 2 else { return Wording(verbatim: key, key) }
  let other = String(rest.dropFirst().dropLast())
  switch (isArabic(key), isArabic(other)) {
  case (false, true): return Wording(verbatim: key, other)
  case (true, false): return Wording(verbatim: other, key)
  default: return Wording(verbatim: key, key)
  }
}

private func isArabic(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x0620...0x064A).contains($0.value) }
}

extension Incident {
  /// The title in both languages, the other one's where it is missing.
  var titleWording: Wording { Wording(verbatim: title(in: .english), title(in: .arabic)) }
}

extension Reason.Code {
  fileprivate var speaksOfRow: Bool {
    switch self {
    case .dimensionBlocked, .dimensionUnset, .dimensionUnknown, .dimensionRisk, .dimensionRiskUnowned,
      .dimensionNoEvidence, .dimensionEvidenceMissing, .dimensionExcepted:
      true
    default: false
    }
  }
}
