package import Readiness

// The filter language: words that all must be there, phrases in quotes, `key:value` with several values by commas, and a
// `-` before what must not be there. `FilterSyntax` cuts the text into terms, `FilterParser` finds out what they mean.

/// What a filter asks of each record. An empty one asks nothing.
package struct FilterQuery: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var isExcluded: Bool
    var test: Test
  }

  enum Test: Hashable, Sendable {
    /// Somewhere in the record's text. All of these are UTF-8 of folded text.
    case text([UInt8])
    /// One of these is true of the record.
    case facts(FilterFacts)
    /// One of these stands in the field; `orNone`: an empty one will do as well.
    case field(FilterRecord.Field, [[UInt8]], orNone: Bool)
    case age([FilterAge])
  }

  var terms: [Term] = []
  /// The words and phrases that are looked for, to be marked where they are seen.
  package internal(set) var words: [FoldedText] = []

  package init() {}

  package var isEmpty: Bool { terms.isEmpty }

  /// Whether a record is to be shown. What a kind of record has not never matches; excluding it always does.
  package func matches(_ record: FilterRecord, now: Instant) -> Bool {
    for term in terms where term.test.holds(record, now: now) == term.isExcluded { return false }
    return true
  }
}

extension FilterQuery.Test {
  fileprivate func holds(_ record: FilterRecord, now: Instant) -> Bool {
    switch self {
    case .text(let needle): return contains(record.text, needle)
    case .facts(let facts): return !record.facts.isDisjoint(with: facts)
    case .field(let field, let needles, let orNone):
      guard let text = record.folded(field) else { return false }
      if text.isEmpty { return orNone }
      return needles.contains { contains(text, $0) }
    case .age(let ages):
      guard let since = record.since else { return false }
      let age = max(0, now.seconds(since: since))
      return ages.contains { $0.holds(age) }
    }
  }
}

/// UTF-8 is found in UTF-8 byte by byte: no letter's bytes stand inside another's.
private func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
  guard let first = needle.first else { return true }
  guard text.count >= needle.count else { return false }
  return text.withUnsafeBufferPointer { text in
    needle.withUnsafeBufferPointer { needle in
      var start = 0
      let last = text.count - needle.count
      while start <= last {
        if text[start] == first {
          var length = 1
          while length < needle.count, text[start + length] == needle[length] { length += 1 }
          if length == needle.count { return true }
        }
        start += 1
      }
      return false
    }
  }
}
