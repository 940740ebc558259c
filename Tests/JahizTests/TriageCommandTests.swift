import Foundation
import Testing

@testable import jahiz

@Suite struct TriageCommandTests {
  @Test func whatCreatesSomethingPrintsItsIdAlone() throws {
    let workspace = try TriageFolder()
    let opened = try workspace.run("incident", "open", "x", "--severity", "V2")
    #expect(opened.output.wholeMatch(of: /INC-[0-9]{8}-[0-9a-f]{4}\n/) != nil)
    let id = opened.output.trimmingCharacters(in: .newlines)
    let recorded = try workspace.run(
      "exception", "record", id, "--reason", "r", "--approver", "a", "--until", "thursday")
    #expect(recorded.output.wholeMatch(of: /EX-[0-9]{8}-[0-9a-f]{4}\n/) != nil)
    #expect(try workspace.done("candidate", "add", "RC-2") == "RC-2")
    #expect(try workspace.run("incident", "ack", id).output.isEmpty)
  }

  @Test func everyEventNamesWhoAndWhatItActsUpon() throws {
    let workspace = try TriageFolder()
    let id = try workspace.done("incident", "open", "x", "--severity", "V2", "--correlation-id", "TICKET-7")
    let outcome = try Program.run(
      ["incident", "ack", id, "-C", workspace.path],
      environment: [
        "LOGNAME": "sara", "SUDO_USER": "root2", "SSH_CONNECTION": "192.0.2.7 5 192.0.2.1 22",
        "TRACEPARENT": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      ])
    #expect(outcome.code == 0)
    let events = try workspace.events()
    #expect(events[0]["causation_id"] as? String == "none")
    #expect(events[0]["correlation_id"] as? String == "TICKET-7")
    #expect(events[1]["causation_id"] as? String == events[0]["event_id"] as? String)
    #expect(events[1]["trace_id"] as? String == "4bf92f3577b34da6a3ce929d0e0e4736")
    let data = try #require(events[1]["data"] as? [String: Any])
    #expect(data["actor"] as? String == "sara")
    #expect(data["actor_sudo_user"] as? String == "root2")
    #expect(data["actor_ssh_origin"] as? String == "192.0.2.7")
  }

