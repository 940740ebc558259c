import Foundation
import Readiness
import Testing

/// Report and weekly page are held against their published schemas, whatever state the workspace is in.
@Suite struct ReportSchemaTests {
  /// Workspaces in which nearly nothing is as it should be.
  private static let broken: [[String: String]] = [
    [:],
    ["RELEASE_READINESS_MATRIX.md": "no table at all\n"],
    ["RELEASE_READINESS_MATRIX.md": "\u{0}\u{0}"],
    ["RELEASE_READINESS_MATRIX.md": goodMatrix, "incidents/events.jsonl": "{\n"],
    ["RELEASE_READINESS_MATRIX.md": goodMatrix, "checkpoints/a.json": "{\"success\": tr"],
    [
      "RELEASE_READINESS_MATRIX.md": "| Dimension | Status | Evidence | Owner |\n|---|---|---|---|\n"
        + "| **a\\|b `c`** | ??? | [x](../../x) | |\n| | | | |\n| **-x** | Risk | | |\n| **RC-** | | | |\n",
      "incidents/events.jsonl": """
      {"event_id": "1", "event_type": "incident.opened", "entity_id": "I \\u202e", "timestamp": "2026-11-24T10:00:00Z", "severity": "P1", "data": {}}
      {"event_id": "2", "event_type": "incident.reassigned", "entity_id": "I \\u202e", "timestamp": "2026-11-24T10:00Z", "data": {"owner": ""}}
      {"event_id": "3", "event_type": "exception.recorded", "entity_id": "E", "timestamp": "2026-11-24T10:00:00,5+0300", "data": {"covers": "", "expires_at": "soon"}}
      {"event_id": "4", "event_type": "incident.opened", "entity_id": "", "timestamp": "2026-11-24T10:00:00Z", "severity": "V2", "data": {"title": 7}}
      {"event_id": "5", "event_type": "dimension.status_changed", "entity_id": "", "timestamp": "2026-11-24T10:00:00Z", "data": {}}
      {"event_id": "6", "event_type": "candidate.added", "entity_id": "RC-\\u0007", "timestamp": "2026-11-24T10:00:00Z"}

      """,
      "checkpoints/a.json": "{\"success\": false, \"results\": [], \"statistics\": {}}",
    ],
  ]

  private func check(_ calls: [[String]], sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    for command in ["report", "weekly"] {
      let documents = try calls.flatMap { arguments in
        try ["en", "ar"].map { language in
          let outcome = try Program.run([command, "--format", "json", "--lang", language] + arguments)
          #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
          return outcome.output
        }
      }
      let faults = try JSONSchema.faults(of: documents, schema: "\(command).v1.json")
      let isValid = faults.allSatisfy { $0.isEmpty }
      #expect(isValid, "\(command): \(faults)", sourceLocation: sourceLocation)
    }
  }

  @Test func whatIsWrittenOfTheSamplesIsAsTheSchemasSay() throws {
    try check([
      [Program.demo, "--now", "2026-11-24T12:00:00Z"],
      [Program.demo, "--now", "2026-11-24T12:00:00Z", "--target", "canary", "--rc", "RC-2026-W46"],
      [Program.demo, "--now", "2026-03-02T12:00:00Z", "--rc", "RC-404"],
      [Program.ready],
    ])
  }

  @Test func whatIsWrittenOfBrokenWorkspacesIsToo() throws {
    let folders = try Self.broken.map { files in
      let folder = try TemporaryFolder()
      for (name, text) in files { try folder.write(text, to: name) }
      return folder
    }
    try check(folders.flatMap { [[$0.path, "--now", "2026-11-24T12:00:00Z"], [$0.path, "--rc", ""]] })
  }

  @Test func whatIsNotAsASchemaSaysIsFound() throws {
    let wrongs = [
      "weekly": [
        ("\"week\": \"2026-W48\"", "\"week\": \"2026-W54\""), ("\"week_of\"", "\"weak_of\""),
        ("\"confidence\": \"low\"", "\"confidence\": 0.3"), ("\"rank\": 1,", "\"rank\": 0,"),
        ("\"trace_id\": \"", "\"trace_id\": \"X"), ("\"question\"", "\"ask\""),
      ],
      "report": [
        ("\"verdict\": \"stop\"", "\"verdict\": \"nogo\""), ("\"raw_status\"", "\"rawStatus\""),
        ("\"late_incidents\": ", "\"late_incidents\": -"), ("\"state\": \"open\"", "\"state\": \"new\""),
      ],
    ]
    for (command, changes) in wrongs {
      let output = try Program.run(
        [command, "--format", "json", Program.demo, "--now", "2026-11-24T12:00:00Z"]
      ).output
      let changed = changes.map { output.replacingOccurrences(of: $0.0, with: $0.1) }
      #expect(!changed.contains(output))
      let faults = try JSONSchema.faults(of: changed, schema: "\(command).v1.json")
      for (change, fault) in zip(changes, faults) { #expect(!fault.isEmpty, "\(change.1)") }
    }
  }

  @Test func theSchemaOfThePageKnowsEveryRuleKindAndDoubt() throws {
    let schema = try String(
      contentsOf: JSONSchema.folder.appendingPathComponent("weekly.v1.json"), encoding: .utf8)
    let names =
      NextAction.Rule.allCases.map(\.rawValue) + PendingDecision.Kind.allCases.map(\.rawValue)
      + Doubt.allCases.map(\.rawValue) + WeeklyChanges.Incident.Change.allCases.map(\.rawValue)
      + WeeklyChanges.Exception.Change.allCases.map(\.rawValue) + WeeklyPage.Phase.allCases.map(\.rawValue)
      + Verdict.allCases.map(\.rawValue) + WeeklyProvenance.Confidence.allCases.map(\.rawValue)
    for name in names { #expect(schema.contains("\"\(name)\""), "\(name)") }
  }

  @Test func theSchemaOfTheReportKnowsEveryStateAndShape() throws {
    let schema = try String(
      contentsOf: JSONSchema.folder.appendingPathComponent("report.v1.json"), encoding: .utf8)
    let names =
      Status.allCases.map(\.rawValue) + Incident.State.allCases.map(\.rawValue) + ResultShape.allCases.map(\.rawValue)
      + GXSeverity.allCases.map(\.rawValue) + Severity.allCases.map(\.name) + Verdict.allCases.map(\.rawValue)
    for name in names { #expect(schema.contains("\"\(name)\""), "\(name)") }
  }
}
