import Testing

@testable import Readiness

@Suite struct WrittenTimeTests {
  @Test("Spans are read in both languages, other texts are none")
  func spans() {
    for (text, hours) in [
      ("24h", 24), ("24 hours", 24), ("٢٤ ساعة", 24), ("يومان", 48), ("خلال 3 أيام", 72), ("ساعتين", 2), ("1d 12h", 36),
      ("أسبوع", 168), ("day", 24), ("within 4 h", 4), ("يوم", 24),
    ] {
      #expect(writtenSeconds(text) == Int64(hours * 3_600), "\(text)")
    }
    #expect(writtenSeconds("30m") == 1_800)
    for text in ["", "soon", "24", "—", "TBD", "h24x"] { #expect(writtenSeconds(text) == nil, "\(text)") }
  }

  @Test("Working days never end before they could by any calendar")
  func workingDays() {
    #expect(writtenSeconds("3 business days") == Int64(5 * 86_400))
    #expect(writtenSeconds("5 أيام عمل") == Int64(7 * 86_400))
    #expect(writtenSeconds("6 working days") == Int64(10 * 86_400))
  }

  @Test("A moment without a zone is UTC, a date alone its last second")
  func moments() {
    #expect(writtenMoment("2026-03-10T08:00:00+03:00")?.instant == at("2026-03-10T05:00:00Z").instant)
    #expect(writtenMoment("2026-03-10 08:00")?.instant == at("2026-03-10T08:00:00Z").instant)
    #expect(writtenMoment("2026-03-10 08:00 UTC")?.instant == at("2026-03-10T08:00:00Z").instant)
    #expect(writtenMoment("٢٠٢٦-٠٣-١٠")?.instant == at("2026-03-10T23:59:59Z").instant)
    for text in ["", "10/03/2026", "yesterday", "2026-02-30"] { #expect(writtenMoment(text) == nil, "\(text)") }
  }
}
