import Readiness

// Moments as people write them into a table: RFC 3339, or a date and a time with a blank between and a zone by name, or with
// no zone at all. A workspace has no zone of its own, so what names none is read as UTC, and the caller says so.

struct WrittenTime: Hashable {
  var timestamp: Timestamp
  /// The text, or the header above it, named its zone.
  var hasZone: Bool

  /// Reads `2026-03-10T09:00:00+03:00`, `2026-03-10 09:00 UTC`, `2026/03/10 9:00 (بتوقيت الرياض)`, `2026-03-10`.
  ///
  /// - Parameter zone: what the header names, where it names one (`Started (UTC)`).
  init?(_ text: String, zone: String? = nil) {
    guard text.utf8.count <= 120 else { return nil }
    if let timestamp = Timestamp(rfc3339: text) {
      self.timestamp = timestamp
      hasZone = true
      return
    }
    // Folding also turns Arabic-Indic digits into ASCII ones.
    let written = folded(text).replacing("/", with: "-")
    var rest = written.dropFirst(10)
    if rest.first == "t" { rest.removeFirst() }
    var words = rest.split { " ()،,".contains($0) }.filter { !fillers.contains(String($0)) }
    var time: Substring = "00:00"
    if let word = words.first, word.first?.isNumber == true {
      time = word.prefix { ($0.isASCII && $0.isNumber) || ":.".contains($0) }
      let behind = word.dropFirst(time.count)
      words.removeFirst()
      if !behind.isEmpty { words.insert(behind, at: 0) }
    }
    guard words.count <= 1 else { return nil }
    let offset = (words.first.map(String.init) ?? zone.map { folded($0) }).flatMap(zoneOffset)
    // A zone in the text that is none makes the text none; a header may speak of something else.
    if !words.isEmpty, offset == nil { return nil }
    let hour = time.firstIndex(of: ":") == time.index(after: time.startIndex) ? "0" : ""
    guard let local = Timestamp(rfc3339: "\(written.prefix(10))T\(hour)\(time)Z") else { return nil }
    let instant = local.instant.advanced(bySeconds: -Int64(offset ?? 0))
    timestamp = Timestamp(instant: instant, text: instant.rfc3339(offset: offset ?? 0))
    hasZone = offset != nil
  }
}

/// Seconds east of UTC of a zone's name or of `+03:00`, `utc+3`, `-0500`; the name is folded.
private func zoneOffset(_ name: String) -> Int? {
  if let known = zones[name] { return known }
  var digits = name[...]
  if digits.hasPrefix("utc") || digits.hasPrefix("gmt") { digits.removeFirst(3) }
  guard let sign = digits.popFirst(), sign == "+" || sign == "-" else { return nil }
  let number = digits.filter { $0 != ":" }
  guard number.utf8.allSatisfy({ (48...57).contains($0) }), (1...4).contains(number.utf8.count), number.utf8.count != 3,
    let value = Int(number)
  else { return nil }
  let (hours, minutes) = number.utf8.count <= 2 ? (value, 0) : (value / 100, value % 100)
  guard hours <= 23, minutes <= 59 else { return nil }
  return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
}

private let fillers = Set(["at", "time", "بتوقيت", "توقيت", "الساعة", "في"].map { folded($0) })

private let zones = Dictionary(
  [
    (0, ["z", "utc", "gmt", "غرينتش", "جرينتش", "عالمي", "العالمي"]),
    (10_800, ["ast", "ksa", "riyadh", "asia-riyadh", "asia/riyadh", "mecca", "makkah", "الرياض", "مكة", "السعودية"]),
  ].flatMap { offset, names in names.map { (folded($0), offset) } }, uniquingKeysWith: { first, _ in first })
