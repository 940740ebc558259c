package import Readiness
import TerminalText

/// The assessment for people to read, the verdict first and the worst first in every section.
package func textReport(_ assessment: Assessment, workspace: String, options: ReportOptions) -> String {
  var report = TextReport(assessment: assessment, page: Page(options: options))
  report.header(workspace: workspace)
  report.reasons()
  report.dimensions()
  report.candidates()
  report.incidents()
  report.exceptions()
  report.checkpoints()
  report.governance()
  report.findings()
  return report.page.text
}

/// The verdict and its reasons, one a line as `path:line: message`, for logs of builds: lines are never wrapped.
package func gateLines(_ assessment: Assessment, options: ReportOptions = ReportOptions()) -> String {
  let language = options.language
  let verdict = assessment.verdict
  var page = Page(options: options, wraps: false)
  page.paragraph(
    StyledText("\(verdict.symbol) \(verdict.wording(language))", verdict.style.bold)
      + StyledText(" · \(judgedText(assessment, language))"))
  for reason in assessment.reasons {
    page.paragraph(page.sentence(reasonText(reason, options), reason.verdict.style))
  }
  return page.text
}

/// `docs/MATRIX.md:12: message`.
func reasonText(_ reason: Reason, _ options: ReportOptions) -> String {
  let message = shown(reason.message(options.language))
  return reason.location.map { "\(options.leftToRight(shown($0.description))): \(message)" } ?? message
}

/// Writes the sections of a text report one after the other.
struct TextReport {
  let assessment: Assessment
  var page: Page

  var options: ReportOptions { page.options }
  var language: Language { page.options.language }

  mutating func header(workspace: String) {
    let verdict = assessment.verdict
    page.paragraph(
      StyledText("\(verdict.symbol) \(verdict.wording(language))", verdict.style.bold)
        + StyledText(" · \(judgedText(assessment, language))", .heading))
    let moment = momentText(assessment.now, options)
    page.paragraph(page.sentence("\(shown(workspace)) · \(ReportStrings.asOf(moment)(language))"))
    page.paragraph(page.sentence(countsText(assessment, language)))
    if assessment.failedClosed { page.paragraph(page.sentence(ReportStrings.failedClosed(language), .bad)) }
  }

  mutating func heading(_ title: Wording, count: Int? = nil) {
    page.blankLine()
    page.paragraph(StyledText(title(language) + (count.map { " (\($0))" } ?? ""), .heading))
  }

  mutating func reasons() {
    heading(ReportStrings.reasons, count: assessment.reasons.isEmpty ? nil : assessment.reasons.count)
    if assessment.reasons.isEmpty {
      page.paragraph(page.sentence(ReportStrings.nothingInTheWay(language), .good), indent: 2)
    }
    for reason in assessment.reasons {
      page.row(
        [
          StyledText(reason.verdict.symbol, reason.verdict.style),
          StyledText(reason.severity?.name ?? "", reason.severity?.style ?? .plain),
          page.sentence(reasonText(reason, options)),
        ],
        widths: [1, 2], indent: 2, gap: 1)
    }
  }

  mutating func findings() {
    guard !assessment.findings.isEmpty else { return }
    heading(ReportStrings.findings, count: assessment.findings.count)
    for finding in assessment.findings {
      let place = options.leftToRight(shown(finding.location.description))
      page.row(
        [
          StyledText(finding.severity.name, finding.severity.style),
          page.sentence("\(place): \(shown(finding.message(language)))"),
        ],
        widths: [2], indent: 2, gap: 1)
    }
  }

  /// A table with headings; a column is as wide as its widest cell, at most `caps` of it. Details follow below their row.
  mutating func table(
    _ headings: [Wording], caps: [Int], rows: [[StyledText]], details: [[StyledText]], detailIndent: Int = 4
  ) {
    let titles = headings.map { StyledText($0(language), .dimmed) }
    let natural = titles.indices.map { column in
      ([titles] + rows).map { page.width(of: $0[column].string) }.max() ?? 0
    }
    let widths = page.fitted(natural: natural, caps: caps, indent: 2)
    page.row(titles, widths: widths, indent: 2)
    for (row, detail) in zip(rows, details) {
      page.row(row, widths: widths, indent: 2)
      for line in detail { page.paragraph(line, indent: detailIndent, hanging: 2) }
    }
  }
}

extension Style {
  static let dimmed = Style(attributes: .dim)

  var bold: Style {
    var style = self
    style.attributes.insert(.bold)
    return style
  }
}
