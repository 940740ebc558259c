import Dashboard
import Evidence
import Foundation
import Readiness
import Testing

@testable import jahiz

/// What is printed of a table is the table. `JAHIZ_RECORD=1 swift test --filter DocumentationTests` writes the README's
/// anew; read the difference before committing it.
@Suite struct DocumentationTests {
  @Test func `the README's tables are those of the program`() throws {
    let file = Program.root.appendingPathComponent("README.md")
    var readme = try String(contentsOf: file, encoding: .utf8)
    let tables = [
      "keys": try Program.run(["keys", "--format", "markdown", "--lang", "en"]).output,
      "themes": try Program.run(["themes", "--format", "markdown"]).output,
      "settings": settingsMarkdown(),
    ]
    for (name, table) in tables {
      let (start, end) = ("<!-- \(name) -->\n", "<!-- end of \(name) -->")
      let begin = try #require(readme.range(of: start)?.upperBound, "README.md has no place for \(name)")
      let finish = try #require(readme.range(of: end)?.lowerBound, "README.md has no end of \(name)")
      if ProcessInfo.processInfo.environment["JAHIZ_RECORD"] != nil {
        readme.replaceSubrange(begin..<finish, with: table)
      } else {
        #expect(readme[begin..<finish] == table, "README.md: \(name) is stale")
      }
    }
    if ProcessInfo.processInfo.environment["JAHIZ_RECORD"] != nil {
      try readme.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  @Test func `manual and README know every key of jahiz.yaml`() throws {
    let readme = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    let keys = ManualText.workspaceKeys.map(\.0)
    for key in keys { #expect(readme.contains("\n\(key):"), "\(key)") }
    do throws(WorkspaceError) {
      _ = try readConfiguration(Array("zzzzzzzzzzzz: 1".utf8), path: "jahiz.yaml")
    } catch {
      #expect(error.message.english.hasSuffix("known are \(keys.joined(separator: ", "))"))
    }
  }

  @Test func `the manual has every section, option, key and setting`() throws {
    let page = manual()
    for section in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "KEYS", "CONFIGURATION", "EXIT STATUS", "FILES",
      "ENVIRONMENT", "EXAMPLES",
    ] {
      #expect(page.contains(".SH \(section)\n"), "\(section)")
    }
    for option in ["\\-\\-theme", "\\-\\-target", "\\-C", "\\-\\-read\\-only", "jahiz gate", "jahiz keys"] {
      #expect(page.contains("\\fB\(option)\\fR"), "\(option)")
    }
    for action in Action.allCases { #expect(page.contains("[\(action.name)]"), "\(action.name)") }
    for key in Settings.keys { #expect(page.contains("\\fB\(key.name):\\fR"), "\(key.name)") }
    #expect(page.utf8.allSatisfy { $0 < 0x80 }, "groff needs no encoding for it")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func `groff formats the manual without a warning`() throws {
    let folder = try TemporaryFolder()
    try folder.write(manual(), to: "jahiz.1")
    let groff = Process()
    groff.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    groff.arguments = ["-Tutf8", "-mandoc", "-ww", "-z", folder.path + "/jahiz.1"]
    let errors = Pipe()
    groff.standardError = errors
    try groff.run()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    groff.waitUntilExit()
    #expect(groff.terminationStatus == 0)
    #expect(String(decoding: complaint, as: UTF8.self).isEmpty)
  }
}
