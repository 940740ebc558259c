package import Readiness

/// A week's page as GitHub Flavored Markdown for a board pack: a page and a half at most, so every list ends after a few
/// and says how many are left. The JSON has them all. Text of files stays text in it.
package func weeklyMarkdown(_ page: WeeklyPage, options: ReportOptions) -> String {
  // Markdown is source text, on a terminal too.
  var options = options
  options.way = nil
  var report = WeeklyMarkdown(page: page, options: options)
  // As in the report: nothing else turns a table round.
  let isArabic = options.language == .arabic
  if isArabic { report.text += "<div dir=\"rtl\">\n\n" }
  report.header()
  report.changes()
  report.blockers()
  report.risks()
  report.decisions()
  report.steps()
  report.provenance()
  if isArabic { report.text += "\n</div>\n" }
  return report.text.withoutDirectionMarks
}

private struct WeeklyMarkdown {
  let page: WeeklyPage
  let options: ReportOptions
  var text = ""

  private var language: Language { options.language }

  init(page: WeeklyPage, options: ReportOptions) {
    self.page = page
    self.options = options
  }

  mutating func header() {
    let verdict = page.verdict
    text += "## \(WeeklyStrings.title(language)) · \(WeeklyStrings.week(page.week)(language))\n\n"
    text += "**\(verdict.symbol) \(verdict.wording(language)) — "
    text += "\(markdownText(WeeklyStrings.headline(page)(language)))**\n\n"
    text += "\(WeeklyStrings.scope(page.phase, momentText(page.now, options))(language))\n"
  }

  mutating func changes() {
    let changes = page.changes
    heading(WeeklyStrings.changed)
    text += "\(WeeklyStrings.changes(changes)(language))\n"
    var lines = changes.statuses.prefix(4).map { markdownText(WeeklyStrings.status($0)(language)) }
    lines += changes.exceptions.prefix(3).map { exception in
      let date = WeeklyStrings.date(exception.moment.instant, utcOffset: options.utcOffset, language)
      return markdownText(WeeklyStrings.exception(exception, date)(language))
    }
    lines += changes.candidates.prefix(2).map { markdownText(WeeklyStrings.candidate($0)(language)) }
    let told = changes.incidents.filter { !$0.isDataCheck && $0.severity > .v0 }
    lines += told.prefix(4).map(incidentLine)
    if told.count > 4 { lines.append(WeeklyStrings.moreIncidents(told.count - 4)(language)) }
    if !changes.authors.isEmpty { lines.append(markdownText(WeeklyStrings.recordedBy(changes.authors)(language))) }
    if !lines.isEmpty { text += "\n" }
    for line in lines { bullet(line) }
  }

  private func incidentLine(_ incident: WeeklyChanges.Incident) -> String {
    let comma = language.comma
    let changes = incident.changes.map { WeeklyStrings.change($0)(language) }.joined(separator: comma)
    let title = incident.title(language)
    let name = title.isEmpty ? incident.id : "\(title) (\(incident.id))"
    return "**\(incident.severity.name)** \(markdownText(name)): \(changes)"
  }

  mutating func blockers() {
    heading(WeeklyStrings.blocks)
    text += "\(WeeklyStrings.blockers(page.blockers)(language))\n"
    let incidents = page.blockers.filter { $0.reason.incident != nil }
    let rows = itemRows(incidents)
    if !rows.isEmpty {
      text += "\n"
      table(
        [WeeklyStrings.severity, WeeklyStrings.what, WeeklyStrings.owner, WeeklyStrings.openFor],
        rows.prefix(8).map(cells))
      let rest = rows.dropFirst(8).reduce(0) { $0 + $1.count }
      if rest > 0 { text += "\n\(WeeklyStrings.more(rest)(language))\n" }
    }
    let others = page.blockers.filter { $0.reason.incident == nil }
    matrixLine(WeeklyStrings.rowsThatHold, others.filter { !$0.subject.isEmpty })
    rest(others.filter(\.subject.isEmpty), limit: 4)
  }

  mutating func risks() {
    guard !page.risks.isEmpty || page.blockers.isEmpty else { return }
    heading(WeeklyStrings.atRisk)
    if page.risks.isEmpty { text += "\(WeeklyStrings.noRisk(language))\n" }
    let incidents = page.risks.filter { $0.reason.incident != nil }
    for item in incidents.prefix(5) {
      let owner = item.owner.map { " · \(markdownText(WeeklyStrings.owned($0)(language)))" } ?? ""
      let state = WeeklyStrings.state(item.reason.code).map { ": \($0(language))" } ?? ""
      let severity = item.reason.severity.map { "**\($0.name)** " } ?? ""
      bullet("\(severity)\(markdownText(WeeklyStrings.item(item)(language)))\(state)\(owner)")
    }
    if incidents.count > 5 { bullet(WeeklyStrings.moreIncidents(incidents.count - 5)(language)) }
    let others = page.risks.filter { $0.reason.incident == nil }
    matrixLine(WeeklyStrings.rowsAtRisk, others.filter { !$0.subject.isEmpty })
    rest(others.filter(\.subject.isEmpty), limit: 2)
  }

