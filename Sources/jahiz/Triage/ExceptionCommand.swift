import ArgumentParser
import Glibc
import Readiness
import Report

struct ExceptionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exception", abstract: "Records, lists and revokes time-limited permissions to ship.",
    subcommands: [RecordException.self, ListExceptions.self, RevokeException.self])
}

private struct RecordException: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Records an exception; prints its id.",
    discussion: "None covers a V3, what cannot be read, or the incidents beneath a dimension.")

  @OptionGroup var options: WritingOptions
  @Argument(help: "What it covers: an incident, a dimension or a release candidate.") var covers: String
  @Option(help: "Why it may ship all the same.") var reason: String
  @Option(help: "Who agreed.") var approver: String
  @Option(
    name: [.customLong("expires"), .customLong("until")],
    help: "When it ends: 7d, 36h, thursday, 2026-12-03 or a time in RFC 3339.")
  var expires: String

  func run() throws {
    let now = currentInstant()
    guard let end = expiry(expires, now: now, utcOffset: utcOffset(at: now)) else {
      throw ValidationError("--expires “\(expires)” is no time: write 7d, 36h, thursday, 2026-12-03 or RFC 3339.")
    }
    let session = try TriageSession(options)
    let exception = NewException(
      covers: try session.covered(covers), reason: reason, approver: approver, expires: end)
    try session.perform([.record(exception)], printsEntities: true)
  }
}

private struct RevokeException: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Ends an exception before its time.")

  @OptionGroup var options: WritingOptions
  @Argument(help: "The exception’s id, or a beginning that fits only one.") var id: String
  @Option(help: "Why.") var reason = ""

  func run() throws {
    let session = try TriageSession(options)
    try session.perform([.revoke(try session.exception(id), reason: reason)])
  }
}

private struct ListExceptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists exceptions, those that no longer count too.")

  @OptionGroup var options: SharedOptions
  @Option(help: "text or json.") var format: ListFormat = .text

  func run() throws {
    let request = try options.request()
    let (_, assessment) = try assessed(request)
    write(
      format == .json
        ? exceptionsJSON(assessment) : exceptionList(assessment, options: reportOptions(request, assessment)),
      to: STDOUT_FILENO)
  }
}
