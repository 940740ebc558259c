import Dashboard
import Glibc
import Readiness

/// What the user likes, wherever jahiz runs: their `config.yaml`. Nothing here decides a verdict; an option of the command
/// line goes before it.
struct Settings: Hashable, Sendable {
  /// nil: the one that fits the terminal.
  var theme: String?
  /// nil: the locale's.
  var lang: LanguageChoice?
  /// nil: what is usual on a screen of that language.
  var digits: Digits?
  var bidi: BidiChoice?
  var usesMouse = true
  var bell = Bell.audible
  var isReadOnly = false
  var keymap = Keymap.standard
}

/// The settings as a table in Markdown: what the README shows.
func settingsMarkdown() -> String {
  markdownTable(
    ["key", "values", "meaning"],
    Settings.keys.map { [markdownCode($0.name), markdownCode($0.values), $0.meaning] })
}

extension Settings {
  /// A key of `config.yaml`, as manual and README list it.
  struct Key {
    var name: String
    var values: String
    var meaning: String
  }

  /// Every key that may stand there.
  static let keys = [
    Key(name: "theme", values: "NAME", meaning: "the theme; default: dark or light, as the terminal says"),
    Key(name: "lang", values: "en, ar, auto", meaning: "the language of the screen; default: auto, by the locale"),
    Key(name: "digits", values: "western, arabic", meaning: "how numbers are written on an Arabic screen"),
    Key(
      name: "bidi", values: "auto, visual, words, runs, terminal",
      meaning: "how Arabic goes to the terminal; default: auto, which finds out"),
    Key(name: "mouse", values: "true, false", meaning: "whether the mouse is listened to; default: true"),
    Key(name: "bell", values: "audible, visual, off", meaning: "what a new V3 rings; default: audible"),
    Key(name: "read_only", values: "true, false", meaning: "change nothing; default: false"),
    Key(
      name: "keys", values: "{ACTION: [KEY, ...]}",
      meaning: "other keys for an action, in place of its own; an empty list takes them away"),
  ]

  /// The user's file: the one that `JAHIZ_CONFIG` names, else `config.yaml` in jahiz's configuration folder; nil where
  /// there is no home.
  static var path: String? {
    let named = environment("JAHIZ_CONFIG")
    return named.isEmpty ? configurationFolder.map { "\($0)/config.yaml" } : named
  }

  /// What the user's file says; where there is none, the defaults.
  ///
  /// - Throws: `UserFileError` with the line where the file does not say what is meant.
  static func load() throws(UserFileError) -> Settings {
    guard let path else { return Settings() }
    guard let text = textOfFile(path) else {
      // A file that somebody named is missed; the usual one need not be there.
      if environment("JAHIZ_CONFIG").isEmpty, access(path, F_OK) != 0 { return Settings() }
      throw UserFileError(message: Wording("\(path): cannot be read as text", "\(path): تعذّرت قراءته نصًا"))
    }
    return try readSettings(text, path: path, themes: ThemeLoader.names)
  }
}
