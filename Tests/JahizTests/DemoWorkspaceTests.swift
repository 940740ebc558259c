import Foundation
import Testing

/// The sample workspaces: each finding of the demo is there on purpose, and its README says so.
@Suite struct DemoWorkspaceTests {
  /// Outside a repository: what Git says of this one changes from day to day.
  private func report(_ workspace: String) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/workspace"
    try FileManager.default.copyItem(atPath: workspace, toPath: copy)
    let outcome = try Program.run(["report", copy, "--format", "json", "--now", "2026-11-24T12:00:00Z"])
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func theDemoHasEverySourceAndItsReadmeNamesWhereEachFindingStands() throws {
    let report = try report(Program.demo)
    for source in [
      "connectors", "tasks", "event_schemas", "event_logs", "metrics", "lineage", "documents", "approvals",
      "verifications", "controls",
    ] {
      #expect(!(report[source] is NSNull) && report[source] != nil, "\(source)")
    }
    #expect((report["blocked_workflows"] as? [Any])?.isEmpty == false)
    let readme = try String(contentsOfFile: "\(Program.demo)/README.md", encoding: .utf8)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    for finding in findings {
      let path = try #require(finding["path"] as? String)
      let folder = (path as NSString).deletingLastPathComponent
      let isNamed =
        readme.contains(path) || readme.contains((path as NSString).lastPathComponent)
        || (!folder.isEmpty && readme.contains("`\(folder)/`"))
      #expect(isNamed, "\(path): \(finding["message"] ?? "")")
    }
    // One of each kind of incident that a file makes.
    let incidents = try #require(report["incidents"] as? [[String: Any]])
    let origins = Set(incidents.compactMap { $0["origin"] as? String })
    #expect(
      origins == ["event", "checkpoint", "connector", "schema", "event_log", "task", "approval", "claim"])
  }

  @Test func readyStaysGoWithoutAFinding() throws {
    let report = try report(Program.ready)
    #expect(report["verdict"] as? String == "go")
    #expect((report["reasons"] as? [Any])?.isEmpty == true)
    #expect((report["findings"] as? [Any])?.isEmpty == true, "\(report["findings"] ?? "")")
  }
}