  mutating func decisions() {
    heading(WeeklyStrings.decisions)
    if page.decisions.isEmpty { text += "\(WeeklyStrings.noDecision(language))\n" }
    for decision in page.decisions.prefix(6) {
      let date = decision.due.map { WeeklyStrings.date($0, utcOffset: options.utcOffset, language) }
      let isOver = decision.due.map { $0 <= page.now } ?? false
      let notes = [
        decision.owner.map { WeeklyStrings.owned($0)(language) },
        date.map { (isOver ? WeeklyStrings.wasDue($0) : WeeklyStrings.due($0))(language) },
      ].compactMap(\.self)
      let tail = notes.isEmpty ? "" : " (\(notes.map(markdownText).joined(separator: " · ")))"
      bullet(markdownText(decision.question(language)) + tail)
    }
    if page.decisions.count > 6 { bullet(WeeklyStrings.more(page.decisions.count - 6)(language)) }
  }

  mutating func steps() {
    heading(WeeklyStrings.steps)
    if page.actions.isEmpty { text += "\(WeeklyStrings.noStep(language))\n" }
    for (index, action) in page.actions.prefix(7).enumerated() {
      text += "\(index + 1). **\(markdownText(action.action(language)))**: \(markdownText(action.reason(language)))."
      // A command that does not fit on a line or two is for programs: the JSON has it.
      for command in action.commands.prefix(2) where command.utf8.count <= 200 { text += " \(markdownCode(command))" }
      if let place = action.locations.first { text += " \(markdownCode(place.description))" }
      text += "\n"
    }
  }

  mutating func provenance() {
    let provenance = page.provenance
    let made = WeeklyStrings.made(provenance.generatedBy, momentText(provenance.generatedAt, options))
    text += "\n<sub>\(markdownText(WeeklyStrings.confidence(provenance)(language))) "
    text += "\(WeeklyStrings.freshness(provenance.freshnessHours)(language)) "
    text +=
      "\(markdownText(made(language))) · \(WeeklyStrings.trace(language)) \(markdownText(provenance.traceID))</sub>\n"
  }

  // MARK: Parts

  /// One line of the table of what blocks: an incident, or the failing checks of one severity.
  private struct Row {
    var severity: Severity?
    var items: [WeeklyItem]

    var count: Int { items.count }
  }

  /// Failing checks of one severity are one row, before what people opened at that severity.
  private func itemRows(_ items: [WeeklyItem]) -> [Row] {
    var rows: [Row] = []
    var checks: [Severity: Int] = [:]
    for item in items {
      let severity = item.reason.severity
      if item.isDataCheck, let severity, let index = checks[severity] {
        rows[index].items.append(item)
      } else {
        if item.isDataCheck, let severity { checks[severity] = rows.count }
        rows.append(Row(severity: severity, items: [item]))
      }
    }
    return rows
  }

  private func cells(_ row: Row) -> [String] {
    let item = row.items.first
    let what =
      row.count == 1
      ? item.map { WeeklyStrings.item($0)(language) } ?? "" : WeeklyStrings.checks(row.count)(language)
    var seen: Set<String> = []
    let owners = row.items.compactMap(\.owner).filter { seen.insert($0).inserted }
    let comma = language.comma
    let owner =
      owners.isEmpty
      ? ReportStrings.nobody(language)
      : markdownText(owners.prefix(2).joined(separator: comma) + (owners.count > 2 ? " …" : ""))
    let oldest = row.items.compactMap(\.since).min { $0.instant < $1.instant }
    let age = ageText(since: oldest, at: page.now, language)
    let isLate = row.items.contains(where: \.isLate)
    return [
      row.severity.map { WeeklyStrings.severity($0)(language) } ?? "—", markdownText(what), owner,
      isLate ? "\(age) · \(WeeklyStrings.overdue(language))" : age,
    ]
  }

  /// Rows of the matrix on one line.
  private mutating func matrixLine(_ title: Wording, _ items: [WeeklyItem]) {
    guard !items.isEmpty else { return }
    let names = items.prefix(8).map { markdownText(WeeklyStrings.item($0)(language)) }
    let comma = language.comma
    let rest = items.count > 8 ? "\(comma)\(WeeklyStrings.more(items.count - 8)(language))" : ""
    text += "\n\(title(language)) \(names.joined(separator: comma))\(rest).\n"
  }

  /// What speaks for itself only: unreadable files, missing results.
  private mutating func rest(_ items: [WeeklyItem], limit: Int) {
    if !items.isEmpty { text += "\n" }
    for item in items.prefix(limit) {
      let place = item.reason.location.map { "\(markdownCode($0.description)): " } ?? ""
      bullet("\(place)\(markdownText(item.reason.message(language)))")
    }
    if items.count > limit { bullet(WeeklyStrings.more(items.count - limit)(language)) }
  }

  private mutating func heading(_ title: Wording) { text += "\n### \(title(language))\n\n" }

  private mutating func bullet(_ line: String) { text += "- \(line)\n" }

  private mutating func table(_ headings: [Wording], _ rows: [[String]]) {
    text += "| \(headings.map { $0(language) }.joined(separator: " | ")) |\n"
    text += "|\(String(repeating: "---|", count: headings.count))\n"
    for row in rows { text += "| \(row.joined(separator: " | ")) |\n" }
  }
}
