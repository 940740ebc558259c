import ArgumentParser
import Evidence
import Glibc
import Readiness
import Report
import TerminalText

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Prints the verdict with everything behind it.")

  @OptionGroup var options: CommonOptions

  @Option(help: "text, json or markdown.")
  var format: ReportFormat = .text

  func run() throws {
    let request = try options.request()
    let (workspace, assessment) = try assessed(request)
    write(rendered(assessment, of: workspace, request), to: STDOUT_FILENO)
  }

  private func rendered(_ assessment: Assessment, of workspace: Workspace, _ request: Request) -> String {
    switch format {
    case .text: textReport(assessment, workspace: workspace.root, options: reportOptions(request, assessment))
    case .markdown: markdownReport(assessment, workspace: workspace.root, options: reportOptions(request, assessment))
    case .json:
      // A contract for programs: English unless another language is asked for by name.
      jsonReport(assessment, workspace: workspace.root, language: request.lang?.language ?? .english)
    }
  }
}

/// Reads the workspace and judges it.
///
/// - Throws: `ExitCode(2)` after one clear line where it cannot be opened.
func assessed(_ request: Request) throws -> (Workspace, Assessment) {
  let now = request.fixedNow ?? currentInstant()
  do {
    let workspace = try readWorkspace(at: request.root, readAt: now)
    return (workspace, assess(workspace, candidate: request.candidate, target: request.target, now: now))
  } catch {
    complain(error.message(request.language))
    throw ExitCode(2)
  }
}

/// One line for the person at the terminal, on stderr; what came from a file is made harmless.
func complain(_ message: String) {
  write("jahiz: \(sanitised(message))\n", to: STDERR_FILENO)
}

/// How the text report is laid out here: plainly in a pipe, by `--bidi` on a terminal.
func reportOptions(_ request: Request, _ assessment: Assessment) -> ReportOptions {
  let columns = terminalColumns()
  let usesColor =
    switch request.color {
    case .always: true
    case .never: false
    case .auto: columns != nil && environment("NO_COLOR").isEmpty && !["", "dumb"].contains(environment("TERM"))
    }
  return ReportOptions(
    language: request.language, columns: columns.map { min(max($0, 40), 120) } ?? 80, usesColor: usesColor,
    way: columns == nil ? nil : request.bidi.way ?? wayOfTheEnvironment(),
    utcOffset: utcOffset(at: assessment.now), revealsValues: request.revealsValues, toolVersion: Jahiz.version)
}

/// What the terminal's own variables say of how it shows Arabic. A report is printed and gone: it asks nothing, because
/// nobody would read the answer.
func wayOfTheEnvironment() -> OutputWay {
  if !environment("KITTY_WINDOW_ID").isEmpty { return .runs }
  if !environment("TMUX").isEmpty { return .words }
  return environment("VTE_VERSION", "KONSOLE_VERSION", "MLTERM").isEmpty ? .visual : .words
}
