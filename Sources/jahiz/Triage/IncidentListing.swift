import ArgumentParser
import Glibc
import Readiness
import Report

struct ListIncidents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the open incidents, gravest first.")

  @OptionGroup var options: SharedOptions
  @Option(help: "text or json.") var format: ListFormat = .text
  @Flag(help: "Resolved ones too.") var all = false
  @Option(help: "Only those at least so grave: V0, V1, V2 or V3.") var severity: Severity?

  func run() throws {
    let request = try options.request()
    let (_, assessment) = try assessed(request)
    let incidents = assessment.incidents.filter { (all || $0.isOpen) && $0.severity >= severity ?? .v0 }
    write(
      format == .json
        ? incidentsJSON(incidents, assessment, language: format.language(request))
        : incidentList(incidents, assessment, options: reportOptions(request, assessment)),
      to: STDOUT_FILENO)
  }
}

struct ShowIncident: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an incident with all that happened.")

  @OptionGroup var options: SharedOptions
  @Option(help: "text or json.") var format: ListFormat = .text
  @Argument(help: "The incident’s id, or a beginning that fits only one.") var id: String

  func run() throws {
    let request = try options.request()
    let (workspace, assessment) = try assessed(request)
    let id = try one(id, among: assessment.incidents.map(\.id), noIncident, format.language(request))
    guard let incident = assessment.incidents.first(where: { $0.id == id }) else { throw ExitCode(1) }
    let story = story(workspace, assessment, of: id)
    let times = incident.serviceTimes(workspace.configuration.serviceLevels, at: assessment.now)
    write(
      format == .json
        ? incidentJSON(incident, story, times, assessment, language: format.language(request))
        : incidentPage(incident, story, times, assessment, options: reportOptions(request, assessment)),
      to: STDOUT_FILENO)
  }
}
