import TerminalText
import Testing

@testable import Terminal

@Suite struct KeyParserTests {
  private func keys(_ pieces: String...) -> [KeyParser.Output] {
    var parser = KeyParser()
    return pieces.flatMap { parser.feed($0.utf8) } + parser.flush()
  }

  @Test(arguments: [
    ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[Z", Key(.backtab)),
    ("\u{1B}[1;5C", Key(.right, control: true)), ("\u{1B}[[A", Key(.function(1))), ("\u{1B}OP", Key(.function(1))),
    ("\r", Key(.enter)), ("\u{3}", Key(.character("c"), control: true)), ("\u{1B}x", Key(.character("x"), alt: true)),
    ("\u{1B}", Key(.escape)), ("\u{7F}", Key(.backspace)), ("ج", Key(.character("ج"))),
  ])
  func bytesAreKeys(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func aKeySplitAnywhereIsTheSameKey() {
    let bytes = Array("\u{1B}[1;5Cج\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?64;1c".utf8)
    var whole = KeyParser()
    let expected = whole.feed(bytes)
    #expect(expected.count == 4)
    for cut in 1..<bytes.count {
      var parser = KeyParser()
      #expect(parser.feed(bytes[..<cut]) + parser.feed(bytes[cut...]) == expected, "cut at \(cut)")
    }
  }

  @Test func answersAreNoKeys() {
    #expect(
      keys("\u{1B}P>|Konsole 22.12\u{1B}\\", "\u{1B}[>1;115;0c\u{1B}[8;0$y", "\u{1B}[?62;1c")
        == [.version("Konsole 22.12"), .secondary([1, 115, 0]), .explicitMode(0), .primary])
  }

  @Test(arguments: [
    "\u{1B}[200~", "\u{1B}[<0;3;4M", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}[99;99;99v", "\u{1}\u{1B}_x\u{1B}\\",
  ])
  func whatIsUnknownIsSwallowedWhole(bytes: String) {
    for output in keys(bytes) {
      guard case .key(let key) = output else { continue }
      #expect(key.control, "\(key) was typed by \(bytes.debugDescription)")
    }
  }

  @Test func aBurstOfKeysKeepsItsOrder() {
    #expect(keys("jjk\u{1B}[Bq").count == 5)
  }
}

@Suite struct TerminalAnswersTests {
  @Test(arguments: [
    (TerminalAnswers(version: "XTerm(379)", secondary: [41, 379, 0], explicitMode: 0), OutputWay.visual),
    (TerminalAnswers(secondary: [65, 7006, 1], explicitMode: 1), .visual),
    (TerminalAnswers(secondary: [24, 279, 0], explicitMode: 0), .words),
    (TerminalAnswers(version: "Konsole 22.12.3", secondary: [1, 115, 0]), .words),
    (TerminalAnswers(version: "kitty(0.26.5)", secondary: [1, 4000, 26], explicitMode: 0), .runs),
    (TerminalAnswers(), .visual),
  ])
  func theWayFollowsFromWhatWasSeen(answers: TerminalAnswers, way: OutputWay) {
    #expect(outputWay(for: answers) == way)
  }

  @Test func tmuxNamesTheTerminalOutside() {
    #expect(outputWay(insideTmuxOf: "XTerm(379)") == .visual)
    #expect(outputWay(insideTmuxOf: "") == .words)
  }
}

@Suite struct ColorTests {
  @Test func coloursOfTheCubeAndGreysAreTheirOwnNearest() {
    #expect(nearest256(0x5F, 0xAF, 0xD7) == 74)
    #expect(nearest256(0xFF, 0xFF, 0xFF) == 231)
    #expect(nearest256(0x8A, 0x8A, 0x8A) == 245)
    #expect(nearest256(0x1C, 0x1C, 0x1C) == 234)
  }
}
