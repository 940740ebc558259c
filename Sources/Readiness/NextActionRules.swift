// From reasons to what to do about them. Each reason has one next step; reasons with the same step and the same weight are
// one action, so that ten failing checks without an owner are one line and one command.

func nextActions(_ subjects: ReasonSubjects) -> [NextAction] {
  var groups: [Group: [Reason]] = [:]
  var order: [Group] = []
  for reason in subjects.assessment.reasons {
    let group = Group(lifts: reason.verdict, rule: rule(for: reason, subjects))
    if groups[group] == nil { order.append(group) }
    groups[group, default: []].append(reason)
  }
  // Reasons are worst first, and so are the subjects of an action.
  return order.enumerated().sorted { left, right in
    left.element == right.element
      ? left.offset < right.offset
      : (right.element.lifts, left.element.rule) < (left.element.lifts, right.element.rule)
  }.map { action($0.element, groups[$0.element] ?? [], subjects) }
}

private struct Group: Hashable {
  var lifts: Verdict
  var rule: NextAction.Rule
}

/// The next step that a reason asks for.
private func rule(for reason: Reason, _ subjects: ReasonSubjects) -> NextAction.Rule {
  switch reason.code {
  case .incidentV3Open, .incidentV2Open, .incidentV2Mitigated, .incidentV1Open, .incidentV1Compensated,
    .incidentExcepted:
    subjects.incident(of: reason).map { step(of: $0, reason) } ?? .resolve
  case .dimensionBlocked: .unblock
  case .dimensionUnset, .dimensionUnknown: .setStatus
  case .dimensionRisk: .reduceRisk
  case .dimensionRiskUnowned: .nameOwner
  case .dimensionNoEvidence, .dimensionEvidenceMissing: .supplyEvidence
  case .dimensionExcepted: .settle
  case .resultOld, .checkpointMissing: .runCheck
  case .matrixUnreadable, .resultUnreadable, .eventsUnreadable, .folderUnreadable: .repairFile
  case .matrixMissing, .noDimension: .writeMatrix
  case .noCandidate, .candidateNotFound: .addCandidate
  }
}

/// An incident goes its way step by step, but a V1 needs no more than what compensates it.
private func step(of incident: Incident, _ reason: Reason) -> NextAction.Rule {
  if reason.code == .incidentExcepted { return .settle }
  if reason.code == .incidentV1Open { return .compensate }
  let isCalm = incident.state == .mitigated || reason.code == .incidentV1Compensated
  if incident.state == .open, !isCalm { return (incident.owner ?? "").isEmpty ? .assign : .acknowledge }
  if incident.origin != .event { return .remedy }
  return isCalm ? .resolve : .mitigate
}

private func action(_ group: Group, _ reasons: [Reason], _ subjects: ReasonSubjects) -> NextAction {
  let incidents = reasons.compactMap(subjects.incident)
  let rows = reasons.compactMap(subjects.row)
  let locations = reasons.compactMap(\.location)
  let names =
    incidents.isEmpty ? rows.isEmpty ? locations.map(\.path) : rows.map(\.key) : incidents.map(\.id)
  let owners = incidents.compactMap(\.owner) + rows.map(\.owner).filter { !$0.isEmpty }
  let what =
    incidents.isEmpty
    ? rows.isEmpty ? ActionWords.paths(locations.map(\.path)) : ActionWords.rows(reasons.compactMap(subjects.rowName))
    : ActionWords.incidents(incidents)
  let commands = commands(group, incidents, rows, subjects.assessment)
  return NextAction(
    group.rule, lifts: group.lifts, severity: reasons.compactMap(\.severity).max(), subjects: unique(names),
    owners: unique(owners), action: ActionWords.action(group.rule, what, reasons),
    reason: ActionWords.reason(group.rule, lifts: group.lifts, reasons), commands: commands,
    locations: commands.isEmpty ? locations : [])
}

private func unique(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}

// MARK: Commands

private func commands(
  _ group: Group, _ incidents: [Incident], _ rows: [VerdictRules.Row], _ assessment: Assessment
) -> [String] {
  let ids = incidents.map(\.id)
  func acting(_ verb: String, _ rest: String = "") -> [String] {
    guard let names = shellWords(ids) else { return [] }
    return ["jahiz incident \(verb) \(names)\(rest)"]
  }
  func setting(_ rest: String) -> [String] {
    rows.compactMap { shellWords([$0.key]) }.map { "jahiz set \($0) \(rest)" }
  }
  switch group.rule {
  case .assign: return acting("assign", " --owner OWNER")
  case .acknowledge: return acting("ack")
  case .mitigate: return acting("mitigate", " --how HOW")
  case .compensate: return acting("compensate", " --mechanism MECHANISM")
  case .resolve: return acting("resolve", " --how HOW --evidence EVIDENCE")
  // What ended by itself is looked at, not resolved by hand.
  case .remedy: return ids.compactMap { shellWords([$0]) }.map { "jahiz incident show \($0)" }
  case .settle where !ids.isEmpty: return ids.compactMap { shellWords([$0]) }.map { "jahiz incident show \($0)" }
  case .nameOwner: return setting("--owner OWNER")
  case .setStatus, .unblock, .settle: return setting("--status STATUS")
  case .reduceRisk: return setting("--status ok")
  case .addCandidate:
    return [assessment.candidateName.flatMap { shellWords([$0]) } ?? "RC-NAME"].map { "jahiz candidate add \($0)" }
  case .repairFile, .supplyEvidence, .runCheck, .writeMatrix: return []
  }
}

/// Words as a shell takes them, each in single quotes where it holds more than letters, digits and a few marks; nil where
/// one of them could be an option or does not fit on a line.
func shellWords(_ words: [String]) -> String? {
  var result: [String] = []
  for word in words {
    guard let first = word.first, first != "-", !word.unicodeScalars.contains(where: isControl) else { return nil }
    result.append(word.utf8.allSatisfy(isPlain) ? word : "'\(quoted(word))'")
  }
  return result.joined(separator: " ")
}

private func quoted(_ word: String) -> String {
  word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "._/:@%+=,-".utf8.contains(byte)
  }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  // The joiners belong to words.
  if scalar.value == 0x200C || scalar.value == 0x200D { return false }
  return switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
