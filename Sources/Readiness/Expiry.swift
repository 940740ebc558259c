// When an exception ends, as people say it: a moment (RFC 3339), a span (`36h`, `7d`, `2w`), a date, which is meant to its
// end, or a day of the week, the next one. Dates and days are local.

/// Reads `2026-12-03T12:00:00Z`, `7d`, `2026-12-03`, `until thursday`, `الخميس`; nil for anything else.
///
/// - Parameter utcOffset: where local time stands, in seconds east of UTC.
package func expiry(_ text: String, now: Instant, utcOffset: Int) -> Instant? {
  if let moment = Timestamp(rfc3339: text) { return moment.instant }
  var words = folded(text).split(separator: " ").map(String.init)
  if let first = words.first, untilWords.contains(first) { words.removeFirst() }
  guard words.count == 1, let word = words.first else { return nil }
  if let seconds = spanSeconds(word) { return now.advanced(bySeconds: seconds) }
  let today = day(of: now, utcOffset)
  if let date = dayNumber(of: word) { return endOf(date, utcOffset) }
  guard let weekday = weekdays[word] else { return nil }
  // 1970-01-01 was a Thursday; Sunday is 0.
  let current = ((today + 4) % 7 + 7) % 7
  let ahead = (weekday - current + 7) % 7
  return endOf(today + (ahead == 0 ? 7 : ahead), utcOffset)
}

/// A moment in the past as people say it: RFC 3339, a date, meant from its start, or a span before now.
package func earlierMoment(_ text: String, now: Instant, utcOffset: Int) -> Instant? {
  if let moment = Timestamp(rfc3339: text) { return moment.instant }
  let word = folded(text)
  if let seconds = spanSeconds(word) { return now.advanced(bySeconds: -seconds) }
  return dayNumber(of: word).map { Instant(seconds: Int64($0) * 86_400 - Int64(utcOffset)) }
}

private func day(of moment: Instant, _ utcOffset: Int) -> Int {
  let local = moment.advanced(bySeconds: Int64(utcOffset)).seconds
  return Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
}

/// The last second of a local day.
private func endOf(_ day: Int, _ utcOffset: Int) -> Instant {
  Instant(seconds: Int64(day + 1) * 86_400 - 1 - Int64(utcOffset))
}

private func dayNumber(of word: String) -> Int? {
  guard let midnight = Timestamp(rfc3339: "\(word)T00:00:00Z") else { return nil }
  return Int(midnight.instant.seconds / 86_400)
}

private func spanSeconds(_ word: String) -> Int64? {
  guard let unit = word.last, let factor = unitSeconds[unit], let count = Int64(word.dropLast()), count > 0 else {
    return nil
  }
  let (seconds, overflow) = count.multipliedReportingOverflow(by: factor)
  return overflow ? nil : seconds
}

private let unitSeconds: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]

private let untilWords: Set<String> = Set(["until", "till", "حتى", "إلى"].map { folded($0) })

private let weekdays: [String: Int] = Dictionary(
  [
    (0, ["sunday", "sun", "الأحد", "أحد"]), (1, ["monday", "mon", "الاثنين", "الإثنين", "اثنين"]),
    (2, ["tuesday", "tue", "الثلاثاء", "ثلاثاء"]), (3, ["wednesday", "wed", "الأربعاء", "أربعاء"]),
    (4, ["thursday", "thu", "الخميس", "خميس"]), (5, ["friday", "fri", "الجمعة", "جمعة"]),
    (6, ["saturday", "sat", "السبت", "سبت"]),
  ].flatMap { day, names in names.map { (folded($0), day) } }, uniquingKeysWith: { first, _ in first })
