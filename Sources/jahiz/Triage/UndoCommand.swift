import ArgumentParser

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes back your own last action, unless something else has moved since.",
    discussion: "The log keeps both: what was done, and that it was taken back.")

  @OptionGroup var options: WritingOptions

  func run() throws { try TriageSession(options).undo() }
}
