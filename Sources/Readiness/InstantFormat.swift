// RFC 3339 (and what Python's `isoformat` makes of it) to and from `Instant`, by the civil-day arithmetic of the
// proleptic Gregorian calendar: no Foundation calendar, whose ICU data a static build lacks.

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
package func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
  let shifted = month <= 2 ? year - 1 : year
  let era = (shifted >= 0 ? shifted : shifted - 399) / 400
  let yearOfEra = shifted - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/// The date of the proleptic Gregorian calendar that lies so many days after 1970-01-01.
package func civilDate(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}

extension Instant {
  /// The moment as RFC 3339, `2026-03-05T01:45:05Z`; the fraction only where there is one.
  ///
  /// - Parameter offset: the zone to write it in, in seconds east of UTC.
  package func rfc3339(offset: Int = 0) -> String {
    let local = advanced(bySeconds: Int64(offset)).seconds
    // Rounded down, in a way that overflows at neither end of the time line.
    let remainder = local % 86_400
    let days = Int(local / 86_400) - (remainder < 0 ? 1 : 0)
    let second = Int(remainder < 0 ? remainder + 86_400 : remainder)
    let date = civilDate(daysSinceEpoch: days)
    var text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
    text += "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    if nanoseconds != 0 {
      var fraction = padded(Int(nanoseconds), 9)
      while fraction.last == "0" { fraction.removeLast() }
      text += ".\(fraction)"
    }
    guard offset != 0 else { return text + "Z" }
    let minutes = abs(offset) / 60
    return text + "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}

extension Timestamp {
  /// Reads RFC 3339: date, `T`, `t` or a blank, time, any number of fractional digits, and a zone, which must be there.
  ///
  /// The seconds may be missing (`2026-03-05T01:45Z`), the offset may lack its colon (`+0300`), as ISO 8601 allows;
  /// second 60 counts as the next minute's first. nil for anything else, impossible dates included.
  package init?(rfc3339 text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let day = reader.number(digits: 2), reader.take("T") || reader.take("t") || reader.take(" "),
      let hour = reader.number(digits: 2), reader.take(":"), let minute = reader.number(digits: 2)
    else { return nil }
    var second = 0
    var nanoseconds = 0
    if reader.take(":") {
      guard let value = reader.number(digits: 2) else { return nil }
      second = value
      if reader.take(".") || reader.take(",") {
        guard let fraction = reader.fraction() else { return nil }
        nanoseconds = fraction
      }
    }
    guard (1...12).contains(month), (1...daysIn(month: month, year: year)).contains(day), hour <= 23, minute <= 59,
      second <= 60
    else { return nil }
    var offset = 0
    if !reader.take("Z"), !reader.take("z") {
      let isWest = reader.take("-")
      guard isWest || reader.take("+"), let hours = reader.number(digits: 2), hours <= 23 else { return nil }
      _ = reader.take(":")
      guard let minutes = reader.number(digits: 2), minutes <= 59 else { return nil }
      offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
    }
    guard reader.isAtEnd else { return nil }
    let days = daysSinceEpoch(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(instant: Instant(seconds: Int64(seconds), nanoseconds: Int32(nanoseconds)), text: String(text))
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func daysIn(month: Int, year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

private struct DigitReader {
  private var bytes: [UInt8]
  private var position = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == expected.value else { return false }
    position += 1
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    position += count
    return value
  }

  /// Nanoseconds; digits behind the ninth are read and dropped.
  mutating func fraction() -> Int? {
    var value = 0
    var count = 0
    while position < bytes.count, (48...57).contains(bytes[position]) {
      if count < 9 { value = value * 10 + Int(bytes[position] - 48) }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<max(9, count) { value *= 10 }
    return value
  }
}
