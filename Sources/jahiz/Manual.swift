import Dashboard
import Readiness

/// The manual page jahiz(1): options as the parser declares them, keys and settings from their tables.
func manual() -> String {
  var page = Roff()
  page.title("jahiz", section: 1, source: "jahiz \(Jahiz.version)")
  page.section("NAME")
  page.paragraph("jahiz \u{2013} tells whether a release candidate may ship")
  guard let command = CommandDescription.read() else { return page.text }
  page.section("SYNOPSIS")
  page.line([.typed("jahiz"), .plain(" ["), .replaced("OPTIONS"), .plain("] ["), .replaced("WORKSPACE"), .plain("]")])
  let commands = command.subcommands.flatMap(\.leaves)
  for command in commands { page.line(synopsis(of: command)) }
  page.section("DESCRIPTION")
  for paragraph in ManualText.description { page.paragraph(paragraph) }
  page.section("COMMANDS")
  page.item([.typed("jahiz"), .plain(" ["), .replaced("WORKSPACE"), .plain("]")], "Opens the dashboard.")
  for leaf in commands { describe(leaf, besides: command.arguments, on: &page) }
  page.section("OPTIONS")
  page.paragraph("Each command that reads a workspace takes these; they go before your settings.")
  page.item([.replaced("WORKSPACE")], "The folder that is read. Default: the current one.")
  for argument in command.arguments { describe(argument, on: &page) }
  page.section("KEYS")
  page.paragraph(
    """
    As they are bound where nothing else is set; the action's name, in brackets, is for config.yaml. They work with the \
    keyboard switched to Arabic too.
    """)
  page = Roff(page.text + manualKeys(KeyTable(.standard, .english)))
  page.section("CONFIGURATION")
  describeConfiguration(on: &page)
  describe(ManualText.exitStatus, as: "EXIT STATUS", on: &page)
  describe(ManualText.files, as: "FILES", on: &page)
  describe(ManualText.environment, as: "ENVIRONMENT", on: &page)
  page.section("EXAMPLES")
  for (line, meaning) in ManualText.examples { page.item([.typed(line)], meaning) }
  return page.text
}

/// The key table alone, a subsection for each group.
func manualKeys(_ table: KeyTable) -> String {
  var page = Roff()
  for group in table.groups {
    page.subsection(group.title)
    for row in group.rows {
      let keys = row.keys.isEmpty ? [.plain("unbound")] : [RoffWord.typed(row.keys.joined(separator: "  "))]
      page.item(keys, "\(row.help) [\(row.name)]")
    }
  }
  return page.text
}

private func describeConfiguration(on page: inout Roff) {
  page.subsection("jahiz.yaml, in the workspace")
  page.paragraph("Every key is optional. An unknown one is an error that names its line and the key meant.")
  for (name, values, meaning) in ManualText.workspaceKeys {
    page.item([.typed("\(name):"), .plain(" "), .replaced(values)], meaning)
  }
  page.subsection("config.yaml, your settings")
  page.paragraph("Every key is optional here too; nothing in it decides a verdict.")
  for key in Settings.keys { page.item([.typed("\(key.name):"), .plain(" "), .replaced(key.values)], key.meaning) }
  page.paragraph(
    """
    A key is written as help shows it (j, ^F, M-x, PgDn, Space, F1) or as ctrl-f, alt-x, shift-tab, Down. One key for two \
    actions is an error, and so is a list that leaves no key to quit.
    """)
  page.literal(ManualText.settingsExample)
  page.subsection("NAME.yaml, a theme of your own")
  page.paragraph(
    """
    A style is a colour, on a background, and attributes: bold, dim, italic, underline, reverse. Colours are #rrggbb, \
    default, or one of the 16 palette names. Styles are \(Role.allCases.map(\.rawValue).joined(separator: ", ")). What a \
    theme does not name stays as in the built-in one that it is like.
    """)
  page.literal(ManualText.themeExample)
}

private func describe(_ items: [(String, String)], as title: String, on page: inout Roff) {
  page.section(title)
  for (name, meaning) in items { page.item([.typed(name)], meaning) }
}

private func describe(
  _ command: CommandDescription, besides common: [CommandDescription.Argument], on page: inout Roff
) {
  page.item(
    synopsis(of: command), [command.abstract, command.discussion].filter { !$0.isEmpty }.joined(separator: " "))
  for argument in command.arguments where !common.contains(argument) && !isBuiltIn(argument) && !argument.names.isEmpty
  {
    page.item([.plain("    ")] + tag(argument), argument.help)
  }
}

private func describe(_ argument: CommandDescription.Argument, on page: inout Roff) {
  page.item(tag(argument), argument.help)
}

private func isBuiltIn(_ argument: CommandDescription.Argument) -> Bool {
  argument.names.contains("--help") || argument.names.contains("--version")
}

private func synopsis(of command: CommandDescription) -> [RoffWord] {
  var words: [RoffWord] = [.typed("jahiz \(command.name)"), .plain(" ["), .replaced("OPTIONS"), .plain("]")]
  for argument in command.arguments where argument.names.isEmpty {
    words += [.plain(" ["), .replaced(argument.value ?? ""), .plain("]")]
  }
  return words
}

private func tag(_ argument: CommandDescription.Argument) -> [RoffWord] {
  var words: [RoffWord] = []
  for name in argument.names {
    if !words.isEmpty { words.append(.plain(", ")) }
    words.append(.typed(name))
  }
  if let value = argument.value { words += words.isEmpty ? [.replaced(value)] : [.plain(" "), .replaced(value)] }
  return words
}
