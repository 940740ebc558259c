import Readiness
import Testing

@testable import Evidence

@Suite struct TaskMessagesTests {
  private func read(_ text: String) -> TaskMessages {
    var messages = TaskMessages(path: "tasks/list.json")
    messages.read(Array(text.utf8))
    return messages
  }

  @Test("tasks/list of revision 2025-11-25 in JSON-RPC, with a list that goes on")
  func list2025() {
    let messages = read(
      """
      {
        "jsonrpc": "2.0",
        "id": 5,
        "result": {
          "tasks": [
            {
              "taskId": "786512e2-9e0d-44bd-8f29-789f320fe840",
              "status": "working",
              "statusMessage": "The operation is now in progress.",
              "createdAt": "2025-11-25T10:30:00Z",
              "lastUpdatedAt": "2025-11-25T10:40:00Z",
              "ttl": 30000,
              "pollInterval": 5000
            },
            {
              "taskId": "abc123-def456-ghi789",
              "status": "completed",
              "createdAt": "2025-11-25T09:15:00Z",
              "lastUpdatedAt": "2025-11-25T10:40:00Z",
              "ttl": null
            }
          ],
          "nextCursor": "next-page-cursor"
        }
      }
      """)
    #expect(messages.isRecognised)
    #expect(messages.findings.isEmpty)
    #expect(messages.states.map(\.status) == [.working, .completed])
    #expect(messages.states.map(\.lifetime) == [30_000, nil])
    #expect(messages.states.map(\.pollInterval) == [5_000, nil])
    #expect(messages.states.map(\.location.line) == [6, 15])
    #expect(messages.states[0].statusMessage == "The operation is now in progress.")
    #expect(messages.states[0].startedAt?.text == "2025-11-25T10:30:00Z")
    #expect(messages.openCursors.map(\.cursor) == ["next-page-cursor"])
    #expect(messages.openCursors.first?.location.line == 23)
  }

  @Test("tasks/get of the extension 2026-07-28, with its inlined results")
  func get2026() {
    let messages = read(
      """
      [{"jsonrpc": "2.0", "id": 8, "result": {"resultType": "complete", "taskId": "a", "status": "input_required",
        "createdAt": "2026-08-01T10:30:00+03:00", "lastUpdatedAt": "2026-08-01T10:50:00+03:00", "ttlMs": 3600000,
        "pollIntervalMs": 5000, "inputRequests": {"name": {"method": "elicitation/create", "params": {}}}}},
       {"jsonrpc": "2.0", "id": 9, "result": {"resultType": "complete", "taskId": "b", "status": "completed",
        "createdAt": "2026-08-01T10:30:00Z", "lastUpdatedAt": "2026-08-01T10:50:00Z", "ttlMs": null,
        "result": {"content": [], "isError": true}}},
       {"jsonrpc": "2.0", "id": 10, "result": {"resultType": "complete", "taskId": "c", "status": "failed",
        "createdAt": "2026-08-01T10:30:00Z", "lastUpdatedAt": "2026-08-01T10:50:00Z", "ttlMs": 60000,
        "error": {"code": -32603, "message": "API rate limit exceeded"}}}]
      """)
    #expect(messages.findings.isEmpty)
    #expect(messages.states.map(\.status) == [.inputRequired, .completed, .failed])
    #expect(messages.states.map(\.lifetime) == [3_600_000, nil, 60_000])
    #expect(messages.states.map(\.toolFailed) == [false, true, false])
    #expect(messages.states[0].pollInterval == 5_000)
    #expect(messages.states[2].statusMessage == "API rate limit exceeded")
  }

  @Test("A bare task, a bare list, a created task of either revision and notifications are read alike")
  func shapes() {
    let task =
      #""taskId": "a", "status": "working", "createdAt": "2026-03-10T09:00:00Z", "lastUpdatedAt": "2026-03-10T09:00:00Z", "ttl": 1"#
    for text in [
      "{\(task)}", "[{\(task)}]", #"{"tasks": [{\#(task)}]}"#, #"{"result": {\#(task)}}"#, #"{"task": {\#(task)}}"#,
      #"{"jsonrpc": "2.0", "id": "x", "result": {"task": {\#(task)}}}"#,
      #"{"jsonrpc": "2.0", "id": 1, "result": {"resultType": "task", \#(task)}}"#,
      #"{"jsonrpc": "2.0", "method": "notifications/tasks/status", "params": {\#(task)}}"#,
      #"{"jsonrpc": "2.0", "method": "notifications/tasks", "params": {\#(task)}}"#,
    ] {
      let messages = read(text)
      #expect(messages.states.map(\.taskID) == ["a"], "\(text)")
      #expect(messages.findings.isEmpty)
    }
  }

