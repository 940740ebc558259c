import Testing

@testable import Readiness

@Suite struct NamingTests {
  private let names = ["INC-20261125-7f3a", "INC-20261125-8b00", "INC-2", "البُعد الأول"]

  @Test func aUniqueBeginningIsEnoughAndCaseAndMarksMakeNoDifference() {
    #expect(naming("inc-20261125-7", among: names) == .one(names[0]))
    #expect(naming("البعد", among: names) == .one(names[3]))
    #expect(naming("INC-2", among: names) == .one("INC-2"))
  }

  @Test func severalAreListedAndNothingFitsNothing() {
    #expect(naming("INC-2026", among: names) == .several([names[0], names[1]]))
    #expect(naming("INC-9", among: names) == .none)
    #expect(naming("", among: names) == .none)
  }
}
