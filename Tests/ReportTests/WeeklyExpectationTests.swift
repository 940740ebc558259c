import Foundation
import Readiness
import Testing

@testable import Report

// Weekly pages as files to be read and reviewed, like the reports.

@Test("A week with something in every section reads as reviewed in both languages", arguments: Language.allCases)
func weeklyPages(language: Language) throws {
  let options = ReportOptions(language: language, utcOffset: 3 * 3_600)
  try expectation("weekly.\(language.rawValue).md", is: weeklyMarkdown(samplePage(), options: options))
}

@Test("A week in which nothing is wrong reads as reviewed in both languages", arguments: Language.allCases)
func calmWeeks(language: Language) throws {
  let options = ReportOptions(language: language, utcOffset: 3 * 3_600)
  try expectation("weekly-calm.\(language.rawValue).md", is: weeklyMarkdown(calmPage(), options: options))
}

@Test("A week is written as the reviewed JSON")
func weeklyDocuments() throws {
  try expectation(
    "weekly.json",
    is: weeklyJSON(samplePage(), workspace: "matrices/demo", utcOffset: 3 * 3_600, language: .english))
}

@Test("Nothing of a file that acts on a terminal is in a weekly page", arguments: Language.allCases)
func weeklyPagesAreHarmless(language: Language) {
  let hostile = "\u{1B}[31mred\u{7}\u{9B}2J\u{202E}evil\u{2066}\u{7F}\u{FEFF}\r\nnext\u{2028}line\u{85}end\ttab"
  let page = samplePage(hostileAssessment(hostile), hostileWeek(hostile))
  #expect(dangerousScalars(in: weeklyMarkdown(page, options: ReportOptions(language: language))).isEmpty)
  let document = weeklyJSON(page, workspace: hostile, utcOffset: 0, language: language)
  #expect(dangerousScalars(in: document).isEmpty)
}

@Test("A table's rows have as many cells as its head, and texts of files no tags or lines of their own")
func weeklyTables() {
  let text = "a|b `c` <img src=x>\n\n| x |\n# y"
  let page = samplePage(hostileAssessment(text), hostileWeek(text))
  let markdown = weeklyMarkdown(page, options: ReportOptions())
  for row in markdown.split(separator: "\n") where row.hasPrefix("|") {
    let cells = row.replacingOccurrences(of: "\\|", with: "").filter { $0 == "|" }.count
    #expect(cells == 5, "\(row)")
  }
  let unescaped = markdown.replacingOccurrences(of: "\\<", with: "").contains("<img")
  #expect(!unescaped)
  #expect(!markdown.split(separator: "\n").contains { $0.hasPrefix("# y") })
}

@Test("A page and a half is all there is, however much is wrong", arguments: Language.allCases)
func longPages(language: Language) {
  var page = samplePage()
  page.blockers = (0..<300).flatMap { _ in page.blockers }
  page.risks = (0..<300).flatMap { _ in page.risks }
  page.actions = (0..<300).flatMap { _ in page.actions }
  page.decisions = (0..<300).flatMap { _ in page.decisions }
  page.changes.incidents = (0..<300).flatMap { _ in page.changes.incidents }
  page.changes.statuses = (0..<300).flatMap { _ in page.changes.statuses }
  let markdown = weeklyMarkdown(page, options: ReportOptions(language: language))
  #expect(markdown.split(separator: "\n").count <= 75)
}

@Test("The days of a week are named as people name them, across months and years")
func days() throws {
  func named(_ text: String) throws -> Wording { WeeklyStrings.week(try #require(Week(text))) }
  #expect(try named("2026-W48") == Wording("week 48 of 2026 (23–29 November)", "الأسبوع 48 من 2026 (23–29 نوفمبر)"))
  #expect(try named("2026-W49").english == "week 49 of 2026 (30 November – 6 December)")
  #expect(try named("2020-W53").english == "week 53 of 2020 (28 December 2020 – 3 January 2021)")
  #expect(try named("2020-W53").arabic == "الأسبوع 53 من 2020 (28 ديسمبر 2020 – 3 يناير 2021)")
}

@Test(
  "Counts take their Arabic forms",
  arguments: [
    (1, "فُتحت حادثة واحدة."), (2, "فُتحت حادثتان."), (3, "فُتحت 3 حوادث."), (11, "فُتحت 11 حادثة."),
    (100, "فُتحت 100 حادثة."), (103, "فُتحت 103 حوادث."),
  ])
func arabicCounts(count: Int, sentence: String) {
  var changes = WeeklyChanges()
  changes.incidents = (0..<count).map {
    WeeklyChanges.Incident(
      id: "INC-\($0)", title: Wording("", ""), severity: .v1, state: .open, changes: [.opened])
  }
  #expect(WeeklyStrings.changes(changes).arabic == sentence)
  #expect(WeeklyStrings.changes(changes).english == "\(count) \(count == 1 ? "incident" : "incidents") opened.")
}

@Test("What blocks is summed up in one sentence")
func sums() {
  func item(_ verdict: Verdict, isLate: Bool = false) -> WeeklyItem {
    let reason = Reason(.incidentV2Open, verdict, message: Wording("", ""))
    return WeeklyItem(reason: reason, subject: "", title: Wording("", ""), isLate: isLate)
  }
  func sum(_ items: WeeklyItem...) -> Wording { WeeklyStrings.blockers(items) }
  #expect(sum().english == "Nothing blocks the release.")
  #expect(sum(item(.hold)) == Wording("1 point holds the release.", "تُعلّق الإصدار مسألة واحدة."))
  #expect(
    sum(item(.stop, isLate: true), item(.hold), item(.hold, isLate: true))
      == Wording(
        "1 point stops the release and 2 hold it; 2 of them are overdue.",
        "تُوقف الإصدار مسألة واحدة، وتُعلّقه مسألتان؛ اثنتان منها تجاوزتا مهلتيهما."))
  #expect(sum(item(.hold, isLate: true)).arabic == "تُعلّق الإصدار مسألة واحدة، وقد تجاوزت مهلتها.")
  #expect(
    sum(item(.hold, isLate: true), item(.hold)).arabic == "تُعلّق الإصدار مسألتان؛ إحداهما تجاوزت مهلتها.")
  #expect(
    sum(item(.hold, isLate: true), item(.hold, isLate: true)).arabic
      == "تُعلّق الإصدار مسألتان، وقد تجاوزتا مهلتيهما.")
}

@Test("How fresh the evidence is takes its forms in both languages")
func freshnessForms() {
  #expect(WeeklyStrings.freshness(nil).english == "No evidence bears a date.")
  #expect(WeeklyStrings.freshness(0).arabic == "أحدث دليل: قبل أقل من ساعة.")
  #expect(WeeklyStrings.freshness(1).english == "Newest evidence: 1 hour old.")
  #expect(WeeklyStrings.freshness(2).arabic == "أحدث دليل: قبل ساعتين.")
  #expect(WeeklyStrings.freshness(47).arabic == "أحدث دليل: قبل 47 ساعة.")
  #expect(WeeklyStrings.freshness(48).arabic == "أحدث دليل: قبل يومين.")
  #expect(WeeklyStrings.freshness(72).english == "Newest evidence: 3 days old.")
}
