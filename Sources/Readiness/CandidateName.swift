// Names of release candidates, `RC-…`. An author cannot see a direction mark, a joiner or a no-break hyphen, so these never
// decide whether a row or a heading names one.

/// Every `RC-…` name that a text holds, each once, without invisible characters.
package func candidateNames(in text: String) -> [String] {
  var seen: Set<String> = []
  return nameRanges(in: visibleScalars(of: text)).map(\.name).filter { seen.insert(folded($0)).inserted }
}

/// The names that a cell begins with: `RC-7`, `RC-7 / RC-8`, but one only of `RC-8 (replaces RC-7)`.
package func leadingCandidateNames(in text: String) -> [String] {
  let scalars = visibleScalars(of: text)
  var names: [String] = []
  var end = 0
  for (range, name) in nameRanges(in: scalars) {
    let between = folded(String(String.UnicodeScalarView(scalars[end..<range.lowerBound])))
    let words = between.filter { $0.isLetter || $0.isNumber }
    let isJoined = end == 0 || !between.contains { "([".contains($0) }
    guard words.isEmpty || (end > 0 && conjunctions.contains(words)), isJoined else { break }
    names.append(name)
    end = range.upperBound
  }
  return names
}

/// Whether a heading says template or قالب, as a word of its own.
package func namesTemplate(_ heading: String) -> Bool {
  folded(heading).split { !$0.isLetter }.contains { templateWords.contains(String($0)) }
}

private let templateWords = Set(
  ["template", "templates", "قالب", "القالب", "قوالب", "القوالب"].map { folded($0) })

private let conjunctions: Set<String> = ["and", folded("و")]

private func nameRanges(in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, name: String)] {
  var found: [(Range<Int>, String)] = []
  var index = 0
  while index + 3 < scalars.count {
    let isStart =
      scalars[index].value | 0x20 == 0x72 && scalars[index + 1].value | 0x20 == 0x63 && scalars[index + 2] == "-"
      // Arabic writes “and”, “to” and “the” onto the name: وRC-2.
      && (index == 0 || !isNamePart(scalars[index - 1]) || isArabicLetter(scalars[index - 1]))
    guard isStart else {
      index += 1
      continue
    }
    var end = scalars[index...].firstIndex { !isNamePart($0) } ?? scalars.count
    let next = end
    while ".-_".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    if end > index + 3 { found.append((index..<end, String(String.UnicodeScalarView(scalars[index..<end])))) }
    index = next
  }
  return found
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ".-_".unicodeScalars.contains(scalar)
}

private func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool { (0x0620...0x064A).contains(scalar.value) }

/// Without what nobody sees, with every kind of hyphen as `-`.
private func visibleScalars(of text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.compactMap { scalar in
    if scalar.isEveryday { return scalar }
    if scalar.properties.isWhitespace { return " " }
    switch scalar.value {
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: return "-"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format, .control: return nil
    default: return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }
}
