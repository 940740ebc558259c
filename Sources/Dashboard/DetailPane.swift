import Readiness
import TerminalText

extension DashboardState {
  /// The details of what is selected, as lines of the pane's width.
  func detail(width: Int) -> Detail {
    var text = DetailText(self, width: width)
    guard let assessment, let entry = selectedEntry else { return Detail() }
    switch entry.content {
    case .dimension(let index): describe(assessment.dimensions[index], in: &text)
    case .candidate(let index): describe(assessment.candidates[index], in: &text)
    case .incident(let index): describe(assessment.incidents[index], in: &text)
    case .checkpoint(let index): describe(assessment.checkpoints[index], in: &text)
    case .connector(let index): describe(assessment.connectors[index], in: &text)
    case .task(let index): describe(assessment.tasks[index], in: &text)
    case .reason(let index): describe(assessment.reasons[index], in: &text)
    case .finding(let index): describe(assessment.findings[index], in: &text)
    case .lane, .candidatesHeading: break
    }
    return text.laidOut()
  }

  private func describe(_ assessed: AssessedDimension, in text: inout DetailText) {
    let dimension = assessed.dimension
    text.heading(dimension.label, isName: true)
    text.place(dimension.location)
    text.blank()
    text.field(Strings.status, statusCell(dimension.status, raw: dimension.rawStatus))
    if dimension.status != .unknown, dimension.rawStatus != dimension.status.wording(language) {
      text.field(DetailStrings.asWritten, dimension.rawStatus, .muted)
    }
    if assessed.proposal != nil { text.field(Column.proposal.wording, proposalCell(assessed)) }
    text.field(Strings.owner, dimension.owner.isEmpty ? "—" : dimension.owner)
    text.field(Strings.openSeverity, assessed.highestOpenSeverity?.name, assessed.highestOpenSeverity?.role ?? .text)
    text.field(DetailStrings.notedSeverity, dimension.rawSeverity)
    text.field(Strings.notes, dimension.notes)
    for extra in dimension.extras { text.field(Wording(verbatim: extra.header, extra.header), extra.text) }
    describe(assessed.exception, in: &text)
    explain(in: &text) { $0.dimension == dimension.key }
    describe(dimension.evidence, of: dimension.location.path, in: &text)
    describeIncidents(assessed.incidents, in: &text)
    describeCheckpoints(assessed.checkpoints, in: &text)
    describeSources(of: dimension.key, in: &text)
    describeFindings(on: dimension.key, in: &text)
  }

  private func describe(_ candidate: Candidate, in text: inout DetailText) {
    text.heading(candidate.label, isName: true)
    text.place(candidate.location)
    text.blank()
    text.field(Strings.status, statusCell(candidate.status, raw: candidate.rawStatus))
    text.field(Strings.owner, candidate.owner.isEmpty ? "—" : candidate.owner)
    text.field(Strings.notes, candidate.notes)
    for extra in candidate.extras { text.field(Wording(verbatim: extra.header, extra.header), extra.text) }
    if candidate.location != assessment?.candidate?.location {
      text.blank()
      text.paragraph(DetailStrings.notJudged(options.keymap.name(of: .nextCandidate))(language), .muted)
    }
    explain(in: &text) { $0.location == candidate.location }
    describe(candidate.evidence, of: candidate.location.path, in: &text)
  }

