import Readiness

/// How a value of the filter language is compared: `>=` in `severity:>=V2`.
enum FilterComparison: Hashable, Sendable {
  case equal, greater, greaterOrEqual, less, lessOrEqual

  /// The longer ones first, so that `>=` is not read as `>`.
  private static let signs: [(String, FilterComparison)] = [
    (">=", .greaterOrEqual), ("=>", .greaterOrEqual), ("≥", .greaterOrEqual), ("<=", .lessOrEqual),
    ("=<", .lessOrEqual), ("≤", .lessOrEqual), ("==", .equal), (">", .greater), ("<", .less), ("=", .equal),
  ]

  static func isSign(_ scalar: Unicode.Scalar) -> Bool { ["<", ">", "=", "≥", "≤"].contains(scalar) }

  /// The comparison at the start of a value, with the number of its scalars; 0 and nil where there is none.
  static func leading(_ value: String) -> (comparison: FilterComparison?, length: Int) {
    for (sign, comparison) in signs where value.unicodeScalars.starts(with: sign.unicodeScalars) {
      return (comparison, sign.unicodeScalars.count)
    }
    return (nil, 0)
  }

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .less: left < right
    case .lessOrEqual: left <= right
    }
  }
}

/// An age to compare with: `>3d`.
struct FilterAge: Hashable, Sendable {
  var comparison: FilterComparison
  var seconds: Int64
  /// The seconds of its smallest unit: equal is what lists would show the same, so `3d` is also 3 days and 5 hours.
  var unit: Int64

  func holds(_ age: Int64) -> Bool {
    guard comparison == .equal else { return comparison.holds(age, seconds) }
    return age >= seconds && age - seconds < unit
  }

  struct Unit: Sendable {
    var seconds: Int64
    var names: FilterNames
    var help: Wording
  }

  static let units = [
    Unit(
      seconds: 1, names: FilterNames(["s", "sec", "second", "seconds"], ["ث", "ثانية", "ثوان", "ثواني"]),
      help: Wording("seconds", "ثوانٍ")),
    Unit(
      seconds: 60, names: FilterNames(["m", "min", "minute", "minutes"], ["د", "دقيقة", "دقائق"]),
      help: Wording("minutes", "دقائق")),
    Unit(
      seconds: 3_600, names: FilterNames(["h", "hour", "hours"], ["س", "ساعة", "ساعات"]),
      help: Wording("hours", "ساعات")),
    Unit(
      seconds: 86_400, names: FilterNames(["d", "day", "days"], ["ي", "يوم", "يوما", "أيام"]),
      help: Wording("days", "أيام")),
    Unit(
      seconds: 604_800, names: FilterNames(["w", "week", "weeks"], ["أ", "أسبوع", "أسبوعا", "أسابيع"]),
      help: Wording("weeks", "أسابيع")),
  ]

  /// Reads `3d`, `12h` or `1d12h`, with a comparison before it or without.
  init?(_ text: String, comparison: FilterComparison) {
    var rest = Substring(folded(text))
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    var smallest = Int64.max
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[digits.endIndex...].drop { $0 == " " || $0 == "_" }
      let name = String(rest.prefix { !("0"..."9").contains($0) && $0 != " " && $0 != "_" })
      rest = rest.dropFirst(name.count).drop { $0 == " " || $0 == "_" }
      guard !digits.isEmpty, let unit = Self.units.first(where: { $0.names.all.contains { folded($0) == name } })
      else { return nil }
      smallest = min(smallest, unit.seconds)
      // More than fits is older than anything.
      let (part, isBeyond) = (Int64(digits) ?? .max).multipliedReportingOverflow(by: unit.seconds)
      let (sum, isBeyondToo) = total.addingReportingOverflow(isBeyond ? .max : part)
      total = isBeyondToo ? .max : sum
    }
    self.comparison = comparison
    seconds = total
    unit = smallest
  }
}
