import Dashboard
import TerminalText
import Testing

@Suite struct ThemeTests {
  @Test func aStyleIsReadAsPeopleWriteIt() throws {
    #expect(
      try parseStyle("#e6b450 on #1b1f27 bold")
        == Style(foreground: .rgb(0xE6, 0xB4, 0x50), background: .rgb(0x1B, 0x1F, 0x27), attributes: .bold))
    #expect(try parseStyle("bright-red underline") == Style(foreground: .palette(9), attributes: .underline))
    #expect(try parseStyle("default") == .plain)
  }

  @Test(arguments: ["#12345", "rod", "red on", "#gggggg", "on"])
  func aWrongWordIsNamed(text: String) {
    #expect(throws: StyleTextError.self) { try parseStyle(text) }
  }

  @Test func theFallbackStylesEveryRoleThatIsNotPlainText() {
    #expect(Theme.fallback.namedRoles == Set(Role.allCases).subtracting([.text]))
  }
}
