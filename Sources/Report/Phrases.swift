import Readiness

// The small texts that the text report and the Markdown report share.

/// `2026-11-24 14:03:07 +03:00`.
func momentText(_ instant: Instant, _ options: ReportOptions) -> String {
  let text = Instant(seconds: instant.seconds).rfc3339(offset: options.utcOffset)
  let zone = text.dropFirst(19)
  return options.leftToRight(
    "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) \(zone == "Z" ? "UTC" : String(zone))")
}

/// `RC-2026.11 → prod`; the arrow points the way the language is read.
func judgedText(_ assessment: Assessment, _ language: Language) -> String {
  let name = assessment.candidate?.name ?? assessment.candidateName ?? ReportStrings.noCandidate(language)
  return "\(shown(name)) \(language == .arabic ? "←" : "→") \(assessment.target.rawValue)"
}

/// `3 reasons · 2 open incidents · 1 of 4 checkpoints failed · 5 findings`; what there is none of is left out.
func countsText(_ assessment: Assessment, _ language: Language) -> String {
  var parts = [ReportStrings.reasonCount(assessment.reasons.count)(language)]
  let open = assessment.incidents.count { $0.isOpen }
  if open > 0 { parts.append(ReportStrings.incidentCount(open)(language)) }
  let late = assessment.lateIncidents
  if late > 0 { parts.append(ReportStrings.lateCount(late)(language)) }
  if !assessment.checkpoints.isEmpty {
    let failed = assessment.checkpoints.count { !$0.succeeded }
    parts.append(ReportStrings.failedCount(failed, of: assessment.checkpoints.count)(language))
  }
  if !assessment.findings.isEmpty { parts.append(ReportStrings.findingCount(assessment.findings.count)(language)) }
  return parts.joined(separator: " · ")
}

/// The status in the language's word; an unknown one as the file has it.
func statusText(_ status: Status, raw: String, _ language: Language) -> String {
  status == .unknown ? shown(raw) : status.wording(language)
}

/// `present 2 · missing 1`.
func evidenceText(_ items: [EvidenceItem], _ language: Language) -> String {
  let states: [EvidenceItem.State] = [.missing, .outside, .present, .unchecked]
  let parts = states.compactMap { state -> String? in
    let count = items.count { $0.state == state }
    return count == 0 ? nil : "\(state.wording(language)) \(count)"
  }
  return parts.isEmpty ? "—" : parts.joined(separator: " · ")
}

/// `the evidence says Blocked`, where that is worse than the claim; else nil.
func evidenceSays(_ assessed: AssessedDimension, _ language: Language) -> String? {
  guard assessed.isContradicted, let proposal = assessed.proposal else { return nil }
  let word = "\(proposal.status.symbol) \(proposal.status.wording(language))"
  return ReportStrings.evidenceSays(word)(language)
}

/// How long ago; a dash where nobody knows.
func ageText(since moment: Timestamp?, at now: Instant, _ language: Language) -> String {
  moment.map { ageText(max(0, now.seconds(since: $0.instant)), language) } ?? "—"
}

/// How the clock of an incident's service level stands.
func clockText(_ clock: ServiceClock?, at now: Instant, _ language: Language) -> String {
  guard let clock else { return "—" }
  let left = clock.secondsLeft(at: now)
  let isLate = left < 0
  let span = ageText(left == .min ? .max : abs(left), language)
  if clock.pausedAt != nil { return (isLate ? ReportStrings.pausedLate(span) : ReportStrings.paused(span))(language) }
  return switch (clock.goal, isLate) {
  case (.acknowledge, false): ReportStrings.toAcknowledge(span)(language)
  case (.acknowledge, true): ReportStrings.acknowledgeLate(span)(language)
  case (.resolve, false): ReportStrings.toResolve(span)(language)
  case (.resolve, true): ReportStrings.resolveLate(span)(language)
  }
}

/// What else there is to say of an incident: dimension, rule, compensation, exception.
func incidentNotes(_ incident: Incident, _ now: Instant, _ options: ReportOptions) -> [String] {
  let language = options.language
  var notes: [String] = []
  if let dimension = incident.dimension { notes.append(shown(dimension)) }
  if let rule = incident.rule { notes.append(rule.wording(language)) }
  if let compensation = incident.compensation {
    notes.append(ReportStrings.compensatedBy(shown(compensation))(language))
  }
  if let excepted = exceptedText(incident.exception, now, options) { notes.append(excepted) }
  if let evidence = incident.evidence { notes.append("\(ReportStrings.evidence(language)): \(shown(evidence))") }
  return notes
}

/// `excepted until 2026-12-03 12:00:00 UTC (7d left) by EX-1`; nil without an exception.
func exceptedText(_ exception: ExceptionRecord?, _ now: Instant, _ options: ReportOptions) -> String? {
  exception.map {
    ReportStrings.exceptedUntil(endText($0, now, options), shown($0.id))(options.language)
  }
}

/// When an exception ends and how far off that is.
func endText(_ exception: ExceptionRecord, _ now: Instant, _ options: ReportOptions) -> String {
  guard let end = exception.expiresAt?.instant else { return "—" }
  let left = end.seconds(since: now)
  let moment = momentText(end, options)
  guard left > 0 else { return moment }
  return "\(moment) (\(ReportStrings.left(ageText(left, options.language))(options.language)))"
}

/// The live exception on a name.
func exception(covering name: String, _ assessment: Assessment) -> ExceptionRecord? {
  liveExceptions(assessment).last { folded($0.covers) == folded(name) }
}

/// `expect_column_values_to_not_be_null (email)`, what came out, and a few masked values.
func failureText(_ failure: FailedExpectation, _ options: ReportOptions) -> String {
  let language = options.language
  let comma = language.comma
  var text = shown(failure.expectation)
  if !failure.columns.isEmpty { text += " (\(failure.columns.map { shown($0) }.joined(separator: comma)))" }
  if failure.raisedException {
    text += " · \(ReportStrings.exception(language))"
    if let message = failure.exceptionMessage, !message.isEmpty {
      text += ": \(shown(options.revealsValues ? message : maskedExceptionMessage(message)))"
    }
  }
  if let count = failure.unexpectedCount {
    text += " · \(ReportStrings.unexpected(count, of: failure.elementCount)(language))"
  }
  if !failure.unexpectedValues.isEmpty {
    let values = failure.unexpectedValues.map { shown(options.revealsValues ? $0 : maskedValue($0)) }
    text += " · \(values.joined(separator: comma))"
  }
  return text
}

/// The exceptions that count at the moment of the assessment.
func liveExceptions(_ assessment: Assessment) -> [ExceptionRecord] {
  assessment.exceptions.filter { $0.isLive(at: assessment.now) }
}
