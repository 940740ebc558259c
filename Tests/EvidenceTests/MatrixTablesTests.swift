import Readiness
import Testing

@testable import Evidence

struct MatrixTablesTests {
  private func read(_ text: String) -> (matrix: Matrix?, findings: [Finding]) {
    readMatrix(Array(text.utf8), path: "m.md")
  }

  private func rows(_ text: String) -> [String] {
    read(text).matrix?.tables.flatMap(\.dimensions).map { "\($0.location.line ?? 0) \($0.key) \($0.status)" } ?? []
  }

  @Test func `Tables in quotes and lists are read, nested too, with their lines`() {
    #expect(rows("> | Dimension | Status |\n> |-|-|\n> | a | Blocked |\n") == ["3 a blocked"])
    #expect(rows("- x\n\n  | Dimension | Status |\n  |-|-|\n  | a | OK |\n") == ["5 a ok"])
    #expect(rows("1. > - | Dimension | Status |\n   >   |-|-|\n   >   | a | OK |\n") == ["3 a ok"])
  }

  @Test func `A row in a quote has as many cells as it shows`() {
    let (_, findings) = read("> - | Dimension | Status |\n>   |-|-|\n>   | a | OK |\n>   | b | OK | x |\n")
    #expect(findings.map(\.code) == [.raggedRow])
    #expect(findings.map(\.location.line) == [4])
  }

  @Test func `A heading in a quote says nothing of what follows the quote`() {
    let table = "| Dimension | Status |\n|-|-|\n| a | OK |\n"
    let tables = read("# RC-1\n\n> ## RC-2\n>\n> | Dimension | Status |\n> |-|-|\n> | a | OK |\n\n\(table)").matrix?
      .tables
    #expect(tables?.map(\.candidate) == ["RC-2", "RC-1"])
  }

  @Test(arguments: ["Area", "Check", "المجال", "Item 1", ""])
  func `The first column names the rows where no header names a dimension`(header: String) {
    #expect(rows("| \(header) | Status |\n|-|-|\n| a | Blocked |\n") == ["3 a blocked"])
  }

  @Test func `A column of numbers names no rows`() {
    #expect(rows("| # | Area | Status |\n|-|-|-|\n| 1 | a | OK |\n") == ["3 a ok"])
    #expect(rows("| م | المجال | الحالة |\n|-|-|-|\n| 1 | a | OK |\n") == ["3 a ok"])
  }

  @Test func `A legend of the status words is no readiness table`() {
    #expect(rows("| Status | Meaning |\n|-|-|\n| OK | fine |\n| Risk | look |\n| Blocked | no |\n").isEmpty)
    #expect(rows("| Status | Area |\n|-|-|\n| Blocked | a |\n") == ["3 a blocked"])
  }

  @Test func `A table of dimensions that lost its status column counts as unset`() {
    let (matrix, findings) = read("| البُعد | الدليل |\n|-|-|\n| a | [x](x) |\n")
    #expect(matrix?.tables.first?.dimensions.map(\.status) == [.unset])
    #expect(findings.map(\.code) == [.unknownStatus])
    #expect(rows("| Dimension | Stauts |\n|-|-|\n| a | Blocked |\n") == ["3 a unset"])
  }

  @Test func `A table without a status explains rows whose status stands elsewhere`() {
    let status = "| Dimension | Status |\n|-|-|\n| a | OK |\n\n"
    let glossary = "| Dimension | Description |\n|-|-|\n| **a** | words |\n"
    #expect(rows(status + glossary) == ["3 a ok"])
    #expect(rows(glossary + "\n" + status) == ["7 a ok"])
    #expect(rows("# RC-1\n\n\(status)# RC-2\n\n\(glossary)") == ["5 a ok", "11 a unset"])
  }

  @Test func `A table without status and dimension is prose`() {
    #expect(read("| A | B |\n|-|-|\n| a | OK |\n").matrix?.tables.isEmpty == true)
    #expect(read("| بعد الإصدار | B |\n|-|-|\n| a | OK |\n").matrix?.tables.isEmpty == true)
  }

  @Test(arguments: [
    "\u{200F}", "\u{200E}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{061C}", "\u{FEFF}", "\u{202A}", "\u{2067}",
    "\u{2069}",
  ])
  func `Invisible characters hide no candidate, header or status`(mark: String) {
    let table = read(
      "| \(mark)الـحالة\(mark) | \(mark)R\(mark)C |\n|-|-|\n| \(mark)O\(mark)K | \(mark)R\(mark)C-7\(mark) |\n"
    ).matrix?.tables.first
    #expect(table?.candidates.map(\.name) == ["RC-7"])
    #expect(table?.candidates.map(\.status) == [.ok])
  }

  @Test func `A no-break hyphen, an emoji or brackets hide no candidate`() {
    let table = read("| RC | Status |\n|-|-|\n| RC\u{2011}7 | OK |\n| 🚀 RC-8 | OK |\n| (RC-9) | OK |\n").matrix?.tables
      .first
    #expect(table?.candidates.map(\.name) == ["RC-7", "RC-8", "RC-9"])
  }

