// How often a document must be reviewed, as people write it: a word (`quarterly`, `ربع سنوي`), a count (`every 2 weeks`,
// `كل أسبوعين`, `90d`, `P3M`) or an occasion (`per release`, `عند التغيير`), often with a note behind it.

/// How often something must be reviewed.
package enum ReviewCadence: Hashable, Sendable {
  case days(Int)
  /// Calendar months: a review of the 31st is due on the last day of a shorter month.
  case months(Int)
  /// On an occasion, not by the calendar: it never lapses.
  case onOccasion

  /// nil for what is understood in neither language. Of several (`weekly / per RC`) the first that goes by the calendar.
  package init?(written text: some StringProtocol) {
    if let plain = namedCadences[String(text)] {
      self = plain
      return
    }
    let text = folded(String(text.prefix(120)))
    let parts = text.split { cadenceBreaks.contains($0) }
    let found = parts.flatMap { alternatives(String($0)) }.compactMap(cadence)
    guard let chosen = found.first(where: { $0 != .onOccasion }) ?? found.first else { return nil }
    self = chosen
  }

  /// The last day on which the next review is in time; nil for an occasion.
  package func due(after day: CalendarDay) -> CalendarDay? {
    switch self {
    case .days(let count): day.adding(days: count)
    case .months(let count): day.adding(months: count)
    case .onOccasion: nil
    }
  }
}

private let cadenceBreaks = Set("()[]/|,،;؛+&·•—–")

/// The parts between “or” and “and”.
private func alternatives(_ text: String) -> [[Substring]] {
  let words = joiningPrefixes(text.split { " -_:.".contains($0) })
  return words.split { ["or", "and", "او", "و"].contains($0) }.map(Array.init)
}

/// `bi weekly` and `semi annual` as one word.
private func joiningPrefixes(_ words: [Substring]) -> [Substring] {
  var result: [Substring] = []
  for word in words {
    if let last = result.last, ["bi", "semi", "half", "ad"].contains(last) {
      result[result.count - 1] = Substring(last + word)
    } else {
      result.append(word)
    }
  }
  return result
}

/// The first words decide, and what follows is a note: `yearly in autumn`, `سنويا بعد الحج`.
private func cadence(_ words: [Substring]) -> ReviewCadence? {
  let words = Array(words.drop { fillers.contains(String($0)) })
  guard let first = words.first else { return nil }
  if words.count > 1, let cadence = namedCadences["\(first) \(words[1])"] { return cadence }
  if let cadence = namedCadences[String(first)] { return cadence }
  if let cadence = compact(first) { return cadence }
  if occasions.contains(String(first)) { return .onOccasion }
  if twice.contains(String(first)) {
    return words.dropFirst().first { !everyWords.contains(String($0)) }.flatMap { units[String($0)]?.halved }
  }
  let rest = Array(words.drop { everyWords.contains(String($0)) })
  guard let next = rest.first else { return nil }
  if rest.count < words.count, occasionUnits.contains(String(next)) { return .onOccasion }
  if rest.count > 1, let count = number(next), let unit = units[String(rest[1])] { return unit.times(count) }
  if let cadence = compact(next) { return cadence }
  if rest.count > 1, let cadence = namedCadences["\(next) \(rest[1])"] { return cadence }
  if let unit = units[String(next)], rest.count < words.count || rest.count == 1 { return unit }
  return namedCadences[String(next)]
}

extension ReviewCadence {
  fileprivate func times(_ count: Int) -> ReviewCadence? {
    guard (1...10_000).contains(count) else { return nil }
    return switch self {
    case .days(let days): .days(days * count)
    case .months(let months): .months(months * count)
    case .onOccasion: .onOccasion
    }
  }

  /// What happens twice in this span; nil for what nobody means.
  fileprivate var halved: ReviewCadence? {
    switch self {
    case .days(let days): days > 1 ? .days((days + 1) / 2) : nil
    case .months(let months): months == 1 ? .days(15) : .months(months / 2)
    case .onOccasion: nil
    }
  }
}

private func number(_ word: Substring) -> Int? { Int(word) ?? numberWords[String(word)] }

/// `90d`, `2w`, `6mo`, `1y`, and the durations of ISO 8601 with one part: `p3m`.
private func compact(_ word: Substring) -> ReviewCadence? {
  let text = word.first == "p" ? word.dropFirst() : word
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty, let count = Int(digits), let unit = compactUnits[String(text.dropFirst(digits.count))] else {
    return nil
  }
  return unit.times(count)
}

private let compactUnits: [String: ReviewCadence] = [
  "d": .days(1), "w": .days(7), "m": .months(1), "mo": .months(1), "q": .months(3), "y": .months(12), "yr": .months(12),
  "days": .days(1), "day": .days(1), "weeks": .days(7), "week": .days(7), "months": .months(1), "month": .months(1),
  "years": .months(12), "year": .months(12),
]

