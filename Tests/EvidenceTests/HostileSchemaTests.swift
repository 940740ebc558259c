import Readiness
import Testing

@testable import Evidence

@Suite struct HostileSchemaTests {
  private let folder = TemporaryFolder()
  private let place = "docs/schemas/events"

  private func read() -> (EventSchemaRegistry?, [Finding]) {
    readSchemaRegistry(below: folder.path, Configuration.Governance())
  }

  @Test("A schema nested beyond any limit is a finding, not the end")
  func deep() throws {
    folder.write(
      "\(place)/a.v1.json",
      String(repeating: "{\"not\":", count: 100_000) + "{}" + String(repeating: "}", count: 100_000))
    let findings = try #require(read().0).judged().findings
    #expect(findings.map(\.message.english) == ["nests deeper than 64 levels"])
  }

  @Test("Thousands of references to each other are compared up to a limit that is told")
  func wide() throws {
    func text(_ type: String) -> String {
      let properties = (0..<250).map { index in
        "\"p\(index)\": {\"allOf\": [{\"$ref\": \"#/$defs/d\(index)\"}, {\"$ref\": \"#/$defs/d\((index + 1) % 250)\"}]}"
      }
      let definitions = (0..<250).map { index in
        "\"d\(index)\": {\"type\": \(type), \"properties\": {"
          + (0..<8).map { "\"q\($0)\": {\"$ref\": \"#/$defs/d\((index * 7 + $0) % 250)\"}" }.joined(separator: ", ")
          + "}}"
      }
      return
        "{\"properties\": {\(properties.joined(separator: ", "))}, \"$defs\": {\(definitions.joined(separator: ", "))}}"
    }
    folder.write("\(place)/a.v1.json", text("[\"object\", \"null\"]"))
    folder.write("\(place)/a.v2.json", text("\"object\""))
    let schema = try #require(read().0?.schemas.last)
    #expect(schema.changes.first?.wording.english == "the type of “p0” goes from null, object to object")
    #expect(schema.comparisonIsPartial)
    #expect(read().0?.judged().findings.contains { $0.code == .eventSchemaNotCompared } == true)
  }

  @Test("A link to outside the workspace is not followed by a reference")
  func links() throws {
    folder.link("docs/schemas/outside.json", to: "/etc/hostname")
    folder.write("\(place)/a.v1.json", ##"{"$ref": "../outside.json"}"##)
    #expect(
      try #require(read().0).schemas[0].problems.map(\.message.english) == ["“../outside.json” leads to no schema"])
  }
}