  @Test("A transcript in JSON Lines: the call names the tool, tasks/result ends the task, one bad line hides nothing")
  func transcript() {
    var messages = TaskMessages(path: "tasks/log.jsonl")
    messages.readLines(
      Array(
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"export_contacts","task":{"ttl":60000}}}
        {"jsonrpc":"2.0","id":1,"result":{"task":{"taskId":"a","status":"working","createdAt":"2026-03-10T09:00:00Z","lastUpdatedAt":"2026-03-10T09:00:00Z","ttl":60000}}}

        {"jsonrpc":"2.0","id":2,
        {"jsonrpc":"2.0","id":3,"method":"tasks/get","params":{"taskId":"gone"}}
        {"jsonrpc":"2.0","id":3,"error":{"code":-32602,"message":"Failed to retrieve task: Task has expired"}}
        {"jsonrpc":"2.0","id":4,"result":{"content":[],"isError":true,"_meta":{"io.modelcontextprotocol/related-task":{"taskId":"a"}}}}
        """.utf8))
    #expect(messages.states.map(\.tool) == ["export_contacts", ""])
    #expect(messages.states.map(\.status) == [.working, .failed])
    #expect(messages.findings.map(\.code) == [.tasksUnreadable, .taskRequestFailed])
    #expect(messages.findings.map(\.location.line) == [4, 6])
    #expect(messages.findings[1].message(.english).contains("“gone”"))
  }

  @Test("An unknown status is kept as written; what MCP asks for and is not there is one finding")
  func incomplete() {
    let messages = read(
      #"{"tasks": [{"taskId": "a", "status": "submitted", "createdAt": 1764066600, "ttl": -5, "pollInterval": 1e300}, {"status": "working"}, {"taskId": 7, "status": null, "createdAt": "2026-03-10T09:00:00Z", "lastUpdatedAt": "2026-03-10T09:00:00Z", "ttlMs": 6e4}]}"#
    )
    #expect(messages.states.map(\.rawStatus) == ["submitted", ""])
    #expect(messages.states.map(\.status) == [nil, nil])
    #expect(messages.states.map(\.lifetime) == [nil, 60_000])
    #expect(messages.findings.map(\.code) == [.taskProtocol, .taskProtocol, .taskProtocol])
    #expect(
      messages.findings[0].message(.english)
        == "“a” lacks lastUpdatedAt; has no valid createdAt, ttl, pollInterval, which MCP asks of a task")
    #expect(messages.findings[1].severity == .v1)
    #expect(messages.findings[2].message(.english).contains("taskId"))
  }

  @Test("What an organisation puts into the object or its _meta counts as the row of a watchlist would")
  func ownMembers() {
    let messages = read(
      #"{"taskId": "a", "status": "working", "createdAt": "2026-03-10T09:00:00Z", "lastUpdatedAt": "2026-03-10T09:00:00Z", "ttl": null, "owner": "Sara", "_meta": {"sa.example/idempotencyKey": "k-1", "sa.example/sla": "4h", "sa.example/connector": "crm", "sa.example/customer_facing": true, "io.modelcontextprotocol/related-task": {"taskId": "z"}}}"#
    )
    let task = messages.states.first
    #expect(messages.states.count == 1)
    #expect(task?.owner == "Sara")
    #expect(task?.idempotencyKey == "k-1")
    #expect(task?.sla == 14_400_000)
    #expect(task?.connector == "crm")
    #expect(task?.customerFacing == true)
  }

  @Test("JSON of other tools is not taken for tasks")
  func others() {
    for text in [
      #"{"version": "2.0.0", "tasks": [{"label": "build", "type": "shell"}]}"#, "[1, 2, [3]]", #"{"tasks": []}"#,
      "null",
      #"{"error": "x"}"#,
    ] {
      let messages = read(text)
      #expect(!messages.isRecognised, "\(text)")
      #expect(messages.findings.isEmpty)
    }
    #expect(read(#"{"jsonrpc": "2.0", "id": 1, "result": {"tasks": []}}"#).isRecognised)
  }

  @Test("Broken, deep and doubled JSON is a finding with its line")
  func broken() {
    let deep = String(repeating: "[", count: 100)
    #expect(read("{\n\"tasks\": [\n}").findings.map(\.location.line) == [3])
    #expect(read(deep).findings.map(\.code) == [.tasksUnreadable])
    #expect(read(#"{"taskId": "a", "taskId": "b"}"#).findings.map(\.code) == [.tasksUnreadable])
    var messages = TaskMessages(path: "x.json")
    messages.read([0xFF, 0xFE, 0x00])
    messages.read([])
    #expect(messages.findings.map(\.code) == [.tasksUnreadable, .tasksUnreadable])
  }

  @Test("A file of very many lines that are no JSON is given up, and the first finding says where")
  func garbage() {
    var messages = TaskMessages(path: "x.jsonl")
    messages.readLines(Array(String(repeating: "x\n", count: 5_000).utf8))
    #expect(messages.findings.count == 1_001)
    #expect(messages.findings.first?.location.line == 1_001)
  }
}
