import ArgumentParser
import Glibc

struct Jahiz: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jahiz",
    abstract: "Tells whether a release candidate may ship.",
    discussion: "Opens the dashboard on a workspace; with no terminal, or TERM=dumb, it prints the report instead.",
    version: version,
    subcommands: [
      OpenCommand.self, ReportCommand.self, GateCommand.self, LintCommand.self, ProposeCommand.self,
      WeeklyCommand.self, HookCommand.self, IncidentCommand.self, ExceptionCommand.self, SetCommand.self,
      CandidateCommand.self, LogCommand.self, UndoCommand.self, ThemesCommand.self, KeysCommand.self, ManCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

@main
enum Program {
  static func main() {
    // A limit on the size of files is told like a full disk; by default it would end the program, form and all.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let request = Request(plain: arguments) else {
      if let shell = CompletedCommand.shell(askedFor: arguments) {
        write(CompletedCommand.script(for: shell), to: STDOUT_FILENO)
      } else if arguments.first == "---completion" {
        CompletedCommand.main()
      } else {
        Jahiz.main()
      }
      return
    }
    do {
      try open(request.withSettings())
    } catch {
      Jahiz.exit(withError: error)
    }
  }
}
