import ArgumentParser
import Glibc
import Readiness
import Report

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Tells who did what when and why.",
    discussion: "For a row of the matrix also who last changed its line in Git, where there is a repository.")

  @OptionGroup var options: SharedOptions
  @Option(help: "text or json.") var format: ListFormat = .text
  @Argument(help: "An incident, exception, dimension or release candidate; default: everything.") var entity: String?
  @Option(help: "Nothing before: 7d, 2026-11-20 or a time in RFC 3339.") var since: String?

  func run() throws {
    let request = try options.request()
    let (workspace, assessment) = try assessed(request)
    let moment = try since.map { text in
      guard let moment = earlierMoment(text, now: assessment.now, utcOffset: utcOffset(at: assessment.now)) else {
        throw ValidationError("--since “\(text)” is no time: write 7d, 2026-11-20 or RFC 3339.")
      }
      return moment
    }
    let entity = try entity.map {
      try one(
        $0, among: names(workspace, assessment),
        Wording("the log knows nothing of", "لا يعرف السجل شيئًا عن"), format.language(request))
    }
    let entries = story(workspace, assessment, of: entity, since: moment)
    let blame = entity.flatMap { assessment.location(ofRow: $0) }.flatMap { blamed($0, in: request.root) }
    write(
      format == .json
        ? logJSON(entries, blame: blame, language: format.language(request))
        : logText(entries, blame: blame, options: reportOptions(request, assessment)),
      to: STDOUT_FILENO)
  }

  private func names(_ workspace: Workspace, _ assessment: Assessment) -> [String] {
    assessment.incidents.map(\.id) + assessment.exceptions.map(\.id) + assessment.dimensions.map(\.dimension.key)
      + assessment.candidates.map(\.name) + workspace.events.map(\.entity)
  }
}
