import Readiness

// Spans as people write them into a table: `4h`, `1h 30m`, `≤ 30 min`, `every 15 seconds`, `PT4H`, `٤ ساعات`, `ساعتان`,
// `ساعة ونصف`, and a bare number under a header that names the unit. What is not understood is nil, never a guess.

/// Reads a span as milliseconds; nil for anything that is none, or none that fits.
///
/// - Parameter unit: what a number without a unit counts, as the header says (`SLA (min)`).
func writtenMilliseconds(_ text: String, unit: String? = nil) -> Int64? {
  guard text.utf8.count <= 200 else { return nil }
  // “Milli-second” is two words in Arabic.
  var written = folded(text)
  if written.unicodeScalars.contains("م") { written = milli.reduce(written) { $0.replacing($1, with: "ms") } }
  if let span = isoSpan(written) { return span }
  var reader = SpanReader(written)
  return reader.read(unit: unit.flatMap { milliseconds[folded($0)] })
}

/// ISO 8601: `PT1H30M`, `P2D`, `P1W`; no months and no years, whose length varies.
private func isoSpan(_ text: String) -> Int64? {
  guard text.first == "p" else { return nil }
  var units: [Character: Int64] = ["w": 604_800_000, "d": 86_400_000]
  var total: Int64 = 0
  var digits = ""
  var hasPart = false
  for character in text.dropFirst() {
    if character == "t", digits.isEmpty {
      units = ["h": 3_600_000, "m": 60_000, "s": 1_000]
    } else if let unit = units[character], let part = scaled(digits, by: unit) {
      guard let sum = added(total, part) else { return nil }
      (total, digits, hasPart) = (sum, "", true)
    } else if character.isASCII, character.isNumber || character == "." {
      digits.append(character)
    } else {
      return nil
    }
  }
  return hasPart && digits.isEmpty ? total : nil
}

private struct SpanReader {
  private enum Token: Equatable {
    case number(String)
    case word(String)
    /// Behind it a note begins.
    case sign
    /// Within it anything may stand.
    case bracket
  }

  private var tokens: [Token] = []

  init(_ text: String) {
    var word = ""
    var isNumber = false
    func token() -> Token { isNumber ? .number(word) : .word(word) }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      let isPoint = isNumber && ".٫,٬".contains(character)
      let isPart = isDigit || isPoint || character.isLetter
      if !word.isEmpty, !isPart || isNumber != (isDigit || isPoint) {
        tokens.append(token())
        word = ""
      }
      if isPart {
        isNumber = isDigit || isPoint
        word.append(character)
      } else if !character.isWhitespace, !harmless.contains(character) {
        tokens.append("([".contains(character) ? .bracket : .sign)
      }
    }
    if !word.isEmpty { tokens.append(token()) }
  }

  mutating func read(unit: Int64?) -> Int64? {
    var rest = tokens[...]
    while case .word(let word)? = rest.first, introductions.contains(word) { rest.removeFirst() }
    var total: Int64 = 0
    var last: Int64?
    while let next = rest.first, next != .bracket {
      if next == .sign {
        // `4h / 8h`: which?
        if case .number? = rest.dropFirst().first { return nil }
        break
      }
      let before = rest
      guard let part = SpanReader.part(&rest, last: last, unit: unit), let sum = added(total, part.milliseconds) else {
        // A word behind a whole span is a note where nothing countable follows.
        return last != nil && isNote(before) ? total : nil
      }
      (total, last) = (sum, part.unit)
    }
    return last == nil ? nil : total
  }

  private func isNote(_ rest: ArraySlice<Token>) -> Bool {
    guard case .word(let word)? = rest.first else { return false }
    return notes.contains(word)
  }

  /// One number with its unit, or a word that is both.
  private static func part(
    _ rest: inout ArraySlice<Token>, last: Int64?, unit: Int64?
  ) -> (milliseconds: Int64, unit: Int64)? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case .number(let digits):
      if case .word(let name)? = rest.first, let unit = milliseconds[name] {
        rest.removeFirst()
        return scaled(digits, by: unit).map { ($0, unit) }
      }
      guard last == nil, let unit, rest.first.map({ $0 == .sign || $0 == .bracket }) ?? true else { return nil }
      return scaled(digits, by: unit).map { ($0, unit) }
    case .word(let written):
      // An Arabic “and” is written onto the word.
      let isJoined = milliseconds[written] == nil && last != nil && written.first == "و"
      let name = isJoined ? String(written.dropFirst()) : written
      if name.isEmpty || name == "and" { return part(&rest, last: last, unit: unit) }
      if let share = shares[name] {
        if let last { return (last / share, last) }
        if case .word(let article)? = rest.first, articles.contains(article) { rest.removeFirst() }
        guard case .word(let unitName)? = rest.first, let unit = milliseconds[unitName] else { return nil }
        rest.removeFirst()
        return (unit / share, unit)
      }
      if let dual = duals[name] { return (dual * 2, dual) }
      guard last == nil || isJoined, name.unicodeScalars.count > 2, let unit = milliseconds[name] else { return nil }
      return (unit, unit)
    case .sign, .bracket: return nil
    }
  }
}

