package import Readiness
import TerminalText

/// Incidents as a table.
package func incidentList(_ incidents: [Incident], _ assessment: Assessment, options: ReportOptions) -> String {
  var report = TextReport(assessment: assessment, page: Page(options: options))
  if incidents.isEmpty {
    report.page.paragraph(report.page.sentence(ListStrings.noIncidents(options.language)))
  } else {
    report.incidentTable(incidents)
  }
  return report.page.text
}

/// One incident with all that happened.
package func incidentPage(
  _ incident: Incident, _ story: [StoryEntry], _ times: [ServiceTime], _ assessment: Assessment, options: ReportOptions
) -> String {
  let language = options.language
  var report = TextReport(assessment: assessment, page: Page(options: options))
  report.page.paragraph(
    StyledText(incident.severity.name, incident.severity.style.bold)
      + StyledText(" · \(shown(incident.id)) · \(incident.state.wording(language))", .heading))
  report.page.paragraph(StyledText(shown(incident.title(in: language)), .heading))
  let owner = incident.owner.map { shown($0) } ?? ReportStrings.nobody(language)
  report.page.paragraph(report.page.sentence("\(ReportStrings.owner(language)): \(owner)"))
  for note in incidentNotes(incident, assessment.now, options) { report.page.paragraph(report.page.sentence(note)) }
  for time in times {
    report.page.paragraph(
      report.page.sentence(ListStrings.serviceTime(time)(language), time.isBreached ? .bad : .plain))
  }
  report.heading(ListStrings.history)
  report.story(story, naming: incident.id)
  return report.page.text
}

/// Every exception, those that count no more too.
package func exceptionList(_ assessment: Assessment, options: ReportOptions) -> String {
  let language = options.language
  var report = TextReport(assessment: assessment, page: Page(options: options))
  if assessment.exceptions.isEmpty {
    report.page.paragraph(report.page.sentence(ListStrings.noExceptions(language)))
  }
  for exception in assessment.exceptions {
    let state = exception.state(at: assessment.now)
    let terms = ReportStrings.covers(
      shown(exception.covers), endText(exception, assessment.now, options), shown(exception.approver))
    report.page.row(
      [
        StyledText(shown(exception.id)), StyledText(state.wording(language), state == .live ? .good : .dimmed),
        report.page.sentence(terms(language)),
      ],
      widths: [16, 10], indent: 0)
    report.page.paragraph(StyledText(shown(exception.reason)), indent: 2)
  }
  return report.page.text
}

/// Who did what when and why, oldest first.
package func logText(_ entries: [StoryEntry], blame: Blame?, options: ReportOptions) -> String {
  let language = options.language
  // The sections of a report need an assessment; a log has none.
  var report = TextReport(
    assessment: Assessment(target: .prod, now: Instant(seconds: 0), verdict: .go), page: Page(options: options))
  if entries.isEmpty { report.page.paragraph(report.page.sentence(ListStrings.nothingHappened(language))) }
  report.story(entries, naming: nil)
  if let blame {
    report.heading(ListStrings.inGit)
    let place = options.leftToRight(shown(blame.location.description))
    let parts =
      blame.commit.map {
        [momentText(blame.moment, options), shown(blame.author), String($0.prefix(12)), shown(blame.summary)]
      }
      ?? [ListStrings.notCommitted(language)]
    report.page.paragraph(report.page.sentence(parts.joined(separator: " · ")), hanging: 2)
    report.page.paragraph(report.page.sentence(place), indent: 2)
  }
  return report.page.text
}

extension TextReport {
  /// - Parameter entity: what all of it is about, and need not be said again.
  mutating func story(_ entries: [StoryEntry], naming entity: String?) {
    for entry in entries {
      let parts = [
        momentText(entry.moment.instant, options), entry.entity == entity ? "" : shown(entry.entity),
        eventWording(entry.type)(language), shown(entry.author), shown(entry.detail(language)),
      ]
      page.paragraph(
        page.sentence(parts.filter { !$0.isEmpty }.joined(separator: " · ")), hanging: 2)
      if entry.event == nil, let location = entry.location {
        page.paragraph(page.sentence(options.leftToRight(shown(location.description))), indent: 2)
      }
    }
  }
}
