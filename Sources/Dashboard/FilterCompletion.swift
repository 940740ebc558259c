package import Readiness

/// Something that can be put in at the cursor of a filter.
package struct FilterCompletion: Hashable, Sendable {
  /// The scalars of the filter's text that it replaces.
  package var range: Range<Int>
  package var text: String
  package var help: String

  package init(_ range: Range<Int>, _ text: String, help: String) {
    self.range = range
    self.text = text
    self.help = help
  }

  /// What fits at the cursor: keys, or the values of the key before it. Names of the screen's language come first; those
  /// of the other one are offered once their beginning is typed.
  ///
  /// - Parameter cursor: scalars of the text before the cursor.
  package static func completions(
    for text: String, cursor: Int, language: Language, vocabulary: FilterVocabulary
  ) -> [FilterCompletion] {
    let terms = FilterSyntax(text).terms
    guard let term = terms.last(where: { $0.range.lowerBound < cursor && cursor <= $0.range.upperBound }) else {
      // Right before a term a key would grow together with it.
      guard !terms.contains(where: { $0.range.lowerBound == cursor }) else { return [] }
      return keys(beginning: "", cursor..<cursor, language)
    }
    let scalars = Array(text.unicodeScalars)
    func typed(from start: Int) -> String {
      var view = String.UnicodeScalarView()
      if start < cursor { view.append(contentsOf: scalars[start..<cursor]) }
      return String(view)
    }
    guard let key = term.key else {
      let word = term.values[0]
      guard !word.isQuoted, cursor == word.range.upperBound else { return [] }
      return keys(beginning: word.text, word.range, language)
    }
    if cursor <= key.range.upperBound {
      guard cursor >= key.range.lowerBound else { return [] }
      let range = key.range.lowerBound..<key.range.upperBound + (term.hasColon ? 1 : 0)
      return keys(beginning: typed(from: key.range.lowerBound), range, language)
    }
    guard case .found(let found) = FilterKey.named(key.text),
      let value = term.values.last(where: { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound })
    else { return [] }
    if value.isQuoted {
      // Without an end the quotation holds everything behind it, which was not meant to go.
      let end = value.isUnfinished ? cursor : value.range.upperBound
      let content = FilterSyntax(typed(from: value.range.lowerBound)).terms.first?.values.first?.text ?? ""
      return values(of: found, beginning: content, value.range.lowerBound..<end, language, vocabulary, isCompared: true)
    }
    let (comparison, length) = found.canBeCompared ? FilterComparison.leading(value.text) : (nil, 0)
    let start = value.range.lowerBound + length
    guard cursor >= start else { return [] }
    return values(
      of: found, beginning: typed(from: start), start..<value.range.upperBound, language, vocabulary,
      isCompared: comparison != nil)
  }

  private static func keys(
    beginning typed: String, _ range: Range<Int>, _ language: Language
  ) -> [FilterCompletion] {
    names(FilterKey.all.map { ($0.names, $0.help) }, beginning: typed, language).map {
      FilterCompletion(range, $0.name + ":", help: $0.help(language))
    }
  }

  /// - Parameter isCompared: a comparison stands before the value, or none can.
  private static func values(
    of key: FilterKey, beginning typed: String, _ range: Range<Int>, _ language: Language,
    _ vocabulary: FilterVocabulary, isCompared: Bool
  ) -> [FilterCompletion] {
    switch key.domain {
    case .choices(let choices, let ordered):
      let listed = ordered ? choices.reversed() : choices
      var found = names(listed.map { ($0.names, $0.help) }, beginning: typed, language).map {
        FilterCompletion(range, $0.name, help: $0.help(language))
      }
      if ordered, !isCompared, typed.isEmpty {
        found += listed.dropFirst().dropLast().map {
          FilterCompletion(
            range, ">=" + $0.names.offered(language),
            help: Wording("\($0.help(.english)) or worse", "\($0.help(.arabic)) أو أشد")(language))
        }
      }
      return found
    case .text(let field):
      let words = vocabulary[field].filter { holds($0.text, wordBeginningWith: typed) }
      let none = names(
        [(FilterKey.noneNames, field == .owner ? Strings.nobody : Wording("none", "لا شيء"))], beginning: typed,
        language)
      return words.map { FilterCompletion(range, quoted($0.text), help: ($0.help ?? key.help)(language)) }
        + none.map { FilterCompletion(range, $0.name, help: $0.help(language)) }
    case .age: return ages(beginning: typed, range, language, isCompared: isCompared)
    }
  }

  /// Once a number stands there, its units; before, a few ages that are asked for often.
  private static func ages(
    beginning typed: String, _ range: Range<Int>, _ language: Language, isCompared: Bool
  ) -> [FilterCompletion] {
    let sign = isCompared ? "" : ">"
    if typed.isEmpty {
      return [(1, 2), (1, 3), (3, 3), (1, 4)].map { (count, unit) in
        let unit = FilterAge.units[unit]
        return FilterCompletion(
          range, "\(sign)\(count)\(unit.names.offered(language))", help: unit.help(language))
      }
    }
    guard folded(typed).allSatisfy({ ("0"..."9").contains($0) }) else { return [] }
    return FilterAge.units.map {
      FilterCompletion(range, typed + $0.names.offered(language), help: $0.help(language))
    }
  }

  private static func names(
    _ all: [(names: FilterNames, help: Wording)], beginning typed: String, _ language: Language
  ) -> [(name: String, help: Wording)] {
    let isArabic = language == .arabic
    let own = all.compactMap { (names, help) in
      let spelled = isArabic ? names.arabic : names.english
      return spelled.first { begins($0, with: typed) }.map { (name: $0, help: help) }
    }
    guard !typed.isEmpty else { return own }
    let taken = Set(own.map(\.name))
    return own
      + all.compactMap { (names, help) in
        let spelled = isArabic ? names.english : names.arabic
        return spelled.first { begins($0, with: typed) && !taken.contains($0) }.map { (name: $0, help: help) }
      }
  }
}

/// Whether one of a text's words begins with what was typed.
private func holds(_ text: String, wordBeginningWith typed: String) -> Bool {
  let (text, typed) = (folded(text), folded(typed))
  if typed.isEmpty || text.hasPrefix(typed) { return true }
  return text.indices.contains { index in
    index > text.startIndex && !text[text.index(before: index)].isLetter && text[index...].hasPrefix(typed)
  }
}

/// The text as a value: in quotes where it could not stand alone.
private func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isPlain =
    !scalars.contains { FilterSyntax.isBlank($0) || FilterSyntax.isComma($0) || FilterSyntax.isQuote($0) }
    && !FilterKey.noneNames.all.contains { folded($0) == folded(text) }
    && FilterComparison.leading(text).comparison == nil
  guard !isPlain else { return text }
  var result = "\""
  for scalar in scalars {
    if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
