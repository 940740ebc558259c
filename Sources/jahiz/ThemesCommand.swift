import ArgumentParser
import Glibc
import Readiness
import TerminalText

struct ThemesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "Lists the themes, the built-in ones and your own, or prints one.")

  @Argument(help: "A theme whose file is to be printed, as a beginning for one of your own.")
  var name: String?

  @OptionGroup var options: ListOptions

  @Option(help: "text, markdown or json.")
  var format: Format = .text

  func run() throws {
    let request = try options.request()
    if let name {
      do {
        write(try ThemeLoader.text(of: name), to: STDOUT_FILENO)
      } catch {
        complain(error.message(request.language))
        throw ExitCode(64)
      }
      return
    }
    let themes = ThemeLoader.all()
    let used = request.settings.theme ?? ThemeLoader.defaultName
    let columns = terminalColumns()
    let text =
      switch format {
      case .text:
        textTable(
          themes.map { themeRow($0, isUsed: $0.name == used, request.language) }, request.language,
          way: columns == nil ? nil : request.bidi.way ?? wayOfTheEnvironment(), columns: columns ?? 80)
      case .markdown: themesMarkdown(themes)
      case .json: themesJSON(themes, used: used)
      }
    write(text, to: STDOUT_FILENO)
  }
}

private func themeRow(_ theme: ThemeListing, isUsed: Bool, _ language: Language) -> [String] {
  let origin = theme.path == nil ? Wording("built-in", "مدمجة") : Wording("your own", "خاصة بك")
  // What a user's file is called and holds is shown, never obeyed.
  let row = [isUsed ? "*" : " ", sanitised(theme.name), sanitised(theme.title(language)), origin(language)]
  return row + [sanitised(theme.problem?(language) ?? theme.path ?? "")]
}

/// The themes as a table in Markdown: what the README shows.
func themesMarkdown(_ themes: [ThemeListing]) -> String {
  markdownTable(
    ["theme", "title", "العنوان"],
    themes.map { [markdownCode($0.name), $0.title.english, $0.title.arabic].map(sanitised) })
}

private func themesJSON(_ themes: [ThemeListing], used: String) -> String {
  let entries = themes.map { theme in
    JSONText.object([
      ("name", .string(theme.name)),
      ("title", .object(Language.allCases.map { ($0.rawValue, .string(theme.title($0))) })),
      ("path", theme.path.map { .string($0) } ?? .null), ("built_in", .bool(theme.path == nil)),
      ("in_use", .bool(theme.name == used)),
      ("problem", theme.problem.map { .string($0.english) } ?? .null),
    ])
  }
  return JSONText.object([("schema", .string("jahiz.themes/1")), ("themes", .array(entries))]).text() + "\n"
}
