import Foundation
import Testing

@Suite struct CommandTests {
  @Test func theDemoDoesNotShipAndSaysWhere() throws {
    let gate = try Program.run(["gate", Program.demo])
    #expect(gate.code == 1)
    #expect(gate.output.contains("RELEASE_READINESS_MATRIX_AR.md:"))
    #expect(gate.output.contains("incidents/events.jsonl:"))
  }

  @Test func theReadyWorkspaceShips() throws {
    let report = try json(["report", "--format", "json", Program.ready])
    #expect(report["verdict"] as? String == "go", "\(report["reasons"] ?? "")")
    #expect(try Program.run(["gate", "-C", Program.ready]).code == 0)
  }

  @Test func withNoTerminalTheReportIsPrinted() throws {
    let bare = try Program.run([Program.demo])
    #expect(bare.code == 0)
    #expect(bare.output == (try Program.run(["report", Program.demo]).output) || bare.output.contains("STOP"))
    #expect(!bare.output.contains("\u{1B}"))
  }

  @Test func usageErrorsAre64() throws {
    #expect(try Program.run(["report", "--now", "yesterday", Program.demo]).code == 64)
    #expect(try Program.run(["report", "--nonsense"]).code == 64)
    #expect(try Program.run(["gate", "--target", "moon", Program.demo]).code == 64)
    #expect(try Program.run(["report", "-C", Program.demo, Program.demo]).code == 64)
  }

  @Test func aWorkspaceThatDoesNotExistIsOneClearLine() throws {
    for command in [["report"], ["gate"], []] {
      let outcome = try Program.run(command + ["/nowhere/at/all"])
      #expect(outcome.code == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.contains("/nowhere/at/all"))
    }
  }

  @Test func aBadConfigurationNamesItsLineAndTheKeyMeant() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    try folder.write("require_rc: false\ntargt: prod\n", to: "jahiz.yaml")
    for command in ["report", "gate"] {
      let outcome = try Program.run([command, folder.path])
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("jahiz.yaml:2"))
      #expect(outcome.errors.contains("target"))
    }
  }

  @Test func theSmallestGoodWorkspaceIsGo() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    let gate = try Program.run(["gate", folder.path])
    #expect(gate.code == 0, "\(gate.output)\(gate.errors)")
  }

  @Test func anUnknownCandidateExitsWith2() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    #expect(try Program.run(["gate", "--rc", "RC-9", folder.path]).code == 2)
    #expect(try Program.run(["gate", "--rc", "RC-1", folder.path]).code == 0)
  }

  @Test(arguments: [
    ("incidents/events.jsonl", "{\n"), ("checkpoints/a.json", "{\"success\": tr"),
    ("checkpoints/deep.json", String(repeating: "[", count: 100_000)),
    ("uncommitted/validations/s/r/t/b.json", ""),
  ])
  func whatCannotBeReadFailsClosed(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    try folder.write(text, to: name)
    let gate = try Program.run(["gate", folder.path])
    #expect(gate.code == 2, "\(gate.output)")
    #expect(gate.output.contains(name))
    let report = try json(["report", "--format", "json", folder.path])
    #expect((report["dimensions"] as? [Any])?.count == 1)
    #expect(report["verdict"] as? String == "hold")
  }

  @Test func aFolderWhereAFileIsMeantFailsClosed() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "RELEASE_READINESS_MATRIX.md/inside")
    try folder.write("x", to: "incidents/events.jsonl/inside")
    #expect(try Program.run(["gate", folder.path]).code == 2)
  }

  @Test func aLoopOfLinksEnds() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: ".")
    #expect(try Program.run(["gate", folder.path]).code == 0)
  }

  @Test(arguments: ["text", "markdown"])
  func nothingOfAFileControlsTheTerminal(format: String) throws {
    let folder = try TemporaryFolder()
    let poison = "a\u{1B}]0;owned\u{7}b\u{9B}31mc\u{202E}d"
    try folder.write(
      """
      | Dimension | Status | Evidence | Owner | \(poison) |
      |---|---|---|---|---|
      | **\(poison)** | \(poison) | [\(poison)](\(poison)) | \(poison) | \(poison) |
      | **RC-1 \(poison)** | OK | `\(poison)` | \(poison) | \(poison) |
      """, to: "RELEASE_READINESS_MATRIX.md")
    for language in ["en", "ar"] {
      let outcome = try Program.run(["report", "--lang", language, "--format", format, folder.path])
      #expect(outcome.code == 0)
      for scalar in outcome.output.unicodeScalars where scalar != "\n" {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        #expect(!isControl && !isOverride, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Program.run(arguments)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }
}
