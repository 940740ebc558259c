import ArgumentParser
import Readiness

struct CandidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidate", abstract: "Adds release candidates to the matrix.", subcommands: [AddCandidate.self])
}

private struct AddCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a release candidate as the matrix already does it; prints its name.")

  @OptionGroup var options: WritingOptions
  @Argument(help: ArgumentHelp("Its name, RC-….", valueName: "name")) var name: String

  func run() throws { try TriageSession(options).perform([.addCandidate(name)], printsEntities: true) }
}
