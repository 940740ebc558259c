import ArgumentParser
import Dashboard
import Glibc
import Readiness
import Report

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the dashboard.", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let theme: Theme
    do {
      theme = try ThemeLoader.load(options.theme ?? defaultTheme)
    } catch {
      complain(error.message(options.language))
      throw ExitCode(64)
    }
    guard hasTerminal else {
      let (workspace, assessment) = try assessed(options)
      write(
        textReport(assessment, workspace: workspace.root, options: reportOptions(options, assessment)),
        to: STDOUT_FILENO)
      return
    }
    do {
      try runDashboard(options, theme: theme)
    } catch {
      complain(error.message(options.language))
      throw ExitCode(2)
    }
  }

  /// Light where the terminal says that its background is (`COLORFGBG`, set by rxvt, Konsole and others).
  private var defaultTheme: String {
    let background = environment("COLORFGBG").split(separator: ";").last.flatMap { Int($0) }
    return background.map { [7, 9, 10, 11, 12, 13, 14, 15].contains($0) } == true ? "light" : "dark"
  }
}
