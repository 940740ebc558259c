import Testing

@testable import Readiness

@Suite struct MaskingTests {
  @Test(arguments: ["1098765432", "سارة العتيبي", "a", "\"sara@example.com\"", "SA03 8000 0000 6080 1016 7519", "٠٥٥"])
  func noLetterOrDigitOfAValueIsLeft(value: String) {
    #expect(!maskedValue(value).contains { $0.isLetter || $0.isNumber })
    #expect(!maskedValue(value).isEmpty)
  }

  @Test func anEmptyValueIsShownEmpty() {
    #expect(maskedValue("").isEmpty)
  }

  @Test func theLengthOfALongValueIsNotTold() {
    #expect(maskedValue(String(repeating: "1", count: 9)) == maskedValue(String(repeating: "1", count: 4_000)))
  }

  @Test(arguments: [
    ("KeyError: 'national_id 1098765432'", "KeyError: •••"),
    ("sqlalchemy.exc.ProgrammingError: (sara)", "sqlalchemy.exc.ProgrammingError: •••"),
    ("ZeroDivisionError", "ZeroDivisionError: •••"),
    ("Sara: no such customer", "•••"), ("1098765432", "•••"), ("سارة: خطأ", "•••"), ("", "•••"),
    ("SaraError1: x", "•••"), ("no such column: iban", "•••"),
  ])
  func ofAnExceptionOnlyItsClassIsShown(message: String, shown: String) {
    #expect(maskedExceptionMessage(message) == shown)
  }
}
