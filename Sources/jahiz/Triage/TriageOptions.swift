import ArgumentParser
import Ledger
import Readiness

/// What an act belongs to, for what it writes.
struct BelongingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What this belongs to, as a ticket or a pipeline’s run.", valueName: "id"))
  var correlationID: String?

  @Option(
    help: ArgumentHelp("The trace this belongs to, as W3C has it; default: $TRACEPARENT.", valueName: "header"))
  var traceparent: String?

  mutating func validate() throws {
    if correlationID?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--correlation-id is empty.") }
    if let traceparent, TraceContext(traceparent: traceparent) == nil {
      throw ValidationError(
        "--traceparent “\(traceparent)” is none: write it as 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.")
    }
  }
}

/// What every command that changes something takes.
struct WritingOptions: ParsableArguments {
  @Option(
    name: .customShort("C"), help: ArgumentHelp("The workspace. Default: the current folder.", valueName: "dir"),
    completion: .directory)
  var directory = "."

  @OptionGroup var belonging: BelongingOptions

  @Option(help: "The language of messages: en, ar or auto.")
  var lang: LanguageChoice?

  @Flag(help: "Change nothing: every act is refused.")
  var readOnly = false

  @Option(help: .hidden)
  var now: String?

  mutating func validate() throws {
    if now != nil {
      throw ValidationError("--now is for reading: what is written bears the time at which it is written.")
    }
  }

  /// What is asked, on top of what the user likes.
  ///
  /// - Throws: `ExitCode(2)` where the user's settings are wrong.
  func request() throws -> Request {
    try Request(
      root: directory, lang: lang, isReadOnlyByOption: readOnly, correlationID: belonging.correlationID,
      traceparent: belonging.traceparent
    ).withSettings()
  }
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// JSON is for programs: English unless another language is asked for by name.
  func language(_ request: Request) -> Language {
    self == .json ? request.lang?.language ?? .english : request.language
  }
}

extension Severity: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }
  package static var allValueStrings: [String] { allCases.map(\.name) }
}

/// A status that can be set, by its word in either language.
struct StatusChoice: ExpressibleByArgument {
  let status: Status

  init?(argument: String) {
    let wanted = folded(argument)
    let found = Status.allCases.first { status in
      guard let word = status.matrixWord else { return false }
      return [word, status.rawValue, status.wording(.arabic)].contains { !$0.isEmpty && folded($0) == wanted }
    }
    guard let found else { return nil }
    status = found
  }

  static var allValueStrings: [String] { ["ok", "risk", "blocked", "unset"] }
}
