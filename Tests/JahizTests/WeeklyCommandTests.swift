import Foundation
import Readiness
import Testing

@testable import jahiz

@Suite struct WeeklyCommandTests {
  private func document(_ arguments: [String], environment: [String: String] = [:]) throws -> [String: Any] {
    let outcome = try Program.run(["weekly", "--format", "json"] + arguments, environment: environment)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func theWeekIsThatOfNowWhereNoneIsNamed() throws {
    #expect(try document([Program.ready, "--now", "2021-01-03T12:00:00Z"])["week"] as? String == "2020-W53")
    let named = try document([Program.ready, "--now", "2026-11-24T12:00:00Z", "--week", "2026-W47"])
    #expect(named["week"] as? String == "2026-W47" && named["week_of"] as? String == "2026-11-16")
    #expect((named["period"] as? [String: String])?["phase"] == "past")
    #expect(named["as_of"] as? String == "2026-11-24T12:00:00Z")
  }

  @Test func theDaysOfAWeekAreLocal() throws {
    let late = ["--now", "2026-11-22T21:30:00Z"]
    #expect(try document([Program.ready] + late)["week"] as? String == "2026-W47")
    let riyadh = try document([Program.ready] + late, environment: ["TZ": "Asia/Riyadh"])
    #expect(riyadh["week"] as? String == "2026-W48")
    #expect((riyadh["period"] as? [String: String])?["from"] == "2026-11-23T00:00:00+03:00")
  }

  @Test(arguments: ["2026-W54", "2021-W53", "2026-48", "next", ""])
  func whatIsNoWeekIsWrongUsage(week: String) throws {
    let outcome = try Program.run(["weekly", Program.ready, "--week", week])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("2026-W48"))
  }

  @Test func aWorkspaceThatCannotBeOpenedIs2() throws {
    let outcome = try Program.run(["weekly", "/nowhere/at/all"])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
  }

  @Test func theTraceIsTheCallersOrANewOne() throws {
    func trace(_ environment: [String: String]) throws -> String? {
      let page = try document([Program.ready], environment: environment)
      return (page["provenance"] as? [String: Any])?["trace_id"] as? String
    }
    let id = "4bf92f3577b34da6a3ce929d0e0e4736"
    #expect(try trace(["TRACEPARENT": "00-\(id)-00f067aa0ba902b7-01"]) == id)
    let (first, second) = (try trace(["TRACEPARENT": "nonsense"]), try trace([:]))
    #expect(first?.count == 32 && second?.count == 32 && first != second)
  }

  @Test func theDemosPageFitsAPageAndAHalf() throws {
    for language in ["en", "ar"] {
      let page = try Program.run(
        ["weekly", Program.demo, "--now", "2026-11-24T12:00:00Z", "--lang", language]
      ).output
      #expect(page.split(separator: "\n").count <= 60)
      #expect(page.hasPrefix("<div dir=\"rtl\">") == (language == "ar"))
      #expect(page.contains("INC-2026-0117"))
    }
  }

  @Test func aPastWeekTellsItsOwnChangesAndWhenTheRestIs() throws {
    let page = try Program.run(
      ["weekly", Program.demo, "--week", "2026-W47", "--now", "2026-11-24T12:00:00Z", "--lang", "en"]
    ).output
    #expect(page.contains("as of 2026-11-24 12:00:00 UTC, after the week ended"))
    #expect(page.contains("(INC-2026-0114): opened, acknowledged"))
    #expect(!page.contains("(INC-2026-0118): opened"))
  }

