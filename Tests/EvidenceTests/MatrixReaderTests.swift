import Readiness
import Testing

@testable import Evidence

struct MatrixReaderTests {
  private func read(_ text: String) -> (matrix: Matrix?, findings: [Finding]) {
    readMatrix(Array(text.utf8), path: "m.md")
  }

  @Test func `Arabic headers with diacritics are found in any order`() throws {
    let row = try #require(
      read("| الدَّلِيل | الحَالَة | X | البُعْد |\n|-|-|-|-|\n| `a\\|b` | مكتمل | e\\|f | **docs** (ب) |\n").matrix?.tables
        .first?
        .dimensions.first)
    #expect(row.key == "docs")
    #expect(row.label == "docs (ب)")
    #expect(row.status == .ok)
    #expect(row.evidence.map(\.text) == ["a|b"])
    #expect(row.extras == [ExtraColumn(header: "X", text: "e|f")])
  }

  @Test func `Ragged rows stay and are findings`() {
    let (matrix, findings) = read(
      "| Dimension | Status | Owner |\n|-|-|-|\n| a | OK |\n| b | OK | o | x |\n| c | OK | o |\n")
    #expect(matrix?.tables.first?.dimensions.map(\.key) == ["a", "b", "c"])
    #expect(findings.filter { $0.code == .raggedRow }.map(\.location.line) == [3, 4])
  }

  @Test func `Headings name candidates and templates`() {
    let table = "| Dimension | Status |\n|-|-|\n| a | OK |\n\n"
    let tables = read("# All\n\n\(table)## RC-1.2\n\n### x\n\n\(table)## قالب\n\n\(table)").matrix?.tables
    #expect(tables?.map(\.candidate) == [nil, "RC-1.2", nil])
    #expect(tables?.map(\.isTemplate) == [false, false, true])
  }

  @Test func `Candidate rows are no dimensions`() {
    let table = read("| RC | Status |\n|-|-|\n| **RC-7** | Blocked |\n").matrix?.tables.first
    #expect(table?.candidates.map(\.name) == ["RC-7"])
    #expect(table?.dimensions.isEmpty == true)
  }

  @Test func `Front matter, BOM and CRLF keep line numbers`() {
    let (matrix, findings) = read("\u{FEFF}---\r\nowner: o\r\n---\r\n| Dimension | Status |\r\n|-|-|\r\n| a | OK |\r\n")
    #expect(matrix?.frontMatter?.owner == "o")
    #expect(matrix?.tables.first?.dimensions.first?.location.line == 6)
    #expect(findings.isEmpty)
  }

  @Test func `An empty file has no tables, a damaged one keeps its rows`() {
    #expect(read("").matrix?.tables.isEmpty == true)
    let (matrix, findings) = readMatrix(
      Array("| Dimension | Status |\n|-|-|\n| a".utf8) + [0xFF] + Array(" | OK |\n".utf8), path: "m.md")
    #expect(matrix?.tables.first?.dimensions.first?.status == .ok)
    #expect(findings.map(\.code) == [.encodingRepaired])
    #expect(findings.first?.location.line == 3)
  }

  @Test func `Eight dimensions between prose are all read`() {
    let rows = (1...8).map { "| **d\($0)** (بعد) | Risk | [x](x.md) + `y` | o |" }.joined(separator: "\n")
    let (matrix, findings) = read("نص\n\n| البعد | الحالة | الدليل | المالك |\n|---|---|---|---|\n\(rows)\n\nنص\n")
    #expect(matrix?.tables.first?.dimensions.map(\.key) == (1...8).map { "d\($0)" })
    #expect(matrix?.tables.first?.dimensions.allSatisfy { $0.evidence.map(\.kind) == [.path, .code] } == true)
    #expect(findings.isEmpty)
  }

  @Test func `Deep nesting does not exhaust the stack`() {
    let deep = String(repeating: "*a **b ", count: 10_000) + String(repeating: "b** a*", count: 10_000)
    let matrix = read("# \(deep)\n\n| Dimension | Status | Evidence |\n|-|-|-|\n| \(deep) | OK | \(deep) |\n").matrix
    #expect(matrix?.tables.first?.dimensions.count == 1)
  }
}
