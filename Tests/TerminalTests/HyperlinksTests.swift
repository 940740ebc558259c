import TerminalText
import Testing

@testable import Terminal

struct HyperlinksTests {
  private func frame(_ links: [FrameLink]) -> Frame {
    var frame = Frame(columns: 20, rows: 3)
    frame.draw(
      Paragraph(StyledText("docs/gx.md", Style(foreground: .palette(4), attributes: .underline))).line(fitting: 20),
      row: 1, column: 2)
    frame.links = links
    return frame
  }

  private let link = FrameLink(row: 1, columns: 2..<12, target: "file://host/w/docs/gx.md")

  @Test func aLinkIsWrittenOverItsCellsAndLeavesTheCursor() {
    let text = sequence(of: link, in: frame([link])) { look(of: $0, depth: .palette256) }
    #expect(
      text
        == "\u{1B}7\u{1B}[2;3H\u{1B}]8;;file://host/w/docs/gx.md\u{1B}\\\u{1B}[0;4;34mdocs/gx.md\u{1B}]8;;\u{1B}\\\u{1B}8"
    )
  }

  @Test func whatCouldSteerTheTerminalIsNoTarget() {
    for target in ["file:///a\u{1B}\\b", "http://x/\u{07}", "http://x/ y", "http://x/\u{202E}"] {
      let bad = FrameLink(row: 1, columns: 2..<12, target: target)
      #expect(sequence(of: bad, in: frame([bad])) { look(of: $0, depth: .palette256) }.isEmpty)
    }
  }

  @Test func onlyNewLinksAreWritten() {
    let before = frame([link])
    #expect(newLinks(in: before, since: nil, changedRows: []) == [link])
    #expect(newLinks(in: before, since: before, changedRows: []).isEmpty)
    #expect(newLinks(in: before, since: before, changedRows: [1]) == [link])
    #expect(newLinks(in: before, since: frame([]), changedRows: []) == [link])
  }

  @Test func onlyTerminalsThatShowThemGetThem() {
    #expect(knowsHyperlinks(TerminalAnswers(secondary: [65, 7_006, 1])))
    #expect(knowsHyperlinks(TerminalAnswers(version: "kitty(0.26.5)")))
    #expect(!knowsHyperlinks(TerminalAnswers(version: "XTerm(379)", secondary: [41, 379, 0])))
  }
}
