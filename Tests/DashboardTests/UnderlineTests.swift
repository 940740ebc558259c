import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// A line below Arabic letters would run through their dots.
struct UnderlineTests {
  /// Every role underlined, with and without colours.
  private static let themes = [
    Theme(
      name: "colour", backdrop: .rgb(0, 0, 0),
      styles: Dictionary(
        uniqueKeysWithValues: Role.allCases.map {
          ($0, Style(foreground: $0 == .accent ? .palette(6) : .standard, attributes: .underline))
        })),
    Theme(
      name: "none", backdrop: .rgb(0, 0, 0),
      styles: Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, Style(attributes: .underline)) })),
    .fallback,
  ]

  @Test(arguments: themes, ["", "jj<Enter>..", "2<Enter>", "3<Enter><Enter>", "4", "5<Enter>.", "7", "?", ":"])
  func noArabicLetterIsUnderlined(theme: Theme, keys: String) {
    for language in Language.allCases {
      var state = Sample.dashboard(120, 40, language, workspace: Sample.governed)
      state.options.theme = theme
      state.press(keys)
      for cell in state.frame().cells where cell.style.attributes.contains(.underline) {
        let value = cell.text.unicodeScalars.first?.value ?? 0
        #expect(!(0x0600..<0x0700).contains(value) && !(0xFB50..<0xFEFF).contains(value), "\(cell) after \(keys)")
      }
    }
  }

  @Test(arguments: themes)
  func aLinkThatIsArabicStillLooksLikeOne(theme: Theme) {
    for role in [Role.text, .muted] {
      let plain = theme[role]
      let link = theme.withoutUnderline(Style(foreground: plain.foreground, attributes: .underline))
      #expect(link != plain && !link.attributes.contains(.underline))
    }
  }

  @Test func latinLinksStayUnderlined() {
    var state = Sample.dashboard(120, 40)
    state.press("jj<Enter>")
    let frame = state.frame()
    let row = (0..<frame.rows).first { frame[row: $0].map(\.text).joined().contains("docs/gx.md") } ?? 0
    #expect(frame[row: row].contains { $0.text == "g" && $0.style.attributes.contains(.underline) })
  }
}
