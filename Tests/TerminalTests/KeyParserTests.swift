import TerminalText
import Testing

@testable import Terminal

@Suite struct KeyParserTests {
  private func outputs(_ pieces: String...) -> [KeyParser.Output] {
    var parser = KeyParser()
    return pieces.flatMap { parser.feed($0.utf8) } + parser.flush()
  }

  @Test(arguments: [
    ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[Z", Key(.backtab)),
    ("\u{1B}[1;5C", Key(.right, control: true)), ("\u{1B}[[A", Key(.function(1))), ("\u{1B}OP", Key(.function(1))),
    ("\r", Key(.enter)), ("\u{3}", Key(.character("c"), control: true)), ("\u{1B}x", Key(.character("x"), alt: true)),
    ("\u{1B}", Key(.escape)), ("\u{7F}", Key(.backspace)), ("ج", Key(.character("ج"))),
    ("\u{1B}ج", Key(.character("ج"), alt: true)), ("\u{1B}[15;3~", Key(.function(5), alt: true)),
    ("\u{1B}OM", Key(.enter)), ("\u{1B}[7$", Key(.home)), ("\u{1B}[7^", Key(.home, control: true)),
    ("\u{1B}Oa", Key(.up, control: true)), ("\u{1B}[1;2P", Key(.function(1))),
  ])
  func bytesAreKeys(bytes: String, key: Key) {
    #expect(outputs(bytes) == [.key(key)])
  }

  @Test func aKeyOrAnswerSplitAnywhereIsTheSame() {
    let bytes = Array(
      "\u{1B}[1;5Cج\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}]11;rgb:ff/ff/ff\u{1B}\\\u{1B}[<0;3;4M\u{1B}[200~ab\u{1B}[201~\u{1B}[?64;1c"
        .utf8)
    var whole = KeyParser()
    let expected = whole.feed(bytes)
    #expect(expected.count == 7)
    for cut in 1..<bytes.count {
      var parser = KeyParser()
      #expect(parser.feed(bytes[..<cut]) + parser.feed(bytes[cut...]) == expected, "cut at \(cut)")
    }
  }

  @Test func aPauseOfAnyLengthInASequenceTypesNoLetters() {
    let sequences = ["\u{1B}[1;5C", "\u{1B}OA", "\u{1B}[?62;22c", "\u{1B}[>1;115;0c", "\u{1B}[8;0$y", "\u{1B}[<0;3;4M"]
    for sequence in sequences {
      let bytes = Array(sequence.utf8)
      // An escape alone is the Esc key after its moment: from its second byte on a sequence has all the time it needs.
      for cut in 2..<bytes.count {
        var parser = KeyParser()
        var found = parser.feed(bytes[..<cut])
        #expect(parser.patience(expectingAnswers: false) == nil)
        found += parser.flush()
        found += parser.feed(bytes[cut...])
        var whole = KeyParser()
        #expect(found == whole.feed(bytes), "\(sequence.debugDescription) cut at \(cut)")
      }
    }
  }

  @Test func anEscapeAloneIsAKeyAfterAMoment() {
    var parser = KeyParser()
    #expect(parser.feed([0x1B]).isEmpty)
    #expect(parser.patience(expectingAnswers: false) == 25)
    #expect(parser.patience(expectingAnswers: true) == 250)
    #expect(parser.flush() == [.key(Key(.escape))])
    #expect(parser.patience(expectingAnswers: false) == nil)
  }

  @Test func anAnswerThatPausesIsWaitedForWhileAnswersAreOut() {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}P>|XTe".utf8).isEmpty)
    #expect(parser.patience(expectingAnswers: true) == nil)
    #expect(parser.feed("rm(379)\u{1B}\\".utf8) == [.version("XTerm(379)")])
  }

