package import Readiness

/// The assessment as GitHub Flavored Markdown that can be pasted into an issue. Text of files stays text in it.
package func markdownReport(_ assessment: Assessment, workspace: String, options: ReportOptions) -> String {
  // Markdown is source text, on a terminal too.
  var options = options
  options.way = nil
  var report = MarkdownReport(assessment: assessment, options: options)
  // GitHub finds the direction of a paragraph by itself, not that of a table.
  let isArabic = options.language == .arabic
  if isArabic { report.text += "<div dir=\"rtl\">\n\n" }
  report.header(workspace: workspace)
  report.reasons()
  report.dimensions()
  report.candidates()
  report.incidents()
  report.exceptions()
  report.checkpoints()
  report.governance()
  report.findings()
  if !options.toolVersion.isEmpty { report.text += "\n<sub>jahiz \(markdownText(options.toolVersion))</sub>\n" }
  if isArabic { report.text += "\n</div>\n" }
  return report.text.withoutDirectionMarks
}

private struct MarkdownReport {
  let assessment: Assessment
  let options: ReportOptions
  var text = ""

  private var language: Language { options.language }

  init(assessment: Assessment, options: ReportOptions) {
    self.assessment = assessment
    self.options = options
  }

  mutating func header(workspace: String) {
    let verdict = assessment.verdict
    let name = markdownText(judgedText(assessment, language))
    let moment = momentText(assessment.now, options)
    text += "## \(verdict.symbol) \(verdict.wording(language)) · \(name)\n\n"
    text += "\(markdownCode(workspace)) · \(ReportStrings.asOf(moment)(language)) · "
    text += "\(countsText(assessment, language))\n"
    if assessment.failedClosed { text += "\n**\(ReportStrings.failedClosed(language))**\n" }
  }

  mutating func reasons() {
    heading(ReportStrings.reasons)
    if assessment.reasons.isEmpty { text += "\(ReportStrings.nothingInTheWay(language))\n" }
    for reason in assessment.reasons {
      let severity = reason.severity.map { "**\($0.name)** " } ?? ""
      let place = reason.location.map { "\(markdownCode($0.description)): " } ?? ""
      text += "- \(reason.verdict.symbol) \(severity)\(place)\(markdownText(reason.message(language)))\n"
    }
  }

  mutating func dimensions() {
    guard !assessment.dimensions.isEmpty else { return }
    heading(ReportStrings.dimensions)
    table(
      [
        ReportStrings.status, ReportStrings.dimension, ReportStrings.open, ReportStrings.owner, ReportStrings.evidence,
        ReportStrings.notes, ReportStrings.place,
      ],
      assessment.dimensions.map { assessed in
        let dimension = assessed.dimension
        return [
          claim(assessed), markdownText(dimension.label),
          assessed.highestOpenSeverity?.name ?? "—", owner(dimension.owner),
          evidenceText(dimension.evidence, language), notes(dimension.notes, assessed.exception),
          place(dimension.location),
        ]
      })
  }

  /// The status, and what the evidence says where that is worse.
  private func claim(_ assessed: AssessedDimension) -> String {
    let written = status(assessed.dimension.status, assessed.dimension.rawStatus)
    return evidenceSays(assessed, language).map { "\(written)<br>**\(markdownText($0))**" } ?? written
  }

  mutating func candidates() {
    guard !assessment.candidates.isEmpty else { return }
    heading(ReportStrings.candidates)
    table(
      [ReportStrings.status, ReportStrings.candidate, ReportStrings.owner, ReportStrings.notes, ReportStrings.place],
      assessment.candidates.map { candidate in
        let name = markdownText(candidate.name)
        return [
          status(candidate.status, candidate.rawStatus), candidate == assessment.candidate ? "**\(name)**" : name,
          owner(candidate.owner), notes(candidate.notes, exception(covering: candidate.name, assessment)),
          place(candidate.location),
        ]
      })
  }

  mutating func incidents() {
    guard !assessment.incidents.isEmpty else { return }
    let open = assessment.incidents.filter(\.isOpen)
    heading(ReportStrings.incidents)
    if open.isEmpty {
      text += "\(ReportStrings.noIncidents(language))\n"
    } else {
      table(
        [
          ReportStrings.severity, ReportStrings.incident, ReportStrings.title, ReportStrings.state,
          ReportStrings.owner, ReportStrings.age, ReportStrings.clock, ReportStrings.notes,
        ],
        open.map { incident in
          [
            "**\(incident.severity.name)**", markdownCode(incident.id, inTable: true),
            markdownText(incident.title(in: language)), incident.state.wording(language), owner(incident.owner ?? ""),
            ageText(since: incident.openedAt, at: assessment.now, language),
            clockText(incident.clock, at: assessment.now, language),
            incidentNotes(incident, assessment.now, options).map(markdownText).joined(separator: " · "),
          ]
        })
    }
    let resolved = assessment.incidents.count - open.count
    if resolved > 0 { text += "\n\(ReportStrings.resolvedCount(resolved)(language))\n" }
  }

