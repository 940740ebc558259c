import Testing

@testable import Readiness

@Suite struct WordsTests {
  @Test func arabicCountsTakeTheirPluralForm() {
    let forms = PluralForms(zero: "0", one: "1", two: "2", few: "f", many: "m", other: "o")
    let expected = [
      0: "0", 1: "1", 2: "2", 3: "f", 10: "f", 11: "m", 99: "m", 100: "o", 101: "o", 102: "o", 103: "f", 111: "m",
      200: "o",
    ]
    for (count, form) in expected { #expect(forms.form(for: count) == form, "\(count)") }
  }

  @Test(arguments: [
    (Int64(0), "0s", "0 ث"), (59, "59s", "59 ث"), (60, "1m", "1 د"), (300, "5m", "5 د"), (10_800, "3h", "3 س"),
    (172_800, "2d", "2 ي"), (-300, "-5m", "-5 د"),
  ])
  func anAgeIsShort(seconds: Int64, english: String, arabic: String) {
    #expect(ageText(seconds, .english) == english)
    #expect(ageText(seconds, .arabic) == arabic)
  }

  @Test func theEndsOfTimeDoNotTrap() {
    #expect(ageText(.min, .english).hasPrefix("-"))
    #expect(ageText(.max, .arabic).hasSuffix("ي"))
  }

  @Test func aTitleIsQuotedOnce() {
    #expect(quoted(Wording("Orders late", "تأخر الطلبات")) == Wording("“Orders late”", "«تأخر الطلبات»"))
    let own = Wording("“export” (crm): late", "«export» (crm): متأخرة")
    #expect(quoted(own) == own)
  }
}
