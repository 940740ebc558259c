import Readiness
import Report
import TerminalText
import Testing

@Test("No line is wider than a page of 80 or 120 columns", arguments: Language.allCases, [80, 120])
func widths(language: Language, columns: Int) {
  let options = ReportOptions(language: language, columns: columns)
  for line in textReport(sampleAssessment(), workspace: "w", options: options).split(separator: "\n") {
    #expect(displayWidth(of: line) <= columns)
  }
}

@Test("No line is wider than a terminal, which would break it in the wrong place", arguments: Language.allCases)
func narrowTerminal(language: Language) {
  let options = ReportOptions(language: language, columns: 40, way: .visual)
  let report = textReport(sampleAssessment(), workspace: "w", options: options)
  for line in report.split(separator: "\n") { #expect(displayWidth(of: line) <= 40) }
  let gate = gateLines(sampleAssessment(), options: options)
  for line in gate.split(separator: "\n") { #expect(displayWidth(of: line) <= 40) }
}

@Test("A pipe gets every word of a long message whole, however narrow")
func nothingIsCut() {
  let report = textReport(sampleAssessment(), workspace: "w", options: ReportOptions(columns: 40))
  let words = report.split { $0 == " " || $0 == "\n" }
  let message = sampleAssessment().reasons[0].message(.english)
  for word in message.split(separator: " ") { #expect(words.contains(word)) }
  #expect(words.contains("docs/RELEASE_READINESS_MATRIX_AR.md:16:"))
  #expect(!report.contains("…"))
}

@Test("Unexpected values are masked unless they are to be revealed", arguments: Language.allCases)
func masking(language: Language) {
  let masked = ReportOptions(language: language)
  let revealed = ReportOptions(language: language, revealsValues: true)
  for report in [textReport, markdownReport] {
    #expect(!report(sampleAssessment(), "w", masked).contains("1098765432"))
    #expect(report(sampleAssessment(), "w", revealed).contains("1098765432"))
  }
}

@Test("Colours go to a terminal that wants them, and to nothing else")
func colors() {
  let pipe = textReport(sampleAssessment(), workspace: "w", options: ReportOptions(usesColor: true))
  #expect(!pipe.contains("\u{1B}"))
  let plain = textReport(sampleAssessment(), workspace: "w", options: ReportOptions(way: .visual))
  #expect(!plain.contains("\u{1B}"))
  let options = ReportOptions(usesColor: true, way: .visual)
  let colored = textReport(sampleAssessment(), workspace: "w", options: options)
  #expect(colored.contains("\u{1B}[0;1;31m"))
  for line in colored.split(separator: "\n") where line.contains("\u{1B}") {
    #expect(line.contains("\u{1B}[0m"))
  }
}

@Test("An Arabic report on a terminal has its columns from the right")
func mirrored() throws {
  let options = ReportOptions(language: .arabic, columns: 80, way: .visual)
  let report = textReport(sampleAssessment(), workspace: "w", options: options)
  let line = try #require(report.split(separator: "\n").first { $0.contains("customers.csv") })
  let left = try #require(line.range(of: "2/6")?.lowerBound)
  let right = try #require(line.range(of: "customers.csv")?.lowerBound)
  #expect(left < right)
  #expect(line.first == " ")
}

@Test("Moments are in the zone asked for")
func zone() {
  let options = ReportOptions(utcOffset: -(9 * 3_600 + 30 * 60))
  #expect(textReport(sampleAssessment(), workspace: "w", options: options).contains("2026-11-24 02:30:00 -09:30"))
}

@Test("Extreme numbers and dates are written, not trapped on")
func extremes() {
  var assessment = sampleAssessment()
  assessment.incidents[0].openedAt = Timestamp(instant: Instant(seconds: .min), text: "?")
  assessment.incidents[0].clock = ServiceClock(goal: .resolve, due: Instant(seconds: .min))
  assessment.incidents[1].clock = ServiceClock(goal: .resolve, due: Instant(seconds: .max))
  assessment.checkpoints[0].failedSeverities = []
  assessment.checkpoints[0].result.evaluated = .max
  for language in Language.allCases {
    let options = ReportOptions(language: language, columns: -5)
    #expect(!textReport(assessment, workspace: "", options: options).isEmpty)
    #expect(!markdownReport(assessment, workspace: "", options: options).isEmpty)
    #expect(!jsonReport(assessment, workspace: "", language: language).isEmpty)
  }
}

@Test("A date in an Arabic sentence keeps its order on a terminal, and a pipe gets no marks")
func datesInArabic() {
  let terminal = ReportOptions(language: .arabic, way: .visual)
  #expect(textReport(sampleAssessment(), workspace: "w", options: terminal).contains("2026-11-24 12:00:00 UTC"))
  let pipe = textReport(sampleAssessment(), workspace: "w", options: ReportOptions(language: .arabic))
  #expect(!pipe.unicodeScalars.contains { $0.value == 0x200E || $0.value == 0x200F })
}
