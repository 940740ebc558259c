import ArgumentParser

/// jahiz as a shell completes it. The parser's scripts know nothing of a default subcommand, so here its options stand at
/// the root, where people type them: `jahiz --theme <Tab>`. It is asked for words, and never run.
struct CompletedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jahiz", abstract: Jahiz.configuration.abstract, version: Jahiz.version,
    subcommands: Jahiz.configuration.subcommands.filter { $0.configuration.shouldDisplay })

  @OptionGroup var options: SharedOptions

  /// The shell that these arguments ask a script for; nil where they ask none.
  static func shell(askedFor arguments: [String]) -> CompletionShell? {
    let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard words.count == 2, words[0] == "--generate-completion-script" else { return nil }
    return CompletionShell(rawValue: words[1])
  }

  /// The script, which also offers folders where a command may stand: `jahiz FOLDER` opens one. A positional argument at
  /// the root would do that too, but the scripts would take every command for it.
  static func script(for shell: CompletionShell) -> String {
    let script = completionScript(for: shell)
    switch shell {
    case .bash: return script.replacing("complete -o filenames -F", with: "complete -o filenames -o dirnames -F")
    case .zsh:
      let commands = "_describe -V subcommand subcommands && ret=0\n"
      return script.replacing(commands, with: "\(commands)        _files -/ && ret=0\n", maxReplacements: 1)
    default:
      return script + """

        complete -c 'jahiz' -n '__jahiz_should_offer_completions_for_positional "jahiz" -eq 1' \
        -fa '(__jahiz_complete_directories)'

        """
    }
  }
}
