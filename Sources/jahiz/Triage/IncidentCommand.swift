import ArgumentParser
import Readiness

struct IncidentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Opens incidents, acts on them, lists them.",
    subcommands: [
      OpenIncident.self, Acknowledge.self, Assign.self, Note.self, Mitigate.self, Resolve.self, Reopen.self,
      ChangeSeverity.self, Compensate.self, ListIncidents.self, ShowIncident.self,
    ])
}

/// A command that does one thing to each of several incidents.
private protocol IncidentActing: ParsableCommand {
  var options: WritingOptions { get }
  var ids: [String] { get }
  var act: IncidentAct { get }
}

extension IncidentActing {
  func run() throws {
    let session = try TriageSession(options)
    try session.perform(try session.incidents(ids).map { .incident($0, act) })
  }
}

private let idsHelp = ArgumentHelp("The incidents’ ids, or beginnings that fit only one.", valueName: "id")

private struct OpenIncident: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Opens an incident; prints its id.")

  @OptionGroup var options: WritingOptions
  @Argument(help: "What happened, in a few words.") var title: String
  @Option(help: "V0, V1, V2 or V3.") var severity: Severity
  @Option(name: .customLong("title-ar"), help: "The title in Arabic.") var titleArabic = ""
  @Option(help: "The dimension it lands on.") var dimension = ""
  @Option(help: "Who sees to it.") var owner = ""

  func run() throws {
    let session = try TriageSession(options)
    let key = dimension.isEmpty || session.workspace.matrix == nil ? dimension : try session.row(dimension)
    try session.perform(
      [
        .open(
          NewIncident(title: title, titleArabic: titleArabic, severity: severity, dimension: key, owner: owner))
      ], printsEntities: true)
  }
}

private struct Acknowledge: IncidentActing {
  static let configuration = CommandConfiguration(commandName: "ack", abstract: "Says that somebody is at it.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(help: "A word beside it.") var note = ""

  var act: IncidentAct { .acknowledge(note: note) }
}

private struct Assign: IncidentActing {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Gives it to an owner.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(name: [.customLong("owner"), .customLong("to")], help: "Who sees to it from now on.") var owner: String

  var act: IncidentAct { .assign(owner: owner) }
}

private struct Note: IncidentActing {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "Writes a note.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(name: [.customLong("text"), .customShort("m")], help: "The note.") var text: String

  var act: IncidentAct { .note(text) }
}

private struct Mitigate: IncidentActing {
  static let configuration = CommandConfiguration(
    commandName: "mitigate", abstract: "Says that it harms no more, though its cause remains.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(help: "What was done.") var how = ""

  var act: IncidentAct { .mitigate(how: how) }
}

private struct Resolve: IncidentActing {
  static let configuration = CommandConfiguration(commandName: "resolve", abstract: "Says that it is over.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(help: "What was done.") var how = ""
  @Option(help: "A path or URL that shows it.") var evidence = ""

  var act: IncidentAct { .resolve(how: how, evidence: evidence) }
}

private struct Reopen: IncidentActing {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Opens it again.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(help: "Why.") var reason = ""

  var act: IncidentAct { .reopen(reason: reason) }
}

private struct ChangeSeverity: IncidentActing {
  static let configuration = CommandConfiguration(
    commandName: "severity", abstract: "Changes how grave it is; lowering needs a reason.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(name: [.customLong("to"), .customLong("severity")], help: "V0, V1, V2 or V3.") var severity: Severity
  @Option(help: "Why.") var reason = ""

  var act: IncidentAct { .changeSeverity(severity, reason: reason) }
}

private struct Compensate: IncidentActing {
  static let configuration = CommandConfiguration(
    commandName: "compensate", abstract: "Records the mechanism that compensates a V1.")
  @OptionGroup var options: WritingOptions
  @Argument(help: idsHelp) var ids: [String]
  @Option(help: "What compensates it.") var mechanism: String

  var act: IncidentAct { .compensate(mechanism: mechanism) }
}
