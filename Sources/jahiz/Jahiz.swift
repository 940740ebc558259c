import ArgumentParser

struct Jahiz: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jahiz",
    abstract: "Tells whether a release candidate may ship.",
    discussion: "Opens the dashboard on a workspace; with no terminal, or TERM=dumb, it prints the report instead.",
    version: version,
    subcommands: [OpenCommand.self, ReportCommand.self, GateCommand.self],
    defaultSubcommand: OpenCommand.self)
}

@main
enum Program {
  static func main() {
    guard let request = Request(plain: Array(CommandLine.arguments.dropFirst())) else {
      Jahiz.main()
      return
    }
    do {
      try open(request)
    } catch {
      Jahiz.exit(withError: error)
    }
  }
}
