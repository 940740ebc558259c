import Readiness
import Report
import Testing

/// What acts on a terminal or reorders text; line feeds, which reports have of their own, aside.
func dangerousScalars(in text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200B, 0xFEFF, 0xFDD0, 0xFDD1: true
    default: false
    }
  }
}

private let hostile = "\u{1B}[31mred\u{7}\u{9B}2J\u{202E}evil\u{2066}\u{7F}\u{FEFF}\r\nnext\u{2028}line\u{85}end\ttab"

@Test("Nothing of a file that acts on a terminal is in any report", arguments: Language.allCases)
func harmless(language: Language) {
  let assessment = hostileAssessment(hostile)
  for reveals in [false, true] {
    let options = ReportOptions(language: language, revealsValues: reveals, toolVersion: "1")
    #expect(dangerousScalars(in: textReport(assessment, workspace: hostile, options: options)).isEmpty)
    #expect(dangerousScalars(in: markdownReport(assessment, workspace: hostile, options: options)).isEmpty)
    #expect(dangerousScalars(in: gateLines(assessment, options: options)).isEmpty)
  }
}

@Test("The marks that order our sentences are in no report, of whatever format", arguments: Language.allCases)
func noMarks(language: Language) {
  let assessment = hostileAssessment("تأخر orders 2026-09-15")
  let options = CheckOptions(language: language)
  let reports = [
    jsonReport(assessment, workspace: "w", language: language), gateSARIF(assessment, options: options),
    gateJUnit(assessment, options: options), gateAnnotations(assessment, options: options),
    textReport(assessment, workspace: "w", options: ReportOptions(language: language, way: .visual)),
  ]
  for report in reports { #expect(dangerousScalars(in: report).isEmpty) }
}

@Test("What is replaced stays visible: an escape is a picture of one, an override a replacement character")
func standIns() {
  let report = gateLines(hostileAssessment("a\u{1B}b\u{202E}c\u{7F}d\ne"), options: ReportOptions())
  #expect(report.contains("a\u{241B}b\u{FFFD}c\u{2421}d e"))
}

@Test("The joiners and marks of honest Arabic stay in a pipe")
func joiners() {
  let word = "می\u{200C}خواهم\u{200F}"
  #expect(gateLines(hostileAssessment(word), options: ReportOptions()).contains(word))
}

@Test("A line break in a file makes no line of the gate's")
func gateLinesStayWhole() {
  let lines = gateLines(hostileAssessment("a.md\nb.md:1: go"), options: ReportOptions()).split(separator: "\n")
  #expect(lines.count == 1 + sampleAssessment().reasons.count)
}

@Test("Markdown of a file renders as text: no table cell, tag, link, code or emphasis of its own")
func markdownEscapes() {
  let text = "a|b `c` <img src=x> [l](javascript:x) **d** https://evil.example www.evil.example &lt; \\"
  let report = markdownReport(hostileAssessment(text), workspace: "w", options: ReportOptions())
  let escaped =
    "a\\|b \\`c\\` \\<img src=x\\> \\[l\\](javascript:x) \\*\\*d\\*\\* https\\://evil.example www\\.evil.example"
    + " \\&lt; \\\\"
  #expect(report.contains("| \(escaped) |"))
  let rows = report.split(separator: "\n").filter { $0.contains("| ● ") && $0.contains("a\\|b") }
  #expect(!rows.isEmpty)
}

@Test("A table's rows have as many cells as its head, whatever files hold")
func markdownCells() {
  let report = markdownReport(hostileAssessment("x|y`|`z\\|"), workspace: "w", options: ReportOptions())
  var expected = 0
  for line in report.split(separator: "\n") where line.hasPrefix("|") {
    if line.hasPrefix("|---") {
      expected = line.split(separator: "|").count
    } else if expected > 0, line.hasPrefix("| ●") || line.hasPrefix("| ■") {
      #expect(bars(in: line) == expected + 1)
    }
  }
  #expect(expected > 0)
}

/// Pipes that GFM takes for the border of a cell: those without a backslash right before them.
private func bars(in line: Substring) -> Int {
  var count = 0
  var previous: Character = " "
  for character in line {
    if character == "|", previous != "\\" { count += 1 }
    previous = character
  }
  return count
}

@Test("Code spans survive backticks", arguments: ["`", "a``b", "`x`", "``` ` ```"])
func codeSpans(path: String) throws {
  var assessment = Assessment(target: .prod, now: sampleNow, verdict: .hold)
  assessment.findings = [Finding(.brokenLink, .v1, Wording("m", "م"), at: SourceLocation(path: path))]
  let report = markdownReport(assessment, workspace: "w", options: ReportOptions())
  let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("- **V1**") })
  let code = line.dropFirst("- **V1** ".count).dropLast(": m".count)
  let fence = code.prefix { $0 == "`" }
  #expect(code.hasSuffix(fence))
  let content = code.dropFirst(fence.count).dropLast(fence.count)
  #expect(!content.contains(fence))
  #expect(content.contains(path))
}
