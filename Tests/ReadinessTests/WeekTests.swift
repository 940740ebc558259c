import Testing

@testable import Readiness

@Suite struct WeekTests {
  @Test(
    "A date lies in the week that ISO 8601 says, around New Year in that of the neighbouring year",
    arguments: [
      ("2026-11-23", "2026-W48"), ("2026-11-29", "2026-W48"), ("2026-11-30", "2026-W49"),
      ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
      ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2005-01-01", "2004-W53"),
      ("2008-12-29", "2009-W01"), ("2010-01-03", "2009-W53"), ("2016-01-01", "2015-W53"),
      ("2012-01-01", "2011-W52"), ("1970-01-01", "1970-W01"), ("1969-12-28", "1969-W52"), ("2000-02-29", "2000-W09"),
    ])
  func containing(date: String, week: String) {
    #expect(Week(containing: at("\(date)T00:00:00Z").instant, utcOffset: 0).text == week)
    #expect(Week(containing: at("\(date)T23:59:59.9Z").instant, utcOffset: 0).text == week)
  }

  @Test("Every day of 2,000 years lies in its week, and weeks follow each other without a gap")
  func everyDay() {
    let first = daysSinceEpoch(year: 1_000, month: 1, day: 1)
    let last = daysSinceEpoch(year: 3_000, month: 1, day: 1)
    var previous = Week(containing: Instant(seconds: Int64(first - 7) * 86_400), utcOffset: 0)
    var monday = previous.monday
    while monday < last {
      monday += 7
      let week = Week(containing: Instant(seconds: Int64(monday) * 86_400), utcOffset: 0)
      let sunday = Week(containing: Instant(seconds: Int64(monday + 6) * 86_400), utcOffset: 0)
      guard week == sunday, week.monday == monday, Week(week.text) == week else {
        Issue.record("\(week.text)")
        return
      }
      let isNext = week.year == previous.year && week.number == previous.number + 1
      let isFirst =
        week.year == previous.year + 1 && week.number == 1
        && previous.number == Week.count(inYear: previous.year)
      guard isNext || isFirst else {
        Issue.record("\(previous.text) \(week.text)")
        return
      }
      previous = week
    }
  }

  @Test("A week is read as ISO 8601 writes it, extended or basic")
  func read() {
    #expect(Week("2026-W48") == Week(year: 2_026, number: 48))
    #expect(Week("2026W48") == Week("2026-W48"))
    #expect(Week("2020-W53")?.mondayDate == "2020-12-28")
    #expect(Week("2025-W01")?.mondayDate == "2024-12-30")
    #expect(Week("2026-W48")?.mondayDate == "2026-11-23")
    #expect(Week("2026-W01")?.text == "2026-W01")
  }

  @Test(
    "What is no week is none",
    arguments: [
      "", "2026", "2026-48", "2026-W", "2026-W00", "2026-W54", "2026-W53x", "2021-W53", "2025-W53", "26-W48",
      "2026-W4", "2026-W048", "W48-2026", "2026-W48-1", "٢٠٢٦-W٤٨", "2026-W-1", "0000-W01", " 2026-W48", "2026--W48",
      "2026-X48",
    ])
  func wrong(text: String) { #expect(Week(text) == nil) }

  @Test("2020 and 2026 have 53 weeks, 2021 and 2024 have 52")
  func counts() {
    #expect([2_020, 2_026, 2_015, 2_032, 2_004].allSatisfy { Week.count(inYear: $0) == 53 })
    #expect([2_021, 2_024, 2_025, 2_027, 2_000].allSatisfy { Week.count(inYear: $0) == 52 })
  }

  @Test("Days are local: late on Sunday in UTC it is Monday in Riyadh")
  func local() throws {
    let moment = at("2026-11-22T21:30:00Z").instant
    #expect(Week(containing: moment, utcOffset: 0).text == "2026-W47")
    #expect(Week(containing: moment, utcOffset: 3 * 3_600).text == "2026-W48")
    let week = try #require(Week("2026-W48"))
    #expect(week.start(utcOffset: 3 * 3_600).rfc3339(offset: 3 * 3_600) == "2026-11-23T00:00:00+03:00")
    #expect(week.end(utcOffset: 3 * 3_600) == at("2026-11-29T21:00:00Z").instant)
  }

  @Test("The ends of the time line trap nobody")
  func ends() {
    #expect(Week(containing: Instant(seconds: .max), utcOffset: 50_000).year == 9_999)
    #expect(Week(containing: Instant(seconds: .min), utcOffset: -50_000).year == 1)
  }
}
