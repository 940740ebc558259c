import TerminalText
import Testing

@testable import Terminal

@Suite struct PasteTests {
  private func pasted(_ text: String) -> [KeyParser.Output] {
    var parser = KeyParser()
    return parser.feed("\u{1B}[200~\(text)\u{1B}[201~".utf8)
  }

  @Test func pastedTextIsNoKeys() {
    #expect(pasted("qq\u{1B}[A جاهز") == [.paste("qq\u{1B}[A جاهز")])
  }

  @Test func linesEndWithLineFeeds() {
    #expect(pasted("a\rb\r\nc\n") == [.paste("a\nb\nc\n")])
  }

  @Test func whatIsMoreThan64KilobytesIsDropped() {
    guard case .paste(let text)? = pasted(String(repeating: "ج", count: 100_000)).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= 65_536)
    #expect(text.allSatisfy { $0 == "ج" })
  }

  @Test func aPasteWithoutAnEndGivesTheKeyboardBack() {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}[200~abc".utf8).isEmpty)
    #expect(parser.patience(expectingAnswers: false) == 10_000)
    #expect(parser.flush() == [.paste("abc")])
    #expect(parser.feed("j".utf8) == [.key(Key(.character("j")))])
  }
}
