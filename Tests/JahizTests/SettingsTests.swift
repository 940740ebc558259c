import Dashboard
import Readiness
import TerminalText
import Testing

@testable import jahiz

@Suite struct SettingsTests {
  private func read(_ text: String) throws -> Settings {
    try readSettings(text, path: "config.yaml", themes: { ["dark", "oasis"] })
  }

  private func failure(_ text: String) -> String? {
    do throws(UserFileError) {
      _ = try readSettings(text, path: "config.yaml", themes: { ["dark", "oasis"] })
      return nil
    } catch {
      #expect(error.message.arabic.withoutDirectionMarks.hasPrefix("config.yaml"))
      return error.message.english
    }
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "theme:\nkeys: ~\n"])
  func `what says nothing means the defaults`(text: String) throws {
    #expect(try read(text) == Settings())
  }

  @Test func `every key is read`() throws {
    let settings = try read(
      """
      theme: oasis
      lang: ar
      digits: arabic
      bidi: words
      mouse: no
      bell: off
      read_only: true
      keys:
        down: [m, Down]
        help: ctrl-g
        page_down: ["^F", F5]
        suspend: []
      """)
    #expect(settings.theme == "oasis")
    #expect(settings.lang == .ar)
    #expect(settings.digits == .arabic)
    #expect(settings.bidi == .words)
    #expect(!settings.usesMouse)
    #expect(settings.bell == .off)
    #expect(settings.isReadOnly)
    #expect(settings.keymap.keys(for: .down) == [Key(.character("m")), Key(.down)])
    #expect(settings.keymap.keys(for: .help) == [Key(.character("g"), control: true)])
    #expect(settings.keymap.keys(for: .pageDown).map(\.name) == ["^F", "F5"])
    #expect(settings.keymap.keys(for: .suspend).isEmpty)
  }

  @Test(arguments: [
    ("lang: en\nthem: dark", "config.yaml:2: unknown key “them”: did you mean “theme”?"),
    ("theme: oasys", "config.yaml:1: unknown theme “oasys”: did you mean “oasis”?"),
    ("bell: quiet", "config.yaml:1: unknown value of “bell” “quiet”; known are audible, visual, off"),
    ("lang: arr", "config.yaml:1: unknown value of “lang” “arr”: did you mean “ar”?"),
    ("mouse: maybe", "config.yaml:1: “mouse” must be true or false"),
    ("mouse: [yes]", "config.yaml:1: “mouse” must be true or false"),
    ("theme: {a: b}", "config.yaml:1: “theme” must be a text"),
    ("- theme", "config.yaml:1: “config.yaml” must be keys with values, as `key: value`"),
    ("keys: [j]", "config.yaml:1: “keys” must be keys with values, as `key: value`"),
    ("keys:\n  donw: [j]", "config.yaml:2: unknown action “donw”: did you mean “down”?"),
    ("keys:\n  pageDown: [j]", "config.yaml:2: unknown action “pageDown”: did you mean “page_down”?"),
    (
      "keys:\n  down:\n    - j\n    - jj",
      "config.yaml:4: “jj” is no key that a terminal sends; write it as j, ^F, M-x, PgDn, Space or F1"
    ),
    ("keys:\n  down: ~", "config.yaml:2: “keys.down” must be a list, as `[a, b]`"),
    ("keys:\n  up: [x]\n  reload: [n]", "config.yaml:3: the key “n” is bound to both “next_match” and “reload”"),
    ("keys:\n  quit: []", "config.yaml:2: “quit” must keep at least one key"),
    ("theme: dark\ntheme: oasis", "config.yaml:1: the key “theme” stands there twice"),
  ])
  func `what is not understood is an error with its line`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test(arguments: ["theme: [", "a: b: c", "\t- x", String(repeating: "[", count: 10_000), "a: \"\u{1}"])
  func `what is no YAML is an error, never a crash`(text: String) {
    #expect(failure(text)?.hasPrefix("config.yaml") == true)
  }

  @Test func `every key that is read is listed for the manual, and every listed key is read`() {
    for key in Settings.keys { #expect(failure("\(key.name): {x: [[]]}") != nil, "\(key.name)") }
    #expect(failure("zzzzzzzzzz: 1")?.contains(Settings.keys.map(\.name).joined(separator: ", ")) == true)
  }

  @Test func `the example in the manual is right`() throws {
    let settings = try read(ManualText.settingsExample)
    #expect(settings.theme == "oasis" && settings.keymap != .standard)
    let theme = try readTheme(ManualText.themeExample, name: "own", path: "own.yaml") { _ in .fallback }
    #expect(theme[.accent].foreground == .rgb(0xD7, 0x87, 0x5F))
    #expect(theme[.stop] == Theme.fallback[.stop])
  }
}
