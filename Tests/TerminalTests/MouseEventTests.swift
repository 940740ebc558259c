import TerminalText
import Testing

@testable import Terminal

@Suite struct MouseEventTests {
  @Test(arguments: [
    ("0;1;1M", MouseEvent(.press, .left, column: 0, row: 0)),
    ("2;10;5M", MouseEvent(.press, .right, column: 9, row: 4)),
    ("0;10;5m", MouseEvent(.release, .left, column: 9, row: 4)),
    ("32;10;5M", MouseEvent(.drag, .left, column: 9, row: 4)),
    ("64;3;4M", MouseEvent(.wheelUp, .other, column: 2, row: 3)),
    ("65;3;4M", MouseEvent(.wheelDown, .other, column: 2, row: 3)),
    ("20;300;200M", MouseEvent(.press, .left, column: 299, row: 199, shift: true, control: true)),
    ("73;3;4M", MouseEvent(.wheelDown, .other, column: 2, row: 3, alt: true)),
  ])
  func reportsAreEvents(report: String, event: MouseEvent) {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}[<\(report)".utf8) == [.mouse(event)])
  }

  @Test(arguments: ["35;3;4M", "66;3;4M", "128;3;4M", "0;3M", "0;0;0M", ";;M", "M"])
  func whatIsNoEventIsSwallowed(report: String) {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}[<\(report)j".utf8) == [.key(Key(.character("j")))])
  }
}
