import Readiness

extension FilterQuery {
  /// Reads a filter. Where there is an error, the query is what stands before it: whoever filters keeps the last whole one
  /// until the text is understood again.
  package static func parse(_ text: String) -> (query: FilterQuery, error: FilterError?) {
    var query = FilterQuery()
    do {
      for term in FilterSyntax(text).terms { try query.add(term) }
      return (query, nil)
    } catch {
      return (query, error)
    }
  }

  private mutating func add(_ term: FilterSyntax.Term) throws(FilterError) {
    if let quote = term.values.first(where: \.isUnfinished) { throw .unfinishedQuote(quote.range) }
    guard let typed = term.key else {
      let word = folded(term.values[0].text)
      // A lone `-` or a hamza that folds away asks nothing.
      guard !word.isEmpty else { return }
      terms.append(Term(isExcluded: term.isExcluded, test: .text(Array(word.utf8))))
      if !term.isExcluded { words.append(FoldedText(word)) }
      return
    }
    let key = try Self.key(typed)
    let values = term.values.filter { !folded($0.text).isEmpty }
    guard !values.isEmpty else {
      throw .missingValue(of: key, typed.range.lowerBound..<typed.range.upperBound + (term.hasColon ? 1 : 0))
    }
    terms.append(Term(isExcluded: term.isExcluded, test: try Self.test(key, values)))
  }

  private static func key(_ piece: FilterSyntax.Piece) throws(FilterError) -> FilterKey {
    switch FilterKey.named(piece.text) {
    case .found(let key): return key
    case .ambiguous(let keys): throw .ambiguousKey(piece.text, keys, piece.range)
    case .unknown:
      let nearest = nearestName(to: piece.text, among: FilterKey.all.flatMap(\.names.all))
      throw .unknownKey(piece.text, nearest: nearest, piece.range)
    }
  }

  private static func test(_ key: FilterKey, _ pieces: [FilterSyntax.Piece]) throws(FilterError) -> Test {
    var values: [ComparedValue] = []
    for piece in pieces { values.append(try ComparedValue(piece, of: key)) }
    switch key.domain {
    case .choices(let choices, _):
      var facts: FilterFacts = []
      for value in values { facts.formUnion(try self.facts(value, key, choices)) }
      return .facts(facts)
    case .text(let field):
      let isNone = values.map { value in
        if value.isQuoted { return false }
        return FilterKey.noneNames.all.contains { folded($0) == folded(value.text) }
      }
      return .field(
        field, zip(values, isNone).flatMap { $1 ? [] : $0.spellings }, orNone: isNone.contains(true))
    case .age:
      var ages: [FilterAge] = []
      for value in values {
        guard let age = FilterAge(value.text, comparison: value.comparison ?? .equal) else {
          throw .badAge(value.text, value.range)
        }
        ages.append(age)
      }
      return .age(ages)
    }
  }

  /// The choices that a value names, with those that its comparison takes in.
  private static func facts(
    _ value: ComparedValue, _ key: FilterKey, _ choices: [FilterChoice]
  ) throws(FilterError) -> FilterFacts {
    let indices = Array(choices.indices)
    switch matchName(value.text, among: indices, names: { choices[$0].names }) {
    case .unknown: throw .unknownValue(value.text, of: key, choices, value.range)
    case .ambiguous(let several): throw .ambiguousValue(value.text, several.map { choices[$0] }, value.range)
    case .found(let index):
      let comparison = value.comparison ?? .equal
      return indices.filter { comparison.holds($0, index) }.reduce(into: []) { $0.formUnion(choices[$1].facts) }
    }
  }
}

/// A value with the comparison before it.
private struct ComparedValue {
  var comparison: FilterComparison?
  var text: String
  var range: Range<Int>
  var isQuoted: Bool

  init(_ piece: FilterSyntax.Piece, of key: FilterKey) throws(FilterError) {
    (text, range, isQuoted) = (piece.text, piece.range, piece.isQuoted)
    guard !isQuoted else { return }
    let (found, length) = FilterComparison.leading(piece.text)
    guard let found else { return }
    let start = piece.range.lowerBound
    guard key.canBeCompared || found == .equal else { throw .notComparable(key, start..<start + length) }
    comparison = found
    text = String(piece.text.unicodeScalars.dropFirst(length))
    range = start + length..<piece.range.upperBound
    guard let first = text.unicodeScalars.first, !FilterComparison.isSign(first) else {
      throw .badComparison(key, piece.range)
    }
  }

  /// As it is and, where it is not quoted, with `_` for blanks; folded.
  var spellings: [[UInt8]] {
    let plain = folded(text)
    guard !isQuoted, plain.contains("_") else { return [Array(plain.utf8)] }
    return [Array(plain.utf8), Array(folded(String(plain.map { $0 == "_" ? " " : $0 })).utf8)]
  }
}
