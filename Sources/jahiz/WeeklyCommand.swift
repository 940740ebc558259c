import ArgumentParser
import Glibc
import Ledger
import Readiness
import Report

enum WeeklyFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown, json
}

struct WeeklyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: "Prints a page for a board pack: what changed in a week, what blocks, what is next.",
    discussion:
      "What changed is the week’s, from the log and Git; all else is as of now, or of the moment that --now names.")

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The week of ISO 8601, as 2026-W48. Default: the one of --now.", valueName: "week"))
  var week: String?

  @Option(help: "markdown or json.")
  var format: WeeklyFormat = .markdown

  mutating func validate() throws {
    if let week, Week(week) == nil {
      throw ValidationError("--week “\(week)” is no week of ISO 8601: write it as 2026-W48.")
    }
  }

  func run() throws {
    let request = try options.request()
    let (workspace, assessment) = try assessed(request)
    let week = week.flatMap { Week($0) } ?? Week(containing: assessment.now, utcOffset: utcOffset(at: assessment.now))
    let (start, end) = (localMoment { week.start(utcOffset: $0) }, localMoment { week.end(utcOffset: $0) })
    let page = weeklyPage(
      workspace, assessment, week: week, start: start, end: end,
      repository: repositoryWeek(
        in: request.root, matrix: workspace.matrix?.path, start: start, end: end, now: assessment.now),
      approvals: waitingApprovals(workspace, assessment), generatedBy: "jahiz \(Jahiz.version)",
      traceID: TraceContext(traceparent: environment("TRACEPARENT"))?.traceID ?? TraceContext.make().traceID)
    write(rendered(page, of: workspace, assessment, request), to: STDOUT_FILENO)
  }

  private func rendered(
    _ page: WeeklyPage, of workspace: Workspace, _ assessment: Assessment, _ request: Request
  ) -> String {
    switch format {
    case .markdown: weeklyMarkdown(page, options: reportOptions(request, assessment))
    case .json:
      // A contract for programs: English unless another language is asked for by name.
      weeklyJSON(
        page, workspace: workspace.root, utcOffset: utcOffset(at: page.start),
        language: request.lang?.language ?? .english)
    }
  }
}

/// A moment that local time has to be known for, at which local time may stand elsewhere than now.
private func localMoment(_ moment: (Int) -> Instant) -> Instant {
  let guess = moment(0)
  return moment(utcOffset(at: moment(utcOffset(at: guess))))
}
