import Testing

@testable import Readiness

@Suite struct UnfilledTextTests {
  @Test(
    "Blanks, signs and words that put off say nothing",
    arguments: [
      "", "…", "...", "—", "?", "TBD", "to be defined", "<owner>", "[owner]", "لاحقًا", "يُحدد لاحقًا", "nobody",
    ])
  func unfilled(_ text: String) {
    #expect(putsOff(text))
  }

  @Test(
    "An answer is one, however short",
    arguments: ["Sara", "سارة", "✅", "N/A", "0", "later.example.com/x", "[a](b) or [c]"])
  func filled(_ text: String) { #expect(!putsOff(text)) }

  @Test("A gap within a text is one", arguments: ["docs/…", "TBD by Sara", "pytest tests/...", "owner: TODO"])
  func gaps(_ text: String) { #expect(hasGap(text)) }

  @Test("Ends of sentences and versions are no gaps", arguments: ["v1.2.3", "Done.", "todos are tracked", "a..b"])
  func noGaps(_ text: String) { #expect(!hasGap(text)) }
}
