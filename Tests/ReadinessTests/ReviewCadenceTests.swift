import Readiness
import Testing

struct ReviewCadenceTests {
  @Test(
    "A cadence is understood as people write it",
    arguments: [
      ("daily", ReviewCadence.days(1)), ("Weekly", .days(7)), ("bi-weekly", .days(14)), ("fortnightly", .days(14)),
      ("monthly", .months(1)), ("Quarterly (Jan / Apr / Jul / Oct)", .months(3)), ("semi-annual", .months(6)),
      ("semiannually", .months(6)), ("annual review", .months(12)), ("Yearly (fall)", .months(12)),
      ("every 2 weeks", .days(14)), ("every other week", .days(14)), ("every month", .months(1)),
      ("every three months", .months(3)), ("once a year", .months(12)), ("twice a year", .months(6)),
      ("once per quarter", .months(3)), ("6 months", .months(6)), ("6-month", .months(6)), ("90d", .days(90)),
      ("90 days", .days(90)), ("P3M", .months(3)), ("P2W", .days(14)), ("1y", .months(12)), ("every Monday", .days(7)),
      ("weekly / per RC", .days(7)), ("at least monthly", .months(1)), ("review quarterly", .months(3)),
      ("يومي", .days(1)), ("أسبوعي", .days(7)), ("أسبوعيًا", .days(7)), ("كل أسبوعين", .days(14)),
      ("كل أسبوع", .days(7)), ("نصف شهري", .days(14)), ("شهرية", .months(1)), ("كل شهرين", .months(2)),
      ("كل 3 أشهر", .months(3)), ("كل ٣ أشهر", .months(3)), ("كل ثلاثة أشهر", .months(3)), ("ربع سنوي", .months(3)),
      ("مراجعة ربع سنوية", .months(3)), ("كل ربع سنة", .months(3)), ("نصف سنوي", .months(6)),
      ("كل ستة أشهر", .months(6)), ("سنوياً أو عند تغيير قانوني", .months(12)), ("مرة كل سنة", .months(12)),
      ("مرتين في السنة", .months(6)), ("كل عامين", .months(24)),
    ])
  func understood(text: String, cadence: ReviewCadence) {
    #expect(ReviewCadence(written: text) == cadence)
  }

  @Test(
    "An occasion is a cadence that no calendar knows",
    arguments: [
      "on change", "on-audit-batch", "per release", "every RC", "Ad-Hoc", "as needed", "before any promotion",
      "عند التغيير", "كل إصدار", "لكل مرشح", "حسب الحاجة", "بعد كل حادث",
    ])
  func occasion(text: String) {
    #expect(ReviewCadence(written: text) == .onOccasion)
    #expect(CalendarDay(year: 2026, month: 1, day: 1).flatMap(ReviewCadence.onOccasion.due(after:)) == nil)
  }

  @Test(
    "What says no span is not understood", arguments: ["", "soon", "often enough", "قريبا جدا", "2026", "every", "0d"])
  func unclear(text: String) {
    #expect(ReviewCadence(written: text) == nil)
  }

  @Test("A month after the 31st is the last day of a shorter month") func monthEnd() throws {
    let day = try #require(CalendarDay(year: 2026, month: 1, day: 31))
    #expect(ReviewCadence.months(1).due(after: day)?.description == "2026-02-28")
    #expect(ReviewCadence.months(12).due(after: day)?.description == "2027-01-31")
    #expect(ReviewCadence.days(14).due(after: day)?.description == "2026-02-14")
  }
}

struct CalendarDayTests {
  @Test(
    "A date is read as people write it",
    arguments: [
      ("2026-03-01", "2026-03-01"), ("2026/3/1", "2026-03-01"), ("2026-03-01T10:00:00+03:00", "2026-03-01"),
      ("2026-03-01 (v2)", "2026-03-01"), ("20260301", "2026-03-01"), ("٢٠٢٦-٠٣-٠١", "2026-03-01"),
      ("2026-08", "2026-08-31"), ("2028-02", "2028-02-29"), ("1 March 2026", "2026-03-01"),
      ("March 1st, 2026", "2026-03-01"),
      ("Mar 2026", "2026-03-31"), ("١ مارس ٢٠٢٦", "2026-03-01"), ("15 كانون الثاني 2026", "2026-01-15"),
      ("31/12/2026", "2026-12-31"), ("12/31/2026", "2026-12-31"), ("2026/03/01م", "2026-03-01"),
    ])
  func read(text: String, day: String) {
    #expect(CalendarDay(written: text)?.description == day)
  }

  @Test(
    "No day is guessed",
    arguments: ["03/04/2026", "2026-02-30", "1447-09-01", "yesterday", "2026", "99999999", "2026-13-01", "٣٠"])
  func unread(text: String) {
    #expect(CalendarDay(written: text) == nil)
  }
}
