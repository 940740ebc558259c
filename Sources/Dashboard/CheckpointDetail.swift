import Readiness
import TerminalText

extension DashboardState {
  /// A checkpoint whole: names, counts, every failed expectation, the runs before.
  func describe(_ checkpoint: Checkpoint, in text: inout DetailText) {
    let result = checkpoint.result
    text.heading(result.suite ?? result.path, isName: true)
    text.blank()
    text.field(Strings.result, resultCell(checkpoint))
    if let severity = checkpoint.severity {
      text.field(Strings.severity, severityCell(severity))
      text.field(Strings.rule, checkpoint.rule?.wording(language))
      text.field(Strings.incident, checkpoint.id, link: .incident(checkpoint.id))
    }
    text.field(Strings.dimension, checkpoint.dimension, link: checkpoint.dimension.map(LinkTarget.dimension))
    text.field(Strings.asset, result.asset)
    text.field(DetailStrings.checkpoint, result.name)
    text.field(DetailStrings.run, result.runName)
    text.field(DetailStrings.runTime, result.runTime.map(momentAndAge), checkpoint.isOld ? .risk : .text)
    text.field(DetailStrings.evaluated, "\(result.evaluated)")
    text.field(Strings.failedOf, "\(result.unsuccessful)", result.unsuccessful > 0 ? .blocked : .text)
    text.field(DetailStrings.exceptions, result.exceptions > 0 ? "\(result.exceptions)" : nil, .blocked)
    text.field(Strings.history, CellText(sparkline(checkpoint, width: 24)))
    text.field(DetailStrings.version, result.gxVersion, .muted)
    text.field(DetailStrings.place, result.path, .muted, link: .file(path: result.path, line: nil))
    describeFailed(checkpoint, in: &text)
    describeBlocked(by: checkpoint, in: &text)
    describeHistory(checkpoint, in: &text)
  }

  private func describeFailed(_ checkpoint: Checkpoint, in text: inout DetailText) {
    guard !checkpoint.result.failed.isEmpty else { return }
    text.section(DetailStrings.failedExpectations)
    for (index, failed) in checkpoint.result.failed.enumerated() {
      let severity = checkpoint.failedSeverities.indices.contains(index) ? checkpoint.failedSeverities[index] : nil
      text.item(
        StyledText(severity?.name ?? "", severity?.role ?? .muted, options.theme),
        StyledText(failed.expectation, .text, options.theme), indent: 3, isName: true)
      func more(_ line: String, _ role: Role = .muted, isName: Bool = true) {
        text.item("", StyledText(line, role, options.theme), indent: 3, isName: isName)
      }
      let comma = language.comma
      if !failed.columns.isEmpty { more(failed.columns.joined(separator: comma), .accent) }
      if let count = failed.unexpectedCount, let total = failed.elementCount {
        more(DetailStrings.unexpected(count, of: total)(language))
      }
      if failed.raisedException {
        more(DetailStrings.raised(language), .blocked)
        if let message = failed.exceptionMessage {
          more(options.revealsValues ? message : maskedExceptionMessage(message), isName: false)
        }
      }
      if !failed.unexpectedValues.isEmpty {
        more(
          failed.unexpectedValues.map { options.revealsValues ? $0 : maskedValue($0) }.joined(separator: comma))
      }
    }
  }

  /// What lies downstream of its asset, by the lineage: `job ← dataset ← …` back to the asset.
  private func describeBlocked(by checkpoint: Checkpoint, in text: inout DetailText) {
    guard let assessment, let asset = checkpoint.result.asset, !checkpoint.succeeded else { return }
    let name = folded(asset)
    let held = assessment.blockedWorkflows.filter { folded($0.asset) == name }
    guard !held.isEmpty else { return }
    text.section(DetailStrings.blockedWorkflows)
    let arrow = isMirrored ? " ← " : " → "
    for workflow in held.prefix(30) {
      text.item("■", .blocked, workflow.job.name, isName: true)
      var names = workflow.way.map(\.name.name)
      if workflow.omitted > 0 { names.insert("… (\(workflow.omitted))", at: (names.count + 1) / 2) }
      // The arrows point the way the screen reads, and so the names must follow one another that way.
      let way = (isMirrored ? "\u{200F}" : "\u{200E}") + names.joined(separator: arrow)
      text.item("", .muted, way, .muted, isName: true)
    }
    if held.count > 30 { text.paragraph(numerals("+\(held.count - 30)"), .muted) }
  }

  private func describeHistory(_ checkpoint: Checkpoint, in text: inout DetailText) {
    guard !checkpoint.history.isEmpty else { return }
    text.section(DetailStrings.earlierRuns)
    for run in checkpoint.history.reversed().prefix(20) {
      let moment = run.runTime.map { dateTime($0.instant, utcOffset: options.utcOffset) } ?? "—"
      text.item(
        run.success ? "●" : "■", run.success ? .ok : .blocked, "\(moment) · \(run.unsuccessful)/\(run.evaluated)",
        isName: true)
    }
  }
}