  private func describe(_ incident: Incident, in text: inout DetailText) {
    text.heading(incident.title(in: language))
    let other = language == .arabic ? incident.title : incident.titleArabic ?? ""
    if other != incident.title(in: language) { text.paragraph(other, .muted) }
    text.blank()
    text.field(Strings.incident, incident.id)
    text.field(Strings.severity, severityCell(incident.severity))
    text.field(Strings.state, incident.state.wording(language))
    text.field(Strings.owner, incident.owner ?? Strings.nobody(language), incident.owner == nil ? .missing : .text)
    text.field(Strings.dimension, incident.dimension, link: incident.dimension.map(LinkTarget.dimension))
    text.field(Strings.rule, incident.rule?.wording(language))
    text.field(DetailStrings.opened, incident.openedAt.map(momentAndAge))
    text.field(DetailStrings.acknowledged, incident.acknowledgedAt.map(momentAndAge))
    text.field(DetailStrings.mitigated, incident.mitigatedAt.map(momentAndAge))
    text.field(DetailStrings.resolved, incident.resolvedAt.map(momentAndAge))
    let clock = clockCell(incident)
    if !clock.text.string.isEmpty { text.field(Strings.clock, clock) }
    text.field(DetailStrings.compensation, incident.compensation)
    text.field(
      DetailStrings.place, incident.location?.description, .muted, link: incident.location.map { LinkTarget($0) })
    describe(incident.exception, in: &text)
    explain(in: &text) { $0.incident == incident.id }
    if incident.origin == .checkpoint { describeCheckpoints([incident.id], in: &text) }
    if !incident.history.isEmpty {
      text.section(Strings.history)
      for event in incident.history { text.item("·", .muted, historyLine(event), isName: true) }
    }
  }

  private func describe(_ reason: Reason, in text: inout DetailText) {
    text.heading(reason.message(language))
    text.blank()
    text.field(DetailStrings.wouldBe, reason.verdict.wording(language), reason.verdict.textRole)
    describe(reason.code.rule, reason.code.rawValue, in: &text)
    text.field(Strings.dimension, reason.dimension, link: reason.dimension.map(LinkTarget.dimension))
    text.field(Strings.incident, reason.incident, link: reason.incident.map(LinkTarget.incident))
    text.field(
      DetailStrings.place, reason.location?.description, .muted, link: reason.location.map { LinkTarget($0) })
  }

  private func describe(_ finding: Finding, in text: inout DetailText) {
    text.heading(finding.message(language))
    text.blank()
    let dimension = finding.topic.flatMap { assessment?.dimensionOfTopic[$0] }
    text.field(Strings.dimension, dimension, link: dimension.map(LinkTarget.dimension))
    text.field(Strings.severity, severityCell(finding.severity))
    describe(finding.code.structuralRule, finding.code.rawValue, in: &text)
    text.field(DetailStrings.place, finding.location.description, .muted, link: LinkTarget(finding.location))
  }

  // MARK: Parts

  /// What a rule means and what to do about what it finds; its name for programs behind it.
  private func describe(_ words: RuleWords?, _ code: String, in text: inout DetailText) {
    let code = StyledText(words == nil ? code : "(\(code))", .muted, options.theme)
    guard let words else { return text.field(DetailStrings.code, CellText(code)) }
    text.field(
      DetailStrings.code, CellText(StyledText(words.title(language), .text, options.theme), mark: code))
    text.field(DetailStrings.remedy, words.help(language))
  }

  /// What was read that speaks of a dimension.
  private func describeSources(of dimension: String, in text: inout DetailText) {
    guard let assessment else { return }
    let summaries = assessment.sourceSummaries.filter { assessment.dimensionOfTopic[$0.topic] == dimension }
    guard !summaries.isEmpty else { return }
    text.section(DetailStrings.sourcesRead)
    for summary in summaries { text.field(summary.title, numerals(summary.text(language))) }
  }

  /// The findings that land on a dimension, gravest first.
  private func describeFindings(on dimension: String, in text: inout DetailText) {
    guard let assessment else { return }
    let landed = assessment.findings.filter { finding in
      finding.topic.flatMap { assessment.dimensionOfTopic[$0] } == dimension
    }
    guard !landed.isEmpty else { return }
    text.section(ViewKind.findings.title)
    for finding in landed.prefix(50) {
      text.item(
        StyledText(finding.severity.name, finding.severity.role, options.theme),
        StyledText(finding.message(language), .text, options.theme), indent: 3)
      text.item(
        "", StyledText(finding.location.description, .muted, options.theme), indent: 3,
        link: LinkTarget(finding.location), isName: true)
    }
    if landed.count > 50 { text.paragraph(say(Strings.moreFindings(landed.count - 50)), .muted) }
  }