  @Test func `A row that names two candidates is a row of both`() {
    #expect(leadingCandidateNames(in: "RC-7 / RC-8") == ["RC-7", "RC-8"])
    #expect(leadingCandidateNames(in: "RC-7 وRC-8") == ["RC-7", "RC-8"])
    #expect(leadingCandidateNames(in: "RC-8 (replaces RC-7)") == ["RC-8"])
    #expect(leadingCandidateNames(in: "docs of RC-8").isEmpty)
  }

  @Test(arguments: ["## RC-1 and RC-2", "## RC-1، RC-2", "## مرشحا RC-1 وRC-2"])
  func `A heading that names two candidates speaks of both`(heading: String) throws {
    let text = "\(heading)\n\n| Dimension | Status | Evidence |\n|-|-|-|\n| a | Blocked | [x](gone) |\n"
    let matrix = try #require(read(text).matrix)
    #expect(matrix.tables.map(\.candidate) == ["RC-1", "RC-2"])
    for name in ["RC-1", "RC-2"] {
      let workspace = Workspace(root: "/", configuration: Configuration(), matrix: matrix, readAt: Instant(seconds: 0))
      let assessment = assess(workspace, candidate: name, now: Instant(seconds: 0))
      #expect(assessment.reasons.contains { $0.code == .dimensionBlocked })
      #expect(!assessment.findings.contains { $0.code == .duplicateKey })
    }
    #expect(checkLinks(in: matrix, root: "/nowhere").1.count == 1)
  }

  @Test func `Where no candidate is judged a table of two counts once`() throws {
    let matrix = try #require(read("## RC-1 / RC-2\n\n| Dimension | Status |\n|-|-|\n| a | OK |\n").matrix)
    let workspace = Workspace(root: "/", configuration: Configuration(), matrix: matrix, readAt: Instant(seconds: 0))
    #expect(!assess(workspace, now: Instant(seconds: 0)).findings.contains { $0.code == .duplicateKey })
  }

  @Test(arguments: [
    ("OK", "Blocked", Status.blocked), ("Blocked", "OK", .blocked), ("OK", "maybe", .unknown), ("OK", "", .unset),
    ("Risk", "OK", .risk),
  ])
  func `Of two status columns the worse counts, with a finding`(first: String, second: String, status: Status) {
    let (matrix, findings) = read("| Dimension | Status | الحالة |\n|-|-|-|\n| a | \(first) | \(second) |\n")
    #expect(matrix?.tables.first?.dimensions.map(\.status) == [status])
    #expect(findings.contains { $0.code == .contradictoryStatus && $0.location.line == 3 })
  }

  @Test func `A column that speaks of the status less plainly can only make it worse`() {
    func status(_ header: String, _ cell: String) -> Status? {
      read("| Dimension | Status | \(header) |\n|-|-|-|\n| a | OK | \(cell) |\n").matrix?.tables.first?.dimensions
        .first?.status
    }
    #expect(status("Canary status", "Blocked") == .blocked)
    #expect(status("Status date", "2026-01-02") == .ok)
    #expect(status("Status notes", "not yet") == .ok)
    #expect(status("Previous status", "Blocked") == .ok)
  }

  @Test(arguments: [
    ("Contemplated", false), ("Templates", true), ("Template (copy)", true), ("القالب", true), ("قالب:", true),
    ("المقالبة", false), ("Template-free", true),
  ])
  func `A template is named by a whole word`(heading: String, isTemplate: Bool) {
    let tables = read("# \(heading)\n\n| Dimension | Status |\n|-|-|\n| a | OK |\n").matrix?.tables
    #expect(tables?.map(\.isTemplate) == [isTemplate])
  }

  @Test func `A row with too many cells has no OK, one with too few has empty ones`() {
    let (matrix, findings) = read(
      "| Dimension | Owner | Status |\n|-|-|-|\n| a | b | OK | Blocked |\n| a | x | y | OK |\n| b | OK |\n| c | o | Blocked | x |\n"
    )
    #expect(matrix?.tables.first?.dimensions.map(\.status) == [.unknown, .unknown, .unset, .blocked])
    #expect(findings.filter { $0.code == .raggedRow }.map(\.location.line) == [3, 4, 5, 6])
  }

  @Test func `A table behind a paragraph knows the lines of its header and rows`() {
    let (matrix, findings) = read("Some text\nmore\n| Dimension | Status |\n|-|-|\n| a | OK |\n")
    #expect(matrix?.tables.map(\.line) == [3])
    #expect(matrix?.tables.first?.dimensions.map(\.location.line) == [5])
    #expect(findings.isEmpty)
  }

  @Test func `Lines are right behind a BOM, front matter and lone returns`() {
    #expect(
      rows("\u{FEFF}---\rowner: o\r---\r\rtext\r\r> | Dimension | Status |\r> |-|-|\r> | a | OK |\r> | b | OK |\r") == [
        "9 a ok", "10 b ok",
      ])
  }
}
