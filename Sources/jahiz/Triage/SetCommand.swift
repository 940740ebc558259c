import ArgumentParser
import Readiness

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Sets status, owner or notes of a row of the matrix.",
    discussion: "Only those cells of the file change. What is to be empty is given as \"\".")

  @OptionGroup var options: WritingOptions
  @Argument(help: "The dimension or release candidate, or a beginning that fits only one.") var row: String
  @Option(help: "ok, risk, blocked or unset.") var status: StatusChoice?
  @Option(help: "Who owns it.") var owner: String?
  @Option(name: [.customLong("note"), .customLong("notes")], help: "The notes.") var note: String?
  @Option(help: "Why; it goes into the log.") var reason = ""
  @Option(name: .customLong("rc"), help: ArgumentHelp("Whose dimensions are meant.", valueName: "name"))
  var candidate: String?

  mutating func validate() throws {
    if status == nil, owner == nil, note == nil {
      throw ValidationError("Nothing to set: give --status, --owner or --note.")
    }
  }

  func run() throws {
    let session = try TriageSession(options, candidate: candidate)
    if let candidate, session.assessment.candidate == nil {
      complain(
        Wording(
          "no release candidate “\(candidate)” in the matrix", "لا مرشح إصدار باسم «\(candidate)» في المصفوفة")(
            session.request.language))
      throw ExitCode(1)
    }
    let key = try session.row(row)
    let wanted: [(RowEdit.Column, String?)] = [
      (.status, status?.status.matrixWord), (.owner, owner), (.notes, note),
    ]
    let edits = wanted.compactMap { column, new in new.flatMap { edit(column, to: $0, of: key, session) } }
    // What is so already is no reason to refuse the rest.
    let changes = edits.filter { $0.seen != $0.new }
    try session.perform((changes.isEmpty ? edits : changes).map { .edit($0) })
  }

  private func edit(_ column: RowEdit.Column, to new: String, of key: String, _ session: TriageSession) -> RowEdit? {
    guard let matrix = session.workspace.matrix else { return nil }
    if let assessed = session.assessment.dimensions.first(where: { $0.dimension.key == key }) {
      return RowEdit(assessed.dimension, column, to: new, reason: reason, in: matrix)
    }
    return session.assessment.candidates.last { $0.name == key }.flatMap {
      RowEdit($0, column, to: new, reason: reason, in: matrix)
    }
  }
}
