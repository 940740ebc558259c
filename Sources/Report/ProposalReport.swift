package import Readiness
import TerminalText

/// The edits that the evidence proposes, each with where it would be made and what speaks for it.
package func proposalText(_ edits: [ProposedEdit], _ assessment: Assessment, options: ReportOptions) -> String {
  let language = options.language
  var report = TextReport(assessment: assessment, page: Page(options: options))
  if edits.isEmpty {
    report.page.paragraph(report.page.sentence(ReportStrings.nothingProposed(language), .good))
  }
  for edit in edits {
    let (claim, proposed) = (edit.dimension.status, edit.proposal.status)
    let place = options.leftToRight(shown(edit.dimension.location.description))
    let arrow = language == .arabic ? "←" : "→"
    report.page.paragraph(report.page.sentence("\(place): \(shown(edit.dimension.key))", .heading))
    report.page.paragraph(
      StyledText("\(claim.symbol) \(claim.wording(language))", claim.style) + StyledText(" \(arrow) ")
        + StyledText("\(proposed.symbol) \(proposed.wording(language))", proposed.style), indent: 2)
    for ground in edit.proposal.grounds.prefix(5) {
      report.page.paragraph(report.page.sentence("· \(shown(ground(language)))"), indent: 4, hanging: 2)
    }
    let more = edit.proposal.grounds.count - 5
    if more > 0 { report.page.paragraph(report.page.sentence(ReportStrings.moreGrounds(more)(language)), indent: 4) }
  }
  return report.page.text
}

/// The same for programs.
package func proposalJSON(_ edits: [ProposedEdit], language: Language) -> String {
  JSONValue.object([
    ("schema", .string("jahiz.proposals/1")),
    (
      "edits",
      .array(
        edits.map { edit in
          .object([
            ("dimension", .string(edit.dimension.key)),
            ("path", .string(edit.dimension.location.path)),
            ("line", .optional(edit.dimension.location.line)),
            ("from", .string(edit.dimension.status.rawValue)),
            ("to", .string(edit.proposal.status.rawValue)),
            ("grounds", .array(edit.proposal.grounds.map { .string($0(language)) })),
          ])
        })
    ),
  ]).prettyPrinted()
}
