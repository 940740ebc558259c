import ArgumentParser
import Dashboard
import Glibc
import Readiness

struct KeysCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, man
  }

  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Lists the dashboard's keys, as your settings have them.")

  @OptionGroup var options: ListOptions

  @Option(help: "text, markdown, json or man.")
  var format: Format = .text

  func run() throws {
    let request = try options.request()
    // A list for programs is English unless another language is asked for by name.
    let language = format == .json ? request.lang?.language ?? .english : request.language
    let table = KeyTable(request.settings.keymap, language)
    let columns = terminalColumns()
    let text =
      switch format {
      case .text:
        textTable(
          keyRows(table), language, way: columns == nil ? nil : request.bidi.way ?? wayOfTheEnvironment(),
          columns: columns ?? 80)
      case .markdown: keysMarkdown(table, language)
      case .json: keysJSON(table)
      case .man: manualKeys(KeyTable(request.settings.keymap, .english))
      }
    write(text, to: STDOUT_FILENO)
  }
}

private func keyRows(_ table: KeyTable) -> [[String]] {
  table.groups.enumerated().flatMap { index, group in
    (index == 0 ? [] : [[]]) + group.rows.map { [$0.name, $0.keys.joined(separator: " "), $0.help] }
  }
}

/// The keys as a table in Markdown: what the README shows.
func keysMarkdown(_ table: KeyTable, _ language: Language) -> String {
  let headings = [Wording("keys", "المفاتيح"), Wording("what they do", "ما تفعله"), Wording("action", "الإجراء")]
  var rows: [[String]] = []
  for group in table.groups {
    rows.append(["**\(group.title)**", "", ""])
    for row in group.rows {
      rows.append([row.keys.map(markdownCode).joined(separator: " "), row.help, markdownCode(row.name)])
    }
  }
  return markdownTable(headings.map { $0(language) }, rows)
}

private func keysJSON(_ table: KeyTable) -> String {
  let entries = table.groups.flatMap { group in
    group.rows.map { row in
      JSONText.object([
        ("action", .string(row.name)), ("keys", .array(row.keys.map(JSONText.string))),
        ("group", .string(group.title)), ("help", .string(row.help)),
      ])
    }
  }
  return JSONText.object([("schema", .string("jahiz.keys/1")), ("keys", .array(entries))]).text() + "\n"
}
