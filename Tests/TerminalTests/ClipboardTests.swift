import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("جاهز", "2KzYp9mH2LI="),
  ])
  func base64IsThatOfRFC4648(text: String, encoded: String) {
    #expect(base64(Array(text.utf8)) == encoded)
  }

  private func sequence(_ text: String, term: String, tmux: Bool = false, screen: Bool = false) -> String? {
    clipboardSequence(for: text, term: term, isInTmux: tmux, isInScreen: screen)
  }

  @Test func textGoesToTheClipboardByOSC52() {
    #expect(sequence("foo", term: "xterm-256color") == "\u{1B}]52;c;Zm9v\u{1B}\\")
    #expect(sequence("foo", term: "screen-256color", tmux: true) == "\u{1B}]52;c;Zm9v\u{1B}\\")
  }

  @Test(arguments: ["linux", "vt100", "vt220", "dumb", ""])
  func terminalsWithoutAClipboardSaySo(term: String) {
    #expect(sequence("foo", term: term) == nil)
  }

  @Test func whatATerminalWouldCutIsNotSent() {
    #expect(sequence(String(repeating: "a", count: 74_994), term: "xterm") != nil)
    #expect(sequence(String(repeating: "a", count: 74_995), term: "xterm") == nil)
    #expect(sequence("foo", term: "screen", screen: true) == nil)
  }
}
