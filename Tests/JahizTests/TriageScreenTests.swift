import Foundation
import Testing

/// The whole story once more, as a person lives it: one dashboard stays open while files change and keys are pressed.
@Suite(.serialized) struct TriageScreenTests {
  private let options = ["--lang", "en", "--bidi", "visual"]

  private func marked(_ text: String) -> String {
    text.split(separator: "\n").first { $0.contains("►") }.map(String.init) ?? ""
  }

  /// The form is gone and says what it wrote: keys count again.
  private func isWritten(_ text: String) -> Bool { text.contains("Written: ") && !text.contains("┌") }

  @Test func fromStopToGoOnOneScreen() throws {
    let workspace = try TriageFolder()
    try workspace.writeResult("first", passes: false, at: Date().addingTimeInterval(-3_600))
    #expect(try workspace.run("gate").code == 1)
    let screen = try Screen(
      [workspace.path] + options, columns: 120, rows: 40, environment: ["LOGNAME": "noura"])

    // A national id fails: V3, stop. It is acknowledged.
    try screen.wait(for: "STOP")
    try screen.press("2")
    try screen.wait(for: "Data quality: customers.pii")
    try screen.press("a", "Enter")
    try screen.type("on it")
    try screen.press("Enter")
    try screen.wait("acknowledged") { isWritten($0) && $0.contains("acknowledged") && $0.contains("STOP") }

    // The result is repaired: what the dashboard shows follows by itself, with the evidence.
    try workspace.writeResult("second", passes: true, at: Date())
    try screen.wait("no stop any more") { $0.contains("HOLD") && !$0.contains("STOP") }
    try screen.press("z")
    try screen.wait("resolved") { $0.contains("Data quality: customers.pii") && $0.contains("resolved") }
    try screen.press("z")

    // A V2 is opened and mitigated.
    try screen.press("O")
    try screen.wait(for: "Open an incident")
    try screen.type("Orders late")
    try screen.press("Tab")
    try screen.type("2")
    try screen.press("Enter")
    try screen.wait("the new card") { isWritten($0) && $0.contains("V2 1") && $0.contains("Orders late") }
    try screen.press("a")
    try screen.wait(for: "Mitigate")
    try screen.press("Down", "Down", "Down", "Enter")
    try screen.type("rerouted")
    try screen.press("Enter")
    try screen.wait("mitigated") { isWritten($0) && $0.contains("mitigated") }

    // What still blocks is excepted for some seconds; the screen tells when they are over.
    try screen.press("1", "Down")
    try screen.wait("the row that blocks") { marked($0).contains("approval SLA") }
    try screen.press("a")
    try screen.wait(for: "Record an exception")
    try screen.press("Down", "Down", "Down", "Enter")
    try screen.wait(for: "Approver")
    try screen.type("quarter ends")
    try screen.press("Tab")
    try screen.type("Huda")
    try screen.press("Tab", "C-u")
    try screen.type("8s")
    try screen.press("Enter")
    try screen.wait("an exception") { isWritten($0) && $0.contains("GO WITH RISK") }
    #expect(try workspace.run("gate").code == 0)
    try screen.press("e")
    try screen.wait(for: "approval SLA: quarter ends — Huda")
    try screen.press("Escape")
    try screen.wait("held again, the second it expires") { $0.contains("HOLD") }
    #expect(try workspace.run("gate").code == 1)

    // The row is settled.
    try screen.press("a", "Enter", "Enter")
    try screen.wait("no hold") { isWritten($0) && $0.contains("GO WITH RISK") }
    #expect(try workspace.run("gate").code == 0)

    // The history tells it, the log tells it all.
    try screen.press("i")
    let history = try screen.wait(for: "History of approval SLA")
    #expect(history.contains("Blocked → OK") && history.contains("quarter ends"))
    try screen.press("Escape")
    try screen.wait("the list again") { !$0.contains("History of") }
    try screen.press("q")
    try screen.wait(for: "ENDED 0")
    let log = try workspace.done("log").split { $0.isWhitespace }.joined(separator: " ")
    for word in [
      "checkpoint failed", "on it", "checkpoint passed", "Orders late", "rerouted", "quarter ends", "expired",
    ] {
      #expect(log.contains(word), "\(word) is missing in the log:\n\(log)")
    }
    #expect(try workspace.events().count == 5)
  }

  @Test func whatOneDashboardDoesTheOtherShowsUnasked() throws {
    let workspace = try TriageFolder()
    let first = try Screen([workspace.path] + options, environment: ["LOGNAME": "noura"])
    let second = try Screen([workspace.path] + options, environment: ["LOGNAME": "sara"])
    try first.wait(for: "approval SLA")
    try second.wait(for: "approval SLA")
    try first.press("Down", "a", "Enter", "Enter")
    try first.wait(for: "GO")
    try second.wait("the other's edit") { $0.contains(" GO ") && !$0.contains("HOLD") }
  }

