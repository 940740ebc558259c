import Testing

@testable import Terminal

@Suite struct ScreenOpeningTests {
  @Test func anUnknownTermIsToldInBothLanguages() throws {
    #expect(openingNotice(term: "xterm", used: "xterm") == nil)
    let notice = try #require(openingNotice(term: "foot", used: "xterm-256color"))
    #expect(notice.english.contains("foot"))
    #expect(notice.arabic.contains("foot"))
    #expect(openingNotice(term: "", used: "vt100") != nil)
  }
}
