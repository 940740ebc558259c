import ArgumentParser
import Readiness
import TerminalText

/// What the commands take that show a workspace: it may stand as an argument too.
struct CommonOptions: ParsableArguments {
  @Argument(help: "The workspace: the folder that is read. Default: the current one.", completion: .directory)
  var workspace: String?

  @OptionGroup var shared: SharedOptions

  mutating func validate() throws {
    if workspace != nil, shared.directory != nil {
      throw ValidationError("The workspace is named twice: give it as an argument or with -C.")
    }
  }

  /// What is asked, on top of what the user likes.
  ///
  /// - Throws: `ExitCode(2)` where the user's settings are wrong.
  func request() throws -> Request {
    var request = try shared.request()
    if let workspace { request.root = workspace }
    return request
  }
}

/// The options of every command that reads a workspace.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customShort("C"), help: ArgumentHelp("The workspace, as an option.", valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Option(name: .customLong("rc"), help: ArgumentHelp("The release candidate to judge.", valueName: "name"))
  var candidate: String?

  @Option(help: "Where the candidate is to go: canary or prod. Default: the configuration's, else prod.")
  var target: Target?

  @Option(help: ArgumentHelp("A fixed clock: RFC 3339 with zone.", valueName: "time"))
  var now: String?

  @Option(help: "The language of the screen: en, ar or auto.")
  var lang: LanguageChoice?

  @Option(
    help: ArgumentHelp("The theme, by its name; jahiz themes lists them.", valueName: "name"),
    completion: .custom { _, _, _ in ThemeLoader.names() })
  var theme: String?

  @Option(help: "How Arabic goes to the terminal: auto, visual, words, runs or terminal.")
  var bidi: BidiChoice?

  @Option(help: "auto, always or never.")
  var color: ColorSetting = .auto

  @Flag(help: "Show unexpected values of results unmasked.")
  var reveal = false

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(help: "Change nothing.")
  var readOnly = false

  mutating func validate() throws {
    if let now, Timestamp(rfc3339: now) == nil {
      throw ValidationError("--now “\(now)” is no time: write it as 2026-11-24T12:00:00Z.")
    }
  }

  /// What is asked, on top of what the user likes.
  ///
  /// - Throws: `ExitCode(2)` where the user's settings are wrong.
  func request() throws -> Request {
    try Request(
      root: directory ?? ".", candidate: candidate, target: target,
      fixedNow: now.flatMap { Timestamp(rfc3339: $0)?.instant }, lang: lang, theme: theme, bidiOption: bidi,
      color: color, revealsValues: reveal, isReadOnlyByOption: readOnly, leavesMouse: noMouse
    ).withSettings()
  }
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case en, ar, auto

  var language: Language {
    switch self {
    case .en: .english
    case .ar: .arabic
    case .auto: environment("LC_ALL", "LC_MESSAGES", "LANG").hasPrefix("ar") ? .arabic : .english
    }
  }
}

enum BidiChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, visual, words, runs, terminal

  /// nil: to be found out.
  var way: OutputWay? { OutputWay(rawValue: rawValue) }
}

enum ColorSetting: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Target: ExpressibleByArgument {}
