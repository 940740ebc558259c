import TerminalText

/// What is asked of the terminal, and what it has said. Answers come between the keys, whenever they come.
struct Negotiation {
  let isInTmux: Bool
  let isInScreen: Bool
  private let answersQuestions: Bool
  private let asksForWay: Bool
  private(set) var answers = TerminalAnswers()
  /// Questions are out whose last answer has not come.
  private(set) var isAwaitingAnswers = false
  private var askedAt = 0
  private var wantsOuterTerminal: Bool
  /// tmux, asked for the terminal that it runs in.
  private var outer: OuterTerminal?
  private var couldNotAsk = false

  init(term: String, asksForWay: Bool, isInTmux: Bool, isInScreen: Bool) {
    self.isInTmux = isInTmux
    self.isInScreen = isInScreen
    self.asksForWay = asksForWay
    answersQuestions = isInTmux || (!isInScreen && Terminal.answersQuestions(term))
    wantsOuterTerminal = isInTmux && asksForWay
  }

  // MARK: The terminal

  /// The questions to send; empty where nobody would answer. tmux answers for itself, which says nothing of how Arabic reads.
  mutating func start(at now: Int) -> String {
    guard answersQuestions else { return "" }
    isAwaitingAnswers = true
    askedAt = now
    return isInTmux
      ? TerminalAnswers.aboutScreen + TerminalAnswers.lastQuestion
      : (asksForWay ? TerminalAnswers.aboutBidi : "") + TerminalAnswers.aboutScreen + TerminalAnswers.lastQuestion
  }

  /// A question that only marks the place after which nothing else comes.
  mutating func fence(at now: Int) -> String {
    guard answersQuestions, !isAwaitingAnswers else { return "" }
    isAwaitingAnswers = true
    askedAt = now
    return TerminalAnswers.lastQuestion
  }

  /// Whether an answer may be in the middle of its way: not for ever, because some terminals do not answer.
  func expectsAnswers(at now: Int) -> Bool { isAwaitingAnswers && now - askedAt < 3_000 }

  /// Takes an answer; the event that follows from it, if any.
  mutating func take(_ output: KeyParser.Output) -> InputEvent? {
    switch output {
    case .version(let version): answers.version = version
    case .secondary(let numbers): answers.secondary = numbers
    case .explicitMode(let mode): answers.explicitMode = mode
    case .synchronizedOutput(let mode): answers.synchronizedOutput = mode
    case .background(let isLight): return .background(isLight: isLight)
    case .primary:
      let wasAwaiting = isAwaitingAnswers
      isAwaitingAnswers = false
      if wasAwaiting, asksForWay, !isInTmux { return .answered(outputWay(for: answers)) }
    case .key, .mouse, .paste: break
    }
    return nil
  }

  // MARK: The terminal outside tmux

  /// Readable when tmux has something to say.
  var descriptor: Int32? { outer.flatMap { $0.isOpen ? $0.descriptor : nil } }

  /// Whether there is something to take without waiting.
  var hasNews: Bool { couldNotAsk }

  /// Asks tmux, once, after the first paint.
  mutating func askOuterTerminal() {
    guard wantsOuterTerminal else { return }
    wantsOuterTerminal = false
    outer = OuterTerminal()
    couldNotAsk = outer == nil
  }

  /// Takes what tmux has said, and clears away the child that asked it.
  mutating func takeOuterTerminal() -> InputEvent? {
    if couldNotAsk {
      couldNotAsk = false
      return .answered(outputWay(insideTmuxOf: ""))
    }
    guard let name = outer?.read() else {
      if outer?.reap() == true { outer = nil }
      return nil
    }
    if outer?.reap() == true { outer = nil }
    return .answered(outputWay(insideTmuxOf: name))
  }

  /// Nothing more is wanted.
  mutating func stop() {
    outer?.stop()
    outer = nil
  }
}
