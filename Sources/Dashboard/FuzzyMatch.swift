import Readiness

// Fuzzy matching as fzf does it: the letters of the needle in their order, the best of all ways to place them. A letter at the
// start of a word, at a hump of camelCase or right behind another match counts more, a gap counts against. Both texts are
// folded, and in Arabic the letter behind the article starts a word too.

/// How well a needle fits a candidate, and where.
package struct FuzzyMatch: Hashable, Sendable {
  /// More is better; of two that fit alike the shorter one has more.
  package var score: Int
  /// The matched scalars of the candidate, from the first, joined where they touch.
  package var ranges: [Range<Int>]

  /// Matches each word of the needle, in whatever order; nil where one of them does not fit.
  package static func match(_ needle: String, in candidate: String) -> FuzzyMatch? {
    let text = Candidate(candidate)
    var points = 0
    var matched: Set<Int> = []
    for word in folded(needle).split(separator: " ") {
      guard let (wordPoints, indices) = text.best(Array(word.unicodeScalars)) else { return nil }
      points += wordPoints
      matched.formUnion(indices)
    }
    let brevity = max(0, 255 - text.folded.scalars.count)
    return FuzzyMatch(score: points << 8 + brevity, ranges: text.ranges(of: matched.sorted()))
  }

  /// The items that match, best first; those that match alike stay in their order. An empty needle keeps them all.
  package static func rank<Item>(
    _ needle: String, _ items: [Item], text: (Item) -> String
  ) -> [(item: Item, match: FuzzyMatch)] {
    guard !folded(needle).isEmpty else { return items.map { ($0, FuzzyMatch(score: 0, ranges: [])) } }
    let found = items.enumerated().compactMap { (index, item) in
      match(needle, in: text(item)).map { (index: index, item: item, match: $0) }
    }
    return found.sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }.map { ($0.item, $0.match) }
  }
}

/// What counts for a match, in fzf's proportions.
private enum Points {
  static let letter = 16
  static let gapStart = -3
  static let gapFurther = -1
  static let wordStart = 8
  static let hump = 7
  static let consecutive = 4
  /// The first letter is the one that people choose with care.
  static let firstLetterFactor = 2
}

private struct Candidate {
  let folded: FoldedText
  private let count: Int
  /// For each folded scalar, what its place is worth.
  private let bonuses: [Int]

  init(_ text: String) {
    folded = FoldedText(text)
    let scalars = Array(text.unicodeScalars)
    count = scalars.count
    bonuses = makeBonuses(folded, scalars)
  }

  /// The most points that the word can have here, and the folded scalars that it then takes.
  func best(_ word: [Unicode.Scalar]) -> (points: Int, indices: [Int])? {
    let text = folded.scalars
    guard !word.isEmpty, word.count <= text.count else { return nil }
    // For each letter of the word and each place: the most points with this letter at this place, and the place of the
    // letter before it.
    var points = [[Int?]](repeating: [Int?](repeating: nil, count: text.count), count: word.count)
    var origins = [[Int]](repeating: [Int](repeating: -1, count: text.count), count: word.count)
    for row in word.indices {
      // The best earlier place to come from by a gap, its points less what the gap has cost so far.
      var fromGap: (points: Int, place: Int)?
      for place in text.indices {
        fromGap?.points += Points.gapFurther
        if row > 0, place > 1, let earlier = points[row - 1][place - 2] {
          let opened = earlier + Points.gapStart
          if opened >= fromGap?.points ?? .min { fromGap = (opened, place - 2) }
        }
        guard text[place] == word[row] else { continue }
        if row == 0 {
          points[0][place] = Points.letter + bonuses[place] * Points.firstLetterFactor
          continue
        }
        var found: (points: Int, place: Int)?
        if let fromGap { found = (fromGap.points + Points.letter + bonuses[place], fromGap.place) }
        if place > 0, let before = points[row - 1][place - 1] {
          let joined = before + Points.letter + max(bonuses[place], Points.consecutive)
          if joined >= found?.points ?? .min { found = (joined, place - 1) }
        }
        points[row][place] = found?.points
        origins[row][place] = found?.place ?? -1
      }
    }
    let last = points[word.count - 1]
    guard var place = last.indices.filter({ last[$0] != nil }).max(by: { (last[$0] ?? 0, $1) < (last[$1] ?? 0, $0) }),
      let total = last[place]
    else { return nil }
    var indices = [place]
    for row in word.indices.dropFirst().reversed() {
      place = origins[row][place]
      indices.append(place)
    }
    return (total, indices.reversed())
  }

  /// The scalars of the candidate that folded ones came from, with the marks on them.
  func ranges(of indices: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in indices {
      let start = folded.offsets[index]
      let end = max(start + 1, index + 1 < folded.offsets.count ? folded.offsets[index + 1] : count)
      if let last = ranges.last, last.upperBound >= start {
        ranges[ranges.count - 1] = last.lowerBound..<max(end, last.upperBound)
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }
}

private func makeBonuses(_ folded: FoldedText, _ scalars: [Unicode.Scalar]) -> [Int] {
  var bonuses = [Int](repeating: 0, count: folded.scalars.count)
  var wordStart = 0
  for (index, offset) in folded.offsets.enumerated() {
    let scalar = scalars[offset]
    guard isWordPart(scalar) else { continue }
    let before = index > 0 ? scalars[folded.offsets[index - 1]] : nil
    guard let before, isWordPart(before) else {
      bonuses[index] = Points.wordStart
      wordStart = index
      continue
    }
    if index == wordStart + 2, folded.scalars[wordStart] == "\u{0627}", folded.scalars[wordStart + 1] == "\u{0644}" {
      bonuses[index] = Points.wordStart
    } else if before.properties.isLowercase && scalar.properties.isUppercase
      || scalar.properties.numericType != nil && before.properties.numericType == nil
    {
      bonuses[index] = Points.hump
    }
  }
  return bonuses
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
