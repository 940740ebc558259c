import Readiness
import Testing

@testable import Evidence

@Suite struct EventSchemaReaderTests {
  private let folder = TemporaryFolder()
  private let place = "docs/schemas/events"

  private func read(_ configured: [String] = []) -> (EventSchemaRegistry?, [Finding]) {
    var configuration = Configuration.Governance()
    configuration.eventSchemas = configured
    return readSchemaRegistry(below: folder.path, configuration)
  }

  /// Everything that is said of the registry, readers and rules together.
  private func messages(_ configured: [String] = []) -> [String] {
    let (registry, findings) = read(configured)
    let judgement = registry?.judged()
    return findings.map(\.message.english) + (judgement?.incidents ?? []).map(\.title.english)
      + (judgement?.findings ?? []).map(\.message.english)
  }

  @Test("A registry that refers to its envelope gives no false alarm")
  func sound() throws {
    folder.write("\(place)/envelope/1.0.0.json", envelopeSchema())
    folder.write("\(place)/order.created/1.0.0.json", orderSchema("1.0.0", data: orderData))
    folder.write(
      "\(place)/order.created/1.1.0.json",
      orderSchema(
        "1.1.0",
        data: orderData.replacing(
          "\"order_id\": {\"type\": \"string\"},",
          with: "\"order_id\": {\"type\": \"string\"}, \"note\": {\"type\": \"string\"},")))
    folder.write("\(place)/validate.py", "print()")
    #expect(messages() == [])
    let registry = try #require(read().0)
    #expect(registry.schemas.map(\.event) == ["envelope", "order.created", "order.created"])
    #expect(registry.schemas.map { $0.version?.text } == ["1.0.0", "1.0.0", "1.1.0"])
    #expect(registry.eventCount == 2)
  }

  @Test("Nothing there is nothing to say; a configured folder that is not there is a finding")
  func absent() {
    #expect(read() == (nil, []))
    let (registry, findings) = read(["contracts"])
    #expect(registry == nil && findings.map(\.code) == [.eventSchemaUnreadable])
    folder.makeFolder("contracts")
    #expect(read(["contracts"]).1.map(\.message.english) == ["holds no event schema"])
  }

  @Test("A schema that lacks fields of the envelope names them, wherever the others stand")
  func missingFields() {
    folder.write("\(place)/envelope.v1.json", envelopeSchema())
    folder.write(
      "\(place)/sms.sent.v1.json",
      ##"{"type": "object", "$ref": "#/$defs/base", "properties": {"event_id": {}, "event_type": {"const": "sms.sent"}},"##
        + #""$defs": {"base": {"allOf": [{"properties": {"source": {}, "timestamp": {}, "trace_id": {}, "tenant_id": {}}}],"#
        + #""oneOf": [{"properties": {"entity_id": {}, "actor_type": {}}}, {"properties": {"entity_id": {}}}]}}}"#)
    #expect(
      messages() == [
        "sms.sent lacks spec_version, schema_version, correlation_id, causation_id, actor_type, approval_class, "
          + "reversibility_class, sensitivity_class of the envelope"
      ])
  }

