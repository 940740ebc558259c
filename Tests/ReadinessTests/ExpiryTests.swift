import Testing

@testable import Readiness

@Suite struct ExpiryTests {
  // 2026-03-10 is a Tuesday.
  @Test(arguments: [
    ("2026-03-12T08:00:00+03:00", "2026-03-12T05:00:00Z"), ("7d", "2026-03-17T12:00:00Z"),
    ("36h", "2026-03-12T00:00:00Z"), ("2w", "2026-03-24T12:00:00Z"), ("2026-03-12", "2026-03-12T20:59:59Z"),
    ("until thursday", "2026-03-12T20:59:59Z"), ("Thu", "2026-03-12T20:59:59Z"), ("الخميس", "2026-03-12T20:59:59Z"),
    ("حتى الخميس", "2026-03-12T20:59:59Z"), ("tuesday", "2026-03-17T20:59:59Z"),
    ("until 2026-03-12", "2026-03-12T20:59:59Z"),
  ])
  func itIsReadAsPeopleSayIt(text: String, expected: String) {
    #expect(expiry(text, now: noon, utcOffset: 3 * 3_600) == at(expected).instant)
  }

  @Test(arguments: ["", "soon", "7", "0d", "-3d", "2026-02-30", "d", "99999999999999999999d", "next thursday evening"])
  func anythingElseIsNoTime(text: String) { #expect(expiry(text, now: noon, utcOffset: 0) == nil) }

  @Test func aPastMomentIsADateFromItsStartOrASpanBeforeNow() {
    #expect(earlierMoment("2h", now: noon, utcOffset: 0) == at("2026-03-10T10:00:00Z").instant)
    #expect(earlierMoment("2026-03-09", now: noon, utcOffset: 3_600) == at("2026-03-08T23:00:00Z").instant)
    #expect(earlierMoment("yesterday", now: noon, utcOffset: 0) == nil)
  }
}
