import Testing

@testable import Readiness

struct ConnectorRulesTests {
  private let now = Instant(seconds: 1_800_000_000)
  private let place = SourceLocation(path: "connectors/stripe.md", line: 1)

  /// A connector with everything that is asked for, in production.
  private func complete(_ name: String = "Stripe", layers: [ConnectorLayer] = [.runtimeTool]) -> Connector {
    let filled = ConnectorEntry(state: .filled, text: "x", location: place)
    var connector = Connector(name: name, stage: .production, rawStage: "prod", layers: layers, location: place)
    for field in ConnectorField.allCases { connector.fields[field] = filled }
    for item in ConnectorGovernance.allCases { connector.governance[item] = filled }
    return connector
  }

  private func judged(_ sheets: Connector..., imports: [VendorImport] = []) -> Judgement {
    ConnectorRegister(sheets: sheets, vendorImports: imports).judged(now: now)
  }

  @Test func `A connector that documents everything leaves nothing to say`() {
    let judgement = judged(complete(), complete("Airbyte", layers: [.dataMovement]))
    #expect(judgement.topic == .connectorHealth)
    #expect(judgement.incidents.isEmpty)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.nextChange == nil)
  }

  @Test func `Missing fields are one incident that names them all: V2 in production, else V1`() throws {
    var connector = complete()
    connector.fields[.timeout] = nil
    connector.fields[.rollbackNotes] = ConnectorEntry(state: .missing, location: place)
    connector.governance[.owner] = ConnectorEntry(state: .filled, text: "Integrations", location: place)
    let production = judged(connector)
    let incident = try #require(production.incidents.first)
    #expect(production.incidents.count == 1)
    #expect(incident.severity == .v2)
    #expect(incident.rule == .connectorFieldMissingProduction)
    #expect(incident.title.english == "Stripe: not documented: timeout and rollback notes")
    #expect(incident.title.arabic.withoutDirectionMarks == "Stripe: غير موثّق: المهلة وملاحظات التراجع")
    #expect(incident.owner == "Integrations")
    #expect(incident.topic == .connectorHealth)
    #expect(incident.location == place)
    #expect(DerivedIncident.isID(incident.id) && incident.id.hasPrefix("CN-"))

    for stage in ConnectorStage.allCases where stage != .production {
      connector.stage = stage
      let other = try #require(judged(connector).incidents.first)
      #expect(other.severity == .v1)
      #expect(other.rule == .connectorFieldMissing)
      #expect(other.id == incident.id)
    }
  }

  @Test func `Where nobody names a stage it counts as production, and says so`() throws {
    var connector = complete()
    connector.fields[.retry] = nil
    connector.stage = nil
    connector.rawStage = ""
    let silent = judged(connector)
    #expect(silent.incidents.map(\.severity) == [.v2])
    #expect(silent.incidents.map(\.rule) == [.connectorFieldMissingStageUnknown])
    #expect(silent.findings.map(\.code) == [.connectorStageUnknown])
    #expect(silent.findings.first?.severity == .v0)

    connector.rawStage = "active"
    #expect(
      judged(connector).findings.first?.message.english == "Stripe: “active” names no stage: counts as production")
  }

  @Test func `A placeholder is a finding on its line and no incident`() throws {
    var connector = complete()
    let line = SourceLocation(path: "connectors/stripe.md", line: 14)
    connector.fields[.timeout] = ConnectorEntry(state: .thin, text: "TBD", location: line)
    let judgement = judged(connector)
    #expect(judgement.incidents.isEmpty)
    let finding = try #require(judgement.findings.first)
    #expect(finding.code == .connectorFieldThin)
    #expect(finding.severity == .v1)
    #expect(finding.location == line)
    #expect(finding.topic == .connectorHealth)
    #expect(finding.message.english == "Stripe: timeout is only a placeholder: TBD")
  }

  @Test func `A connector of no layer, or of both, is a finding`() {
    for layers in [[], ConnectorLayer.allCases] {
      let judgement = judged(complete(layers: layers))
      #expect(judgement.findings.map(\.code) == [.connectorLayerUnclear])
      #expect(judgement.incidents.isEmpty)
    }
  }

  @Test func `Each layer asks for its own governance`() {
    var connector = complete()
    connector.governance = [:]
    let runtime = judged(connector).findings.map(\.message.english)
    #expect(
      runtime == [
        "Stripe: a runtime tool connector needs: allowlist",
        "Stripe: a runtime tool connector needs: tool verification",
      ])

    connector.layers = [.dataMovement]
    connector.governance[.sla] = ConnectorEntry(state: .thin, text: "…", location: place)
    let movement = judged(connector).findings
    #expect(movement.allSatisfy { $0.code == .connectorGovernanceGap && $0.severity == .v1 })
    #expect(
      movement.map(\.message.english) == [
        "Stripe: a data movement connector needs: owner", "Stripe: SLA is only a placeholder: …",
        "Stripe: a data movement connector needs: backfill runbook",
      ])
  }

  @Test func `Two sheets of one name are one connector of which the worse counts`() throws {
    var second = complete("stripe")
    second.location = SourceLocation(path: "docs/connectors/stripe.md", line: 3)
    second.fields[.retry] = nil
    second.fields[.timeout] = ConnectorEntry(state: .thin, text: "TODO", location: second.location)
    second.stage = .staging
    for (first, other) in [(complete(), second), (second, complete())] {
      let register = ConnectorRegister(sheets: [first, other])
      let connector = try #require(register.connectors.first)
      #expect(register.connectors.count == 1)
      #expect(connector.states == [.filled, .filled, .missing, .thin, .filled, .filled, .filled, .filled, .filled])
      #expect(connector.stage == .production)
      let judgement = register.judged(now: now)
      #expect(judgement.findings.map(\.code) == [.connectorDuplicate, .connectorFieldThin])
      #expect(judgement.findings.first?.location == other.location)
      #expect(judgement.incidents.map(\.severity) == [.v2])
    }
  }

  @Test func `Of two stages the one that asks for more counts, and silence asks for most`() {
    func stage(_ first: ConnectorStage?, _ second: ConnectorStage?) -> ConnectorStage? {
      var (left, right) = (complete(), complete())
      left.stage = first
      right.stage = second
      return ConnectorRegister(sheets: [left, right]).connectors.first?.stage
    }
    #expect(stage(.dev, .canary) == .canary)
    #expect(stage(.canary, .retired) == .canary)
    #expect(stage(.staging, nil) == nil)
    #expect(stage(nil, .production) == .production)
  }

  @Test func `A vendor's SDK outside the facade is a finding at its import`() throws {
    let line = SourceLocation(path: "src/pay.py", line: 7)
    let judgement = judged(imports: [VendorImport(vendor: "stripe", module: "stripe.error", location: line)])
    let finding = try #require(judgement.findings.first)
    #expect(judgement.incidents.isEmpty)
    #expect(finding.code == .vendorImport)
    #expect(finding.location == line)
    #expect(finding.message.english.contains("stripe.error"))
  }

  @Test func `Connectors stand in the order of their names`() {
    let register = ConnectorRegister(sheets: [complete("zoho"), complete("Airbyte"), complete("hub-spot")])
    #expect(register.connectors.map(\.name) == ["Airbyte", "hub-spot", "zoho"])
  }
}
