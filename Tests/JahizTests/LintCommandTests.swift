import Foundation
import Testing

@Suite struct LintCommandTests {
  private func lint(_ files: [String: String], _ words: String...) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return try Program.run(["lint", folder.path] + words)
  }

  private let name = "RELEASE_READINESS_MATRIX.md"

  @Test func `a sound structure is one line and 0, whatever the verdict is`() throws {
    let blocked = goodMatrix.replacingOccurrences(of: "OK", with: "Blocked")
    let outcome = try lint([name: blocked])
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(outcome.output == "The structure is sound.\n")
    #expect(try Program.run(["lint", Program.ready, "--strict"]).code == 0)
  }

  @Test func `findings come by file and line with severity and code, then their number`() throws {
    let matrix = """
      ---
      owner: [
      ---
      | Dimension | Status | Evidence | Owner | الحالة |
      |---|---|---|---|---|
      | **docs truth** | OK | [x](nowhere.md) | Docs | Blocked |
      | **docs truth** | Perhaps | [x](../../outside.md) | Docs | Perhaps |
      | **data quality** | OK |
      """
    let outcome = try lint([name: matrix, "docs/RELEASE_READINESS_MATRIX.md": goodMatrix])
    #expect(outcome.code == 1)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let codes = lines.dropLast().map { $0.split(separator: " ")[2] }
    let expected: Set<Substring> = [
      "front_matter_invalid", "contradictory_status", "broken_link", "unknown_status", "link_outside", "duplicate_key",
      "ragged_row", "no_candidate", "other_matrix",
    ]
    #expect(Set(codes) == expected, "\(outcome.output)")
    #expect(lines.contains { $0.hasPrefix("\(name):6: V1 broken_link ") })
    #expect(lines.last?.hasPrefix("\(codes.count) findings · ") == true)
    let numbers = lines.dropLast().filter { $0.hasPrefix("\(name):") }.map {
      Int($0.dropFirst(name.count + 1).prefix { $0 != ":" }) ?? 0
    }
    #expect(numbers == numbers.sorted())
    #expect(lines.first?.hasPrefix(name) == true && lines.dropLast().last?.hasPrefix("docs/") == true)
  }

  @Test func `what is informational fails only where one is strict`() throws {
    let files = [name: goodMatrix, "incidents/events.jsonl": "{\"torn"]
    let usual = try lint(files)
    #expect(usual.code == 0)
    #expect(usual.output.contains("incidents/events.jsonl:1: V0 torn_line"))
    let strict = try lint(files, "--strict")
    #expect(strict.code == 1)
    #expect(strict.output == usual.output)
  }

  @Test func `the envelope of events is structure`() throws {
    let event = """
      {"event_id":"1","event_type":"external_call","entity_id":"x","timestamp":"2026-01-01T00:00:00Z"}

      """
    let outcome = try lint([name: goodMatrix, "incidents/events.jsonl": event])
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("incidents/events.jsonl:1: V2 missing_correlation"))
    #expect(outcome.output.contains("incidents/events.jsonl:1: V0 missing_event_field"))
  }

  @Test func `what cannot be read is 2, and hides nothing`() throws {
    let files = [
      name: goodMatrix.replacingOccurrences(of: "(\(name))", with: "(nowhere.md)"), "incidents/events.jsonl": "{\n",
    ]
    let outcome = try lint(files)
    #expect(outcome.code == 2)
    #expect(outcome.output.contains("events_unreadable") && outcome.output.contains("broken_link"))
    #expect(try Program.run(["lint", "/nowhere/at/all"]).code == 2)
    #expect(try lint([name: goodMatrix, "jahiz.yaml": "targt: prod"]).code == 2)
  }

  @Test func `it speaks Arabic`() throws {
    let outcome = try lint(
      [name: goodMatrix.replacingOccurrences(of: "(\(name))", with: "(nowhere.md)")], "--lang", "ar")
    #expect(outcome.output.contains("V1 broken_link دليل مفقود: nowhere.md"))
    #expect(outcome.output.contains("ملاحظتان · V1 2"))
  }
}
