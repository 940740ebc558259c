package import Readiness

/// Why a filter is not understood, and the word that it is about.
package struct FilterError: Error, Hashable, Sendable {
  package var message: Wording
  /// Scalars of the filter's text.
  package var range: Range<Int>

  package init(_ message: Wording, at range: Range<Int>) {
    self.message = message
    self.range = range
  }

  static func unfinishedQuote(_ range: Range<Int>) -> FilterError {
    FilterError(Wording("The quotation has no end", "علامة الاقتباس لم تُغلق"), at: range)
  }

  static func unknownKey(_ typed: String, nearest: String?, _ range: Range<Int>) -> FilterError {
    let (english, arabic) =
      if let nearest {
        ("did you mean \(nearest)?", "هل تقصد \(nearest)؟")
      } else {
        (
          "the keys are \(list(FilterKey.all.map(\.names), .english))",
          "المفاتيح هي \(list(FilterKey.all.map(\.names), .arabic))"
        )
      }
    return FilterError(Wording("No key “\(typed)”: \(english)", "لا مفتاح باسم «\(typed)»: \(arabic)"), at: range)
  }

  static func ambiguousKey(_ typed: String, _ keys: [FilterKey], _ range: Range<Int>) -> FilterError {
    ambiguous(typed, keys.map(\.names), range)
  }

  static func ambiguousValue(_ typed: String, _ choices: [FilterChoice], _ range: Range<Int>) -> FilterError {
    ambiguous(typed, choices.map(\.names), range)
  }

  private static func ambiguous(_ typed: String, _ names: [FilterNames], _ range: Range<Int>) -> FilterError {
    FilterError(
      Wording(
        "“\(typed)” may be \(list(names, .english, last: " or "))",
        "«\(typed)» قد تعني \(list(names, .arabic, last: " أو "))"), at: range)
  }

  static func unknownValue(
    _ typed: String, of key: FilterKey, _ choices: [FilterChoice], _ range: Range<Int>
  ) -> FilterError {
    FilterError(
      Wording(
        "“\(typed)” is no value of \(key.names.offered(.english)): \(list(choices.map(\.names), .english))",
        "«\(typed)» ليست من قيم «\(key.names.offered(.arabic))»: \(list(choices.map(\.names), .arabic))"), at: range)
  }

  static func missingValue(of key: FilterKey, _ range: Range<Int>) -> FilterError {
    let (english, arabic) = (key.names.offered(.english), key.names.offered(.arabic))
    return FilterError(
      Wording(
        "\(english) needs a value: \(key.help(.english))", "لا قيمة بعد «\(arabic)»: \(key.help(.arabic))"),
      at: range)
  }

  static func notComparable(_ key: FilterKey, _ range: Range<Int>) -> FilterError {
    let comparable = FilterKey.all.filter(\.canBeCompared).map(\.names)
    return FilterError(
      Wording(
        "\(key.names.offered(.english)) can’t be compared, only \(list(comparable, .english, last: " and "))",
        "لا مقارنة في «\(key.names.offered(.arabic))»، بل في \(list(comparable, .arabic, last: " و")) فقط"),
      at: range)
  }

  static func badComparison(_ key: FilterKey, _ range: Range<Int>) -> FilterError {
    let (english, arabic) = key.domain == .age ? (">3d", ">3ي") : (">=V2", ">=V2")
    return FilterError(
      Wording(
        "Not a comparison: write it as \(key.names.offered(.english)):\(english)",
        "مقارنة غير صحيحة: اكتبها مثل \(key.names.offered(.arabic)):\(arabic)"), at: range)
  }

  static func badAge(_ typed: String, _ range: Range<Int>) -> FilterError {
    FilterError(
      Wording(
        "“\(typed)” is no age: a number with \(list(FilterAge.units.map(\.names), .english, last: " or ")), as 3d",
        "«\(typed)» ليس عمرًا: اكتب عددًا معه \(list(FilterAge.units.map(\.names), .arabic, last: " أو "))، مثل 3ي"),
      at: range)
  }

  private static func list(_ names: [FilterNames], _ language: Language, last: String? = nil) -> String {
    let words = names.map { $0.offered(language) }
    let comma = language.comma
    guard let last, let final = words.last, words.count > 1 else { return words.joined(separator: comma) }
    return words.dropLast().joined(separator: comma) + last + final
  }
}