  @Test func theTraceOfTheCommandLineComesBeforeThatOfTheEnvironment() throws {
    let workspace = try TriageFolder()
    let trace = "0af7651916cd43dd8448eb211c80319c"
    let outcome = try Program.run(
      [
        "incident", "open", "x", "--severity", "V2", "--traceparent", "00-\(trace)-b7ad6b7169203331-01", "-C",
        workspace.path,
      ], environment: ["TRACEPARENT": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"])
    #expect(outcome.code == 0)
    #expect(try workspace.events()[0]["trace_id"] as? String == trace)
    let wrong = try workspace.run("incident", "open", "x", "--severity", "V2", "--traceparent", trace)
    #expect(wrong.code == 64 && wrong.errors.contains("--traceparent"))
    #expect(try workspace.events().count == 1)
  }

  @Test func severalAtOnceGetOneEventEachAndOneRefusalStopsNoOther() throws {
    let workspace = try TriageFolder()
    let ids = try ["a", "b", "c"].map { try workspace.done("incident", "open", $0, "--severity", "V1") }
    try workspace.done("incident", "ack", ids[1])
    let outcome = try workspace.run("incident", "ack", ids[0], ids[1], ids[2], ids[0])
    #expect(outcome.code == 1)
    #expect(outcome.errors == "jahiz: \(ids[1]): it is already acknowledged\n")
    #expect(try workspace.events().count == 6)
  }

  @Test func aBeginningIsEnoughWhereItFitsOneAndElseAllAreListed() throws {
    let workspace = try TriageFolder()
    let ids = try (0..<2).map { try workspace.done("incident", "open", "\($0)", "--severity", "V1") }
    let outcome = try workspace.run("incident", "ack", "INC-")
    #expect(outcome.code == 1 && ids.allSatisfy { outcome.errors.contains($0) })
    #expect(try workspace.run("incident", "ack", "INC-1").errors == "jahiz: there is no incident “INC-1”\n")
    #expect(try workspace.events().count == 2)
    try workspace.done("incident", "ack", String(ids[0].lowercased().dropLast(0)))
  }

  @Test(arguments: [
    ["incident", "ack"], ["incident", "open", "x", "--severity", "V9"], ["set", "approval"],
    ["set", "approval", "--status", "soon"], ["set", "approval", "--status", "ok", "--now", "2026-01-01T00:00:00Z"],
    ["exception", "record", "approval", "--reason", "r", "--approver", "a", "--expires", "soon"],
    ["log", "--since", "once"], ["incident", "list", "--format", "xml"],
  ])
  func wrongUsageIs64AndWritesNothing(arguments: [String]) throws {
    let workspace = try TriageFolder()
    #expect(try Program.run(arguments + ["-C", workspace.path]).code == 64)
    #expect(try workspace.events().isEmpty && workspace.text() == triageMatrix)
  }

  @Test func readOnlyNothingIsWritten() throws {
    let workspace = try TriageFolder()
    for arguments in [
      ["incident", "open", "x", "--severity", "V2"], ["set", "approval", "--status", "ok"],
      ["candidate", "add", "RC-2"],
      ["undo"],
    ] {
      let outcome = try Program.run(arguments + ["--read-only", "-C", workspace.path])
      #expect(outcome.code == 1)
      #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains("read-only"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.path).count == 2)
    #expect(try workspace.text() == triageMatrix)
  }

  @Test func whatCannotBeWrittenIsOneClearLineAndTheMatrixStays() throws {
    let workspace = try TriageFolder()
    try workspace.folder.write("x", to: "incidents/events.jsonl/inside")
    for arguments in [["incident", "open", "x", "--severity", "V2"], ["set", "approval", "--status", "ok"]] {
      let outcome = try Program.run(arguments + ["-C", workspace.path])
      #expect(outcome.code == 2)
      #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains("incidents/events.jsonl"))
    }
    #expect(try workspace.text() == triageMatrix)
  }

  @Test func onlyTheCellsChangeAndUndoPutsThemBackToTheByte() throws {
    let workspace = try TriageFolder()
    try workspace.done("set", "approval", "--status", "محظور".isEmpty ? "" : "risk", "--note", "x | y")
    #expect(
      try workspace.text()
        == triageMatrix.replacingOccurrences(of: "| Blocked |", with: "| Risk |")
        .replacingOccurrences(of: "waits \\| since Monday", with: "x \\| y"))
    #expect(try workspace.done("undo").split(separator: "\n").count == 2)
    #expect(try workspace.text() == triageMatrix)
    #expect(try workspace.run("undo").code == 1)
  }

  @Test func anotherOnesActIsNeverTakenBackNorOnesOwnOnceSomethingMoved() throws {
    let workspace = try TriageFolder()
    let id = try workspace.done("incident", "open", "x", "--severity", "V2")
    #expect(try workspace.run("undo", user: "sara").code == 1)
    try workspace.done("incident", "ack", id, user: "sara")
    let outcome = try workspace.run("undo")
    #expect(outcome.code == 1 && outcome.errors.contains("sara"))
    // Once Sara took hers back, nothing stands in the way.
    try workspace.done("undo", user: "sara")
    try workspace.done("undo")
    #expect(try workspace.done("incident", "list") == "No incident.")
  }

  @Test func aNoteOfAnotherMovesAnIncidentAndOnesOwnDoesNot() throws {
    let workspace = try TriageFolder()
    let id = try workspace.done("incident", "open", "x", "--severity", "V2")
    try workspace.done("incident", "note", id, "--text", "evidence", user: "sara")
    let outcome = try workspace.run("undo")
    #expect(outcome.code == 1 && outcome.errors.contains("sara"))
  }

  @Test func theDimensionsOfACandidateThatIsNotThereAreNobodys() throws {
    let workspace = try TriageFolder()
    let outcome = try workspace.run("set", "approval", "--rc", "RC-9", "--status", "ok")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("no release candidate “RC-9”"))
    #expect(try workspace.text() == triageMatrix)
    #expect(try workspace.events().isEmpty)
  }

  @Test func undoneAStateIsAsItWas() throws {
    let workspace = try TriageFolder()
    let id = try workspace.done("incident", "open", "x", "--severity", "V1", "--owner", "Data")
    try workspace.done("incident", "ack", id)
    try workspace.done("incident", "compensate", id, "--mechanism", "by hand")
    try workspace.done("incident", "mitigate", id)
    try workspace.done("undo")
    func shown() throws -> [String: Any] {
      let text = try workspace.done("incident", "show", id, "--format", "json")
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return document?["incident"] as? [String: Any] ?? [:]
    }
    #expect(try shown()["state"] as? String == "acknowledged")
    #expect(try shown()["compensation"] as? String == "by hand")
    try workspace.done("undo")
    #expect(try shown()["compensation"] is NSNull)
    try workspace.done("undo")
    #expect(try shown()["state"] as? String == "open")
  }

  @Test func ofTwoAtOnceTheSecondIsJudgedByWhatTheFirstDid() async throws {
    let workspace = try TriageFolder()
    let id = try workspace.done("incident", "open", "x", "--severity", "V2")
    let path = workspace.path
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for user in 0..<6 {
        group.addTask {
          try Program.run(["incident", "resolve", id, "-C", path], environment: ["LOGNAME": "u\(user)"]).code
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.sorted() == [0, 1, 1, 1, 1, 1])
    #expect(try workspace.events().count == 2)
  }

  @Test func whoseCellChangedMeanwhileIsToldBothVersions() throws {
    let workspace = try TriageFolder()
    // The row is read anew by each command, so only a dashboard that stands open can be late.
    try workspace.done("set", "approval", "--status", "ok")
    try workspace.done("set", "approval", "--status", "risk", user: "sara")
    let outcome = try workspace.run("undo")
    #expect(outcome.code == 1 && outcome.errors.contains("sara"))
  }

  @Test(arguments: ["en", "ar"])
  func aListFitsEightyColumns(language: String) throws {
    let workspace = try TriageFolder()
    try workspace.folder.write("service_levels: {V2: {acknowledge: 30m, resolve: 8h}}\n", to: "jahiz.yaml")
    for number in 0..<3 {
      try workspace.done(
        "incident", "open", "An incident with a rather long title that goes on and on, number \(number)", "--severity",
        "V2", "--title-ar", "حادثة عنوانها طويل بعض الشيء", "--owner", "فريق جودة البيانات والتكامل")
    }
    let list = try workspace.done("incident", "list", "--lang", language)
    #expect(list.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(list.contains(language == "ar" ? "حادثة عنوانها" : "An incident"))
  }

  @Test func gitTellsWhoChangedTheLineAndIsNotMissedWhereThereIsNone() throws {
    let workspace = try TriageFolder()
    #expect(try !workspace.done("log", "approval").contains("Git"))
    for arguments in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "block it"]] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", workspace.path, "-c", "user.name=Sara", "-c", "user.email=s@example.com"] + arguments
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let log = try workspace.done("log", "approval")
    #expect(log.contains("Sara") && log.contains("block it"))
    let without = try Program.run(
      ["log", "approval", "-C", workspace.path], environment: ["PATH": "/nowhere"])
    #expect(without.code == 0 && !without.output.contains("Sara"))
  }

  @Test func linesThatSpeakOfNothingWantedAreNotParsed() {
    let log = """
      {"entity_id":"INC-1"}
      {"entity_id":"INC-2"}
      {"entity_id":"INC-1","torn":1}
      {"event_type":"ledger.torn_line"}
      {"entity_id":"\\u0049NC-1"}

      """
    let lines = String(decoding: linesNaming(["INC-1"], in: Array(log.utf8)), as: UTF8.self)
    #expect(lines == "{\"entity_id\":\"INC-1\"}\n{\"entity_id\":\"\\u0049NC-1\"}\n")
  }
}
