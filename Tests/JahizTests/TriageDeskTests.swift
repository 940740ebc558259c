import Evidence
import Foundation
import Readiness
import Testing

@testable import jahiz

/// What a dashboard does that has stood open while others acted.
@Suite struct TriageDeskTests {
  private struct Standing {
    var desk: TriageDesk
    var workspace: Workspace
    var assessment: Assessment

    init(_ folder: TriageFolder) throws {
      desk = TriageDesk(for: Request(root: folder.path))
      workspace = try readWorkspace(at: folder.path, readAt: currentInstant())
      assessment = assess(workspace, now: currentInstant())
    }

    func perform(_ acts: Act...) -> [Outcome] { desk.perform(acts, on: workspace, assessment).outcomes }
  }

  @Test func anActIsJudgedByTheNewestEventsNotByWhatIsOnTheScreen() throws {
    let folder = try TriageFolder()
    let id = try folder.done("incident", "open", "x", "--severity", "V2")
    let standing = try Standing(folder)
    try folder.done("incident", "resolve", id, user: "sara")
    let outcomes = standing.perform(
      .incident(id, .acknowledge(note: "")), .incident(id, .reopen(reason: "")), .incident(id, .acknowledge(note: "")))
    #expect(
      outcomes.map(\.complaint?.english) == ["it is resolved: reopen it first", nil, nil])
    #expect(try folder.events().count == 4)
  }

  @Test func aLogThatWasWrittenAnewInPlaceIsReadWhole() throws {
    let folder = try TriageFolder()
    let id = try folder.done("incident", "open", "x", "--severity", "V2")
    let standing = try Standing(folder)
    let log = try folder.text(of: "incidents/events.jsonl")
    let line = try #require(log.split(separator: "\n").first)
    // As long as before and in the same file, but resolved.
    let resolved = String(line).replacingOccurrences(of: "incident.opened", with: "incident.opened2")
    let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/incidents/events.jsonl"))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data((resolved.dropLast() + "}\n").utf8))
    try handle.close()
    guard case .refused(let reason) = standing.perform(.incident(id, .acknowledge(note: "")))[0].result else {
      Issue.record("judged by what no longer stands there")
      return
    }
    #expect(reason.english == "there is no such incident")
  }

  @Test func anUnfinishedWriteThatTheDashboardHasReadCountsForNothingOnceItIsAcknowledged() throws {
    let folder = try TriageFolder()
    let id = try folder.done("incident", "open", "x", "--severity", "V2")
    let log = try folder.text(of: "incidents/events.jsonl")
    // A whole event without its newline: whoever wrote it was never told that it stands there.
    let torn = log.replacingOccurrences(of: "incident.opened", with: "incident.resolved")
      .replacingOccurrences(of: #""event_id":"01"#, with: #""event_id":"02"#)
    try folder.folder.write(log + torn.dropLast(), to: "incidents/events.jsonl")
    let standing = try Standing(folder)
    try folder.done("incident", "note", id, "-m", "still here", user: "sara")
    let outcomes = standing.perform(.incident(id, .acknowledge(note: "")))
    #expect(outcomes[0].isDone)
    #expect(
      try folder.events().map { $0["event_type"] as? String } == [
        "incident.opened", "incident.resolved", "ledger.torn_line", "incident.noted", "incident.acknowledged",
      ])
  }

  @Test func aNewLineThatReadsOtherwiseInTheWholeLogIsReadInTheWholeLog() throws {
    let folder = try TriageFolder()
    let id = try folder.done("incident", "open", "x", "--severity", "V2")
    let standing = try Standing(folder)
    let log = try folder.text(of: "incidents/events.jsonl")
    let resolved = log.replacingOccurrences(of: "incident.opened", with: "incident.resolved")
      .replacingOccurrences(of: #""event_id":"01"#, with: #""event_id":"02"#)
    // Behind the first line a byte order mark makes no event of it.
    try folder.folder.write(log + "\u{FEFF}" + resolved, to: "incidents/events.jsonl")
    let done = standing.desk.perform(
      [.incident(id, .acknowledge(note: ""))], on: standing.workspace, standing.assessment)
    #expect(done.outcomes[0].isDone)
    #expect(done.outcomes[0].incident?.state == .acknowledged)
    #expect(try done.end?.offset == Int64(folder.text(of: "incidents/events.jsonl").utf8.count))
  }

  @Test func aCellThatChangedMeanwhileIsNotOverwrittenAndBothVersionsAreTold() throws {
    let folder = try TriageFolder()
    let standing = try Standing(folder)
    let dimension = standing.assessment.dimensions[1].dimension
    let matrix = try #require(standing.workspace.matrix)
    let edit = try #require(RowEdit(dimension, .status, to: "OK", in: matrix))
    let owner = try #require(RowEdit(dimension, .owner, to: "Trust", in: matrix))
    try folder.done("set", "approval", "--status", "risk")
    let before = try folder.text()
    let outcomes = standing.perform(.edit(edit), .edit(owner))
    guard case .refused(let reason) = outcomes[0].result else {
      Issue.record("not refused: \(outcomes[0].result)")
      return
    }
    #expect(["Blocked", "Risk", "OK"].allSatisfy { reason.english.contains("“\($0)”") })
    // Another cell of the row is as it was seen.
    #expect(outcomes[1].isDone)
    #expect(try folder.text() == before.replacingOccurrences(of: "| Governance |", with: "| Trust |"))
  }

  @Test func aLogThatWasThereAndIsGoneIsNotBegunAnew() throws {
    let folder = try TriageFolder()
    let id = try folder.done("incident", "open", "x", "--severity", "V2")
    let standing = try Standing(folder)
    try FileManager.default.removeItem(atPath: "\(folder.path)/incidents")
    guard case .failed = standing.perform(.incident(id, .acknowledge(note: "")))[0].result else {
      Issue.record("written")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/incidents"))
  }

  @Test func whereTheEventCannotBeWrittenTheCellsArePutBack() throws {
    let folder = try TriageFolder()
    for number in 0..<12 { try folder.done("incident", "open", "incident \(number)", "--severity", "V0") }
    let log = try folder.text(of: "incidents/events.jsonl")
    // A file may grow to 4 kB: the matrix is smaller, the log is longer already.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"", Program.path, "set", "approval", "--status", "ok",
      "--note",
      "all signed", "-C", folder.path,
    ]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(complaint.split(separator: "\n").count == 1 && complaint.contains("incidents/events.jsonl"))
    #expect(try folder.text() == triageMatrix)
    #expect(try folder.text(of: "incidents/events.jsonl") == log)
  }

  @Test func oneActionOnManyIsTakenBackAsOne() throws {
    let folder = try TriageFolder()
    let ids = try (0..<3).map { try folder.done("incident", "open", "\($0)", "--severity", "V1") }
    var standing = try Standing(folder)
    let acts = ids.map { Act.incident($0, .assign(owner: "Ops")) }
    let outcomes = standing.desk.perform(acts, on: standing.workspace, standing.assessment).outcomes
    #expect(outcomes.count { $0.isDone } == 3)
    standing = try Standing(folder)
    guard case .done(let events) = standing.desk.undo(on: standing.workspace, standing.assessment) else {
      Issue.record("not taken back")
      return
    }
    #expect(Set(events.map(\.entity)) == Set(ids))
    standing = try Standing(folder)
    #expect(standing.assessment.incidents.allSatisfy { $0.owner == nil })
  }

  @Test func whoOwnsThingsIsKnownForCompletion() throws {
    let standing = try Standing(try TriageFolder())
    #expect(knownOwners(standing.workspace, standing.assessment) == ["Data", "Governance", "Release"])
  }
}