  @Test func whatIsDoneInTheWeekIsOnThePage() throws {
    let workspace = try TriageFolder()
    let incident = try workspace.done("incident", "open", "Orders late", "--severity", "V2", "--owner", "Data")
    try workspace.done("incident", "note", incident, "-m", "seen")
    try workspace.done("undo")
    try workspace.done("set", "approval", "--status", "risk", user: "sara")
    let page = try document(["-C", workspace.path])
    let changes = try #require(page["changes_summary"] as? [String: Any])
    let statuses = try #require(changes["statuses"] as? [[String: String]])
    #expect(
      statuses == [["row": "approval SLA", "from": "Blocked", "to": "Risk", "author": "sara", "source": "ledger"]])
    let actions = try #require(page["next_best_actions"] as? [[String: Any]])
    #expect(actions.contains { $0["commands"] as? [String] == ["jahiz incident ack \(incident)"] })
    #expect(changes["repository"] is NSNull)
  }

  // MARK: Git

  private func git(_ workspace: TriageFolder, at date: String, as author: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", workspace.path, "-c", "user.name=\(author)", "-c", "user.email=\(author)@example.com"] + arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date, "HOME": workspace.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(arguments)")
  }

  private func commit(_ workspace: TriageFolder, at date: String, as author: String, _ message: String) throws {
    try git(workspace, at: date, as: author, "add", "-A")
    try git(workspace, at: date, as: author, "commit", "-q", "-m", message)
  }

  /// Blocked until the week before, Risk by a commit of the week, OK by one of the week after.
  private func repository() throws -> TriageFolder {
    let workspace = try TriageFolder()
    try git(workspace, at: "2026-11-10T12:00:00Z", as: "Sara", "init", "-q")
    try commit(workspace, at: "2026-11-10T12:00:00Z", as: "Sara", "begin")
    func set(_ old: String, _ new: String) throws {
      let text = try workspace.text().replacingOccurrences(of: "| \(old) |", with: "| \(new) |")
      try workspace.folder.write(text, to: "RELEASE_READINESS_MATRIX.md")
    }
    try workspace.folder.write("more\n", to: "proof.md")
    try commit(workspace, at: "2026-11-17T12:00:00Z", as: "Omar", "proof | \u{1B}[31m`x`")
    try set("Blocked", "Risk")
    try commit(workspace, at: "2026-11-18T12:00:00Z", as: "Sara", "less grave")
    try set("Risk", "OK")
    try commit(workspace, at: "2026-11-24T12:00:00Z", as: "Sara", "done")
    return workspace
  }

  @Test func gitTellsWhoCommittedWhatAndHowTheMatrixChanged() throws {
    let workspace = try repository()
    func changes(_ week: String, now: String) throws -> [String: Any] {
      try #require(
        try document(["-C", workspace.path, "--week", week, "--now", now])["changes_summary"] as? [String: Any])
    }
    let past = try changes("2026-W47", now: "2026-11-25T12:00:00Z")
    #expect(
      past["statuses"] as? [[String: String]] == [
        ["row": "approval SLA", "from": "Blocked", "to": "Risk", "author": "", "source": "git"]
      ])
    let repository = try #require(past["repository"] as? [String: Any])
    #expect(repository["commits"] as? Int == 2)
    #expect((repository["authors"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["Omar", "Sara"])
    let matrix = try #require(repository["matrix"] as? [[String: Any]])
    #expect(matrix.map { $0["summary"] as? String } == ["less grave"])
    let running = try changes("2026-W48", now: "2026-11-25T12:00:00Z")
    #expect((running["statuses"] as? [[String: String]])?.map { $0["to"] } == ["OK"])
    // What was committed later than the snapshot is not known to it.
    let early = try changes("2026-W47", now: "2026-11-17T13:00:00Z")
    #expect((early["repository"] as? [String: Any])?["commits"] as? Int == 1)
    let ahead = try changes("2026-W50", now: "2026-11-25T12:00:00Z")
    #expect((ahead["repository"] as? [String: Any])?["commits"] as? Int == 0)
    let page = try Program.run(
      ["weekly", workspace.path, "--week", "2026-W47", "--now", "2026-11-25T12:00:00Z"]
    ).output
    #expect(page.contains("2 commits by 2 people, 1 of them to the matrix."))
  }

  @Test func aRepositoryMakesGitRunNothing() throws {
    let workspace = try repository()
    let trap = "\(workspace.path)/trap"
    for (key, value) in [
      ("core.fsmonitor", "touch \(trap)"), ("core.pager", "touch \(trap)"), ("diff.external", "touch \(trap)"),
      ("gpg.program", "/bin/touch"), ("log.showSignature", "true"), ("core.sshCommand", "touch \(trap)"),
      ("diff.x.textconv", "touch \(trap);:"), ("alias.log", "!touch \(trap)"), ("pager.log", "touch \(trap)"),
    ] {
      try git(workspace, at: "2026-11-24T12:00:00Z", as: "Sara", "config", key, value)
    }
    try workspace.folder.write("* diff=x\n", to: ".gitattributes")
    let changes = try #require(try document(["-C", workspace.path])["changes_summary"] as? [String: Any])
    #expect(changes["repository"] is [String: Any])
    #expect(!FileManager.default.fileExists(atPath: trap))
  }

  @Test func withoutGitOrARepositoryThePageIsWhole() throws {
    let workspace = try repository()
    let without = try document(["-C", workspace.path], environment: ["PATH": "/nowhere"])
    #expect((without["changes_summary"] as? [String: Any])?["repository"] is NSNull)
  }

  @Test func linesOfGitThatAreNoneAreLeftOut() {
    let hash = String(repeating: "a", count: 40)
    let log = "\(hash)\u{0}1700000000\u{0}Sara\u{0}one\u{0}two\nshort\u{0}1\u{0}a\u{0}b\n\n\(hash)\u{0}x\u{0}a\u{0}b\n"
    #expect(
      commits(log: log) == [
        Commit(hash: hash, moment: Instant(seconds: 1_700_000_000), author: "Sara", summary: "one\u{0}two")
      ])
  }
}
