import Testing

@testable import Readiness

@Suite struct SeverityTests {
  @Test(arguments: [("V0", Severity.v0), ("v2", .v2), (" V3 ", .v3)])
  func aNameIsReadInEitherCase(name: String, severity: Severity) {
    #expect(Severity(name: name) == severity)
  }

  @Test(arguments: ["", "V", "V4", "V22", "3", "VV"])
  func anythingElseIsNoSeverity(name: String) {
    #expect(Severity(name: name) == nil)
  }
}
