import Readiness
import Testing

@testable import Evidence

struct MatrixDamageTests {
  private func damaged(_ text: String) -> [Int?] {
    readMatrix(Array(text.utf8), path: "m.md").findings.filter { $0.code == .matrixUnreadable }.map(\.location.line)
  }

  private let table = "| Dimension | Status |\n|-|-|\n| a | OK |\n"

  @Test(arguments: [
    "| Dimension | Status | Owner |\n|---|---|\n| a | Blocked | o |\n",
    "| Dimension | Status |\n|—|—|\n| a | Blocked |\n",
    "Dimension | Status\n--- | --- | ---\na | Blocked\n",
    "> | Dimension | Status | Owner |\n> |---|---|\n> | a | Blocked | o |\n",
    "- | Dimension | Status | Owner |\n  |---|---|\n  | a | Blocked | o |\n",
    "| Dimension | Status |\n| a | Blocked |\n",
    "| Dimension | Status |\n---\n| a | Blocked |\n",
    "Dimension | Status\n---\na | Blocked\n",
    "    | Dimension | Status |\n    |---|---|\n    | a | Blocked |\n",
    "<details>\n| Dimension | Status |\n|---|---|\n| a | Blocked |\n</details>\n",
  ])
  func `What looks like a table and is none cannot be read`(text: String) {
    let found = damaged(table + "\nProse.\n\n" + text)
    #expect(found.count == 1)
    #expect(found.allSatisfy { (7...8).contains($0 ?? 0) })
  }

  @Test func `Rows that a blank line cuts off cannot be read`() {
    #expect(damaged(table + "\n| b | Blocked |\n") == [5])
    #expect(damaged(table + "\n| b | whatever |\n") == [5])
    #expect(damaged("| Dimension | Status |\n|-|-|\n\n| b | Blocked |\n") == [4])
    #expect(damaged("| Dimension | Status |\n\n|-|-|\n| b | Blocked |\n").contains(3))
    #expect(damaged("Dimension | Status\n-|-\na | OK\n\nb | Blocked\n") == [5])
  }

  @Test func `A fence or a comment that nobody closes hides no table`() {
    #expect(damaged("```\ncode\n\n" + table) == [4])
    #expect(damaged("<!-- note\n\n" + table) == [3])
  }

  @Test(arguments: [
    "```\n| Dimension | Status | Owner |\n|---|---|\n| a | Blocked | o |\n```\n",
    "~~~~ md\n| Dimension | Status |\n| a | Blocked |\n~~~~\n",
    "> ```\n> | Dimension | Status | Owner |\n> |---|---|\n> ```\n",
    "<!--\n| Dimension | Status | Owner |\n|---|---|\n| a | Blocked | o |\n-->\n",
    "<!-- | Dimension | Status |\n| a | Blocked | -->\n",
    "**States:** `OK` | `Risk` | `Blocked` — with notes\n",
    "[Home](x) | [Docs](y)\n",
    "A rule\n\n---\n\nmore | text\n",
  ])
  func `Fences, comments and pipes in prose are no damaged tables`(text: String) {
    #expect(damaged(table + "\n" + text).isEmpty)
  }

  @Test func `An HTML table of statuses cannot be read, another is prose`() {
    #expect(damaged("<table><tr><th>Dimension</th><th>Status</th></tr></table>\n") == [1])
    #expect(damaged("<table><tr><td><img src=x></td></tr></table>\n").isEmpty)
  }

  @Test func `A header with damaged letters cannot be read`() {
    let bytes = Array("| ".utf8) + [0xC7, 0xE1] + Array(" | x |\n|-|-|\n| a | b |\n".utf8)
    #expect(readMatrix(bytes, path: "m.md").findings.map(\.code) == [.encodingRepaired, .matrixUnreadable])
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 cannot be read, with a BOM or without`(hasBOM: Bool, isBig: Bool) {
    let units = Array((hasBOM ? "\u{FEFF}" : "").utf16) + Array("| البعد | الحالة |\n|-|-|\n| أ | مكتمل |\n".utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? pair : pair.reversed()
    }
    let (matrix, findings) = readMatrix(bytes, path: "m.md")
    #expect(matrix == nil)
    #expect(findings.map(\.code) == [.matrixUnreadable])
  }

  @Test func `A NUL byte makes a matrix unreadable, with its line`() {
    let (matrix, findings) = readMatrix(Array((table + "\0").utf8), path: "m.md")
    #expect(matrix == nil)
    #expect(findings.map(\.location.line) == [4])
  }

  @Test func `A rule at the top is no front matter`() {
    let (matrix, findings) = readMatrix(Array(("---\n\n" + table + "\n---\n\n# end\n").utf8), path: "m.md")
    #expect(matrix?.frontMatter == nil)
    #expect(matrix?.tables.first?.dimensions.map(\.location.line) == [5])
    #expect(findings.map(\.code) == [.frontMatterInvalid])
  }

  @Test(arguments: [
    "---\nDimension | Status\n--- | ---\na | OK\n\n---\n",
    "---\nx: 1\n| Dimension | Status |\n|-|-|\n| a | OK |\n\n---\n",
    "---\n# Matrix\nx: |\n | Dimension | Status |\n |-|-|\n | a | OK |\n\n---\n",
  ])
  func `No table is taken for front matter`(text: String) {
    let matrix = readMatrix(Array(text.utf8), path: "m.md").matrix
    #expect(matrix?.tables.first?.dimensions.map(\.key) == ["a"])
  }

  @Test(arguments: [
    String(repeating: "[", count: 5_000), String(repeating: "- ", count: 5_000), String(repeating: "? ", count: 5_000),
  ])
  func `Front matter nested without end is text`(nested: String) {
    let (matrix, findings) = readMatrix(Array("---\na: 1\nb: \(nested)\n\n---\n\n\(table)".utf8), path: "m.md")
    #expect(matrix?.tables.count == 1)
    #expect(findings.map(\.code) == [.frontMatterInvalid])
  }
}
