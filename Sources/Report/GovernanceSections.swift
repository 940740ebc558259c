import Readiness
import TerminalText

extension TextReport {
  /// Connectors, tasks, what is blocked downstream, and what was read of the rest in a line each; what is wrong in them stands
  /// among the findings.
  mutating func governance() {
    connectors()
    tasks()
    blockedWorkflows()
    let summaries = assessment.sourceSummaries
    guard !summaries.isEmpty else { return }
    heading(ReportStrings.sources)
    let width = summaries.map { page.width(of: $0.title(language)) }.max() ?? 0
    for summary in summaries {
      page.row(
        [StyledText(summary.title(language)), page.sentence(summary.text(language), .dimmed)], widths: [min(width, 20)],
        indent: 2)
    }
  }

  private mutating func connectors() {
    guard !assessment.connectors.isEmpty else { return }
    heading(ReportStrings.connectors, count: assessment.connectors.count)
    table(
      [ReportStrings.connector, ReportStrings.stage, ReportStrings.documented, ReportStrings.owner],
      caps: [24, 12, 10],
      rows: assessment.connectors.map { connector in
        [
          StyledText(shown(connector.name)), StyledText(connector.stage?.wording(language) ?? "?"),
          StyledText("\(connector.fields(.filled).count)/\(ConnectorField.allCases.count)"),
          owner(connector.owner ?? ""),
        ]
      },
      details: assessment.connectors.map { connector in
        let missing = connector.fields(.missing)
        guard !missing.isEmpty else { return [] }
        return [page.sentence(ReportStrings.notDocumented(enumeration(missing.map(\.wording)))(language), .bad)]
      })
  }

  private mutating func tasks() {
    guard !assessment.tasks.isEmpty else { return }
    heading(ReportStrings.tasks, count: assessment.tasks.count)
    let now = assessment.now
    table(
      [ReportStrings.state, ReportStrings.task, ReportStrings.connector, ReportStrings.owner, ReportStrings.clock],
      caps: [16, 28, 16, 16],
      rows: assessment.tasks.map { task in
        let left = task.slaSecondsLeft(at: now)
        let isLate = task.hasSlipped(at: now)
        let span = left.map { ageText($0 == .min ? .max : abs($0), language) } ?? "—"
        let clock = isLate ? ReportStrings.overBy(span)(language) : left == nil || !task.isOpen(at: now) ? "—" : span
        return [
          StyledText(task.status?.wording(language) ?? shown(task.rawStatus)), StyledText(shown(task.label)),
          StyledText(shown(task.connector.isEmpty ? task.tool : task.connector)), owner(task.owner),
          StyledText(clock, isLate ? .bad : .plain),
        ]
      },
      details: assessment.tasks.map { _ in [] })
  }

  private mutating func blockedWorkflows() {
    let held = assessment.blockedWorkflows
    guard !held.isEmpty else { return }
    heading(ReportStrings.blockedWorkflows, count: held.count)
    for workflow in held.prefix(50) {
      let reason = ReportStrings.failedUpstream(shown(workflow.asset))(language)
      page.row(
        [StyledText("■", .bad), page.sentence("\(shown(workflow.job.name)): \(reason)")], widths: [1], indent: 2, gap: 1
      )
    }
    if held.count > 50 {
      page.paragraph(page.sentence(ReportStrings.moreGrounds(held.count - 50)(language)), indent: 4)
    }
  }
}
