import Foundation
import Testing

/// `jahiz propose` on a workspace whose matrix claims more than its results show.
@Suite struct ProposeCommandTests {
  private func workspace() throws -> TriageFolder {
    let workspace = try TriageFolder()
    try workspace.writeResult("first", passes: false, at: Date().addingTimeInterval(-60))
    return workspace
  }

  @Test func itPrintsTheEditsAndWritesNothing() throws {
    let workspace = try workspace()
    let before = try workspace.text()
    let printed = try workspace.done("propose")
    #expect(printed.contains("RELEASE_READINESS_MATRIX.md:5: data quality"))
    #expect(printed.contains("● OK → ■ Blocked"))
    // What is blocked already needs no proposal.
    #expect(!printed.contains("approval SLA"))
    #expect(try workspace.text() == before)
    #expect(try workspace.events().isEmpty)
  }

  @Test func asJSONItIsTheSame() throws {
    let workspace = try workspace()
    let text = try workspace.done("propose", "--format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let edits = try #require(document["edits"] as? [[String: Any]])
    #expect(edits.map { $0["dimension"] as? String } == ["data quality"])
    #expect(edits.first?["to"] as? String == "blocked")
  }

  @Test func applyMakesThemThroughTheLedger() throws {
    let workspace = try workspace()
    try workspace.done("propose", "--apply")
    #expect(try workspace.text().contains("| **data quality** (جودة البيانات) | Blocked | [here](proof.md) | Data | |"))
    let event = try #require(try workspace.events().first)
    #expect(event["event_type"] as? String == "dimension.status_changed")
    #expect(((event["data"] as? [String: Any])?["reason"] as? String)?.contains("the evidence says Blocked") == true)
    // Then the matrix claims no more than the evidence shows.
    #expect(try workspace.done("propose").contains("proposes no change"))
    try workspace.done("undo")
    #expect(try workspace.text().contains("| OK | [here](proof.md) | Data | |"))
  }

  @Test func readOnlyRefusesToApply() throws {
    let workspace = try workspace()
    #expect(try workspace.run("propose", "--apply", "--read-only").code == 1)
    #expect(try workspace.events().isEmpty)
  }
}
