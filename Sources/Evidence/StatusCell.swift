import Readiness

// A status cell is matched by meaning: a status word first, perhaps an emoji before it and a note behind it. The note never
// turns a Blocked or a Risk into something better. It leaves an OK as it is unless it contradicts, limits or asks.

extension Status {
  init(cell: String) {
    // Nobody writes such a status; understanding it would take seconds.
    guard cell.utf8.count <= 10_000 else {
      self = .unknown
      return
    }
    guard !folded(cell).isEmpty else {
      self = .unset
      return
    }
    self = StatusCell(cell).status
  }
}

private struct StatusCell {
  let cell: String
  let text: String
  let words: Phrase
  /// How many of the words stand before the note.
  let headCount: Int

  init(_ cell: String) {
    self.cell = cell
    text = folded(cell)
    words = phrase(cell)
    headCount = phrase(head(of: cell)).count
  }

  struct Mention {
    var status: Status
    var words: Range<Int>
    var isNegated: Bool
  }

  var status: Status {
    let mentions = self.mentions
    guard let leading = mentions.filter({ $0.words.lowerBound == 0 }).max(by: { $0.words.count < $1.words.count })
    else { return .unknown }
    let others = mentions.filter { $0.status != leading.status && !$0.isNegated && $0.words.lowerBound > 0 }
    let isTornInHead = others.contains { $0.words.lowerBound < headCount }
    switch leading.status {
    case .blocked: return isTornInHead ? .unknown : .blocked
    case .risk:
      let isDoubtful =
        isTornInHead || others.contains { $0.status == .blocked } || words.prefix(headCount).contains(where: isNegation)
        || head(of: cell).unicodeScalars.contains(where: StatusWords.doubts.contains)
      return isDoubtful ? .unknown : .risk
    default: return others.isEmpty && !isOKDoubtful(leading) ? .ok : .unknown
    }
  }

  private var mentions: [Mention] {
    var found: [Mention] = []
    for start in words.indices {
      for (status, phrase) in StatusWords.phrases[words[start]] ?? [] where words[start...].starts(with: phrase) {
        let isNegated = words[max(0, start - 2)..<start].contains(where: isNegation)
        found.append(Mention(status: status, words: start..<start + phrase.count, isNegated: isNegated))
      }
    }
    return found
  }

  private func isOKDoubtful(_ leading: Mention) -> Bool {
    let scalars = Array(cell.unicodeScalars)
    let before = scalars.prefix { !$0.properties.isAlphabetic }
    return before.contains { $0.properties.numericType != nil }
      || scalars.contains { StatusWords.contradictions.contains($0) || StatusWords.doubts.contains($0) }
      || hasPartialPercentage || isSpelledOn(after: leading) || hasOtherPurpose(after: leading)
      || areNotesContradicting(after: leading)
  }

  /// `80% done`; 100 % doubts nothing.
  private var hasPartialPercentage: Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "%" || $0 == "٪" }
    return parts.dropLast().contains { part in
      String(part.trimmed.reversed().prefix { $0.isNumber || $0 == "." }.reversed()) != "100"
    }
  }

  /// Whether the status word goes on without a blank: `OK-ish`, `done2`.
  private func isSpelledOn(after leading: Mention) -> Bool {
    var rest = text.drop { !$0.isLetter }
    for count in 0..<leading.words.count {
      if count > 0 { rest = rest.drop { !$0.isLetter } }
      rest = rest.drop { $0.isLetter }
    }
    guard let next = rest.first else { return false }
    return next.isNumber || "-_='’".contains(next)
  }

  private func hasOtherPurpose(after leading: Mention) -> Bool {
    let rest = words.dropFirst(leading.words.count)
    guard let next = rest.first else { return false }
    if StatusWords.purposes.contains(next) { return !(rest.dropFirst().first.map(StatusWords.goals.contains) ?? false) }
    return next.hasPrefix(StatusWords.arabicPurpose) && !StatusWords.goals.contains(next)
  }

  private func areNotesContradicting(after leading: Mention) -> Bool {
    var index = leading.words.upperBound
    while index < words.count {
      let word = words[index]
      if isNegation(word) {
        guard let end = endOfHarmlessAbsence(at: index) else { return true }
        index = end
        continue
      }
      if has(StatusWords.qualifiers, word) { return true }
      let following = words[(index + 1)...].prefix(3)
      if has(StatusWords.companions, word), following.contains(where: StatusWords.troubles.contains) { return true }
      index += 1
    }
    return false
  }

  /// Behind `no open items` and `not blocked`; nil where something good is denied.
  private func endOfHarmlessAbsence(at start: Int) -> Int? {
    let isAbsence = has(StatusWords.absences, words[start])
    var index = start + 1
    while index < words.count {
      let isBad = (StatusWords.phrases[words[index]] ?? []).contains { status, phrase in
        status != .ok && words[index...].starts(with: phrase)
      }
      if isBad || (isAbsence && StatusWords.troubles.contains(words[index])) { return index + 1 }
      guard isAbsence, StatusWords.absenceFillers.contains(words[index]), index < start + 4 else { break }
      index += 1
    }
    // “nothing open”.
    return words[start] == "nothing" && index > start + 1 ? index : nil
  }

  private func isNegation(_ word: String) -> Bool {
    has(StatusWords.negations, word) || has(StatusWords.absences, word)
  }

  /// Whether a set has a word, an Arabic “and” written onto it or not.
  private func has(_ set: Set<String>, _ word: String) -> Bool {
    set.contains(word) || ("وف".contains(word.prefix(1)) && set.contains(String(word.dropFirst())))
  }
}

/// What stands before the note.
private func head(of cell: String) -> String {
  var head = String.UnicodeScalarView()
  var hasLetter = false
  var isAfterBlank = false
  for scalar in cell.unicodeScalars {
    if hasLetter, StatusWords.noteSigns.contains(scalar) || (scalar == "-" && isAfterBlank) { break }
    hasLetter = hasLetter || scalar.properties.isAlphabetic
    isAfterBlank = scalar.properties.isWhitespace
    head.append(scalar)
  }
  return String(head)
}
