import Foundation
import Testing

/// What the commands write is held against the published schemas, by Python's `jsonschema`: without it this fails.
@Suite struct EventSchemaTests {
  private static let schemas = Program.root.appendingPathComponent("docs/schemas/events")

  @Test func everyTypeOfEventThatIsWrittenIsAsItsSchemaSays() throws {
    let workspace = try TriageFolder()
    try workspace.folder.write("{\"torn", to: "incidents/events.jsonl")
    let first = try workspace.done(
      "incident", "open", "Orders late", "--severity", "V2", "--title-ar", "طلبات متأخرة", "--owner", "Data",
      "--dimension", "data")
    let second = try workspace.done("incident", "open", "Small", "--severity", "v1")
    try workspace.done("incident", "ack", first, second, "--note", "at it")
    try workspace.done("incident", "assign", second, "--owner", "Ops")
    try workspace.done("incident", "assign", second, "--owner", "Data")
    try workspace.done("undo")
    try workspace.done("incident", "note", first, "-m", "ملاحظة «مقتبسة»")
    try workspace.done("incident", "compensate", second, "--mechanism", "by hand")
    try workspace.done("undo")
    try workspace.done("incident", "mitigate", first, "--how", "rerouted")
    try workspace.done("incident", "severity", first, "--to", "V1", "--reason", "fewer customers than thought")
    try workspace.done("incident", "resolve", first, "--how", "fixed", "--evidence", "proof.md")
    try workspace.done("incident", "reopen", first, "--reason", "came back")
    try workspace.done("undo")
    let exception = try workspace.done(
      "exception", "record", second, "--reason", "r", "--approver", "Huda", "--expires", "2w")
    try workspace.done("exception", "revoke", exception, "--reason", "over")
    try workspace.done("undo")
    try workspace.done("set", "approval", "--status", "risk", "--owner", "Sara", "--note", "a | b", "--reason", "why")
    try workspace.done("undo")
    try workspace.done("set", "data", "--note", "first one")
    try workspace.done("candidate", "add", "RC-2")
    try workspace.done("undo")
    try workspace.done("candidate", "add", "RC-3")

    let check = try validate("\(workspace.path)/incidents/events.jsonl")
    #expect(check.code == 0, "\(check.output)")
    let written = Set(try lines(workspace).compactMap { $0["event_type"] as? String })
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.schemas.path)
    let known = Set(folders.filter { $0 != "envelope" && $0.contains(".") && !$0.hasSuffix(".py") })
    #expect(written == known, "\(written.symmetricDifference(known))")
  }

  @Test func whatIsNotAsItsSchemaSaysIsFound() throws {
    let workspace = try TriageFolder()
    try workspace.done("incident", "open", "x", "--severity", "V2")
    let line = try workspace.text(of: "incidents/events.jsonl")
    for (old, new) in [
      ("\"severity\":\"V2\"", "\"severity\":\"P1\""), ("\"title\":", "\"titel\":"), ("\"actor\":\"noura\",", ""),
      ("incident.opened", "incident.exploded"), ("\"trace_id\":\"", "\"trace_id\":\"X"),
    ] {
      let wrong = line.replacingOccurrences(of: old, with: new)
      #expect(wrong != line)
      try workspace.folder.write(wrong, to: "wrong.jsonl")
      #expect(try validate("\(workspace.path)/wrong.jsonl").code == 1, "\(new)")
    }
  }

  /// The lines of the log but for the torn one, which is none.
  private func lines(_ workspace: TriageFolder) throws -> [[String: Any]] {
    try workspace.text(of: "incidents/events.jsonl").split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  private func validate(_ log: String) throws -> (output: String, code: Int32) {
    // The torn line of the first test is no JSON.
    let text = try String(contentsOfFile: log, encoding: .utf8)
    let whole = text.split(separator: "\n").filter { $0.hasSuffix("}") }.joined(separator: "\n")
    try whole.write(toFile: log + ".whole", atomically: true, encoding: .utf8)
    return try JSONSchema.run("events/validate.py", [log + ".whole"])
  }
}
