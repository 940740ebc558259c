import Readiness
import Testing

@testable import Evidence

@Suite struct GXDefinitionsTests {
  private let checkpoint = """
    {"actions": [], "id": "c-1", "name": "بوابة", "validation_definitions": [{"id": "v-1", "name": "s @ a"},
     {"id": "v-2", "name": "t @ a"}, {"id": "v-3", "name": "s @ b"}]}
    """

  @Test func `a defined checkpoint has its id, its name and the suites of its validations`() {
    let definitions = [
      "{\"id\": \"v-1\", \"name\": \"s @ a\", \"suite\": {\"id\": \"x\", \"name\": \"s\"}}",
      "{\"suite\": {\"name\": \"s\"}, \"id\": \"v-3\"}",
    ].compactMap { readValidationDefinition(Array($0.utf8), path: "d.json") }
    let (read, findings) = readDefinedCheckpoint(
      Array(checkpoint.utf8), path: "gx/checkpoints/a.json", validationDefinitions: definitions)
    #expect(findings == [])
    #expect(read?.id == "c-1")
    #expect(read?.name == "بوابة")
    #expect(read?.suites == ["s"])
    #expect(read?.location.path == "gx/checkpoints/a.json")
  }

  @Test func `a checkpoint definition that cannot be read is a finding`() {
    for text in ["", "{\"id\": \"c-1\"", "[]"] {
      let (read, findings) = readDefinedCheckpoint(Array(text.utf8), path: "a.json")
      #expect(read == nil)
      #expect(findings.map(\.code) == [.resultUnreadable])
    }
    let (read, findings) = readDefinedCheckpoint(Array("{\"id\": \"c-1\"}".utf8), path: "a.json")
    #expect(read == nil)
    #expect(findings.map(\.code) == [.resultIncomplete])
  }

  @Test func `only results without a name take the one of their checkpoint's id`() {
    func result(_ name: String?, _ id: String?) -> ValidationResult {
      ValidationResult(name: name, shape: .storeV1, success: true, path: "a.json", checkpointID: id)
    }
    var results = [result(nil, "c-1"), result("own", "c-1"), result(nil, "c-2"), result(nil, nil)]
    joinCheckpointNames(
      &results, [DefinedCheckpoint(id: "c-1", name: "gate", location: SourceLocation(path: "c.json"))])
    #expect(results.map(\.name) == ["gate", "own", nil, nil])
  }
}