  private func describe(_ exception: ExceptionRecord?, in text: inout DetailText) {
    guard let exception else { return }
    text.section(DetailStrings.exception)
    text.paragraph(exception.reason)
    text.field(DetailStrings.approver, exception.approver)
    text.field(DetailStrings.expires, exception.expiresAt.map { dateTime($0.instant, utcOffset: options.utcOffset) })
    text.field(DetailStrings.record, exception.id, .muted)
  }

  /// Why it blocks: the reasons that name it.
  func explain(in text: inout DetailText, _ concerns: (Reason) -> Bool) {
    let reasons = assessment?.reasons.filter(concerns) ?? []
    guard !reasons.isEmpty else { return }
    text.section(reasons.contains { $0.verdict >= .hold } ? DetailStrings.whyItBlocks : DetailStrings.whyItIsARisk)
    for reason in reasons {
      text.item(reason.verdict.symbol, reason.verdict.textRole, reason.message(language))
    }
  }

  private func describe(_ evidence: [EvidenceItem], of path: String, in text: inout DetailText) {
    guard !evidence.isEmpty else { return }
    text.section(Strings.evidence)
    for item in evidence {
      text.item(item.state.symbol, item.state.role, item.text, link: LinkTarget(item, in: path), isName: true)
      if let target = item.target, target != item.text { text.item(" ", .muted, target, .muted, isName: true) }
      if item.state == .missing || item.state == .outside {
        text.item(" ", .muted, item.state.wording(language), .missing, isName: true)
      }
    }
  }

  private func describeIncidents(_ ids: [String], in text: inout DetailText) {
    guard let assessment, !ids.isEmpty else { return }
    let byID = Dictionary(assessment.incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    text.section(DetailStrings.incidents)
    for incident in ids.compactMap({ byID[$0] }) {
      text.item(
        StyledText(incident.severity.name, incident.severity.role, options.theme),
        StyledText(incident.title(in: language), .text, options.theme), indent: 3, link: .incident(incident.id))
      text.item(
        "", StyledText("\(incident.id) · \(incident.state.wording(language))", .muted, options.theme), indent: 3,
        isName: true)
    }
  }

  private func describeCheckpoints(_ ids: [String], in text: inout DetailText) {
    guard let assessment, !ids.isEmpty else { return }
    text.section(ViewKind.checkpoints.title)
    for checkpoint in assessment.checkpoints where ids.contains(checkpoint.id) {
      let result = checkpoint.result
      text.item(
        checkpoint.succeeded ? "●" : "■", checkpoint.succeeded ? .ok : .blocked,
        [result.suite ?? result.path, result.asset].compactMap(\.self).joined(separator: " · "),
        link: .checkpoint(checkpoint.id), isName: true)
    }
  }

  func severityCell(_ severity: Severity) -> CellText {
    CellText(
      StyledText(severity.wording(language), .text, options.theme),
      icon: StyledText(severity.name, severity.role, options.theme))
  }

  func momentAndAge(_ moment: Timestamp) -> String {
    let text = dateTime(moment.instant, utcOffset: options.utcOffset)
    return numerals("\(text) (\(ageText(max(0, now.seconds(since: moment.instant)), language)))")
  }

  private func historyLine(_ event: Event) -> String {
    let what = eventWording(event.type)(language)
    let members = ["owner", "mechanism", "mitigation", "resolution", "evidence", "note", "to", "reason"]
    let details = [event.rawSeverity] + members.map { event.data[$0] } + [event.author]
    return ([dateTime(event.timestamp.instant, utcOffset: options.utcOffset), what] + details.compactMap(\.self))
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
