import Dashboard
import Readiness
import TerminalText

/// What the user asked for, whatever command asked it.
struct Request: Sendable {
  /// The folder to read, as the user named it.
  var root = "."
  /// The release candidate to judge; nil: the configuration's, else the last.
  var candidate: String?
  var target: Target?
  /// The fixed clock; nil: the clock runs.
  var fixedNow: Instant?
  /// nil: nobody named one.
  var lang: LanguageChoice?
  /// The theme's name; nil: the one that fits the terminal.
  var theme: String?
  var bidi = BidiChoice.auto
  var color = ColorSetting.auto
  var revealsValues = false
  var isReadOnly = false
  var usesMouse = true
  var digits = Digits.western
  var keymap = Keymap.standard
  var bell = Bell.audible

  var criteria: Criteria { Criteria(candidateName: candidate, target: target) }

  /// The language of the screen.
  var language: Language { (lang ?? .auto).language }
}

extension Request {
  /// The everyday call, `jahiz` or `jahiz DIR`, read without the argument parser, whose reflection takes longer than
  /// everything else before the first paint; nil where there is more to read.
  init?(plain arguments: [String]) {
    guard arguments.count <= 1 else { return nil }
    guard let folder = arguments.first else {
      self.init()
      return
    }
    let names = Jahiz.configuration.subcommands.map { $0.configuration.commandName ?? "" } + ["help"]
    guard !folder.isEmpty, !folder.hasPrefix("-"), !names.contains(folder) else { return nil }
    self.init(root: folder)
  }
}
