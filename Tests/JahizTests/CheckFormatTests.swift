import Foundation
import Testing

/// What `gate` and `lint` print for programs, read by programs.
@Suite struct CheckFormatTests {
  private static let validator = Program.root.appendingPathComponent("docs/schemas/sarif/validate.py").path

  /// With everything in them that a file can hold.
  private func hostileFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let poison = "a\u{1B}]0;x\u{7}\u{9B}31m\u{202E}]]> <![CDATA[ & {0} [l](https://evil.example) ##[error]e ::error::"
    try folder.write(
      """
      | Dimension | Status | Evidence | Owner |
      |---|---|---|---|
      | **\(poison)** | \(poison) | [x](nowhere/a:b,c%25d.md) | \(poison) |
      | **ragged** | OK | too | many | cells |
      | **RC-1** | Blocked | | |
      """, to: "سجل الجاهزية/RELEASE_READINESS_MATRIX.md")
    return folder
  }

  @Test func `SARIF is valid by its schema, whatever files hold, in both languages`() throws {
    let hostile = try hostileFolder()
    let output = try TemporaryFolder()
    var logs: [String] = []
    for workspace in [Program.demo, Program.ready, "\(hostile.path)/سجل الجاهزية", output.path] {
      for words in [
        ["gate", "--lang", "ar"], ["gate", "--target", "canary"], ["lint", "--strict"], ["lint", "--lang", "ar"],
      ] {
        let log = try Program.run(words + [workspace, "--format", "sarif"])
        let name = "\(logs.count).sarif"
        try output.write(log.output, to: name)
        logs.append("\(output.path)/\(name)")
      }
    }
    let check = try Python.run([Self.validator] + logs)
    #expect(check.code == 0, "\(check.output)")
    #expect(check.output.contains("16 logs, 0 faults"))
  }

  @Test func `A log that is not as the schema says is found`() throws {
    let folder = try TemporaryFolder()
    let log = try Program.run(["gate", Program.demo, "--format", "sarif"]).output
    for (old, new) in [
      ("\"2.1.0\"", "\"2.0.0\""), ("\"level\": \"error\"", "\"level\": \"fatal\""),
      ("\"startLine\": ", "\"startLine\": -"), ("\"ruleIndex\": 0", "\"ruleIndex\": 1"),
      ("\"uri\": \"", "\"uri\": \"C:"), ("\"executionSuccessful\": true", "\"executionSuccessful\": false"),
    ] {
      let wrong = log.replacingOccurrences(of: old, with: new)
      #expect(wrong != log, "\(old)")
      try folder.write(wrong, to: "wrong.sarif")
      #expect(try Python.run([Self.validator, "\(folder.path)/wrong.sarif"]).code == 1, "\(new)")
    }
  }

  @Test func `JUnit is XML that counts what it holds, and fails where the exit code does`() throws {
    let hostile = try hostileFolder()
    let output = try TemporaryFolder()
    var reports: [String] = []
    var expected = ""
    for workspace in [Program.demo, Program.ready, "\(hostile.path)/سجل الجاهزية", output.path] {
      for words in [["gate"], ["gate", "--target", "canary"], ["lint"], ["lint", "--strict"]] {
        let outcome = try Program.run(words + [workspace, "--format", "junit", "--lang", "ar"])
        let name = "\(reports.count).xml"
        try output.write(outcome.output, to: name)
        reports.append("\(output.path)/\(name)")
        expected += outcome.code == 0 ? "sound\n" : "failing\n"
      }
    }
    let check = try Python.run(["-c", countingScript] + reports)
    #expect(check.code == 0 && check.output == expected, "\(check.output)")
    #expect(expected.contains("sound") && expected.contains("failing"))
  }

  /// Says whether anything fails; ends with 1 where an attribute counts otherwise than the elements do.
  private let countingScript = """
    import sys, xml.etree.ElementTree as xml
    for path in sys.argv[1:]:
        root = xml.parse(path).getroot()
        assert root.tag == "testsuites"
        for suite in [root] + list(root):
            cases = list(suite.iter("testcase"))
            assert int(suite.get("tests")) == len(cases) > 0
            assert int(suite.get("failures")) == len(list(suite.iter("failure")))
            assert int(suite.get("errors")) == len(list(suite.iter("error")))
            assert all(case.get("name") and case.get("classname") for case in cases)
        print("sound" if root.get("failures") == root.get("errors") == "0" else "failing")
    """

  @Test func `Paths are those of the repository, which may be a work tree or none`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      goodMatrix.replacingOccurrences(of: "OK", with: "Blocked"), to: "gov/demo/RELEASE_READINESS_MATRIX.md")
    let gate = ["gate", "\(folder.path)/gov/demo", "--format", "github"]
    #expect(try Program.run(gate).output.contains("file=RELEASE_READINESS_MATRIX.md,line=3,"))
    // In a linked work tree `.git` is a file.
    try folder.write("gitdir: elsewhere\n", to: ".git")
    #expect(try Program.run(gate).output.contains("file=gov/demo/RELEASE_READINESS_MATRIX.md,line=3,"))
  }

  @Test func `Programs are answered in English unless a language is named`() throws {
    let settings = try TemporaryFolder()
    try settings.write("lang: ar", to: "config.yaml")
    let environment = ["JAHIZ_CONFIG": "\(settings.path)/config.yaml"]
    let hostile = try hostileFolder()
    for format in ["sarif", "junit", "github"] {
      let words = ["gate", "\(hostile.path)/سجل الجاهزية", "--now", "2026-11-24T12:00:00Z", "--format", format]
      let usual = try Program.run(words).output
      #expect(try Program.run(words, environment: environment).output == usual)
      #expect(try Program.run(words + ["--lang", "ar"]).output != usual)
    }
  }

  @Test func `The exit code is the same in every format`() throws {
    let hostile = try hostileFolder()
    let sound = try TemporaryFolder()
    try sound.write(goodMatrix, to: "RELEASE_READINESS_MATRIX.md")
    for format in ["text", "sarif", "junit", "github"] {
      #expect(try Program.run(["gate", "\(hostile.path)/سجل الجاهزية", "--format", format]).code == 1)
      #expect(try Program.run(["gate", sound.path, "--format", format]).code == 0)
      let missing = try Program.run(["gate", "/nowhere/at/all", "--format", format])
      #expect(missing.code == 2 && missing.output.isEmpty)
    }
    #expect(try Program.run(["gate", Program.demo, "--format", "xml"]).code == 64)
  }
}
