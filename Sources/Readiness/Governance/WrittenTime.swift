// Spans and moments as people write them into tables: `24h`, `2 days`, `٢٤ ساعة`, `يومان`; `2026-03-10`, `2026-03-10 14:00`.

/// A span in seconds; nil for what is none. Several add up (`1d 12h`). A working day counts as a day, with two more for every
/// five begun: no calendar of anybody's makes it longer.
package func writtenSeconds(_ text: some StringProtocol) -> Int64? {
  let tokens = spanTokens(folded(text))
  guard !tokens.isEmpty else { return nil }
  var total: Int64 = 0
  var found = false
  var index = 0
  while index < tokens.count {
    let token = tokens[index]
    index += 1
    if fillers.contains(token) { continue }
    if let two = dualSpans[token] {
      total += two
      found = true
      continue
    }
    var count: Int64 = 1
    var unit = token
    if let number = Int64(token) {
      guard number >= 0, number <= 1_000_000, index < tokens.count else { return nil }
      count = number
      unit = tokens[index]
      index += 1
      if workWords.contains(unit), index < tokens.count {
        unit = tokens[index]
        index += 1
      }
    }
    guard let seconds = spanUnits[unit] else { return nil }
    let previous = index >= 2 ? tokens[index - 2] : ""
    let isWork = workWords.contains(previous) || (index < tokens.count && workWords.contains(tokens[index]))
    if isWork, index < tokens.count, workWords.contains(tokens[index]) { index += 1 }
    total += count * seconds
    if isWork, seconds == 86_400 { total += (count + 4) / 5 * 2 * 86_400 }
    found = true
  }
  return found ? total : nil
}

/// Numbers and words, `24h` as two of them.
private func spanTokens(_ text: String) -> [String] {
  var tokens: [String] = []
  var current = ""
  var isNumber = false
  for character in text {
    let digit = character.isASCII && character.isNumber
    guard digit || character.isLetter else {
      if !current.isEmpty { tokens.append(current) }
      current = ""
      continue
    }
    if !current.isEmpty, digit != isNumber {
      tokens.append(current)
      current = ""
    }
    isNumber = digit
    current.append(character)
  }
  if !current.isEmpty { tokens.append(current) }
  return tokens.count <= 12 ? tokens : []
}

private let spanUnits: [String: Int64] = Dictionary(
  [
    (1, ["s", "sec", "secs", "second", "seconds", "ثانية", "ثوان", "ثواني", "ث"]),
    (60, ["m", "min", "mins", "minute", "minutes", "دقيقة", "دقائق", "د"]),
    (3_600, ["h", "hr", "hrs", "hour", "hours", "ساعة", "ساعات", "س"]),
    (86_400, ["d", "day", "days", "يوم", "يومًا", "أيام", "ي"]),
    (604_800, ["w", "week", "weeks", "أسبوع", "أسبوعًا", "أسابيع"]),
  ].flatMap { seconds, names in names.map { (folded($0), Int64(seconds)) } }, uniquingKeysWith: { first, _ in first })

private let dualSpans: [String: Int64] = Dictionary(
  [
    (120, ["دقيقتان", "دقيقتين"]), (7_200, ["ساعتان", "ساعتين"]), (172_800, ["يومان", "يومين"]),
    (1_209_600, ["أسبوعان", "أسبوعين"]),
  ].flatMap { seconds, names in names.map { (folded($0), Int64(seconds)) } }, uniquingKeysWith: { first, _ in first })

private let workWords = Set(["business", "working", "work", "عمل"].map { folded($0) })
private let fillers = Set(
  ["within", "max", "maximum", "up", "to", "under", "خلال", "في", "حد", "أقصى", "بحد", "و"].map { folded($0) })

/// A moment: RFC 3339, or a date with or without a time of day. Without a zone it is UTC; a date alone is its last second,
/// so that nothing counts as late before it is. nil for anything else.
package func writtenMoment(_ text: some StringProtocol) -> Timestamp? {
  let word = folded(text).uppercased()
  guard word.utf8.count <= 64 else { return nil }
  if let moment = Timestamp(rfc3339: word) { return Timestamp(instant: moment.instant, text: word) }
  if word.utf8.count == 10, let moment = Timestamp(rfc3339: "\(word)T23:59:59Z") {
    return Timestamp(instant: moment.instant, text: word)
  }
  for zone in ["UTC", "GMT"] where word.hasSuffix(zone) {
    let rest = word.dropLast(zone.utf8.count)
    let time = rest.last == " " ? rest.dropLast() : rest
    if let moment = Timestamp(rfc3339: "\(time)Z") { return moment }
  }
  return Timestamp(rfc3339: "\(word)Z")
}
