/// A filter's text cut into terms, before it is known what they mean. Nothing is an error here.
struct FilterSyntax: Hashable, Sendable {
  /// A word, a key or a value.
  struct Piece: Hashable, Sendable {
    /// Without quotes.
    var text: String
    /// Its scalars in the source, quotes and all.
    var range: Range<Int>
    var isQuoted = false
    /// The quote has no end: the piece goes to the end of the text.
    var isUnfinished = false
  }

  struct Term: Hashable, Sendable {
    /// With the `-` before it.
    var range: Range<Int>
    var isExcluded: Bool
    /// nil: a word or a phrase, which is then the only value.
    var key: Piece?
    /// A `:` stands behind the key; nothing does in `severity>=V2`.
    var hasColon = false
    /// At least one; an empty piece where a value is still to come.
    var values: [Piece]
  }

  private(set) var terms: [Term] = []

  init(_ text: String) {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    while let term = scanner.nextTerm() { terms.append(term) }
  }

  /// What opens a quotation, and what may close it: typewriter's, Arabic, and those that keyboards make clever.
  private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "\"": ["\""], "«": ["»"], "»": ["«"], "“": ["”"], "”": ["”", "“"], "„": ["“", "”"],
  ]

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    quotes.values.contains { $0.contains(scalar) } || quotes[scalar] != nil
  }
  static func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\u{060C}" }
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private struct Scanner {
    var scalars: [Unicode.Scalar]
    var position = 0

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func nextTerm() -> Term? {
      skip(FilterSyntax.isBlank)
      guard position < scalars.count else { return nil }
      let start = position
      skip(isInvisible)
      var isExcluded = false
      if current == "-" || current == "\u{2212}" {
        isExcluded = true
        position += 1
        skip(isInvisible)
      }
      if let key = scanKey() {
        let hasColon = current == ":"
        if hasColon { position += 1 }
        let values = scanValues()
        return Term(range: start..<position, isExcluded: isExcluded, key: key, hasColon: hasColon, values: values)
      }
      let word = scanQuoted() ?? scanWord { FilterSyntax.isBlank($0) }
      return Term(range: start..<position, isExcluded: isExcluded, values: [word])
    }

    /// A run of letters before a colon; before a comparison too, where a key of that very name can be compared. Anything
    /// else, as `docs/a.md:12`, `14:03` or an address, is a word.
    private mutating func scanKey() -> Piece? {
      var end = position
      while end < scalars.count, isKeyPart(scalars[end]) { end += 1 }
      guard end > position, end < scalars.count else { return nil }
      let name = text(position..<end)
      if scalars[end] == ":" {
        guard !scalars[(end + 1)...].starts(with: ["/", "/"]) else { return nil }
      } else {
        guard FilterComparison.isSign(scalars[end]), case .found(let key) = FilterKey.named(name), key.canBeCompared
        else { return nil }
      }
      defer { position = end }
      return Piece(text: name, range: position..<end)
    }

    private mutating func scanValues() -> [Piece] {
      var values: [Piece] = []
      while true {
        values.append(scanQuoted() ?? scanWord { FilterSyntax.isBlank($0) || FilterSyntax.isComma($0) })
        guard let comma = current, FilterSyntax.isComma(comma) else { return values }
        position += 1
      }
    }

    private mutating func scanWord(until isEnd: (Unicode.Scalar) -> Bool) -> Piece {
      let start = position
      while let scalar = current, !isEnd(scalar) { position += 1 }
      return Piece(text: text(start..<position), range: start..<position)
    }

    /// A quotation; in it `\` takes the meaning from a quote or from another `\`.
    private mutating func scanQuoted() -> Piece? {
      guard let opening = current, let closing = FilterSyntax.quotes[opening] else { return nil }
      let start = position
      position += 1
      var content = String.UnicodeScalarView()
      while let scalar = current {
        position += 1
        if closing.contains(scalar) {
          return Piece(text: String(content), range: start..<position, isQuoted: true)
        }
        if scalar == "\\", let next = current, next == "\\" || FilterSyntax.isQuote(next) {
          content.append(next)
          position += 1
        } else {
          content.append(scalar)
        }
      }
      return Piece(text: String(content), range: start..<position, isQuoted: true, isUnfinished: true)
    }

    private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
      while let scalar = current, isSkipped(scalar) { position += 1 }
    }

    private func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
  }
}

/// Marks of direction and the like, which come along with pasted text.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

private func isKeyPart(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_" || scalar.properties.isAlphabetic || isInvisible(scalar)
    || scalar.properties.generalCategory == .nonspacingMark || scalar == "\u{0640}"
}
