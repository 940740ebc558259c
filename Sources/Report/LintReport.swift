package import Readiness
import TerminalText

/// What lint found, one a line as `path:line: V1 code message`, and a summary; lines are never wrapped.
package func lintLines(_ findings: [Finding], options: ReportOptions) -> String {
  let language = options.language
  var page = Page(options: options, wraps: false)
  for finding in findings {
    let place = options.leftToRight(shown(finding.location.description))
    page.paragraph(
      page.sentence(
        "\(place): \(finding.severity.name) \(finding.code.rawValue) \(shown(finding.message(language)))",
        finding.severity.style))
  }
  page.paragraph(page.sentence(lintSummary(findings, language), .heading))
  return page.text
}

/// `3 findings · V2 1 · V1 2`.
func lintSummary(_ findings: [Finding], _ language: Language) -> String {
  guard !findings.isEmpty else { return LintStrings.clean(language) }
  let counts = Severity.allCases.reversed().compactMap { severity -> String? in
    let count = findings.count { $0.severity == severity }
    return count == 0 ? nil : "\(severity.name) \(count)"
  }
  return ([ReportStrings.findingCount(findings.count)(language)] + counts).joined(separator: " · ")
}

enum LintStrings {
  static let clean = Wording("The structure is sound.", "البنية سليمة.")
  static let incidents = Wording("Incidents", "الحوادث")
  static let structure = Wording("structure", "البنية")
}