  @Test(arguments: ["P", "]", "_", "^", "X"])
  func altWithTheLetterThatBeginsAStringIsAKey(letter: String) {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}\(letter)".utf8).isEmpty)
    #expect(parser.patience(expectingAnswers: false) == 100)
    #expect(parser.flush() == [.key(Key(.character(Character(letter)), alt: true))])
    #expect(parser.feed("j".utf8) == [.key(Key(.character("j")))])
  }

  @Test func altPBeforeAnotherKeyBlocksNothingWhileAnswersAreOut() {
    var parser = KeyParser()
    #expect(
      parser.feed("\u{1B}Pjk".utf8)
        == [.key(Key(.character("P"), alt: true)), .key(Key(.character("j"))), .key(Key(.character("k")))])
  }

  @Test func controlCIsHeardInABrokenSequence() {
    for broken in ["\u{1B}[1;", "\u{1B}P>|ab", "\u{1B}O", "\u{1B}]11;", "\u{1B}[[", "\u{1B}[M!"] {
      #expect(outputs(broken, "\u{3}") == [.key(Key(.character("c"), control: true))], "in \(broken.debugDescription)")
    }
  }

  @Test func aBrokenSequenceGivesWayToTheNextOne() {
    #expect(outputs("\u{1B}[1;", "\u{1B}[A") == [.key(Key(.up))])
    #expect(outputs("\u{1B}P>|ab", "\u{1B}[A") == [.key(Key(.up))])
    #expect(outputs("\u{1B}[1;ج") == [.key(Key(.character("ج")))])
  }

  @Test func answersAreNoKeys() {
    #expect(
      outputs("\u{1B}P>|Konsole 22.12\u{1B}\\", "\u{1B}[>1;115;0c\u{1B}[8;0$y\u{1B}[?2026;2$y", "\u{1B}[?62;1c")
        == [.version("Konsole 22.12"), .secondary([1, 115, 0]), .explicitMode(0), .synchronizedOutput(2), .primary])
  }

  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", true), ("rgb:10/14/18", false), ("rgb:f/f/e", true), ("rgba:0000/2b2b/3636/ffff", false),
    ("rgb:fdfd/f6f6/e3e3", true),
  ])
  func theBackgroundIsLightOrDark(color: String, isLight: Bool) {
    #expect(outputs("\u{1B}]11;\(color)\u{1B}\\") == [.background(isLight: isLight)])
    #expect(outputs("\u{1B}]11;\(color)\u{7}") == [.background(isLight: isLight)])
  }

  @Test(arguments: [
    "\u{1B}[<0;3M", "\u{1B}[<0;0;4M", "\u{1B}[<99999999999999999999;3;4M", "\u{1B}]11;red\u{7}", "\u{1B}[99;99;99v",
    "\u{1}\u{1B}_x\u{1B}\\", "\u{1B}[M !!", "\u{1B}[?1;2;3u", "\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}[I", "\u{1B}[5;5R",
  ])
  func whatIsUnknownIsSwallowedWhole(bytes: String) {
    for output in outputs(bytes) {
      guard case .key(let key) = output else {
        Issue.record("\(output) came from \(bytes.debugDescription)")
        continue
      }
      #expect(key.control, "\(key) was typed by \(bytes.debugDescription)")
    }
  }

  @Test func noBytesAreEverTooMuch() {
    var parser = KeyParser()
    _ = parser.feed([0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 100_000))
    #expect(parser.feed("mj".utf8) == [.key(Key(.character("j")))])
    _ = parser.feed(Array("\u{1B}P>".utf8) + [UInt8](repeating: 0x31, count: 100_000))
    #expect(parser.feed("\u{1B}\\j".utf8).last == .key(Key(.character("j"))))
    for byte in UInt8.min...UInt8.max { _ = parser.feed([0x1B, byte, 0xFF, byte]) }
  }

  @Test func aBurstOfKeysKeepsItsOrder() {
    #expect(outputs("jjk\u{1B}[Bq").count == 5)
  }

  @Test func halfALetterIsDroppedAndTheNextKeyIsHeard() {
    var parser = KeyParser()
    #expect(parser.feed([0xD8, UInt8(ascii: "q")]) == [.key(Key(.character("q")))])
  }
}
