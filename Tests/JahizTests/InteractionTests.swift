import Foundation
import Testing

/// What a person does with palette, mouse, columns, links and language, on a real screen.
@Suite(.serialized) struct InteractionTests {
  private let clock = ["--now", "2026-11-24T12:00:00Z", "--lang", "en", "--bidi", "visual"]

  /// The number of the line that holds the marker.
  private func marked(_ text: String) -> String {
    text.split(separator: "\n").first { $0.contains("►") }.map(String.init) ?? ""
  }

  @Test func thePaletteFindsACommandByPartOfItsName() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    try screen.type(":canry")
    try screen.wait(for: "judge for canary or prod")
    try screen.press("Enter")
    try screen.wait(for: "→ canary")
  }

  @Test func aClickSelectsAnotherOpensAndTheWheelMoves() throws {
    let screen = try Screen([Program.demo] + clock, columns: 120, rows: 40)
    let text = try screen.wait(for: "docs truth")
    let row = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("data quality") }
    let target = try #require(row)
    try screen.click(row: target, column: 10)
    try screen.wait("the marker on the row clicked") { marked($0).contains("data quality") }
    try screen.click(row: target, column: 10)
    try screen.wait(for: "Why it blocks")
    try screen.wheel(down: true, row: target, column: 10)
    try screen.wait("the marker further down") { !marked($0).contains("data quality") }
  }

  @Test func aClickOnATabSwitchesAndOneOnATitleSorts() throws {
    let screen = try Screen([Program.demo] + clock, columns: 120, rows: 40)
    let text = try screen.wait(for: "docs truth")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let tabs = try #require(lines.firstIndex { $0.contains("3 Checkpoints") })
    let at = lines[tabs].distance(
      from: lines[tabs].startIndex, to: try #require(lines[tabs].range(of: "3 Checkpoints")).lowerBound)
    try screen.click(row: tabs, column: at + 3)
    let checkpoints = try screen.wait(for: "Suite")
    let titles = try #require(
      checkpoints.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("Suite") })
    try screen.click(row: titles, column: 4)
    try screen.wait(for: "Suite ▲")
    try screen.click(row: titles, column: 4)
    try screen.wait(for: "Suite ▼")
  }

  @Test func theMouseCanBeLeftToTheTerminal() throws {
    let screen = try Screen([Program.demo, "--no-mouse"] + clock)
    try screen.wait(for: "docs truth")
    try screen.click(row: 10, column: 10)
    try screen.press("j")
    // The report is swallowed whole: nothing of it is taken for a key, and only j moves.
    try screen.wait("one row down") { marked($0).contains("schema adherence") }
  }

  @Test func columnsThatWereHiddenAreHiddenNextTime() throws {
    let home = try TemporaryFolder()
    let first = try Screen([Program.demo] + clock, columns: 120, rows: 40, home: home)
    try first.wait(for: "Evidence")
    try first.press("s", "Down", "Down", "Down", "Down", "Space", "Escape")
    try first.wait("no evidence column") { $0.contains("docs truth") && !$0.contains("Evidence  ") }
    try first.press("2")
    try first.wait(for: "regulatory")
    try first.press("q")
    try first.wait(for: "ENDED 0")
    let second = try Screen([Program.demo] + clock, columns: 120, rows: 40, home: home)
    try second.wait(for: "regulatory")
    try second.press("1")
    try second.wait("no evidence column") { $0.contains("docs truth") && !$0.contains("Evidence  ") }
  }

  @Test func nothingIsRememberedWhenNothingMayBeWritten() throws {
    let home = try TemporaryFolder()
    let screen = try Screen([Program.demo, "--read-only"] + clock, home: home)
    try screen.wait(for: "docs truth")
    try screen.press("2", "q")
    try screen.wait(for: "ENDED 0")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test func aLinkOpensItsFileAtItsLineInTheEditor() throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho \"EDITING $@\"; sleep 2\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/editor")
    // vi takes +LINE; the name decides.
    try FileManager.default.moveItem(atPath: "\(folder.path)/editor", toPath: "\(folder.path)/vi")
    let screen = try Screen(
      [Program.demo] + clock, columns: 120, rows: 40, environment: ["EDITOR": "\(folder.path)/vi"])
    try screen.wait(for: "docs truth")
    try screen.press("Enter", ".", "Enter")
    let text = try screen.wait(for: "EDITING +")
    #expect(text.contains("RELEASE_READINESS_MATRIX_AR.md"))
    try screen.wait(for: "docs truth")
    try screen.press("q")
    try screen.wait(for: "ENDED 0")
  }

  @Test func theLanguageChangesWhileItRuns() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    try screen.press("F2")
    try screen.wait("the marker at the right") { text in
      text.split(separator: "\n").contains { $0.contains("docs truth") && $0.hasSuffix("◄") }
    }
    try screen.press("F2")
    try screen.wait(for: "►")
  }

  @Test func theThemeShowsAtOnceAndIsKept() throws {
    let home = try TemporaryFolder()
    let screen = try Screen([Program.demo] + clock, home: home)
    try screen.wait(for: "docs truth")
    try screen.press("T")
    try screen.wait(for: "light")
    try screen.press("End", "Enter", "q")
    try screen.wait(for: "ENDED 0")
    let kept = try String(contentsOfFile: "\(home.path)/state/jahiz/state", encoding: .utf8)
    #expect(kept.contains("\ntheme "))
  }

  @Test func aThemeOfOnesOwnIsShownAnewWhenItsFileChanges() throws {
    let home = try TemporaryFolder()
    try home.write("backdrop: \"#000000\"\nlike: dark\n", to: "config/jahiz/themes/mine.yaml")
    let screen = try Screen([Program.demo, "--theme", "mine"] + clock, columns: 200, rows: 24, home: home)
    try screen.wait(for: "docs truth")
    // Past the second in which the file was written, so that its time differs whatever the file system's resolution.
    usleep(1_200_000)
    try home.write("like: dark\nstyles:\n  text: plaid\n", to: "config/jahiz/themes/mine.yaml")
    try screen.wait(for: "mine.yaml:3")
    try screen.press("q")
    try screen.wait(for: "ENDED 0")
  }

  @Test func anotherWayToShowArabicIsOneKeyAway() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    try screen.press("B")
    try screen.wait(for: "visual")
    try screen.press("B")
    try screen.wait(for: "words")
    try screen.press("Escape")
    try screen.wait("the sample gone") { !$0.contains("words") && $0.contains("docs truth") }
  }

  @Test func suspendingGivesTheShellItsScreenAndFgBringsItBack() throws {
    let screen = try Screen([Program.demo] + clock, shell: true)
    try screen.wait(for: "docs truth")
    try screen.press("C-z")
    try screen.wait("the shell") { $0.contains("Stopped") || $0.contains("suspended") }
    try screen.type("fg\n")
    try screen.wait("the whole screen again") { $0.contains("docs truth") && $0.contains("1/15") }
    try screen.press("q")
    // What is typed before the program has ended would still be its own.
    try screen.wait("the shell's own screen") { !$0.contains("docs truth") && $0.contains("$ ") }
    usleep(300_000)
    try screen.type("echo END''ED\n")
    try screen.wait(for: "ENDED")
  }

  // MARK: Acting

  /// A workspace with one open V2 and a matrix that otherwise ships.
  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    let made = try Program.run([
      "incident", "open", "Report is late", "-C", folder.path, "--severity", "V2",
    ])
    #expect(made.code == 0, "\(made.errors)")
    return folder
  }

  @Test func whatOneDashboardDoesTheOtherShowsAndUndoTakesItBack() throws {
    let folder = try workspace()
    let first = try Screen([folder.path, "--lang", "en"], columns: 120, rows: 40)
    let second = try Screen([folder.path, "--lang", "en"], columns: 120, rows: 40)
    for screen in [first, second] {
      try screen.wait(for: "docs truth")
      try screen.press("2")
      try screen.wait(for: "Report is late")
    }
    try first.press("a", "Enter")
    try first.wait(for: "Note")
    try first.press("Enter")
    try first.wait(for: "Written")
    try second.wait(for: "acknowledged")
    try first.press("u")
    try first.wait(for: "Taken back")
    try second.wait("open again") { !$0.contains("acknowledged") }
    try second.press("i")
    try second.wait(for: "History of")
  }

  @Test func aStatusSetInTheDashboardChangesItsCellAlone() throws {
    let folder = try workspace()
    let screen = try Screen([folder.path, "--lang", "en"], columns: 120, rows: 40)
    try screen.wait(for: "docs truth")
    try screen.press("a", "Enter")
    try screen.wait(for: "Set status")
    try screen.press("b", "Enter")
    try screen.wait(for: "■ Blocked")
    let text = try String(contentsOfFile: "\(folder.path)/RELEASE_READINESS_MATRIX.md", encoding: .utf8)
    #expect(
      text == goodMatrix.replacingOccurrences(of: "| **docs truth** | OK |", with: "| **docs truth** | Blocked |"))
  }

  @Test func readOnlyWritesNothingAndSaysSo() throws {
    let folder = try workspace()
    let log = "\(folder.path)/incidents/events.jsonl"
    let before = try Data(contentsOf: URL(fileURLWithPath: log))
    let screen = try Screen([folder.path, "--lang", "en", "--read-only"], columns: 120, rows: 40)
    try screen.wait(for: "docs truth")
    try screen.press("a")
    try screen.wait(for: "read-only")
    #expect(try Data(contentsOf: URL(fileURLWithPath: log)) == before)
  }
}
