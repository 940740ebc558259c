import Foundation
import Testing

/// The program as a person has it: a real screen, real keys.
@Suite(.serialized) struct SessionTests {
  private let clock = ["--now", "2026-11-24T12:00:00Z", "--lang", "en"]

  @Test func itOpensOnTheVerdictAndTheDimensions() throws {
    let screen = try Screen([Program.demo] + clock)
    // The verdict comes with the last file; until then the screen says that it is reading.
    let text = try screen.wait(for: "STOP")
    #expect(text.contains("docs truth"))
    #expect(text.contains("RC-2026-W47"))
  }

  @Test func theViewsAreOnTheNumbersAndQLeaves() throws {
    let screen = try Screen([Program.demo] + clock, columns: 120, rows: 40)
    try screen.wait(for: "docs truth")
    try screen.press("2")
    try screen.wait(for: "regulatory")
    try screen.press("3")
    try screen.wait(for: "Suite")
    try screen.press("?")
    try screen.wait(for: "to the next blocker")
    try screen.press("q")
    try screen.wait(for: "ENDED 0")
  }

  @Test func searchSelectsTheRowFound() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    try screen.type("/saudi")
    try screen.press("Enter")
    try screen.wait("the marker on the row found") { text in
      text.split(separator: "\n").contains { $0.contains("►") && $0.lowercased().contains("saudi") }
    }
  }

  @Test func everySizeIsDrawnWhole() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    for (columns, rows, mark) in [(120, 40, "q quit"), (40, 10, "1/15"), (200, 60, "q quit"), (80, 24, "1/15")] {
      try screen.resize(columns: columns, rows: rows)
      try screen.wait("header and footer at \(columns)x\(rows)") { text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.first?.contains("STOP") == true && lines.count >= rows && lines[rows - 1].contains(mark)
      }
    }
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100", "screen", "no-such-terminal"])
  func itRunsOnEveryTerminal(term: String) throws {
    let screen = try Screen([Program.demo] + clock, term: term, environment: ["LANG": "C"])
    try screen.wait(for: "docs truth")
    try screen.press("q")
    try screen.wait(for: "ENDED 0")
  }

  @Test func aChangeOnDiskAppearsByItself() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    let screen = try Screen([folder.path, "--lang", "en"])
    try screen.wait(for: "docs truth")
    try folder.write(
      goodMatrix.replacingOccurrences(of: "docs truth", with: "rollback plan"), to: "RELEASE_READINESS_MATRIX.md")
    try screen.wait(for: "rollback plan")
  }

  @Test func theTerminalIsUsableAfterTheEnd() throws {
    let screen = try Screen([Program.demo] + clock)
    try screen.wait(for: "docs truth")
    try screen.press("q")
    let text = try screen.wait(for: "ENDED 0")
    #expect(!text.contains("docs truth"), "the shell's screen is back")
    let settings = try screen.wait(for: "icanon")
    #expect(!settings.contains("-icanon"))
    #expect(!settings.contains("-echo "))
  }

  @Test func arabicStandsAtTheRight() throws {
    let screen = try Screen([Program.demo, "--now", "2026-11-24T12:00:00Z", "--lang", "ar"])
    let text = try screen.wait(for: "docs truth")
    #expect(text.split(separator: "\n").contains { $0.contains("docs truth") && $0.hasSuffix("◄") })
  }
}
