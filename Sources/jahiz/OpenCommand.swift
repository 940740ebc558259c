import ArgumentParser
import Dashboard
import Glibc
import Readiness
import Report

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the dashboard.", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  func run() throws { try open(options.request) }
}

/// Opens the dashboard; where there is no terminal, prints the report.
func open(_ request: Request) throws {
  guard hasTerminal else {
    // A theme that does not exist is an error here too.
    if let name = request.theme { _ = try theme(name, request) }
    let (workspace, assessment) = try assessed(request)
    write(
      textReport(assessment, workspace: workspace.root, options: reportOptions(request, assessment)), to: STDOUT_FILENO)
    return
  }
  // Reading begins first: it takes the longest, and beside everything else.
  let loader = WorkspaceLoader(root: request.root, fixedNow: request.fixedNow, criteria: request.criteria)
  loader.load()
  let remembered = StateFile.read()
  let appearance = Appearance(
    theme: try theme(request.theme ?? remembered.theme ?? defaultTheme, request), remembered: remembered,
    mayChangeTheme: request.theme == nil && remembered.theme == nil)
  do {
    try runDashboard(request, appearance, loader: loader)
  } catch {
    complain(error.message(request.language))
    throw ExitCode(2)
  }
}

private func theme(_ name: String, _ request: Request) throws -> Theme {
  do {
    return try ThemeLoader.load(name)
  } catch {
    complain(error.message(request.language))
    throw ExitCode(64)
  }
}

/// Light where the terminal says that its background is (`COLORFGBG`, set by rxvt, Konsole and others).
private var defaultTheme: String {
  let background = environment("COLORFGBG").split(separator: ";").last.flatMap { Int($0) }
  return background.map { [7, 9, 10, 11, 12, 13, 14, 15].contains($0) } == true ? "light" : "dark"
}
