// What waits for somebody to decide it. Of what no longer matters (an exception on a resolved incident) nothing is asked.

func pendingDecisions(_ subjects: ReasonSubjects, _ approvals: [PendingDecision]) -> [PendingDecision] {
  let decisions = exceptionDecisions(subjects) + statusDecisions(subjects) + ownerDecisions(subjects) + approvals
  return decisions.enumerated().sorted { left, right in
    let (first, second) = (left.element, right.element)
    if first.due != second.due { return (first.due ?? .distant) < (second.due ?? .distant) }
    return (first.kind.rank, left.offset) < (second.kind.rank, right.offset)
  }.map(\.element)
}

extension Instant {
  fileprivate static let distant = Instant(seconds: .max)
}

extension PendingDecision.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

private func exceptionDecisions(_ subjects: ReasonSubjects) -> [PendingDecision] {
  let assessment = subjects.assessment
  let horizon = assessment.now.advanced(bySeconds: PendingDecision.decisionDays * 86_400)
  // Of several that cover one thing the last said counts.
  let newest = Dictionary(
    assessment.exceptions.filter { isComplete($0) && $0.revokedAt == nil }.map { (folded($0.covers), $0) },
    uniquingKeysWith: { longer($0, $1) })
  var open: [String: Wording] = [:]
  for reason in assessment.reasons where reason.code.canBeExcepted {
    if let incident = subjects.incident(of: reason) {
      open[folded(incident.id)] = ActionWords.name(incident)
    } else if let row = subjects.row(of: reason), let name = subjects.rowName(of: reason) {
      open[folded(row.key)] = ActionWords.rows([name]).wording
    }
  }
  return newest.sorted { $0.value.id < $1.value.id }.compactMap { covers, exception in
    guard let what = open[covers], let end = exception.expiresAt?.instant, end <= horizon else { return nil }
    let isOver = end <= assessment.now
    let name = exception.id
    return PendingDecision(
      isOver ? .exceptionExpired : .exceptionExpiring, subjects: [name],
      question: isOver
        ? Wording(
          "Exception \(name) has run out: renew it for \(what.english), or settle the matter?",
          "انتهى الاستثناء \(name): هل يُجدَّد، أم تجري معالجة \(what.arabic)؟")
        : Wording(
          "Exception \(name) ends soon: extend it for \(what.english), or settle the matter by then?",
          "يقترب انتهاء الاستثناء \(name): هل يُمدَّد، أم تجري معالجة \(what.arabic) قبل انتهائه؟"),
      owner: exception.approver, due: end,
      command: shellWords([exception.covers]).map {
        "jahiz exception record \($0) --reason REASON --approver APPROVER --expires 7d"
      })
  }
}

/// The one that lasts longer.
private func longer(_ left: ExceptionRecord, _ right: ExceptionRecord) -> ExceptionRecord {
  (left.expiresAt?.instant ?? left.recordedAt.instant) > (right.expiresAt?.instant ?? right.recordedAt.instant)
    ? left : right
}

extension Reason.Code {
  /// What an exception can cover, or covers already.
  fileprivate var canBeExcepted: Bool {
    switch self {
    case .incidentV2Open, .incidentV1Open, .incidentExcepted, .dimensionBlocked, .dimensionUnset, .dimensionUnknown,
      .dimensionRiskUnowned, .dimensionEvidenceMissing, .dimensionExcepted:
      true
    default: false
    }
  }
}

private func statusDecisions(_ subjects: ReasonSubjects) -> [PendingDecision] {
  subjects.assessment.reasons.compactMap { reason in
    guard reason.code == .dimensionUnset || reason.code == .dimensionUnknown, let row = subjects.row(of: reason),
      let name = subjects.rowName(of: reason)
    else { return nil }
    let question =
      row.status == .unset
      ? Wording(
        "“\(name.english)” has no status: is it OK, at risk or blocked?",
        "«\(name.arabic)» بلا حالة: أهو جاهز أم مخاطرة أم محظور؟")
      : Wording(
        "“\(name.english)” says “\(row.rawStatus)”: is it OK, at risk or blocked?",
        "حالة «\(name.arabic)» «\(row.rawStatus)»: أهو جاهز أم مخاطرة أم محظور؟")
    return PendingDecision(
      .statusUnset, subjects: [row.key], question: question, owner: row.owner.isEmpty ? nil : row.owner,
      command: shellWords([row.key]).map { "jahiz set \($0) --status STATUS" })
  }
}

/// All failing checks without an owner are one question, and so are all other incidents; each row is its own.
private func ownerDecisions(_ subjects: ReasonSubjects) -> [PendingDecision] {
  let unowned = subjects.assessment.incidents.filter { incident in
    incident.isOpen && incident.severity >= .v2 && (incident.owner ?? "").isEmpty
  }
  let groups = [unowned.filter { $0.origin == .checkpoint }, unowned.filter { $0.origin != .checkpoint }]
  let incidents = groups.filter { !$0.isEmpty }.map { group in
    let what = ActionWords.incidents(group).wording
    return PendingDecision(
      .ownerMissing, subjects: group.map(\.id),
      question: Wording("Who takes charge of \(what.english)?", "من يتولى \(what.arabic)؟"),
      command: shellWords(group.map(\.id)).map { "jahiz incident assign \($0) --owner OWNER" })
  }
  let rows: [PendingDecision] = subjects.assessment.reasons.compactMap { reason in
    guard reason.code == .dimensionRiskUnowned, let row = subjects.row(of: reason),
      let name = subjects.rowName(of: reason)
    else { return nil }
    return PendingDecision(
      .ownerMissing, subjects: [row.key],
      question: Wording("Who owns the risk on “\(name.english)”?", "من يملك مخاطرة «\(name.arabic)»؟"),
      command: shellWords([row.key]).map { "jahiz set \($0) --owner OWNER" })
  }
  return incidents + rows
}
