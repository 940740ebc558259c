import Testing

@testable import Readiness

@Suite struct MessageTests {
  private let snapshot = workspace(
    [row("approval SLA", .blocked)], candidates: [candidate("RC-1", .unset)],
    results: [result(suite: "orders.core", time: "2026-01-01T00:00:00Z")], events: [opened("V2", "INC-7")]
  ) { $0.require = ["payments"] }

  @Test(arguments: ["approval SLA", "RC-1", "orders.core", "INC-7", "payments"])
  func aReasonNamesItsThingInBothLanguages(name: String) {
    let reasons = assess(snapshot, now: noon).reasons
    #expect(reasons.count == 5)
    #expect(reasons.contains { $0.message.english.contains(name) && $0.message.arabic.contains(name) })
  }

  @Test func everyReasonIsAlsoSaidInArabic() {
    for reason in assess(snapshot, now: noon).reasons {
      #expect(reason.message.arabic.unicodeScalars.contains { (0x0621...0x064A).contains($0.value) })
    }
  }
}
