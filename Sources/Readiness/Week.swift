// Weeks of ISO 8601: Monday to Sunday, and week 1 of a year is the one that holds its first Thursday (equally: 4 January).
// So the days around New Year may belong to a week of the neighbouring year, and a year has 52 weeks or 53.

/// A week of the ISO 8601 calendar, `2026-W48`.
package struct Week: Hashable, Sendable {
  /// The year that the week is counted in; up to three of its days may lie in the year before or after.
  package let year: Int
  /// 1 … 52, or 53 where the year has so many.
  package let number: Int

  /// nil where the year is not one of four digits, 1 … 9999, or has no week of that number.
  package init?(year: Int, number: Int) {
    guard (1...9_999).contains(year), number >= 1, number <= Week.count(inYear: year) else { return nil }
    self.year = year
    self.number = number
  }

  /// Reads `2026-W48`, or `2026W48` as ISO 8601's basic format has it; nil for anything else, and for the 53rd week of
  /// a year that has 52.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    if bytes.count == 8, bytes[4] == UInt8(ascii: "-") { bytes.remove(at: 4) }
    guard bytes.count == 7, bytes[4] | 0x20 == UInt8(ascii: "w") else { return nil }
    let digits = bytes[..<4] + bytes[5...]
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    self.init(year: value / 100, number: value % 100)
  }

  /// The week in which a moment lies.
  ///
  /// - Parameter utcOffset: where local time stands then, in seconds east of UTC.
  package init(containing moment: Instant, utcOffset: Int) {
    let local = moment.advanced(bySeconds: Int64(utcOffset)).seconds
    let day = Int(local / 86_400) - (local % 86_400 < 0 ? 1 : 0)
    // The Thursday of a week lies in the year that the week is counted in.
    let thursday = day - Week.weekday(day) + 3
    let year = civilDate(daysSinceEpoch: thursday).year
    self.year = min(max(year, 1), 9_999)
    number = year == self.year ? (thursday - daysSinceEpoch(year: year, month: 1, day: 1)) / 7 + 1 : 1
  }

  /// `2026-W48`.
  package var text: String {
    let digits = String(year)
    return "\(String(repeating: "0", count: 4 - digits.count))\(digits)-W\(number < 10 ? "0" : "")\(number)"
  }

  /// Its Monday, in days since 1970-01-01.
  package var monday: Int {
    let fourth = daysSinceEpoch(year: year, month: 1, day: 4)
    return fourth - Week.weekday(fourth) + (number - 1) * 7
  }

  /// Its Sunday, in days since 1970-01-01.
  package var sunday: Int { monday + 6 }

  /// The date of its Monday, `2026-11-23`.
  package var mondayDate: String { String(Instant(seconds: Int64(monday) * 86_400).rfc3339().prefix(10)) }

  /// Its first moment.
  ///
  /// - Parameter utcOffset: where local time stands then, in seconds east of UTC.
  package func start(utcOffset: Int) -> Instant { Instant(seconds: Int64(monday) * 86_400 - Int64(utcOffset)) }

  /// The first moment of the week after it.
  ///
  /// - Parameter utcOffset: where local time stands then, in seconds east of UTC.
  package func end(utcOffset: Int) -> Instant { Instant(seconds: Int64(monday + 7) * 86_400 - Int64(utcOffset)) }

  /// How many weeks a year has: 53 where it begins or ends on a Thursday, else 52.
  package static func count(inYear year: Int) -> Int {
    let first = weekday(daysSinceEpoch(year: year, month: 1, day: 1))
    let last = weekday(daysSinceEpoch(year: year, month: 12, day: 31))
    return first == 3 || last == 3 ? 53 : 52
  }

  /// 0 for Monday … 6 for Sunday. 1970-01-01 was a Thursday.
  private static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
