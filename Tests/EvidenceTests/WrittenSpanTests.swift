import Testing

@testable import Evidence

@Suite struct WrittenSpanTests {
  @Test("Spans as people write them, in both languages", arguments: WrittenSpanTests.spans)
  func understood(_ text: String, _ milliseconds: Int64) { #expect(writtenMilliseconds(text) == milliseconds) }

  private static let spans: [(String, Int64)] = [
    ("4h", 14_400_000),
    ("1h 30m", 5_400_000),
    ("1h30m", 5_400_000),
    ("≤ 30 min", 1_800_000),
    ("1.5 h", 5_400_000),
    ("every 15 seconds", 15_000),
    ("PT4H", 14_400_000),
    ("P1DT2H", 93_600_000),
    ("PT0.5S", 500),
    ("500 ms", 500),
    ("2 days", 172_800_000),
    ("4 hours and 5 minutes", 14_700_000),
    ("4h (agreed with ops)", 14_400_000),
    ("4h (2h in canary)", 14_400_000),
    ("4h — see runbook", 14_400_000),
    ("30s poll", 30_000),
    ("hourly", 3_600_000),
    ("90 minutes max", 5_400_000),
    ("half an hour", 1_800_000),
    ("4 ساعات", 14_400_000),
    ("٤ ساعات", 14_400_000),
    ("ساعتان", 7_200_000),
    ("ساعة واحدة", 3_600_000),
    ("ساعة ونصف", 5_400_000),
    ("نصف ساعة", 1_800_000),
    ("ساعة و30 دقيقة", 5_400_000),
    ("كل 30 ثانية", 30_000),
    ("خلال يومين", 172_800_000),
    ("500 مللي ثانية", 500),
    ("15 دقيقة كحد أقصى", 900_000),
    ("ربع ساعة", 900_000),
    ("يوم وساعتان", 93_600_000),
    ("0s", 0),
  ]

  @Test(
    "What is no span, or none that fits, is nil and never a guess",
    arguments: [
      "", "soon", "4", "4h / 8h", "4h - 8h", "-4h", "2 business days", "24/7", "P1M", "P", "PT", "see runbook", "h",
      "1,500 ms",
      "99999999999999999h", "9223372036854775807 weeks", "9223372036854775807ms 1ms", "1.2.3h", "4h daily", "P95 4h",
      "قريبا",
    ])
  func refused(_ text: String) {
    #expect(writtenMilliseconds(text) == nil)
  }

  @Test("A bare number counts the unit that the header names")
  func unit() {
    #expect(writtenMilliseconds("90", unit: "min") == 5_400_000)
    #expect(writtenMilliseconds("٩٠", unit: "دقيقة") == 5_400_000)
    #expect(writtenMilliseconds("2h", unit: "min") == 7_200_000)
    #expect(writtenMilliseconds("90", unit: "units") == nil)
  }
}
