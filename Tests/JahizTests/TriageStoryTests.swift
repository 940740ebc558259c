import Foundation
import Testing

/// The whole story, told once through the real program.
@Suite struct TriageStoryTests {
  @Test func fromStopToGoAndTheLogTellsItAll() throws {
    let workspace = try TriageFolder()
    let start = Date()

    // A national id fails: V3, stop.
    try workspace.writeResult("first", passes: false, at: start.addingTimeInterval(-3_600))
    #expect(try verdict(workspace) == "stop")
    #expect(try workspace.run("gate").code == 1)
    let found = try json(workspace.done("incident", "list", "--format", "json"))
    let checkpoint = try #require((found["incidents"] as? [[String: Any]])?.first?["id"] as? String)
    #expect(checkpoint.hasPrefix("GX-"))
    try workspace.done("incident", "ack", checkpoint, "--note", "on it")
    #expect(try workspace.run("incident", "resolve", checkpoint).code == 1)
    let refused = try workspace.run(
      "exception", "record", checkpoint, "--reason", "r", "--approver", "a", "--expires", "1d")
    #expect(refused.code == 1 && refused.errors.contains("V3 stops every release"))

    // It is repaired, a newer run passes: resolved with evidence.
    try workspace.writeResult("second", passes: true, at: Date())
    let resolved = try json(workspace.done("incident", "show", checkpoint, "--format", "json"))
    let incident = try #require(resolved["incident"] as? [String: Any])
    #expect(incident["state"] as? String == "resolved")
    #expect(incident["evidence"] as? String == "gx/uncommitted/validations/customers/second.json")

    // A V2 is opened and mitigated.
    #expect(try verdict(workspace) == "hold")
    let id = try workspace.done("incident", "open", "Orders late", "--severity", "V2", "--owner", "Data")
    try workspace.done("incident", "mitigate", id, "--how", "rerouted", user: "sara")

    // What still holds is excepted, for a day.
    let exception = try workspace.done(
      "exception", "record", "approval", "--reason", "quarter ends", "--approver", "Huda", "--expires", "1d")
    #expect(try verdict(workspace) == "go_with_risk")
    #expect(try workspace.run("gate").code == 0)
    #expect(try workspace.done("report").contains("excepted until"))
    let later = ISO8601DateFormatter().string(from: Date().addingTimeInterval(90_000))
    #expect(try workspace.run("gate", "--now", later).code == 1)
    #expect(try workspace.done("exception", "list", "--now", later).contains("expired"))

    // The row is settled: that lasts.
    try workspace.done("set", "approval", "--status", "ok", "--note", "signed | by all", "--reason", "signed today")
    #expect(try workspace.run("gate", "--now", later).code == 0)
    #expect(try workspace.text().contains("| OK | [here](proof.md) | Governance | signed \\| by all |"))

    // And the log tells it all.
    let log = try json(workspace.done("log", "--format", "json", "--now", later))
    let entries = try #require(log["entries"] as? [[String: Any]])
    #expect(
      entries.map { $0["type"] as? String } == [
        "checkpoint.failed", "incident.acknowledged", "checkpoint.passed", "incident.opened", "incident.mitigated",
        "exception.recorded", "dimension.status_changed", "dimension.notes_changed", "exception.expired",
      ])
    #expect(
      entries.map { $0["author"] as? String } == ["", "noura", "", "noura", "sara", "noura", "noura", "noura", ""])
    // Long lines are broken between words.
    let text = try workspace.done("log", "approval", "--now", later).split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.contains("Blocked → OK · signed today") && text.contains(exception))
  }

  private func verdict(_ workspace: TriageFolder) throws -> String? {
    try json(workspace.done("report", "--format", "json"))["verdict"] as? String
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