private func table<Value>(_ entries: [(Value, [String])]) -> [String: Value] {
  var result: [String: Value] = [:]
  for (value, names) in entries { for name in names { result[folded(name)] = value } }
  return result
}

private let namedCadences: [String: ReviewCadence] = table([
  (.days(1), ["daily", "weekdays", "يومي", "يومية", "يوميا"]),
  (.days(7), ["weekly", "أسبوعي", "أسبوعية", "أسبوعيا"]),
  (
    .days(14),
    [
      "biweekly", "fortnightly", "نصف شهري", "نصف شهرية", "نصف شهريا", "كل أسبوعين", "أسبوعين", "أسبوعان",
    ]
  ),
  (.months(1), ["monthly", "شهري", "شهرية", "شهريا"]),
  (.months(2), ["bimonthly", "كل شهرين", "شهرين", "شهران"]),
  (
    .months(3),
    [
      "quarterly", "ربع سنوي", "ربع سنوية", "ربع سنويا", "ربع سنة", "ربعي", "ربعية", "ربعيا", "فصلي", "فصلية", "فصليا",
    ]
  ),
  (.months(4), ["ثلث سنوي", "ثلث سنوية"]),
  (
    .months(6),
    [
      "semiannual", "semiannually", "biannual", "biannually", "semiyearly", "halfyearly", "halfyear", "halfannually",
      "twice yearly", "نصف سنوي", "نصف سنوية", "نصف سنويا", "نصف سنة", "مرتين سنويا",
    ]
  ),
  (.months(12), ["yearly", "annual", "annually", "سنوي", "سنوية", "سنويا"]),
  (.months(24), ["biennial", "biennially", "سنتين", "سنتان", "عامين", "عامان"]),
  (.days(2), ["يومين", "يومان"]),
])

private let units: [String: ReviewCadence] = table([
  (.days(1), ["day", "days", "يوم", "أيام", "يوما"]),
  (.days(7), ["week", "weeks", "أسبوع", "أسابيع", "أسبوعا"]),
  (.days(14), ["fortnight", "fortnights"]),
  (.months(1), ["month", "months", "شهر", "أشهر", "شهور", "شهرا"]),
  (.months(3), ["quarter", "quarters", "ربع", "أرباع"]),
  (.months(12), ["year", "years", "سنة", "سنوات", "عام", "أعوام", "عاما", "السنة", "العام"]),
  (
    .days(7),
    [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "الأسبوع", "الأحد", "أحد",
      "الإثنين",
      "إثنين", "الثلاثاء", "ثلاثاء", "الأربعاء", "أربعاء", "الخميس", "خميس",
    ]
  ),
  (.days(1), ["اليوم"]), (.months(1), ["الشهر"]),
])

private let numberWords: [String: Int] = table([
  (1, ["one", "واحد"]), (2, ["two", "other"]), (3, ["three", "ثلاثة", "ثلاث"]), (4, ["four", "أربعة", "أربع"]),
  (5, ["five", "خمسة", "خمس"]), (6, ["six", "ستة", "ست"]), (7, ["seven", "سبعة", "سبع"]),
  (8, ["eight", "ثمانية", "ثماني", "ثمان"]), (9, ["nine", "تسعة", "تسع"]), (10, ["ten", "عشرة", "عشر"]),
  (12, ["twelve"]), (18, ["eighteen"]),
])

private let everyWords = Set(
  ["every", "each", "once", "a", "an", "per", "in", "the", "كل", "مرة", "في", "لكل", "ال"].map { folded($0) })

private let twice = Set(["twice", "مرتين", "مرتان"].map { folded($0) })

/// Words that say nothing of how often.
private let fillers = Set(["at", "least", "review", "reviewed", "مراجعة", "تراجع", "على", "الأقل"].map { folded($0) })

/// First words of an occasion.
private let occasions = Set(
  [
    "on", "upon", "before", "after", "when", "as", "adhoc", "continuous", "continuously", "ongoing", "never", "none",
    "event", "living", "static", "frozen", "na", "immutable", "عند", "بعد", "قبل", "حسب", "مع", "مستمر", "مستمرة",
    "باستمرار", "أبدا", "وقت", "دائم",
  ].map { folded($0) })

/// What `every` and `per` can stand before without being a span of time.
private let occasionUnits = Set(
  [
    "release", "releases", "rc", "candidate", "version", "sprint", "deploy", "deployment", "change", "incident",
    "audit",
    "pr", "commit", "milestone", "phase", "project", "contract", "إصدار", "مرشح", "تغيير", "حادثة", "حادث", "نشر",
    "مرحلة", "تدقيق", "سبرنت",
  ].map { folded($0) })
