import Readiness
import Testing

@testable import Evidence

@Suite struct TaskWatchlistReaderTests {
  private func read(
    _ folder: TemporaryFolder, _ configured: [String] = []
  ) -> (list: TaskWatchlist?, findings: [Finding]) {
    var configuration = Configuration.Governance()
    configuration.tasks = configured
    let (list, findings) = readTaskWatchlist(below: folder.path, configuration)
    return (list, findings)
  }

  private func table(_ rows: String...) -> String {
    """
    | Task | Task ID | Connector | Owner | Status | SLA | Timeout | Polling | Idempotency key | Started |
    |-|-|-|-|-|-|-|-|-|-|
    \(rows.joined(separator: "\n"))

    """
  }

  private func state(
    _ id: String, _ status: String = "working", created: String = "2026-03-10T09:00:00Z",
    updated: String = "2026-03-10T09:00:00Z"
  ) -> String {
    """
    {"taskId": "\(id)", "status": "\(status)", "createdAt": "\(created)", "lastUpdatedAt": "\(updated)", "ttl": null}
    """
  }

  @Test("Where there is nothing of it there is nothing to say")
  func nothing() {
    let folder = TemporaryFolder()
    folder.write("docs/tasks.md", "# Tasks\n\n| Task | Owner |\n|-|-|\n| tidy | Ali |\n")
    folder.write("tasks/settings.json", #"{"tasks": [{"label": "x"}]}"#)
    folder.write("docs/tasks-guide.md", "\u{FEFF}text")
    let (list, findings) = read(folder)
    #expect(list == nil)
    #expect(findings.isEmpty)
  }

  @Test(
    "Watchlists are found in their customary places",
    arguments: [
      "docs/mcp-tasks.md", "docs/MCP_TASKS_AR.md", "docs/tasks.md", "ops/tasks-q1.md", "tasks/anything.md",
      "watchlist.md",
      "docs/mcp/task watchlist.md", "MCP_TASKS_WATCHLIST_AR.md", "docs/متابعة المهام.md",
    ])
  func places(_ path: String) {
    let folder = TemporaryFolder()
    folder.write(path, table("| export | t-1 | crm | Sara | working | 4h | 6h | 30s | k | 2026-03-10T09:00:00Z |"))
    let (list, findings) = read(folder)
    #expect(list?.paths == [path])
    #expect(list?.tasks.count == 1)
    #expect(findings.isEmpty)
  }

  @Test(
    "Saved answers are found in theirs",
    arguments: ["tasks/list.json", "mcp/tasks-crm.json", "ops/tasks/x.json", "docs/mcp-tasks.json"]
  )
  func answers(_ path: String) {
    let folder = TemporaryFolder()
    folder.write(path, state("t-1"))
    #expect(read(folder).list?.tasks.map(\.taskID) == ["t-1"])
  }

  @Test("The row says who owns it and what was agreed, the JSON how it runs")
  func joined() throws {
    let folder = TemporaryFolder()
    folder.write(
      "docs/mcp-tasks.md",
      table(
        "| export | t-1 | crm | Sara | working | 4h | 6h | | k-1 | 2026-03-01T09:00:00Z |",
        "| `t-2` | | erp | Ali | | 1h | 2h | 10s | k-2 | |", "| sync | | hr | Huda | working | 1h | 2h | 10s | k-3 | |")
    )
    folder.write(
      "tasks/list.json",
      """
      {"jsonrpc": "2.0", "id": 1, "result": {"tasks": [
        {"taskId": "t-1", "status": "input_required", "createdAt": "2026-03-10T09:00:00Z",
         "lastUpdatedAt": "2026-03-10T10:00:00Z", "ttl": 86400000, "pollInterval": 5000},
        \(state("t-2")),
        \(state("t-9"))]}}
      """)
    let (list, findings) = read(folder)
    let tasks = try #require(list?.tasks)
    #expect(tasks.map(\.taskID) == ["t-1", "t-2", nil, "t-9"])
    #expect(tasks.map(\.isWatched) == [true, true, true, false])
    #expect(tasks.map(\.owner) == ["Sara", "Ali", "Huda", ""])
    #expect(tasks[0].status == .inputRequired)
    #expect(tasks[0].startedAt?.text == "2026-03-10T09:00:00Z")
    #expect(tasks[0].pollInterval == 5_000)
    #expect(tasks[0].missingFields.isEmpty)
    #expect(tasks[0].location == SourceLocation(path: "docs/mcp-tasks.md", line: 3))
    #expect(tasks[0].stateLocation == SourceLocation(path: "tasks/list.json", line: 2))
    #expect(tasks[1].status == .working)
    #expect(tasks[1].sla == 3_600_000)
    #expect(findings.map(\.code) == [.taskStatusDiffers])
    #expect(findings[0].severity == .v0)
  }

  @Test("A row that calls an open task ended is contradicted, and the task stays open")
  func misleading() {
    let folder = TemporaryFolder()
    folder.write("tasks/w.md", table("| export | t-1 | crm | Sara | completed | 4h | 6h | 30s | k | |"))
    folder.write("tasks/w.json", state("t-1"))
    let (list, findings) = read(folder)
    #expect(list?.tasks.first?.status == .working)
    #expect(findings.map(\.code) == [.taskStatusDiffers])
    #expect(findings.first?.severity == .v1)
  }

  @Test("Of several states of one task the newest counts, whatever the order of the files")
  func newest() {
    let folder = TemporaryFolder()
    folder.write("tasks/a.json", state("t-1", "completed", updated: "2026-03-10T11:00:00Z"))
    folder.write("tasks/b.json", state("t-1", "working", updated: "2026-03-10T10:00:00Z"))
    let (list, findings) = read(folder)
    #expect(list?.tasks.map(\.status) == [.completed])
    #expect(list?.tasks.first?.updatedAt?.text == "2026-03-10T11:00:00Z")
    #expect(findings.isEmpty)
  }

  @Test("A task that runs again after it had ended is said to")
  func reverted() {
    let folder = TemporaryFolder()
    folder.write("tasks/a.json", state("t-1", "completed", updated: "2026-03-10T10:00:00Z"))
    folder.write("tasks/b.json", state("t-1", "working", updated: "2026-03-10T11:00:00Z"))
    let (list, findings) = read(folder)
    #expect(list?.tasks.map(\.status) == [.working])
    #expect(findings.map(\.code) == [.taskStatusDiffers])
  }

  @Test("tasks/result ends a task whose last known state was working, without a time of its end")
  func outcome() {
    let folder = TemporaryFolder()
    folder.write("tasks/a.json", state("t-1"))
    folder.write(
      "tasks/b.json",
      #"{"jsonrpc":"2.0","id":4,"result":{"content":[],"_meta":{"io.modelcontextprotocol/related-task":{"taskId":"t-1"}}}}"#
    )
    let (list, findings) = read(folder)
    #expect(list?.tasks.map(\.status) == [.completed])
    #expect(list?.tasks.first?.startedAt?.text == "2026-03-10T09:00:00Z")
    #expect(list?.tasks.first?.updatedAt == nil)
    #expect(findings.isEmpty)
  }

  @Test("A list that goes on is not whole, unless the next page was asked for")
  func pages() {
    let folder = TemporaryFolder()
    folder.write("tasks/1.json", #"{"tasks": [\#(state("t-1"))], "nextCursor": "p2"}"#)
    #expect(read(folder).findings.map(\.code) == [.taskListIncomplete])
    folder.write(
      "tasks/2.jsonl",
      """
      {"jsonrpc":"2.0","id":2,"method":"tasks/list","params":{"cursor":"p2"}}
      {"jsonrpc":"2.0","id":2,"result":{"tasks":[]}}
      """)
    #expect(read(folder).findings.isEmpty)
  }

  @Test("Two rows of one task are one task, the stricter of both; two runs of one name are two")
  func duplicates() throws {
    let folder = TemporaryFolder()
    folder.write(
      "tasks/w.md",
      table(
        "| export | t-1 | crm | Sara | completed | 8h | | 30s | k-1 | 2026-03-10T09:00:00Z |",
        "| export | t-1 | crm | TBD | working | 4h | 6h | 30s | | 2026-03-10T09:00:00Z |",
        "| sync | | crm | Ali | working | 4h | 6h | 30s | k-2 | 2026-03-10T09:00:00Z |",
        "| sync | | crm | Ali | working | 4h | 6h | 30s | k-3 | 2026-03-10T10:00:00Z |",
        "| load | | crm | Ali | working | 4h | 6h | 30s | k-4 | |",
        "| load | | crm | Ali | working | 4h | 6h | 30s | k-5 | |"))
    let (list, findings) = read(folder)
    let tasks = try #require(list?.tasks)
    #expect(tasks.count == 5)
    #expect(Set(tasks.map(\.identity)).count == 5)
    #expect(tasks[0].status == .working)
    #expect(tasks[0].sla == 14_400_000)
    #expect(tasks[0].missingFields.isEmpty)
    #expect(findings.map(\.code) == [.taskDuplicate])
    #expect(findings.first?.location.line == 4)
  }

  @Test("What cannot be read hides nothing beside it")
  func besides() {
    let folder = TemporaryFolder()
    folder.write("tasks/a.json", #"{"tasks": ["#)
    folder.write("tasks/b.json", state("t-2"))
    folder.write("tasks/c.md", "\u{0}")
    folder.link("tasks/d.json", to: "d.json")
    folder.link("tasks/e.json", to: "b.json")
    let (list, findings) = read(folder)
    #expect(list?.tasks.map(\.taskID) == ["t-2"])
    #expect(findings.map(\.code) == [.tasksUnreadable, .tasksUnreadable])
    #expect(findings.allSatisfy { $0.topic == .connectorHealth })
  }

  @Test("A configured file replaces the convention; missing, outside or without tasks it is a finding")
  func configured() {
    let folder = TemporaryFolder()
    folder.write("tasks/a.json", state("t-1"))
    folder.write("run/list.json", state("t-2"))
    folder.write("run/deep/more.json", state("t-3"))
    folder.write("empty.md", "# Nothing\n")
    #expect(read(folder, ["run/list.json"]).list?.tasks.map(\.taskID) == ["t-2"])
    #expect(read(folder, ["run"]).list?.tasks.map(\.taskID) == ["t-3", "t-2"])
    for path in ["gone.md", "../x.md", "empty.md"] {
      let (list, findings) = read(folder, [path])
      #expect(list == nil)
      #expect(findings.map(\.code) == [.tasksUnreadable], "\(path)")
    }
  }

  @Test("Read and judged: the slipped SLA of a joined task is one incident with the row's owner")
  func judged() throws {
    let folder = TemporaryFolder()
    folder.write("docs/mcp-tasks.md", table("| export | t-1 | crm | Sara | working | 2h | 24h | 30s | k | |"))
    folder.write("tasks/list.json", state("t-1"))
    let list = try #require(read(folder).list)
    let now = try #require(Timestamp(rfc3339: "2026-03-10T12:00:00Z")).instant
    let judgement = list.judged(Configuration.Governance(), now: now)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.incidents.map(\.severity) == [.v1])
    #expect(judgement.incidents.first?.owner == "Sara")
    #expect(judgement.incidents.first?.openedAt?.text == "2026-03-10T11:00:00Z")
    #expect(judgement.nextChange == Timestamp(rfc3339: "2026-03-10T13:00:00Z")?.instant)
  }
}
