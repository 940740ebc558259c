import Dashboard
import Readiness
import TerminalText
import Testing

@testable import jahiz

@Suite struct ThemeFileTests {
  private func failure(_ text: String) -> String? {
    do throws(UserFileError) {
      _ = try readTheme(text, name: "own", path: "own.yaml") { $0 == "dark" ? .fallback : nil }
      return nil
    } catch {
      return error.message.english
    }
  }

  @Test func `a theme says what it changes, and the rest is as in the one that it is like`() throws {
    let theme = try readTheme("like: dark\nstyles: {ok: blue}", name: "own", path: "own.yaml") { _ in .fallback }
    #expect(theme.name == "own")
    #expect(theme[.ok] == Style(foreground: .palette(4)))
    #expect(theme[.stop] == Theme.fallback[.stop])
    #expect(theme.backdrop == Theme.fallback.backdrop)
  }

  @Test(arguments: [
    ("", "own.yaml: a theme needs styles"),
    ("styles: {ok: blue}", "own.yaml: a theme needs a backdrop, as `#101418`"),
    ("backdrop: darkish", "own.yaml:1: “backdrop” must be a colour, as `#101418`"),
    ("backdrop: black\nstyles:\n  ok: gren", "own.yaml:3: “gren” is no colour or attribute"),
    ("backdrop: black\nstyles:\n  oky: green", "own.yaml:3: unknown style “oky”: did you mean “ok”?"),
    ("backdrop: black\nstyle: {}", "own.yaml:2: unknown key “style”: did you mean “styles”?"),
    ("like: drak", "own.yaml:1: “like” must name a built-in theme, not “drak”"),
    ("title: {fr: Nuit}", "own.yaml:1: unknown key “fr”: did you mean “ar”?"),
  ])
  func `what is wrong in a theme is said with its line`(text: String, message: String) {
    #expect(failure(text) == message)
  }
}
