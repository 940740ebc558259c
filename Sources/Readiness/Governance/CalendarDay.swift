// Documents say when they were last updated as people write dates: `2026-03-01`, `2026-08`, `1 March 2026`, `١ مارس ٢٠٢٦`.

/// A day of the Gregorian calendar, in no zone.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package var year: Int
  /// 1 … 12.
  package var month: Int
  /// 1 … 31.
  package var day: Int

  /// nil for a day that the calendar does not have, and for years outside 1900 … 2999: a Hijri year is no Gregorian one.
  package init?(year: Int, month: Int, day: Int) {
    guard (1_900...2_999).contains(year), (1...12).contains(month), (1...daysIn(month: month, year: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads a date as documents have it, digits and month names in English or Arabic; what follows a whole date (a time, a
  /// note in brackets) is ignored. A month without a day means its last day. nil for anything else, also for `03/04/2026`,
  /// of which nobody knows the month.
  package init?(written text: some StringProtocol) {
    if let day = CalendarDay(iso: text.utf8) {
      self = day
      return
    }
    // No date is longer, and a cell can be of any length.
    let words = dateWords(folded(String(text.prefix(80))))
    guard let date = CalendarDay(numbers: words) ?? CalendarDay(monthName: words) else { return nil }
    self = date
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2026-03-01`.
  package var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Midnight UTC at which it begins.
  package var start: Instant {
    Instant(seconds: Int64(daysSinceEpoch(year: year, month: month, day: day)) * 86_400)
  }

  /// nil where that leaves the years that are read.
  package func adding(days: Int) -> CalendarDay? {
    let (sum, overflow) = daysSinceEpoch(year: year, month: month, day: day).addingReportingOverflow(days)
    guard !overflow, abs(sum) < 1_000_000 else { return nil }
    let date = civilDate(daysSinceEpoch: sum)
    return CalendarDay(year: date.year, month: date.month, day: date.day)
  }

  /// The same day of a later month, or the month's last where it has none such; nil where that leaves the years that are read.
  package func adding(months: Int) -> CalendarDay? {
    guard abs(months) < 100_000 else { return nil }
    let total = year * 12 + month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDay(year: year, month: month, day: min(day, daysIn(month: month, year: year)))
  }
}

extension CalendarDay {
  /// `2026-03-01` and nothing else: what nearly all are.
  private init?(iso text: some Collection<UInt8>) {
    var numbers = (0, 0, 0)
    var position = 0
    for byte in text {
      switch (position, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0...3, 48...57): numbers.0 = numbers.0 * 10 + Int(byte - 48)
      case (5...6, 48...57): numbers.1 = numbers.1 * 10 + Int(byte - 48)
      case (8...9, 48...57): numbers.2 = numbers.2 * 10 + Int(byte - 48)
      default: return nil
      }
      position += 1
    }
    guard position == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// `2026 03 01 …`, `2026 03`, `20260301`, `13 02 2026`.
  private init?(numbers words: [Substring]) {
    guard let first = words.first, let number = Int(first), words.count > 1 || first.utf8.count == 8 else { return nil }
    if first.utf8.count == 8 {
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return
    }
    guard let second = Int(words[1]) else { return nil }
    if first.utf8.count == 4 {
      guard words.count > 2, words[2].utf8.count <= 2, let third = Int(words[2]) else {
        self.init(lastDayOf: second, number)
        return
      }
      self.init(year: number, month: second, day: third)
      return
    }
    guard words.count > 2, words[2].utf8.count == 4, let year = Int(words[2]) else { return nil }
    if number > 12 {
      self.init(year: year, month: second, day: number)
    } else if second > 12 || second == number {
      self.init(year: year, month: number, day: second)
    } else {
      return nil
    }
  }

  /// `1 march 2026 …`, `march 1 2026 …`, `march 2026`.
  private init?(monthName words: [Substring]) {
    guard
      let (index, month) = words.prefix(3).indices.lazy.compactMap({ index -> (Int, Int)? in
        let pair = index + 1 < words.count ? monthNumbers["\(words[index]) \(words[index + 1])"] : nil
        return (pair ?? monthNumbers[String(words[index])]).map { (index, $0) }
      }).first
    else { return nil }
    let numbers = words.prefix(index + 4).filter { $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard let yearAt = numbers.firstIndex(where: { $0.utf8.count == 4 }), let year = Int(numbers[yearAt]) else {
      return nil
    }
    if yearAt > 0, let day = Int(numbers[0]) {
      self.init(year: year, month: month, day: day)
    } else {
      self.init(lastDayOf: month, year)
    }
  }

  private init?(lastDayOf month: Int, _ year: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(year: year, month: month, day: daysIn(month: month, year: year))
  }
}

/// Runs of digits and runs of letters; `1st` and `01م` are a number each, and the `T` before a time ends the date.
private func dateWords(_ text: String) -> [Substring] {
  var words: [Substring] = []
  for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    let digits = part.prefix { $0.isASCII && $0.isNumber }
    if digits.isEmpty { words.append(part) } else { words.append(digits) }
  }
  return words
}

private let monthNumbers: [String: Int] = {
  var numbers: [String: Int] = [:]
  for (index, names) in monthNames.enumerated() { for name in names { numbers[folded(name)] = index + 1 } }
  return numbers
}()

private let monthNames: [[String]] = [
  ["January", "Jan", "يناير", "جانفي", "كانون الثاني"],
  ["February", "Feb", "فبراير", "فيفري", "شباط"],
  ["March", "Mar", "مارس", "آذار"],
  ["April", "Apr", "أبريل", "إبريل", "أفريل", "نيسان"],
  ["May", "مايو", "ماي", "أيار"],
  ["June", "Jun", "يونيو", "يونيه", "جوان", "حزيران"],
  ["July", "Jul", "يوليو", "يوليه", "جويلية", "تموز"],
  ["August", "Aug", "أغسطس", "أوت", "آب"],
  ["September", "Sep", "Sept", "سبتمبر", "أيلول"],
  ["October", "Oct", "أكتوبر", "تشرين الأول"],
  ["November", "Nov", "نوفمبر", "تشرين الثاني"],
  ["December", "Dec", "ديسمبر", "كانون الأول"],
]

private func daysIn(month: Int, year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
