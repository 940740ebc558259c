import ArgumentParser
import Dashboard
import Glibc
import Readiness
import Report

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the dashboard.", shouldDisplay: false)

  @OptionGroup var options: CommonOptions
  @OptionGroup var belonging: BelongingOptions

  func run() throws {
    var request = try options.request()
    (request.correlationID, request.traceparent) = (belonging.correlationID, belonging.traceparent)
    try open(request)
  }
}

/// Opens the dashboard; where there is no terminal, prints the report.
func open(_ request: Request) throws {
  guard hasTerminal else {
    // A theme that does not exist is an error here too.
    if request.theme != nil { _ = try theme(for: request) }
    let (workspace, assessment) = try assessed(request)
    write(
      textReport(assessment, workspace: workspace.root, options: reportOptions(request, assessment)), to: STDOUT_FILENO)
    return
  }
  // Reading begins first: it takes the longest, and beside everything else.
  let loader = WorkspaceLoader(root: request.root, fixedNow: request.fixedNow, criteria: request.criteria)
  loader.load()
  let appearance = try appearance(for: request)
  do {
    try runDashboard(request, appearance, loader: loader)
  } catch {
    complain(error.message(request.language))
    throw ExitCode(2)
  }
}

/// The theme that is asked for, else the one that the user's settings name, else the one chosen last, else the usual one.
private func appearance(for request: Request) throws -> Appearance {
  let remembered = StateFile.read()
  if request.theme != nil || request.settings.theme != nil {
    return Appearance(theme: try theme(for: request), remembered: remembered, mayChangeTheme: false)
  }
  if let name = remembered.theme, let theme = try? ThemeLoader.load(name) {
    return Appearance(theme: theme, remembered: remembered, mayChangeTheme: false)
  }
  let (theme, problem) = ThemeLoader.usual()
  return Appearance(theme: theme, remembered: remembered, mayChangeTheme: true, notice: problem)
}

private func theme(for request: Request) throws -> Theme {
  guard let name = request.theme ?? request.settings.theme else { return ThemeLoader.usual().theme }
  do {
    return try ThemeLoader.load(name)
  } catch {
    complain(error.message(request.language))
    throw ExitCode(request.theme == nil ? 2 : 64)
  }
}
