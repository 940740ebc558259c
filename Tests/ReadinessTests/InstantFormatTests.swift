import Testing

@testable import Readiness

@Suite struct InstantFormatTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0), Int32(0)), ("2026-03-05T01:45:05+03:00", 1_772_664_305, 0),
    ("2026-03-05T01:45:05.000001Z", 1_772_675_105, 1_000), ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
    ("2024-02-29 00:00:00z", 1_709_164_800, 0), ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
    ("2026-03-05T01:45:05.1234567899Z", 1_772_675_105, 123_456_789),
  ])
  func aTimeWithZoneIsRead(text: String, seconds: Int64, nanoseconds: Int32) {
    #expect(Timestamp(rfc3339: text)?.instant == Instant(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test(arguments: [
    "", "2026-03-05", "2026-03-05T01:45:05", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-05T24:00:00Z",
    "2026-03-05T01:45:05.Z", "2026-03-05T01:45:05+3", "2026-03-05T01:45:05Z ", "٢٠٢٦-03-05T01:45:05Z", "now",
  ])
  func anythingElseIsNoTime(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(arguments: ["0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2000-02-29T12:00:00.25Z", "9999-12-31T23:59:59Z"])
  func whatIsWrittenIsReadBack(text: String) {
    #expect(Timestamp(rfc3339: text)?.instant.rfc3339() == text)
  }

  @Test func theEndsOfTheTimeLineDoNotTrap() {
    #expect(Instant(seconds: .max).advanced(bySeconds: 1).seconds == .max)
    #expect(Instant(seconds: .min).advanced(bySeconds: -1).seconds == .min)
    #expect(Instant(seconds: .max).seconds(since: Instant(seconds: .min)) == .max)
    #expect(Instant(seconds: 5).seconds(since: Instant(seconds: 4, nanoseconds: 1)) == 0)
    #expect(!Instant(seconds: .max).rfc3339().isEmpty)
    #expect(!Instant(seconds: .min).rfc3339(offset: -3_600).isEmpty)
  }
}
