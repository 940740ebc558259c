import Testing

@testable import Readiness

@Suite struct PlaceholderTextTests {
  @Test(
    "Dots, dashes and words that put off the answer say nothing",
    arguments: [
      "", "  ", "…", "...", "-", "—", "?", "TBD", "tbd.", "TBD by Sunday", "TODO(sara)", "N/A", "n.a.", "None",
      "not set",
      "❌", "لا يوجد", "غير محدّد", "يُحدَّد لاحقًا", "لا",
    ])
  func nothing(_ text: String) { #expect(saysNothing(text)) }

  @Test(
    "Names, spans, ticks and keys say something",
    arguments: [
      "Sara", "4h", "0", "✅", "webhook", "{tenant}:{run}", "Nobel team", "لانا", "no-reply@example.org", "٤ س",
    ])
  func something(_ text: String) { #expect(!saysNothing(text)) }
}
