import Readiness
import Testing

@testable import Evidence

/// The sources read together: each on its own, whatever another one holds.
@Suite struct GovernanceReaderTests {
  private func read(_ folder: TemporaryFolder) throws -> Workspace {
    try readWorkspace(at: folder.path, readAt: Instant(seconds: 1_763_985_600))
  }

  /// One sound file of every source that stands in files.
  private func write(into folder: TemporaryFolder) {
    folder.write("RELEASE_READINESS_MATRIX.md", "| Dimension | Status |\n|---|---|\n| **docs truth** | OK |\n")
    folder.write("connectors/stripe.md", "# Stripe\n\n## Contract\n\nv1\n\n## Retry\n\nthree times\n")
    folder.write(
      "docs/mcp-tasks.md",
      "| Task | Owner | SLA | Timeout | Polling |\n|---|---|---|---|---|\n| Export | Data | 4h | 8h | 30s |\n")
    folder.write("docs/schemas/events/order.v1.json", "{\"type\": \"object\", \"properties\": {}}")
    folder.write("docs/metrics.md", "| Metric | Definition | Owner |\n|---|---|---|\n| a.b | sum | Data |\n")
    folder.write(
      "lineage/run.json",
      """
      {"eventType": "COMPLETE", "eventTime": "2025-11-24T10:00:00Z", "run": {"runId": "1"},
       "job": {"namespace": "n", "name": "j"}, "inputs": [{"namespace": "n", "name": "d"}], "outputs": []}
      """)
    folder.write(
      "docs/approvals.md",
      "| Request | Class | Requested at | Status |\n|---|---|---|---|\n| APR-1 | A2 | 2025-11-24 | pending |\n")
    folder.write("verifications/a.json", "[{\"id\": \"V1\", \"tool\": \"t\", \"status\": \"verified\"}]")
    folder.write(
      "docs/governance/saudi-controls.md",
      "# PDPL\n\n| Control | Requirement | Implementation | Owner |\n|---|---|---|---|\n| P-1 | consent | form | Legal |\n"
    )
  }

  private func found(_ workspace: Workspace) -> [Bool] {
    let sources = workspace.governance
    return [
      sources.connectors != nil, sources.tasks != nil, sources.schemas != nil, sources.metrics != nil,
      sources.lineage != nil, sources.documents != nil, sources.approvals != nil, sources.verifications != nil,
      sources.controls != nil,
    ]
  }

  @Test func everySourceIsFoundByConvention() throws {
    let folder = TemporaryFolder()
    write(into: folder)
    #expect(found(try read(folder)) == Array(repeating: true, count: 9))
  }

  @Test func whatIsNotThereIsNotShownAndNoFault() throws {
    let folder = TemporaryFolder()
    folder.write("RELEASE_READINESS_MATRIX.txt", "")
    let workspace = try read(folder)
    #expect(found(workspace) == Array(repeating: false, count: 9))
    #expect(workspace.findings.map(\.code) == [.matrixMissing])
  }

  @Test(arguments: [
    "connectors/stripe.md", "docs/mcp-tasks.md", "docs/schemas/events/order.v1.json", "docs/metrics.md",
    "lineage/run.json", "docs/approvals.md", "verifications/a.json", "docs/governance/saudi-controls.md",
  ])
  func whatOneReaderCannotReadHidesNothingOfAnother(broken: String) throws {
    let sound = TemporaryFolder()
    write(into: sound)
    let folder = TemporaryFolder()
    write(into: folder)
    folder.write(broken, "\u{0}{\u{0}\"[")
    let (before, after) = (try read(sound), try read(folder))
    #expect(zip(found(before), found(after)).count { $0 != $1 } <= 1, "one source may be lost, no more")
    #expect(after.matrix == before.matrix)
    let findings = assess(after, now: after.readAt).findings
    #expect(findings.contains { $0.location.path == broken }, "and it is said which file it is")
  }
}
