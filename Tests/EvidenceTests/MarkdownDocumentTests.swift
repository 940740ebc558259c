import Testing

@testable import Evidence

@Suite struct MarkdownDocumentTests {
  private func read(_ text: String) throws -> MarkdownDocument {
    try #require(readDocument(Array(text.utf8), path: "a.md", code: .frontMatterInvalid).0)
  }

  @Test func aFileComesApartIntoItsParts() throws {
    let document = try read(
      """
      ---
      owner: Payments
      tags: [a, b]
      ---
      # Stripe

      Pays.

      ## Timeout

      Five **seconds**,
      no more.

      | Field | المالك |
      |---|---|
      | **retry** (3) | `curl` [x](y.md) |
      """)
    #expect(document.matter("owner") == "Payments")
    #expect(document.matter("tags") == "a, b")
    #expect(document.sections.map(\.title) == ["", "Stripe", "Timeout"])
    #expect(document.sections[2].parents == ["Stripe"])
    #expect(document.sections[2].text == "Five seconds, no more.")
    #expect(document.sections[2].line == 9)
    let table = try #require(document.tables.first)
    #expect(table.headings == ["Stripe", "Timeout"])
    #expect(table.column(["owner", "مالك", "المالِك"]) == 1)
    #expect(table.rows[0].cells[0].key == "retry")
    #expect(table.rows[0].cells[1].code == ["curl"])
    #expect(table.rows[0].cells[1].targets == ["y.md"])
    #expect(table.rows[0].line == 16)
  }

  @Test func whatNoParserShouldMeetIsSaidAndNotRead() {
    let (document, findings) = readDocument([0x23, 0x00, 0xFF], path: "a.md", code: .frontMatterInvalid)
    #expect(document == nil)
    #expect(findings.map(\.code) == [.frontMatterInvalid])
  }

  @Test func aDocumentWithoutFrontMatterHasNone() throws {
    let document = try read("---\nnot: closed\n\n# A\n")
    #expect(document.matter.isEmpty)
    #expect(document.sections.map(\.title).contains("A"))
  }
}
