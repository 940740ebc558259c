import ArgumentParser
import TerminalText

/// What the commands that list something take.
struct ListOptions: ParsableArguments {
  @Option(help: "The language: en, ar or auto.")
  var lang: LanguageChoice?

  @Option(help: "How Arabic goes to the terminal: auto, visual, words, runs or terminal.")
  var bidi: BidiChoice?

  /// What is asked, on top of what the user likes.
  ///
  /// - Throws: `ExitCode(2)` where the user's settings are wrong.
  func request() throws -> Request { try Request(lang: lang, bidiOption: bidi).withSettings() }
}
