import Foundation
import Readiness
import Report
import Testing

// The expected reports are files to be read and reviewed. `JAHIZ_RECORD=1 swift test` writes them anew.

func expectation(_ name: String, is actual: String) throws {
  if ProcessInfo.processInfo.environment["JAHIZ_RECORD"] == "1" {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    try Data(actual.utf8).write(to: source.appendingPathComponent("Expectations/\(name)"))
    return
  }
  let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Expectations")
  let expected = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  #expect(actual == expected)
}

@Test("The sample reads as the reviewed text reports in both languages", arguments: Language.allCases)
func textReports(language: Language) throws {
  let options = ReportOptions(language: language, utcOffset: 3 * 3_600, toolVersion: "1.0")
  let report = textReport(sampleAssessment(), workspace: "matrices/demo", options: options)
  try expectation("report.\(language.rawValue).txt", is: report)
}

@Test("The sample reads as the reviewed Markdown reports in both languages", arguments: Language.allCases)
func markdownReports(language: Language) throws {
  let options = ReportOptions(language: language, toolVersion: "1.0")
  let report = markdownReport(sampleAssessment(), workspace: "matrices/demo", options: options)
  try expectation("report.\(language.rawValue).md", is: report)
}

@Test("The gate says the verdict and then one reason a line, in both languages", arguments: Language.allCases)
func gates(language: Language) throws {
  let lines = gateLines(sampleAssessment(), options: ReportOptions(language: language))
  #expect(lines.split(separator: "\n").count == 1 + sampleAssessment().reasons.count)
  try expectation("gate.\(language.rawValue).txt", is: lines)
}

@Test("The sample is written as the reviewed JSON")
func jsonReports() throws {
  try expectation(
    "report.json", is: jsonReport(sampleAssessment(), workspace: "matrices/demo", language: .english))
}

@Test("A workspace without anything says so calmly and leaves empty sections out", arguments: Language.allCases)
func emptyReport(language: Language) throws {
  let empty = Assessment(target: .canary, now: sampleNow, verdict: .go)
  let report = textReport(empty, workspace: ".", options: ReportOptions(language: language))
  try expectation("empty.\(language.rawValue).txt", is: report)
}
