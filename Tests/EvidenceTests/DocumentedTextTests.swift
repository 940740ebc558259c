import Readiness
import Testing

@testable import Evidence

struct DocumentedTextTests {
  @Test(arguments: [
    "TBD", "tbd.", "TODO", "TODO: ask the vendor", "…", "...", "-", "—", "–", "N/A", "n/a.", "None", "?", "لاحقًا",
    "قيد الإعداد", "يُحدَّد لاحقًا", "يحدد لاحقا", "سيُحدَّد لاحقًا", "لا ينطبق", "_to be determined_", "<describe retries>",
    "{{timeout}}", "**TBD**", "coming soon", "✅", "yes", "TBD\nTODO",
  ])
  func `A placeholder is thin`(text: String) {
    #expect(documentedState(text) == .thin)
  }

  @Test(arguments: ["", "  \n ", "<!-- describe the retry policy -->", "❌"])
  func `Nothing is missing`(text: String) {
    #expect(documentedState(text) == .missing)
  }

  @Test(arguments: [
    "5s", "v2", "2024-06-20", "n/a — read-only, nothing to undo", "لا ينطبق: الموصل للقراءة فقط",
    "None: the vendor retries",
    "3 attempts, exponential backoff", "٥ ثوانٍ", "TODO: jitter\n3 attempts", "See <https://example.org>",
    "`Idempotency-Key: order_id`", "Notes: <!-- x --> text", "Todoist API v9",
    "no retries, since POST is not idempotent",
  ])
  func `An answer, or a reason for having none, is filled`(text: String) {
    #expect(documentedState(text) == .filled)
  }
}
