import Readiness
import TerminalText

extension TextReport {
  mutating func dimensions() {
    guard !assessment.dimensions.isEmpty else { return }
    heading(ReportStrings.dimensions, count: assessment.dimensions.count)
    table(
      [
        ReportStrings.status, ReportStrings.dimension, ReportStrings.open, ReportStrings.owner, ReportStrings.evidence,
      ],
      caps: [14, 26, 5, 14],
      rows: assessment.dimensions.map { assessed in
        let dimension = assessed.dimension
        return [
          status(dimension.status, raw: dimension.rawStatus),
          StyledText(shown(dimension.label)),
          severity(assessed.highestOpenSeverity),
          owner(dimension.owner),
          StyledText(evidenceText(dimension.evidence, language)),
        ]
      },
      details: assessment.dimensions.map { assessed in
        let notes = shown(assessed.dimension.notes)
        var details = notes.isEmpty ? [] : [StyledText(notes)]
        if let said = evidenceSays(assessed, language) { details.insert(page.sentence(said, .bad), at: 0) }
        if let excepted = exceptedText(assessed.exception, assessment.now, options) {
          details.append(page.sentence(excepted))
        }
        return details
      })
  }

  mutating func candidates() {
    guard !assessment.candidates.isEmpty else { return }
    heading(ReportStrings.candidates)
    table(
      [ReportStrings.status, ReportStrings.candidate, ReportStrings.owner, ReportStrings.notes],
      caps: [14, 26, 14],
      rows: assessment.candidates.map { candidate in
        let judged = candidate == assessment.candidate ? ReportStrings.judged(language) : ""
        let notes = [judged, shown(candidate.notes)].filter { !$0.isEmpty }
        return [
          status(candidate.status, raw: candidate.rawStatus),
          StyledText(shown(candidate.name)),
          owner(candidate.owner),
          StyledText(notes.joined(separator: " · ")),
        ]
      },
      details: assessment.candidates.map { candidate in
        exceptedText(exception(covering: candidate.name, assessment), assessment.now, options).map {
          [page.sentence($0)]
        } ?? []
      })
  }

  mutating func incidents() {
    guard !assessment.incidents.isEmpty else { return }
    let open = assessment.incidents.filter(\.isOpen)
    heading(ReportStrings.incidents, count: open.isEmpty ? nil : open.count)
    if open.isEmpty {
      page.paragraph(page.sentence(ReportStrings.noIncidents(language)), indent: 2)
    } else {
      incidentTable(open)
    }
    let resolved = assessment.incidents.count - open.count
    if resolved > 0 { page.paragraph(page.sentence(ReportStrings.resolvedCount(resolved)(language)), indent: 2) }
  }

  mutating func incidentTable(_ incidents: [Incident]) {
    table(
      [
        ReportStrings.severity, ReportStrings.incident, ReportStrings.state, ReportStrings.owner, ReportStrings.age,
        ReportStrings.clock,
      ],
      caps: [8, 17, 12, 14, 10],
      rows: incidents.map { incident in
        [
          severity(incident.severity),
          StyledText(shown(incident.id)),
          StyledText(incident.state.wording(language)),
          owner(incident.owner ?? ""),
          StyledText(ageText(since: incident.openedAt, at: assessment.now, language)),
          clock(incident.clock),
        ]
      },
      details: incidents.map { incident in
        let notes = incidentNotes(incident, assessment.now, options).joined(separator: " · ")
        let title = StyledText(shown(incident.title(in: language)), .heading)
        return notes.isEmpty ? [title] : [title, page.sentence(notes)]
      })
  }

  mutating func exceptions() {
    let live = liveExceptions(assessment)
    guard !live.isEmpty else { return }
    heading(ReportStrings.exceptions, count: live.count)
    for exception in live {
      let end = endText(exception, assessment.now, options)
      let terms = ReportStrings.covers(shown(exception.covers), end, shown(exception.approver))(language)
      page.paragraph(page.sentence("\(shown(exception.id)): \(terms)"), indent: 2, hanging: 2)
      page.paragraph(StyledText(shown(exception.reason)), indent: 4)
    }
  }

  mutating func checkpoints() {
    guard !assessment.checkpoints.isEmpty else { return }
    heading(ReportStrings.checkpoints, count: assessment.checkpoints.count)
    table(
      [
        ReportStrings.result, ReportStrings.severity, ReportStrings.suite, ReportStrings.asset,
        ReportStrings.failedColumn, ReportStrings.age,
      ],
      caps: [12, 8, 20, 16, 8],
      rows: assessment.checkpoints.map { checkpoint in
        let result = checkpoint.result
        let word = checkpoint.succeeded ? ReportStrings.passed : ReportStrings.failed
        let age = ageText(since: result.runTime, at: assessment.now, language)
        return [
          StyledText("\(checkpoint.succeeded ? "●" : "■") \(word(language))", checkpoint.succeeded ? .good : .bad),
          severity(checkpoint.severity),
          StyledText(shown(result.suite ?? result.name ?? ReportStrings.unnamed(language))),
          StyledText(shown(result.asset ?? "—")),
          StyledText("\(result.unsuccessful)/\(result.evaluated)"),
          StyledText(checkpoint.isOld ? "\(age) · \(ReportStrings.old(language))" : age),
        ]
      },
      details: assessment.checkpoints.map(checkpointDetails))
  }

  private func checkpointDetails(_ checkpoint: Checkpoint) -> [StyledText] {
    guard !checkpoint.succeeded else { return [] }
    let path = options.leftToRight(shown(checkpoint.result.path))
    var details = [page.sentence(checkpoint.rule.map { "\(path): \($0.wording(language))" } ?? path)]
    for (position, failure) in checkpoint.result.failed.enumerated() {
      let gravity = Report.severity(ofFailure: position, in: checkpoint)
      details.append(page.sentence(gravity.name, gravity.style) + StyledText(" \(failureText(failure, options))"))
    }
    return details
  }

  func status(_ status: Status, raw: String) -> StyledText {
    StyledText("\(status.symbol) \(statusText(status, raw: raw, language))", status.style)
  }

  func severity(_ severity: Severity?) -> StyledText {
    severity.map { StyledText($0.name, $0.style) } ?? StyledText("—")
  }

  func owner(_ name: String) -> StyledText {
    name.isEmpty ? StyledText(ReportStrings.nobody(language)) : StyledText(shown(name))
  }

  func clock(_ clock: ServiceClock?) -> StyledText {
    let isLate = clock.map { $0.secondsLeft(at: assessment.now) < 0 } ?? false
    return StyledText(clockText(clock, at: assessment.now, language), isLate ? .bad : .plain)
  }
}
