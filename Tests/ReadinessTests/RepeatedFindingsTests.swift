import Testing

@testable import Readiness

@Suite struct RepeatedFindingsTests {
  private func finding(_ line: Int, _ code: Finding.Code = .futureEvent, _ severity: Severity = .v0) -> Finding {
    Finding(code, severity, Wording("\(line)", "\(line)"), at: SourceLocation(path: "e", line: line))
  }

  @Test func twentyOfAKindAreShown() {
    let findings = (1...20).map { finding($0) }
    #expect(findings.withoutRepeats() == findings)
  }

  @Test func theRestIsCountedWhereItBegins() {
    let shown = ((1...23).map { finding($0) } + [finding(99, .unknownEntity)]).withoutRepeats()
    #expect(shown.map(\.location.line) == (1...21).map { $0 } + [99])
    #expect(shown[20].message == Wording("and 3 more like these", "و3 أخرى مثلها"))
    #expect(shown[20].code == .futureEvent)
  }

  @Test func aGraverOneIsOfAnotherKind() {
    let shown = ((1...30).map { finding($0) } + [finding(31, .futureEvent, .v2)]).withoutRepeats()
    #expect(shown.count == 22)
    #expect(shown.last == finding(31, .futureEvent, .v2))
  }

  @Test(arguments: [(21, "وواحدة أخرى مثلها"), (22, "واثنتان أخريان مثلها"), (31, "و11 أخرى مثلها")])
  func theCountHasItsFormInArabic(count: Int, expected: String) {
    #expect((1...count).map { finding($0) }.withoutRepeats().last?.message.arabic == expected)
  }

  @Test func theFoldCountsThemToo() {
    let events = (1...1_000).map { step("incident.resolved", "INC-9", id: "\($0)", line: $0) }
    #expect(EventFold(events, now: noon).findings.count == 21)
  }
}
