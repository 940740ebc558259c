import Foundation
import Readiness
import Report
import Testing

// Lists, an incident's page and the log as files to be read and reviewed, like the reports.

private func options(_ language: Language) -> ReportOptions {
  ReportOptions(language: language, utcOffset: 3 * 3_600)
}

@Test("Incidents are listed as reviewed in both languages", arguments: Language.allCases)
func incidentLists(language: Language) throws {
  let assessment = sampleAssessment()
  try expectation(
    "incidents.\(language.rawValue).txt",
    is: incidentList(assessment.incidents, assessment, options: options(language)))
}

@Test("Exceptions are listed as reviewed in both languages, those that count no more too", arguments: Language.allCases)
func exceptionLists(language: Language) throws {
  try expectation(
    "exceptions.\(language.rawValue).txt", is: exceptionList(sampleAssessment(), options: options(language)))
}

@Test("An incident is told as reviewed in both languages", arguments: Language.allCases)
func incidentPages(language: Language) throws {
  let assessment = sampleAssessment()
  let incident = try #require(assessment.incidents.first { $0.id == "INC-9" })
  let times = [
    ServiceTime(goal: .acknowledge, seconds: 720, allowed: 600, isRunning: false),
    ServiceTime(goal: .resolve, seconds: 10_800, allowed: 28_800, isRunning: true),
  ]
  try expectation(
    "incident.\(language.rawValue).txt",
    is: incidentPage(incident, sampleStory, times, assessment, options: options(language)))
}

@Test("The log is told as reviewed in both languages", arguments: Language.allCases)
func logs(language: Language) throws {
  let blame = Blame(
    location: SourceLocation(path: "MATRIX.md", line: 12), commit: String(repeating: "a1b2", count: 10),
    author: "سارة", moment: sampleNow, summary: "Block the approval SLA")
  try expectation(
    "log.\(language.rawValue).txt", is: logText(sampleStory, blame: blame, options: options(language)))
}

@Test("The log is written as the reviewed JSON")
func jsonLogs() throws { try expectation("log.json", is: logJSON(sampleStory, blame: nil, language: .english)) }

private let sampleStory: [StoryEntry] = {
  func moment(_ seconds: Int64) -> Timestamp {
    let instant = sampleNow.advanced(bySeconds: seconds)
    return Timestamp(instant: instant, text: instant.rfc3339())
  }
  func event(_ type: String, _ entity: String, severity: String? = nil, _ data: [String: String]) -> StoryEntry {
    let event = Event(
      id: "e-\(type)", type: type, entity: entity, timestamp: moment(-3_600), rawSeverity: severity,
      correlationID: "c-1", causationID: "none", source: "jahiz", actorType: "human",
      data: data.merging(["actor": "نورة"]) { first, _ in first },
      location: SourceLocation(path: "incidents/events.jsonl", line: 3))
    return StoryEntry(
      moment: event.timestamp, author: event.author, entity: entity, type: type,
      detail: Wording(verbatim: event.detail(in: .english), event.detail(in: .arabic)), location: event.location,
      event: event)
  }
  return [
    StoryEntry(
      moment: moment(-7_200), author: "", entity: "GX-0123456789ab", type: "checkpoint.failed",
      detail: Wording("V3 · customers", "V3 · customers"), location: SourceLocation(path: "gx/a.json"), event: nil),
    event("incident.opened", "INC-9", severity: "V2", ["title": "Payments lag", "title_ar": "تأخر المدفوعات"]),
    event("incident.reassigned", "INC-9", ["owner": "ليلى", "from": "Data"]),
    event("incident.severity_changed", "INC-9", severity: "V1", ["from": "V2", "reason": "fewer customers"]),
    event("incident.reopened", "INC-9", ["undoes": "e-7"]),
    event("dimension.status_changed", "approval SLA", ["from": "", "to": "OK", "reason": "signed"]),
    event("dimension.owner_changed", "approval SLA", ["from": "Data", "to": ""]),
    event(
      "exception.recorded", "EXC-1",
      ["covers": "INC-9", "reason": "r", "approver": "Huda", "expires_at": "2026-11-30T00:00:00Z"]),
  ]
}()
