import Testing

@testable import Readiness

@Suite struct EventSchemaRulesTests {
  private func schema(
    _ version: String? = "2.0.0", changes: [SchemaChange] = [], note: Readiness.SourceLocation? = nil,
    missing: [EnvelopeField] = [], problems: [SchemaProblem] = [], path: String = "s/order.created.v2.json"
  ) -> EventSchema {
    EventSchema(
      event: "order.created", version: version.flatMap { SchemaVersion($0) }, owner: "Payments",
      missingFields: missing, problems: problems, previous: SchemaVersion("1.0.0"), changes: changes, note: note,
      location: SourceLocation(path: path))
  }

  private let removed = SchemaChange(.removed, path: "data.amount", line: 12)

  @Test("A version that takes something away without a note is one V2 incident that names the first change")
  func silentBreak() throws {
    let changes = [removed, SchemaChange(.required, path: "data.currency"), SchemaChange(.closed, path: "")]
    let judgement = EventSchemaRegistry(schemas: [schema(changes: changes)]).judged()
    #expect(judgement.topic == .schemaAdherence)
    let incident = try #require(judgement.incidents.first)
    #expect(judgement.incidents.count == 1)
    #expect(incident.severity == .v2 && incident.rule == .schemaSilentBreak && incident.id.hasPrefix("ES-"))
    #expect(DerivedIncident.isID(incident.id))
    #expect(
      incident.title.english
        == "Silent breaking change in order.created 2.0.0: “data.amount” is removed, and 2 more")
    #expect(
      incident.title.arabic.withoutDirectionMarks
        == "تغيير كاسر غير معلن في order.created 2.0.0: حُذف «data.amount»، وتغييران آخران")
    #expect(incident.owner == "Payments" && incident.location.line == 12)
  }

  @Test("A break that a changelog notes is none, nor is a version that takes nothing away")
  func notedBreak() {
    let noted = schema(changes: [removed], note: SourceLocation(path: "CHANGELOG.md", line: 3))
    #expect(EventSchemaRegistry(schemas: [noted, schema()]).judged().incidents.isEmpty)
    #expect(EventSchemaRegistry(schemas: [schema()]).judged() == Judgement(.schemaAdherence))
  }

  @Test("What a schema lacks is a finding with the fields' names")
  func findings() {
    let lacking = schema(
      nil, missing: [.traceID, .timestamp], problems: [SchemaProblem(Wording("bad", "خطأ"), line: 4)])
    let judgement = EventSchemaRegistry(schemas: [lacking]).judged()
    #expect(
      judgement.findings.map(\.code) == [.eventSchemaInvalid, .eventSchemaFieldMissing, .eventSchemaVersionMissing])
    #expect(judgement.findings[0].location.line == 4)
    #expect(judgement.findings[1].message.english == "order.created lacks trace_id, timestamp of the envelope")
    #expect(judgement.findings.allSatisfy { $0.severity == .v1 && $0.topic == .schemaAdherence })
    #expect(judgement.incidents.isEmpty)
  }

  @Test("Two files of one version are a finding, two versions are not")
  func collision() {
    let twice = EventSchemaRegistry(schemas: [schema(path: "a.json"), schema("2", path: "b.json")])
    #expect(twice.judged().findings.map(\.code) == [.eventSchemaVersionTwice])
    #expect(EventSchemaRegistry(schemas: [schema(), schema("2.1")]).judged().findings.isEmpty)
  }
}