  @Test("A part that others refer to, and a file of definitions, need no envelope of their own")
  func parts() {
    folder.write("\(place)/envelope.v1.json", envelopeSchema())
    folder.write("\(place)/common/money.json", #"{"type": "object", "properties": {"amount": {"type": "number"}}}"#)
    folder.write("\(place)/common/defs.json", #"{"$defs": {"name": {"type": "string"}}}"#)
    folder.write(
      "\(place)/order.created.v1.json",
      orderSchema(
        "1.0.0", envelope: "envelope.v1.json",
        data: ##"{"properties": {"total": {"$ref": "common/money.json"}, "##
          + ##""by": {"$ref": "common/defs.json#/$defs/name"}}}"##
      ).replacing("\"$id\": \"https://salesflow.example/schemas/events/order.created/1.0.0.json\",", with: ""))
    folder.write("\(place)/registry.json", #"{"schemas": []}"#)
    folder.write("\(place)/examples/order.json", #"{"event_id": "1"}"#)
    #expect(messages() == [])
    folder.write("\(place)/stray.v1.json", #"{"type": "object", "properties": {"amount": {"type": "number"}}}"#)
    #expect(messages() == ["stray carries none of the envelope’s fields: refer to the envelope’s schema"])
  }

  @Test("A schema outside the registry's folder is followed within the workspace, never out of it")
  func references() {
    folder.write("docs/schemas/envelope.json", envelopeSchema())
    folder.write("\(place)/a.v1.json", ##"{"$ref": "../envelope.json"}"##)
    #expect(messages() == [])
    folder.write(
      "\(place)/b.v1.json", ##"{"allOf": [{"$ref": "../envelope.json"}, {"$ref": "../../../../etc/x.json"}]}"##)
    folder.write(
      "\(place)/c.v1.json",
      ##"{"allOf": [{"$ref": "../envelope.json"}, {"$ref": "https://example.org/x.json"}, {"$ref": "#/$defs/gone"}]}"##)
    #expect(
      messages() == [
        "“../../../../etc/x.json” leads to no schema",
        "“https://example.org/x.json” leads to no schema here: addresses are not fetched, put it into the registry",
        "“#/$defs/gone” leads to no schema",
      ])
  }

  @Test("References in a circle end, and anchors and embedded schemas are found")
  func circles() {
    folder.write(
      "\(place)/tree.v1.json",
      ##"{"allOf": [{"$ref": "#"}, {"$ref": "#node"}, {"$ref": "env"}], "$id": "https://x.example/tree.v1.json","##
        + ##""$defs": {"node": {"$anchor": "node", "properties": {"data": {"properties": {"child": {"$ref": "#node"}}}}},"##
        + ##""env": \##(envelopeSchema().replacing("https://salesflow.example/schemas/events/envelope/1.0.0.json", with: "env"))}}"##
    )
    folder.write("\(place)/tree.v2.json", ##"{"$ref": "tree.v1.json", "$id": "https://x.example/tree.v2.json"}"##)
    #expect(messages() == [])
  }

  @Test("A version that takes something away is a silent break until a changelog notes it")
  func silentBreak() throws {
    folder.write("\(place)/envelope/1.0.0.json", envelopeSchema())
    folder.write("\(place)/order.created/1.0.0.json", orderSchema("1.0.0", data: orderData))
    folder.write("\(place)/order.created/2.0.0.json", orderSchema("2.0.0", data: #"{"type": "object"}"#))
    folder.write("\(place)/order.created/10.0.0.json", orderSchema("10.0.0", data: #"{"type": "object"}"#))
    let title = "Silent breaking change in order.created 2.0.0: “data.amount” is removed, and 4 more"
    #expect(messages() == [title])
    #expect(read().0?.judged().incidents.first?.location.path == "\(place)/order.created/2.0.0.json")

    folder.write("\(place)/CHANGELOG.md", "# Changes\n\n## 2.0.0\n\n- order.created: amount is gone\n")
    #expect(messages() == [title], "it does not say that this breaks")
    folder.write("\(place)/CHANGELOG.md", "## 1.0.0\n\n### Breaking\n\n- order.created: amount is gone\n")
    #expect(messages() == [title], "another version")
    folder.write("\(place)/CHANGELOG.md", "## 2.0.0\n\n### Breaking\n\n- `order.created`: amount is gone\n")
    #expect(messages() == [])
    #expect(read().0?.schemas.first { $0.version?.text == "2.0.0" }?.note?.path == "\(place)/CHANGELOG.md")
  }

  @Test("Changelogs stand in any folder above, in the event's own folder, or in the schema")
  func changelogs() {
    folder.write("\(place)/envelope/1.0.0.json", envelopeSchema())
    folder.write("\(place)/order.created/1.0.0.json", orderSchema("1.0.0", data: orderData))
    func isNoted(_ file: String = "", _ text: String = "", more: String = "") -> Bool {
      folder.write("\(place)/order.created/2.0.0.json", orderSchema("2.0.0", data: #"{"type": "object"}"#, more: more))
      if !file.isEmpty { folder.write(file, text) }
      defer { if !file.isEmpty { folder.write(file, "") } }
      return messages() == []
    }
    #expect(!isNoted())
    #expect(isNoted("CHANGELOG.md", "- **Breaking:** order.created v2 drops the amount\n"))
    #expect(isNoted("docs/CHANGELOG_AR.md", "## الإصدار 2\n\n### تغييرات كاسرة\n\n- حذف المبلغ من order.created\n"))
    #expect(isNoted("\(place)/order.created/CHANGELOG.md", "## v2.0.0 — breaking\n\nThe amount is gone.\n"))
    #expect(
      isNoted(
        "docs/CHANGELOG.md", "| Event | Version | Kind |\n|-|-|-|\n| order.created | 2.0.0 | breaking |\n"))
    #expect(!isNoted("CHANGELOG.md", "## 2.0.0\n\nNo breaking changes in order.created.\n"))
    #expect(!isNoted("CHANGELOG.md", "## 2.0.0\n\n### Breaking\n\n- order.created.twice: gone\n"))
    #expect(isNoted(more: #""x-changelog": {"2.0.0": "breaking: the amount is gone"},"#))
    #expect(isNoted(more: #""x-changelog": [{"version": "2.0.0", "breaking": true, "text": "no amount"}],"#))
    #expect(!isNoted(more: #""x-changelog": {"1.0.0": "breaking: first"},"#))
    #expect(isNoted(more: #""$comment": "كاسر: حُذف المبلغ","#))
    #expect(!isNoted(more: #""$comment": "the amount is gone","#))
  }

  @Test("Versions are told by file, folder, $id or keyword; without any it is a finding, two that differ too")
  func versions() {
    folder.write("docs/schemas/envelope.json", envelopeSchema())
    func version(_ name: String, _ more: String = "") -> (event: String, version: String?) {
      let folder = TemporaryFolder()
      // An envelope that names no version of its own.
      let envelope = envelopeSchema().replacing(#""schema_version": {"const""#, with: #""schema_version": {"default""#)
      folder.write("docs/schemas/envelope.json", envelope)
      let up = String(repeating: "../", count: name.split(separator: "/").count)
      folder.write("\(place)/\(name)", "{\(more)\"$ref\": \"\(up)envelope.json\"}")
      let schema = readSchemaRegistry(below: folder.path, Configuration.Governance()).0?.schemas.first
      return (schema?.event ?? "", schema?.version?.text)
    }
    #expect(version("order.created.v2.json") == ("order.created", "2"))
    #expect(version("order.created-1.2.0.schema.json") == ("order.created", "1.2.0"))
    #expect(version("order.created/2.0.0.json") == ("order.created", "2.0.0"))
    #expect(version("v3/order.created.json") == ("order.created", "3"))
    #expect(version("OrderCreatedV2.json") == ("OrderCreated", "2"))
    #expect(version("order_created/jsonschema/1-0-0.json") == ("order_created", "1-0-0"))
    #expect(version("order.created.json", #""x-version": "4.1","#) == ("order.created", "4.1"))
    #expect(version("order.created.json", #""version": 4,"#) == ("order.created", "4"))
    let fixed = version("order.created.json", #""properties": {"schema_version": {"const": "6"}},"#)
    #expect(fixed == ("order.created", "6"))
    #expect(version("sla-24.json") == ("sla-24", nil))

    folder.write(
      "\(place)/a.json",
      ##"{"properties": {"schema_version": {"type": "string"}}, "$ref": "#/$defs/e", "##
        + ##""$defs": {"e": {"properties": {"event_id": {}}}}}"##)
    #expect(messages().contains("a names no version: put one in the file name (a.v1.json) or in $id"))
    folder.write(
      "\(place)/a.json",
      #"{"$id": "https://x.example/a.v2.json", "x-version": "3", "$ref": "../envelope.json"}"#)
    #expect(messages() == ["a is version 2, but its x-version says 3"])
  }

  @Test("A file that is no JSON, or no schema, is told with its line and hides no other")
  func invalid() throws {
    folder.write("\(place)/envelope/1.0.0.json", envelopeSchema())
    folder.write("\(place)/broken.v1.json", "{\n  \"type\": \"object\",\n  oops\n}")
    folder.write(
      "\(place)/odd.v1.json",
      "{\n\"$ref\": \"envelope/1.0.0.json\",\n\"required\": \"event_id\",\n\"type\": \"objct\"}")
    folder.write("\(place)/nul.v1.json", "{\"a\": \"\0\"}")
    folder.write("\(place)/list.v1.json", "[]")
    let findings = try #require(read().0).judged().findings
    #expect(
      findings.map { "\($0.location.description) \($0.message.english)" } == [
        "\(place)/broken.v1.json:3 is no JSON",
        "\(place)/list.v1.json:1 a schema must be an object, true or false",
        "\(place)/list.v1.json list carries none of the envelope’s fields: refer to the envelope’s schema",
        "\(place)/nul.v1.json:1 is no JSON",
        "\(place)/odd.v1.json:3 required must be a list of names",
        "\(place)/odd.v1.json:4 type “objct” is unknown: do you mean “object”?",
      ])
  }

  @Test("A version between that is no JSON does not hide the break behind it")
  func brokenBetween() {
    folder.write("\(place)/envelope/1.0.0.json", envelopeSchema())
    folder.write("\(place)/order.created/1.0.0.json", orderSchema("1.0.0", data: orderData))
    folder.write("\(place)/order.created/2.0.0.json", "{")
    folder.write("\(place)/order.created/3.0.0.json", orderSchema("3.0.0", data: "false"))
    #expect(messages().first == "Silent breaking change in order.created 3.0.0: “data” is removed")
  }
}
