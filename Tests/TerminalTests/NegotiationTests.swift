import Glibc
import TerminalText
import Testing

@testable import Terminal

@Suite struct NegotiationTests {
  private func negotiation(_ term: String, tmux: Bool = false, screen: Bool = false, way: Bool = true) -> Negotiation {
    Negotiation(term: term, asksForWay: way, isInTmux: tmux, isInScreen: screen)
  }

  @Test func onlyTerminalsThatAnswerAreAsked() {
    for term in ["linux", "vt100", "dumb", ""] {
      var one = negotiation(term)
      #expect(one.start(at: 0) == "")
      #expect(!one.isAwaitingAnswers)
    }
    var screen = negotiation("xterm", screen: true)
    #expect(screen.start(at: 0) == "")
    var xterm = negotiation("xterm-256color")
    #expect(xterm.start(at: 0) == TerminalAnswers.questions)
    #expect(xterm.isAwaitingAnswers)
  }

  @Test func theWayIsToldWhenTheLastAnswerHasCome() {
    var one = negotiation("xterm")
    _ = one.start(at: 0)
    #expect(one.take(.version("kitty(0.26.5)")) == nil)
    #expect(one.take(.background(isLight: true)) == .background(isLight: true))
    #expect(one.take(.primary) == .answered(.runs))
    #expect(!one.isAwaitingAnswers)
    // The answer to a fence says nothing new.
    #expect(one.fence(at: 0) == "\u{1B}[c")
  }

  @Test func whoHasChosenTheWayIsNotTold() {
    var one = negotiation("xterm", way: false)
    #expect(!one.start(at: 0).contains("[>q"))
    #expect(one.take(.primary) == nil)
  }

  @Test func answersAreNotExpectedForEver() {
    var one = negotiation("xterm")
    _ = one.start(at: 1_000)
    #expect(one.expectsAnswers(at: 1_500))
    #expect(!one.expectsAnswers(at: 9_000))
    #expect(one.isAwaitingAnswers)
  }

  @Test(.timeLimit(.minutes(1))) func tmuxIsAskedByAChildThatLeavesNothingBehind() throws {
    var outer = try #require(OuterTerminal(command: ["sh", "-c", "sleep 0.1; echo 'XTerm(379)'"]))
    let early = outer.read()
    #expect(early == nil)
    var name: String?
    var turns = 0
    while name == nil, turns < 1_000 {
      name = outer.read()
      usleep(5_000)
      turns += 1
    }
    #expect(name == "XTerm(379)")
    while !outer.reap() { usleep(1_000) }
    #expect(OuterTerminal(command: ["no-such-program-anywhere"]) == nil)
    var slow = try #require(OuterTerminal(command: ["sleep", "100"]))
    slow.stop()
    let isGone = slow.reap()
    #expect(isGone)
  }
}
