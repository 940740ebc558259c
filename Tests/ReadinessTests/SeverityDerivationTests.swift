import Testing

@testable import Readiness

@Suite struct SeverityDerivationTests {
  private func derive(
    _ result: ValidationResult, configure: (inout Configuration) -> Void = { _ in }
  ) -> (Severity, DerivationRule)? {
    let assessment = assess(workspace(results: [result], configure: configure), now: noon)
    guard let severity = assessment.checkpoints[0].severity, let rule = assessment.checkpoints[0].rule else {
      return nil
    }
    return (severity, rule)
  }

  private func isOf(_ pair: (Severity, DerivationRule)?, _ severity: Severity, _ rule: DerivationRule) -> Bool {
    pair?.0 == severity && pair?.1 == rule
  }

  @Test func nobodySaidWhoConsumesItIsV2() {
    #expect(isOf(derive(result(failed: [failure("amount")])), .v2, .consumersUnknown))
    let silent = derive(result(failed: [failure("amount")])) { $0.consumers = ["orders": .init()] }
    #expect(isOf(silent, .v2, .consumersUnknown))
  }

  @Test func customersOrModelsMakeItV2AndInternalUseAloneV1() {
    func with(_ consumers: Configuration.Consumers) -> (Severity, DerivationRule)? {
      derive(result(failed: [failure("amount")])) { $0.consumers = ["Orders": consumers] }
    }
    #expect(isOf(with(.init(customerReports: true, isInternal: true)), .v2, .consumed))
    #expect(isOf(with(.init(models: true)), .v2, .consumed))
    #expect(isOf(with(.init(isInternal: true)), .v1, .consumedInternally))
  }

  @Test func gxSeverityLowersAndNeverRaises() {
    #expect(isOf(derive(result(failed: [failure("amount", gx: .warning)])), .v1, .warning))
    #expect(isOf(derive(result(failed: [failure("amount", gx: .info)])), .v0, .info))
    #expect(isOf(derive(result(failed: [failure("amount", gx: .critical)])), .v2, .consumersUnknown))
    let inside = derive(result(failed: [failure("amount", gx: .critical)])) {
      $0.consumers = ["orders": .init(isInternal: true)]
    }
    #expect(isOf(inside, .v1, .consumedInternally))
  }

  @Test func personalDataWinsOverGXSeverity() {
    #expect(isOf(derive(result(failed: [failure("national_id", gx: .info)])), .v3, .pii))
  }

  @Test func s3OnExpectationOrSuiteIsPersonalData() {
    #expect(isOf(derive(result(failed: [failure("amount", sensitivity: "S3")])), .v3, .pii))
    #expect(isOf(derive(result(failed: [failure("amount")], sensitivity: "s3")), .v3, .pii))
    #expect(isOf(derive(result(failed: [failure("amount", sensitivity: "S2")])), .v2, .consumersUnknown))
  }

  @Test func anArabicColumnNameMakesItPersonal() {
    #expect(isOf(derive(result(failed: [failure("تاريخ الميلاد")])), .v3, .pii))
  }

  @Test func aRaisedExceptionIsAFailure() {
    #expect(isOf(derive(result(failed: [failure("iban", raised: true)])), .v3, .pii))
    #expect(isOf(derive(result(failed: [failure("amount", raised: true)])), .v2, .consumersUnknown))
  }

  @Test func aFailureThatIsCountedButNotListedLowersNothing() {
    var partial = result(failed: [failure("amount", gx: .info)])
    partial.unsuccessful = 2
    #expect(isOf(derive(partial), .v2, .consumersUnknown))
    #expect(isOf(derive(result(success: false, unsuccessful: 1)), .v2, .consumersUnknown))
  }

  @Test func configurationAddsAndRemoves() {
    let added = derive(result(failed: [failure("loyalty_tier")])) { $0.piiAdd = ["loyalty"] }
    #expect(isOf(added, .v3, .pii))
    let removed = derive(result(failed: [failure("card_type")])) { $0.piiRemove = ["card_type"] }
    #expect(isOf(removed, .v2, .consumersUnknown))
  }

  @Test func aV0IncidentOfACheckpointBlocksNothing() {
    #expect(assess(workspace(results: [result(failed: [failure("amount", gx: .info)])]), now: noon).verdict == .go)
  }
}