/// A decimal number times a unit; nil where it is none or does not fit.
private func scaled(_ digits: String, by unit: Int64) -> Int64? {
  let parts = digits.split(omittingEmptySubsequences: false) { ".٫,٬".contains($0) }
  guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, let count = Int64(whole) else { return nil }
  let (product, overflow) = count.multipliedReportingOverflow(by: unit)
  guard !overflow else { return nil }
  guard parts.count == 2 else { return product }
  let fraction = parts[1]
  if fraction.isEmpty { return product }
  // `1,500` is a thousand and a half or one and a half: nobody knows.
  guard fraction.utf8.count < 3 || digits.contains(".") || digits.contains("٫"), fraction.utf8.count <= 6,
    let value = Int64(fraction)
  else { return nil }
  let scale = (0..<fraction.utf8.count).reduce(Int64(1)) { result, _ in result * 10 }
  return added(product, value * unit / scale)
}

private func added(_ left: Int64, _ right: Int64) -> Int64? {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? nil : sum
}

private let milli = ["ملي", "مللي", "ميلي"].flatMap { word in
  ["\(word) ثانية", "\(word) ثوان", "\(word)ثانية"].map { folded($0) }
}

private let harmless = Set("≤<=~≈+&'’")

private let articles: Set<String> = ["a", "an", "of"]

private let introductions = Set(
  [
    "every", "each", "within", "max", "maximum", "under", "up", "to", "at", "most", "less", "than", "about", "poll",
    "polls", "polling", "in", "a", "an", "كل", "خلال", "في", "أقل", "من", "بحد", "أقصى", "حتى", "لا", "تتجاوز",
    "يتجاوز",
    "نحو", "استطلاع",
  ].map { folded($0) })

/// What may follow a span without changing it.
private let notes = Set(
  ["max", "maximum", "at", "poll", "polling", "sla", "كحد", "بحد", "حد", "واحدة", "واحد", "فقط", "on", "after", "from"]
    .map {
      folded($0)
    })

/// How many parts a unit is divided into.
private let shares = Dictionary(
  [("نصف", Int64(2)), ("half", 2), ("ربع", 4), ("quarter", 4)].map { (folded($0.0), $0.1) },
  uniquingKeysWith: { first, _ in first })

private let duals = Dictionary(
  [
    (Int64(1_000), ["ثانيتان", "ثانيتين"]), (60_000, ["دقيقتان", "دقيقتين"]), (3_600_000, ["ساعتان", "ساعتين"]),
    (86_400_000, ["يومان", "يومين"]), (604_800_000, ["أسبوعان", "أسبوعين"]),
  ].flatMap { unit, names in names.map { (folded($0), unit) } }, uniquingKeysWith: { first, _ in first })

private let milliseconds = Dictionary(
  [
    (Int64(1), ["ms", "msec", "msecs", "millisecond", "milliseconds"]),
    (1_000, ["s", "sec", "secs", "second", "seconds", "ث", "ثانية", "ثوان", "ثواني"]),
    (60_000, ["m", "min", "mins", "minute", "minutes", "د", "دقيقة", "دقائق"]),
    (3_600_000, ["h", "hr", "hrs", "hour", "hours", "hourly", "س", "ساعة", "ساعات"]),
    (86_400_000, ["d", "day", "days", "daily", "ي", "يوم", "يوما", "يومًا", "أيام", "يوميا"]),
    (604_800_000, ["w", "wk", "week", "weeks", "weekly", "أسبوع", "أسابيع", "أسبوعا"]),
  ].flatMap { unit, names in names.map { (folded($0), unit) } }, uniquingKeysWith: { first, _ in first })
