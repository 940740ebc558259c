import Testing

@testable import Readiness

@Suite struct DerivedIncidentTests {
  private func derived(_ severity: Severity = .v2, subject: String = "Stripe") -> DerivedIncident {
    DerivedIncident(
      .claimContradicted, severity, prefix: "CN", subject: subject, title: Wording("no timeout", "بلا مهلة"),
      owner: "Payments", topic: .connectorHealth, location: SourceLocation(path: "connectors/stripe.md", line: 4))
  }

  private func incident(_ derived: DerivedIncident, _ events: [Event]) -> Incident {
    derived.incident(in: EventFold(events, now: noon), dimension: "connector health")
  }

  @Test func itsIdIsTheSameForTheSameThingAndAnotherForAnother() {
    #expect(derived().id == derived(.v1).id)
    #expect(derived().id != derived(subject: "Twilio").id)
    #expect(DerivedIncident.isID(derived().id))
    for id in ["INC-1", "GX-12345", "cn-0123456789ab", "CN-0123456789AB", "CN_0123456789ab"] {
      #expect(!DerivedIncident.isID(id))
    }
    #expect(Incident.Origin(id: derived().id) == .connector)
    #expect(Incident.Origin(id: "ZZ-0123456789ab") == .event)
  }

  @Test func peopleCalmItButOnlyItsFileResolvesIt() {
    let id = derived().id
    let events = [
      step("incident.acknowledged", id), step("incident.reassigned", id, data: ["owner": "Sara"]),
      step("incident.mitigated", id), step("incident.resolved", id),
    ]
    let fold = incident(derived(), events)
    #expect((fold.state, fold.owner, fold.history.count) == (.mitigated, "Sara", 4))
    #expect(!EventFold(events, now: noon).findings.contains { $0.code == .unknownEntity })
  }

  @Test func nobodyLowersItBelowItsRule() {
    let events = [step("incident.severity_changed", derived().id, severity: "V0")]
    #expect(incident(derived(.v2), events).severity == .v2)
    let raised = [step("incident.severity_changed", derived().id, severity: "V3")]
    #expect(incident(derived(.v2), raised).severity == .v3)
  }

  @Test func whenItsFileIsRepairedTheEventsAreANoteAndNoFault() {
    let gone = workspace(events: [step("incident.acknowledged", derived().id)])
    let findings = assess(gone, now: noon).findings
    #expect(findings.map(\.code) == [.repaired])
    #expect(findings.map(\.severity) == [.v0])
  }
}