  @Test func aFolderThatIsGoneKeepsTheFormAndItsText() throws {
    let workspace = try TriageFolder()
    try FileManager.default.createDirectory(atPath: "\(workspace.path)/incidents", withIntermediateDirectories: true)
    let screen = try Screen([workspace.path] + options, environment: ["LOGNAME": "noura"])
    try screen.wait(for: "approval SLA")
    try screen.press("O")
    try screen.wait(for: "Open an incident")
    try screen.type("Orders late")
    // The folder goes while the form is open.
    try FileManager.default.removeItem(atPath: "\(workspace.path)/incidents")
    try Data().write(to: URL(fileURLWithPath: "\(workspace.path)/incidents"))
    try screen.press("Enter")
    let text = try screen.wait("why it could not be written") { $0.contains("incidents") && $0.contains("Orders late") }
    #expect(text.contains("Open an incident"))
    // The cause is mended: Enter tries again with what was typed.
    try FileManager.default.removeItem(atPath: "\(workspace.path)/incidents")
    try screen.press("Enter")
    try screen.wait("written") { !$0.contains("Open an incident") }
    #expect(try workspace.events().map { $0["event_type"] as? String } == ["incident.opened"])
  }

  @Test func aFullDiskTearsNothingAndKeepsTheFormAndItsText() throws {
    let workspace = try TriageFolder()
    try workspace.done("incident", "open", "Earlier", "--severity", "V1")
    // Some bytes still go on the log's last page: what does not fit must not stand there as half an event.
    try workspace.fillLog(upTo: 4_096 - 100)
    let disk = try ScarceDisk(workspace)
    let screen = try Screen([workspace.path] + options, environment: ["LOGNAME": "noura"], starter: disk.starter)
    try screen.wait(for: "approval SLA")
    try screen.press("O")
    try screen.wait(for: "Open an incident")
    try screen.type("Orders late")
    try screen.press("Tab")
    try screen.type("2")
    try disk.fill()
    try screen.press("Enter")
    let refused = try screen.wait("why it could not be written") {
      $0.contains("events.jsonl: ") && $0.contains("try again") && !$0.contains("writing …")
    }
    #expect(refused.contains("Open an incident") && refused.contains("Orders late"))
    // The matrix is no better off: its old text stays.
    try screen.press("Escape")
    try screen.wait("no form") { !$0.contains("Open an incident") }
    try screen.press("Down", "a", "Enter")
    // The menu names it too: only the form says how it is written.
    try screen.wait("the form") { $0.contains("Set status") && $0.contains("Enter writes it") }
    try screen.press("Enter")
    let kept = try screen.wait("why the cell stays") { $0.contains("Set status") && $0.contains("try again") }
    #expect(!kept.contains("Written: "))
    #expect(try disk.text(of: "RELEASE_READINESS_MATRIX.md") == triageMatrix)
    // Room is made: Enter writes what stands in the form.
    try disk.empty()
    try screen.press("Enter")
    try screen.wait("the status written") { isWritten($0) }
    try screen.press("O")
    try screen.wait(for: "Open an incident")
    try screen.type("Orders late")
    try screen.press("Tab")
    try screen.type("2")
    try screen.press("Enter")
    try screen.wait("the incident written") { isWritten($0) && $0.contains("INC-") }
    let lines = try disk.text(of: "incidents/events.jsonl").split(separator: "\n").filter { $0.contains("{") }
    // What was torn, if the disk took some of it, is acknowledged by the writer that came next.
    let types = lines.compactMap {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["event_type"] as? String
    }
    #expect(types.filter { $0 == "incident.opened" }.count == 2)
    #expect(types.suffix(2) == ["dimension.status_changed", "incident.opened"])
    #expect(lines.count - types.count == types.filter { $0 == "ledger.torn_line" }.count)
  }

  @Test func aDiskMadeReadOnlyKeepsTheFormAndItsText() throws {
    let workspace = try TriageFolder()
    let disk = try ScarceDisk(workspace)
    let screen = try Screen([workspace.path] + options, environment: ["LOGNAME": "noura"], starter: disk.starter)
    try screen.wait(for: "approval SLA")
    try screen.press("O")
    try screen.wait(for: "Open an incident")
    try screen.type("Orders late")
    try screen.press("Tab")
    try screen.type("2")
    try disk.makeReadOnly()
    try screen.press("Enter")
    let text = try screen.wait("why it could not be written") { $0.contains("read-only") || $0.contains("permission") }
    #expect(text.contains("Open an incident") && text.contains("Orders late"))
    try disk.makeWritable()
    try screen.press("Enter")
    try screen.wait("written") { isWritten($0) }
    #expect(try disk.text(of: "incidents/events.jsonl").contains("Orders late"))
  }

  @Test func aCandidateIsAddedAndGitTellsWhoWroteTheLine() throws {
    let workspace = try TriageFolder()
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
      process.arguments =
        ["-C", workspace.path, "-c", "user.name=Lama", "-c", "user.email=l@example.com"] + arguments
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try git("init", "-q")
    try git("add", ".")
    try git("commit", "-q", "-m", "First matrix")
    let screen = try Screen([workspace.path] + options, columns: 120, rows: 40, environment: ["LOGNAME": "noura"])
    try screen.wait(for: "approval SLA")
    try screen.press("i")
    try screen.wait("whose line it is") { $0.contains("Lama") && $0.contains("First matrix") }
    try screen.press("Escape")
    try screen.wait("the list again") { !$0.contains("History of") }
    try screen.press("A")
    try screen.wait(for: "Add a release candidate")
    try screen.type("2")
    try screen.press("Enter")
    try screen.wait(for: "RC-2 → prod")
    #expect(try workspace.text().contains("RC-2"))
  }
}
