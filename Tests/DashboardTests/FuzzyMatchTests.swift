import Dashboard
import Testing

@Suite struct FuzzyMatchTests {
  /// The candidate with what matched in brackets.
  private func shown(_ needle: String, _ candidate: String) -> String? {
    guard let match = FuzzyMatch.match(needle, in: candidate) else { return nil }
    var result = String.UnicodeScalarView()
    for (offset, scalar) in candidate.unicodeScalars.enumerated() {
      if match.ranges.contains(where: { $0.lowerBound == offset }) { result.append("[") }
      result.append(scalar)
      if match.ranges.contains(where: { $0.upperBound == offset + 1 }) { result.append("]") }
    }
    return String(result)
  }

  @Test(arguments: [
    ("nrc", "next release candidate", "[n]ext [r]elease [c]andidate"), ("rel", "next release", "next [rel]ease"),
    ("hp", "halfPageUp", "[h]alf[P]ageUp"), ("up", "a supper up", "a supper [up]"), ("v0", "show V0", "show [V0]"),
    ("RELOAD", "reload", "[reload]"), ("cand next", "next candidate", "[next] [cand]idate"), ("", "x", "x"),
  ])
  func lettersAreFoundWherePeopleMeanThem(needle: String, candidate: String, expected: String) {
    #expect(shown(needle, candidate) == expected)
  }

  @Test(arguments: [
    ("محظور", "مَحْظُورٌ", "[مَحْظُورٌ]"), ("مراجعه", "قيد المُراجَعة", "قيد ال[مُراجَعة]"),
    ("م ا", "مرشح الإصدار", "[م]رشح [ا]لإصدار"), ("حال", "رحّال الحالة", "رحّال ال[حال]ة"),
    ("إعادة", "اعـادة قراءة", "[اعـادة] قراءة"), ("٣", "3 أيام", "[3] أيام"),
  ])
  func arabicIsFoundWithAndWithoutItsMarks(needle: String, candidate: String, expected: String) {
    #expect(shown(needle, candidate) == expected)
  }

  @Test func lettersInAnotherOrderDoNotMatch() {
    #expect(FuzzyMatch.match("lre", in: "rel") == nil)
    #expect(FuzzyMatch.match("next z", in: "next release") == nil)
    #expect(FuzzyMatch.match("long", in: "lo") == nil)
  }

  @Test func rankingPutsTheBestFirstAndKeepsTheOrderOfEquals() {
    let items = ["previous match", "search", "next match", "nothing much", "next view", "next lane"]
    #expect(FuzzyMatch.rank("next", items) { $0 }.map(\.item) == ["next view", "next lane", "next match"])
    #expect(FuzzyMatch.rank("nm", items) { $0 }.map(\.item).prefix(2) == ["next match", "nothing much"])
    #expect(FuzzyMatch.rank(" ", items) { $0 }.map(\.item) == items)
    let arabic = ["تقييم مرشح الإصدار السابق", "المانع السابق", "النتيجة السابقة", "بحث"]
    #expect(FuzzyMatch.rank("السابقه", arabic) { $0 }.map(\.item) == ["النتيجة السابقة"])
    #expect(FuzzyMatch.rank("سابق", arabic) { $0 }.first?.item == "المانع السابق")
  }

  @Test func aWholeWordBeatsScatteredLetters() throws {
    let together = try #require(FuzzyMatch.match("open", in: "open details"))
    let scattered = try #require(FuzzyMatch.match("open", in: "on page end"))
    #expect(together.score > scattered.score)
  }
}
