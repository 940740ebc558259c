import TerminalText
import Testing

@testable import Terminal

@Suite struct TerminalAnswersTests {
  @Test(arguments: [
    (TerminalAnswers(version: "XTerm(379)", secondary: [41, 379, 0], explicitMode: 0), OutputWay.visual),
    (TerminalAnswers(secondary: [65, 7006, 1], explicitMode: 1), .visual),
    (TerminalAnswers(secondary: [24, 279, 0], explicitMode: 0), .visual),
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

  @Test func theLastQuestionIsOneThatEveryTerminalAnswers() {
    #expect(TerminalAnswers.questions.hasSuffix("\u{1B}[c"))
  }
}