  mutating func exceptions() {
    let live = liveExceptions(assessment)
    guard !live.isEmpty else { return }
    heading(ReportStrings.exceptions)
    for exception in live {
      let end = endText(exception, assessment.now, options)
      let terms = ReportStrings.covers(exception.covers, end, exception.approver)(language)
      text += "- \(markdownCode(exception.id)): \(markdownText(terms))<br>\(markdownText(exception.reason))\n"
    }
  }

  /// What blocks downstream, the connectors' gaps, and what was read of each source.
  mutating func governance() {
    if !assessment.blockedWorkflows.isEmpty {
      heading(ReportStrings.blockedWorkflows)
      for workflow in assessment.blockedWorkflows.prefix(50) {
        let reason = ReportStrings.failedUpstream(workflow.asset)(language)
        text += "- \(markdownCode(workflow.job.name)): \(markdownText(reason))\n"
      }
    }
    if !assessment.connectors.isEmpty {
      heading(ReportStrings.connectors)
      let fields = ConnectorField.allCases
      table(
        [ReportStrings.connector, ReportStrings.stage] + fields.map(\.shortWording),
        assessment.connectors.map { connector in
          [markdownText(connector.name), connector.stage?.wording(language) ?? "?"]
            + fields.map { connector.entry($0).state.symbol }
        })
    }
    let summaries = assessment.sourceSummaries
    guard !summaries.isEmpty else { return }
    heading(ReportStrings.sources)
    for summary in summaries { text += "- \(summary.title(language)): \(summary.text(language))\n" }
  }

  mutating func checkpoints() {
    guard !assessment.checkpoints.isEmpty else { return }
    heading(ReportStrings.checkpoints)
    table(
      [
        ReportStrings.result, ReportStrings.severity, ReportStrings.suite, ReportStrings.asset,
        ReportStrings.failedColumn, ReportStrings.age,
      ],
      assessment.checkpoints.map { checkpoint in
        let result = checkpoint.result
        let word = checkpoint.succeeded ? ReportStrings.passed : ReportStrings.failed
        let age = ageText(since: result.runTime, at: assessment.now, language)
        return [
          "\(checkpoint.succeeded ? "●" : "■") \(word(language))", checkpoint.severity?.name ?? "—",
          markdownText(result.suite ?? result.name ?? ReportStrings.unnamed(language)),
          markdownText(result.asset ?? "—"), "\(result.unsuccessful)/\(result.evaluated)",
          checkpoint.isOld ? "\(age) · \(ReportStrings.old(language))" : age,
        ]
      })
    for checkpoint in assessment.checkpoints where !checkpoint.succeeded {
      text += "\n\(markdownCode(checkpoint.result.path))"
      if let rule = checkpoint.rule { text += ": \(markdownText(rule.wording(language)))" }
      text += "\n\n"
      for (position, failure) in checkpoint.result.failed.enumerated() {
        let severity = severity(ofFailure: position, in: checkpoint)
        text += "- **\(severity.name)** \(markdownText(failureText(failure, options)))\n"
      }
    }
  }

  mutating func findings() {
    guard !assessment.findings.isEmpty else { return }
    heading(ReportStrings.findings)
    for finding in assessment.findings {
      text += "- **\(finding.severity.name)** \(markdownCode(finding.location.description)): "
      text += "\(markdownText(finding.message(language)))\n"
    }
  }

  private mutating func heading(_ title: Wording) { text += "\n### \(title(language))\n\n" }

  private mutating func table(_ headings: [Wording], _ rows: [[String]]) {
    text += "| \(headings.map { $0(language) }.joined(separator: " | ")) |\n"
    text += "|\(String(repeating: "---|", count: headings.count))\n"
    for row in rows { text += "| \(row.joined(separator: " | ")) |\n" }
  }

  private func status(_ status: Status, _ raw: String) -> String {
    markdownText("\(status.symbol) \(statusText(status, raw: raw, language))")
  }

  private func notes(_ text: String, _ exception: ExceptionRecord?) -> String {
    [text, exceptedText(exception, assessment.now, options) ?? ""].filter { !$0.isEmpty }.map(markdownText)
      .joined(separator: " · ")
  }

  private func owner(_ name: String) -> String {
    name.isEmpty ? ReportStrings.nobody(language) : markdownText(name)
  }

  private func place(_ location: SourceLocation) -> String { markdownCode(location.description, inTable: true) }
}
