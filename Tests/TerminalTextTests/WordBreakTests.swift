import Testing

@testable import TerminalText

@Suite struct WordBreakTests {
  private static let path =
    "gx/uncommitted/validations/m_customers/release-4.2.0/20260303T090005.000000Z/files multi-customers.json"

  private func lines(_ text: String, _ width: Int) -> [String] {
    Paragraph(StyledText(text)).wrapped(to: width).map { $0.cells.map(\.text).joined() }
  }

  @Test(arguments: [
    (
      path, 60,
      ["gx/uncommitted/validations/m_customers/release-4.2.0/", "20260303T090005.000000Z/files multi-customers.json"]
    ),
    (
      path, 20,
      [
        "gx/uncommitted/", "validations/", "m_customers/", "release-4.2.0/", "20260303T090005", ".000000Z/files",
        "multi-customers.json",
      ]
    ),
    ("RELEASE_READINESS_MATRIX_AR.md:32", 33, ["RELEASE_READINESS_MATRIX_AR.md:32"]),
    ("RELEASE_READINESS_MATRIX_AR.md:32", 32, ["RELEASE_READINESS_MATRIX_", "AR.md:32"]),
    ("RELEASE_READINESS_MATRIX_AR.md:32", 30, ["RELEASE_READINESS_MATRIX_", "AR.md:32"]),
    // A file and its line stay together where they can, even if that leaves most of a line empty.
    ("docs/release_readiness.md:32:5)", 29, ["docs/", "release_readiness.md:32:5)"]),
    ("docs/release_readiness.md", 24, ["docs/release_", "readiness.md"]),
    // What is one thing is torn late: a version, a date, an ending.
    ("customers.json", 11, ["customers", ".json"]), ("build-2026-11-03", 14, ["build-", "2026-11-03"]),
    ("2026-11-03", 9, ["2026-11-", "03"]), ("https://example.org/x", 12, ["https://", "example.org/", "x"]),
    // As it stands: nothing to break behind.
    ("averyverylongword", 6, ["averyv", "erylon", "gword"]), ("see averylongword", 8, ["see", "averylon", "gword"]),
    ("  averylongword", 8, ["  averyl", "ongword"]),
  ])
  func aLongWordIsBrokenWhereItReadsBest(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width) == expected)
  }

  @Test(arguments: [
    path, "RELEASE_READINESS_MATRIX_AR.md:32", "see docs/بيانات/RELEASE_READINESS_MATRIX_AR.md:32, or x",
    "docs/مصفوفة_الجاهزية_الأسبوعية.md:32", "https://example.org/a/b?first=1&second=2#part:32", "漢字/漢字漢字漢字漢字漢字.md:32",
  ])
  func nothingIsLostAndNoLineIsTooWideOrTearsALineNumber(text: String) {
    for width in 10...60 {
      // In logical order, to read what is on each line.
      let lines = Paragraph(StyledText(text), way: .terminal).wrapped(to: width)
      let texts = lines.map { $0.cells.map(\.text).joined() }
      #expect(texts.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(width)")
      #expect(lines.allSatisfy { $0.width <= width && $0.width > 0 }, "\(width)")
      if text.contains(":32") {
        #expect(texts.contains { $0.contains(":32") && !$0.hasPrefix(":32") }, "\(texts)")
      }
      for (line, next) in zip(lines, lines.dropFirst()) where line.cells.last?.text != "/" {
        let wasBlank = text.contains((line.cells + [Cell(" ")] + next.cells).map(\.text).joined())
        let slash = line.cells.lastIndex { $0.text == "/" } ?? -1
        let isBehindSlash = line.cells.contains { $0.text == " " } ? false : (slash + 1) * 3 >= width
        #expect(wasBlank || !isBehindSlash, "\(texts)")
      }
    }
  }

  @Test func aFileStandsWithItsLineWhereverBothFit() {
    for width in "customers_release.md:32".count...40 {
      let lines = lines("gx/validations/customers_release.md:32", width)
      #expect(lines.contains { $0.hasSuffix("customers_release.md:32") }, "\(lines)")
    }
  }

  @Test func anArabicPathIsBrokenInTheOrderInWhichItIsRead() {
    let lines = Paragraph(StyledText(arabic("AHEAD/BEHIND_IT"))).wrapped(to: 12).map { capitals($0.cells) }
    #expect(lines == ["/DAEHA", "TI_DNIHEB"])
  }

  @Test func aNumberLongerThanALineIsTornAll() {
    #expect(lines("a:1234567890", 4) == ["a:12", "3456", "7890"])
    #expect(lines("abc:32", 3) == ["abc", ":32"])
  }
}
