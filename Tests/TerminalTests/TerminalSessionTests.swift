import Glibc
import Testing

@testable import Terminal

// The session in a real pseudo-terminal: what it writes, and that it gives the terminal back however it ends.

@Suite(.serialized, .timeLimit(.minutes(1)))
struct TerminalSessionTests {
  private static let allAnswers: [(String, String)] = [
    ("\u{1B}[c", "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[8;0$y\u{1B}[?2026;2$y\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}[?62c")
  ]

  /// A terminal that shows the probe; `answers`: as a new xterm, else nothing.
  private func started(answers: Bool = true, term: String = "xterm-256color") throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([probeProgram], term: term)
    if answers { terminal.answers = Self.allAnswers }
    terminal.readUntilQuiet()
    #expect(terminal.output.contains("/200"))
    return terminal
  }

  private func place(of part: String, in text: String) -> Int? {
    let (haystack, needle) = (Array(text.utf8), Array(part.utf8))
    return (0..<max(0, haystack.count - needle.count + 1)).first {
      haystack[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }

  private func count(of part: String, in text: String) -> Int {
    let (haystack, needle) = (Array(text.utf8), Array(part.utf8))
    return (0..<max(0, haystack.count - needle.count + 1)).count {
      haystack[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }

  /// The bytes of all control sequences.
  private func sequenceBytes(in text: String) -> Int {
    var sum = 0
    var isInside = false
    for byte in text.utf8 {
      if byte == 0x1B { isInside = true }
      if isInside { sum += 1 }
      if isInside, (0x40...0x7E).contains(byte), byte != UInt8(ascii: "[") { isInside = false }
    }
    return sum
  }

  private func comesBefore(_ first: String, _ second: String, in text: String) -> Bool {
    guard let one = place(of: first, in: text), let two = place(of: second, in: text) else { return false }
    return one < two
  }

  @Test func explicitModeGoesOutBeforeTheFirstClearAndBackBeforeTheLastScreen() throws {
    let terminal = try started()
    #expect(comesBefore("\u{1B}[8l", "\u{1B}[2J", in: terminal.output))
    terminal.send("q")
    #expect(terminal.end() == 0)
    #expect(comesBefore("\u{1B}[8h", "\u{1B}[?1049l", in: terminal.output))
    #expect(terminal.output.contains("\u{1B}[?2004l"))
  }

  @Test func aStepAScrollAndAPageCostFewBytes() throws {
    let terminal = try started()
    terminal.send("j")
    let step = terminal.readUntilQuiet()
    #expect(step.utf8.count < 100)
    for _ in 0..<37 {
      terminal.send("j")
      terminal.readUntilQuiet(milliseconds: 30)
    }
    terminal.send("j")
    // What a new row costs beside its text.
    #expect(sequenceBytes(in: terminal.readUntilQuiet()) < 150)
    terminal.send("\u{1B}[6~")
    let page = terminal.readUntilQuiet()
    #expect(sequenceBytes(in: page) < 2_000)
    #expect(page.hasPrefix("\u{1B}[?2026h") && page.hasSuffix("\u{1B}[?2026l"))
    #expect(!step.contains("2026"))
  }

  @Test func aBurstOfKeysIsPaintedOnce() throws {
    let terminal = try started()
    terminal.send(String(repeating: "j", count: 30))
    #expect(terminal.readUntilQuiet().utf8.count < 250)
    #expect(terminal.readUntilQuiet(firstWithin: 1_500).isEmpty)
  }

  @Test func aSplitAnswerTypesNothing() throws {
    let terminal = try started(answers: false)
    for piece in ["\u{1B}", "[", ">1;115", ";0c\u{1B}P", ">|Konsole 22", ".12\u{1B}", "\\\u{1B}[?6", "2c"] {
      terminal.send(piece)
      usleep(60_000)
    }
    terminal.readUntilQuiet()
    #expect(terminal.output.contains("answered"))
    #expect(!terminal.output.contains("Key("))
  }

  @Test func answersThatComeAfterTheEndDoNotReachTheShell() throws {
    let script = "\(probeProgram); IFS= read -rst 0.5 -n 200 rest; printf 'REST(%q)' \"$rest\""
    let terminal = try PseudoTerminal(["bash", "-c", script])
    terminal.readUntilQuiet()
    terminal.send("q")
    usleep(100_000)
    terminal.send("\u{1B}[>41;379;0c\u{1B}[8;0$y")
    usleep(50_000)
    terminal.send("\u{1B}[?62c")
    terminal.read(until: "REST(")
    #expect(terminal.output.contains("REST('')"))
  }

  @Test func stoppedFromOutsideItGivesTheTerminalBackAndPaintsAnewOnReturn() throws {
    let terminal = try PseudoTerminal(["bash", "-c", "set -m; \(probeProgram); echo STOPPED; sleep 0.3; fg; echo DONE"])
    terminal.answers = Self.allAnswers
    terminal.readUntilQuiet()
    let probe = try #require(terminal.grandchild)
    kill(probe, SIGTSTP)
    let stopped = terminal.read(until: "STOPPED")
    #expect(comesBefore("\u{1B}[8h", "\u{1B}[?1049l", in: stopped))
    #expect(comesBefore("\u{1B}[?1049l", "STOPPED", in: stopped))
    let resumed = terminal.readUntilQuiet(milliseconds: 600)
    #expect(comesBefore("\u{1B}[8l", "\u{1B}[2J", in: resumed))
    #expect(comesBefore("\u{1B}[?1049h", "/200", in: resumed))
    #expect(count(of: "\u{1B}[2J", in: resumed) == 1)
    terminal.send("q")
    terminal.read(until: "DONE")
    #expect(terminal.output.contains("DONE"))
  }

  @Test func theKeyForItSuspendsOnceAndComesBackOnce() throws {
    let terminal = try PseudoTerminal(["bash", "-c", "set -m; \(probeProgram); echo STOPPED; sleep 0.3; fg; echo DONE"])
    terminal.answers = Self.allAnswers
    terminal.readUntilQuiet()
    terminal.send("z")
    terminal.read(until: "STOPPED")
    let resumed = terminal.readUntilQuiet(milliseconds: 600)
    #expect(count(of: "\u{1B}[2J", in: resumed) == 1)
    terminal.send("jq")
    terminal.read(until: "DONE")
    #expect(terminal.output.contains("DONE"))
  }

  @Test func afterAStopWithoutWarningTheScreenIsPaintedAnew() throws {
    let terminal = try started()
    kill(terminal.child, SIGSTOP)
    usleep(50_000)
    kill(terminal.child, SIGCONT)
    let resumed = terminal.readUntilQuiet()
    #expect(comesBefore("\u{1B}[8l", "\u{1B}[2J", in: resumed))
    #expect(resumed.contains("/200"))
    terminal.send("j")
    #expect(terminal.readUntilQuiet().contains("▸"))
  }

  @Test func aCrashGivesTheTerminalBack() throws {
    let terminal = try started()
    terminal.send("m")
    terminal.readUntilQuiet()
    terminal.send("!")
    #expect(terminal.end() == -SIGABRT)
    terminal.readUntilQuiet(firstWithin: 100)
    for sequence in ["\u{1B}[8h", "\u{1B}[?1002l", "\u{1B}[?2004l", "\u{1B}[?2026l", "\u{1B}[?1049l"] {
      #expect(terminal.output.contains(sequence), "\(sequence.debugDescription) is missing")
    }
  }

  @Test func aWindowThatIsDraggedIsPaintedAFewTimesAndClearedNever() throws {
    let terminal = try started()
    for columns in stride(from: 118, through: 80, by: -2) {
      terminal.resize(columns: columns, rows: 30)
      usleep(5_000)
    }
    let painted = terminal.readUntilQuiet()
    #expect(count(of: "\u{1B}[2J", in: painted) == 0)
    #expect((1...10).contains(count(of: "1/200", in: painted)))
    terminal.send("j")
    #expect(terminal.readUntilQuiet().contains("2"))
  }

  @Test func whereExplicitModeWorksAResizeClearsOnceAfterSettingIt() throws {
    let terminal = try PseudoTerminal([probeProgram])
    terminal.answers = [("\u{1B}[c", "\u{1B}[8;1$y\u{1B}[?65;1c")]
    terminal.readUntilQuiet()
    terminal.resize(columns: 90, rows: 30)
    let painted = terminal.readUntilQuiet()
    #expect(count(of: "\u{1B}[2J", in: painted) == 1)
    #expect(comesBefore("\u{1B}[8l", "\u{1B}[2J", in: painted))
  }

  @Test func anotherProgramHasTheTerminalForAWhile() throws {
    let terminal = try started()
    terminal.send("e")
    let lent = terminal.readUntilQuiet()
    #expect(comesBefore("\u{1B}[?1049l", "LENT", in: lent))
    #expect(comesBefore("LENT", "\u{1B}[?1049h", in: lent))
    #expect(lent.contains("/200"))
  }

  @Test func theOtherProgramsInterruptIsItsOwnButAnEndIsAnEnd() throws {
    let terminal = try started()
    terminal.send("e")
    terminal.read(until: "LENT")
    kill(terminal.child, SIGINT)
    #expect(terminal.readUntilQuiet().contains("/200"))
    terminal.send("e")
    terminal.read(until: "LENT")
    kill(terminal.child, SIGTERM)
    #expect(terminal.end() == 0)
    #expect(count(of: "\u{1B}[?1049h", in: terminal.output) == count(of: "\u{1B}[?1049l", in: terminal.output))
  }

  @Test func theMouseIsReportedAndLeftAgain() throws {
    let terminal = try started()
    terminal.send("m")
    #expect(terminal.readUntilQuiet().contains("\u{1B}[?1002h\u{1B}[?1006h"))
    terminal.send("\u{1B}[<0;3;4M")
    #expect(terminal.readUntilQuiet().contains("mouse"))
    terminal.send("q")
    // The fence that is asked before leaving.
    #expect(terminal.end() == 0)
    #expect(comesBefore("\u{1B}[?1006l\u{1B}[?1002l", "\u{1B}[?1049l", in: terminal.output))
  }

  @Test func pastedTextMovesNothing() throws {
    let terminal = try started()
    terminal.send("\u{1B}[200~jjjq\u{1B}[201~")
    let painted = terminal.readUntilQuiet()
    #expect(painted.contains("paste"))
    #expect(!painted.contains("▸"))
  }

  @Test func clearingPaintsEverythingAnew() throws {
    let terminal = try started()
    terminal.send("L")
    let painted = terminal.readUntilQuiet()
    #expect(comesBefore("\u{1B}[8l", "\u{1B}[2J", in: painted))
    #expect(painted.contains("/200"))
  }

  @Test func wideLettersAndMarksAreShownWhole() throws {
    let terminal = try started()
    #expect(terminal.output.contains("漢字 e\u{301}🙂|"))
  }

  @Test func mutedTextIsDimmedOnTheLinuxConsole() throws {
    // Where it has colours, it has no dim letters.
    let terminal = try started(answers: false, term: "linux")
    #expect(terminal.output.contains("\u{1B}[0;10;2m"))
  }

  @Test func anUnknownTerminalGetsAScreenAndANotice() throws {
    let terminal = try started(answers: false, term: "no-such-terminal")
    #expect(terminal.output.contains("no-such-terminal"))
  }

  @Test func theLinuxConsoleIsAskedNothing() throws {
    let terminal = try started(answers: false, term: "linux")
    #expect(!terminal.output.contains("\u{1B}[c"))
    #expect(!terminal.output.contains("\u{1B}]11"))
    #expect(!terminal.output.contains("2004"))
  }
}
