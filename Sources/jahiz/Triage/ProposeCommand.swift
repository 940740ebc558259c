import ArgumentParser
import Glibc
import Readiness
import Report

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Prints the statuses that the evidence proposes.",
    discussion: """
      A row that is empty, or that claims more than the evidence shows, gets a proposal; none is ever called better than \
      the matrix does. Nothing is written without --apply.
      """)

  @OptionGroup var options: WritingOptions
  @Option(help: "text or json.") var format: ListFormat = .text
  @Flag(help: "Make the edits, each with its event in the log.") var apply = false

  func run() throws {
    let session = try TriageSession(options)
    let edits = proposedEdits(session.assessment)
    write(
      format == .json
        ? proposalJSON(edits, language: format.language(session.request))
        : proposalText(edits, session.assessment, options: reportOptions(session.request, session.assessment)),
      to: STDOUT_FILENO)
    guard apply, let matrix = session.workspace.matrix else { return }
    let acts = edits.compactMap { edit in
      edit.proposal.status.matrixWord.flatMap {
        RowEdit(edit.dimension, .status, to: $0, reason: edit.reason(session.request.language), in: matrix)
      }.map { Act.edit($0) }
    }
    if !acts.isEmpty { try session.perform(acts) }
  }
}
