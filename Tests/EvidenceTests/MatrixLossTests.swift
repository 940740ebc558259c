import Readiness
import Testing

@testable import Evidence

/// Nothing that an author wrote as a readiness table may vanish without a word.
struct MatrixLossTests {
  private func read(_ text: String) -> (matrix: Matrix?, findings: [Finding]) { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> (matrix: Matrix?, findings: [Finding]) { readMatrix(bytes, path: "m.md") }

  private func rows(_ text: String) -> [String] {
    read(text).matrix?.tables.flatMap { $0.dimensions.map { "\($0.key): \($0.status.rawValue)" } } ?? ["unreadable"]
  }

  private func isUnreadable(_ text: String) -> Bool { isUnreadable(Array(text.utf8)) }

  private func isUnreadable(_ bytes: [UInt8]) -> Bool { read(bytes).findings.contains { $0.code == .matrixUnreadable } }

  private let table = "| Dimension | Status |\n|---|---|\n| docs | Blocked |\n"

  @Test func tablesInQuotesAndListsAreRead() {
    let quoted = table.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
    let listed = "- item\n\n" + table.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    #expect(rows(quoted) == ["docs: blocked"])
    #expect(rows(listed) == ["docs: blocked"])
  }

  @Test func tablesBetweenTwoRulesAreNoFrontMatter() {
    #expect(rows("---\n\n\(table)\n---\n") == ["docs: blocked"])
    #expect(rows("---\nowner: me\n---\n\n\(table)") == ["docs: blocked"])
  }

  @Test(arguments: ["Area", "Check", "المجال", "Item"])
  func theFirstColumnNamesTheRowsWhateverItIsCalled(title: String) {
    #expect(rows("| \(title) | Status |\n|---|---|\n| docs | Blocked |\n") == ["docs: blocked"])
  }

  @Test func aTableOfDimensionsWithoutAStatusIsUnset() {
    #expect(rows("| Dimension | Owner |\n|---|---|\n| docs | me |\n") == ["docs: unset"])
    #expect(rows("| Name | Phone |\n|---|---|\n| me | 1 |\n") == [])
  }

  @Test(arguments: ["\u{200F}", "\u{200E}", "\u{FEFF}", "\u{200B}", "\u{2067}"])
  func invisibleCharactersHideNoCandidate(mark: String) {
    let matrix = read("| RC | Status |\n|---|---|\n| \(mark)RC-1 | Blocked |\n").matrix
    #expect(matrix?.tables.first?.candidates.map(\.status) == [.blocked])
    #expect(rows("| Dimension | Status |\n|---|---|\n| docs | \(mark)Blocked |\n") == ["docs: blocked"])
    #expect(rows("| \(mark)Dimension | Sta\(mark)tus |\n|---|---|\n| docs | Blocked |\n") == ["docs: blocked"])
  }

  @Test func aHeadingThatNamesTwoCandidatesCountsForBoth() {
    let tables = read("## RC-1 and RC-2\n\n\(table)").matrix?.tables ?? []
    #expect(tables.compactMap(\.candidate) == ["RC-1", "RC-2"])
  }

  @Test func ofStatusColumnsThatContradictTheWorstCounts() {
    let (matrix, findings) = read("| Dimension | Status | الحالة |\n|---|---|---|\n| docs | OK | محظور |\n")
    #expect(matrix?.tables.first?.dimensions.first?.status == .blocked)
    #expect(findings.map(\.code).contains(.contradictoryStatus))
  }

  @Test func templateIsAWordOfItsOwn() {
    #expect(read("## Contemplated changes\n\n\(table)").matrix?.tables.first?.isTemplate == false)
    #expect(read("## Template\n\n\(table)").matrix?.tables.first?.isTemplate == true)
    #expect(read("## قالب الجدول\n\n\(table)").matrix?.tables.first?.isTemplate == true)
  }

  @Test func anotherEncodingIsUnreadable() {
    let text = Array(table.utf16)
    let little = text.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(isUnreadable(bytes))
      #expect(read(bytes).matrix == nil)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func whatWouldKeepTheParserBusyIsRefused() {
    for abuse in ["![[]()", "> ", "[", "*", "| "] {
      let text = String(repeating: abuse, count: 100_000) + "\n\n" + table
      // Read or refused: the table is never lost.
      let (matrix, _) = read(text)
      #expect(isUnreadable(text) || matrix?.tables.isEmpty == false, "\(abuse)")
    }
  }

  @Test func aNoteCastsNoDoubtOnItsStatus() {
    func status(_ cell: String) -> Status? {
      read("| Dimension | Status |\n|---|---|\n| docs | \(cell) |\n").matrix?.tables.first?.dimensions.first?.status
    }
    #expect(status("OK — no open items") == .ok)
    #expect(status("Blocked — not started") == .blocked)
    #expect(status("مُكتمِل") == .ok)
    #expect(status("Ready") == .ok)
    #expect(status("—") == .unknown)
    for doubtful in ["OK, but late", "OK?", "not OK", "~~OK~~", "OK (partial)", "OK / Blocked"] {
      #expect(status(doubtful) != .ok, "\(doubtful)")
    }
  }

  @Test(arguments: [
    "| Dimension | Status |\n|---|\n| docs | Blocked |\n",
    "| Dimension | Status |\n|---|---|---|\n| docs | Blocked |\n",
    "    | Dimension | Status |\n    |---|---|\n    | docs | Blocked |\n",
    "| Dimension | Status |\n|---|---|\n| a | OK |\n\n| docs | Blocked |\n",
  ])
  func aTableThatMarkdownDoesNotSeeIsUnreadable(text: String) {
    #expect(isUnreadable(text))
  }

  @Test func aTableInAClosedFenceIsAnExample() {
    let (matrix, findings) = read("```\n\(table)```\n\n\(table)")
    #expect(matrix?.tables.count == 1)
    #expect(!findings.map(\.code).contains(.matrixUnreadable))
  }

  @Test func anOKThatAnUnescapedPipeMayHavePushedIsDoubted() {
    let (matrix, findings) = read("| Dimension | Status |\n|---|---|\n| docs | OK | Blocked |\n")
    #expect(matrix?.tables.first?.dimensions.first?.status == .unknown)
    #expect(findings.map(\.code).contains(.raggedRow))
    #expect(rows("| Dimension | Status |\n|---|---|\n| a \\| b | OK |\n") == ["a | b: ok"])
  }

  @Test func everyCellKnowsItsLineWhateverEndsLines() {
    for end in ["\n", "\r\n", "\r"] {
      for start in ["", "\u{FEFF}", "---\nowner: me\n---\n"] {
        let text = (start + "prose\n\n" + table).replacing("\n", with: end)
        let line = read(text).matrix?.tables.first?.dimensions.first?.location.line
        #expect(line == (start.hasPrefix("---") ? 8 : 5), "\(start.debugDescription) \(end.debugDescription)")
      }
    }
  }
}

extension String {
  fileprivate func replacing(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
