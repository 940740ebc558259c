import Readiness

// What an MCP server says of its tasks, saved to a file: results of `tasks/list`, `tasks/get`, `tasks/cancel` and of the call
// that made the task, notifications, or a transcript of them all; bare or in JSON-RPC, one, an array, or JSON Lines.
//
// Both revisions are read alike: 2025-11-25 (`ttl`, `pollInterval`, a new task under `task`, `notifications/tasks/status`,
// `tasks/list`, `tasks/result` with `_meta` alone) and the extension io.modelcontextprotocol/tasks of 2026-07-28 (`ttlMs`,
// `pollIntervalMs`, a new task flat, `notifications/tasks`, the tool's result inside the task).

/// The tasks of one file.
struct TaskMessages {
  private let path: String
  private(set) var states: [WatchedTask] = []
  private(set) var findings: [Finding] = []
  /// The file speaks of MCP tasks, though it may hold none.
  private(set) var isRecognised = false
  /// A cursor says that a list goes on; whoever asked for it has the rest.
  private(set) var openCursors: [(cursor: String, location: SourceLocation)] = []
  private(set) var askedCursors: Set<String> = []
  private var unreadableLines = 0
  /// What a request was about, by its id: a tool's name, or a task's id.
  private var tools: [String: String] = [:]
  private var askedTasks: [String: String] = [:]

  init(path: String) { self.path = path }

  // MARK: Reading

  /// Reads one JSON document.
  mutating func read(_ bytes: [UInt8]) {
    do throws(JSONProblem) {
      take(try parseJSON(bytes))
    } catch {
      addProblem(error, bytes, firstLine: 1)
    }
  }

  /// Reads JSON Lines; a line that is none does not hide the others.
  mutating func readLines(_ bytes: [UInt8]) {
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      if unreadableLines >= unreadableLimit {
        findings.insert(
          Finding(
            .tasksUnreadable, .v1,
            Wording(
              "over \(unreadableLimit) lines are no JSON: not read from here on",
              "أكثر من \(unreadableLimit) سطر ليست JSON: لم يُقرأ ما بعد هذا"),
            at: SourceLocation(path: path, line: index + 1), topic: .connectorHealth), at: 0)
        return
      }
      let text = Array(line)
      do throws(JSONProblem) {
        take(try parseJSON(text, firstLine: index + 1))
      } catch {
        unreadableLines += 1
        addProblem(error, text, firstLine: index + 1)
      }
    }
  }

  private mutating func take(_ tree: JSONTree) {
    if tree.isObject { return takeMessage(tree) }
    for element in tree.elements where element.isObject { takeMessage(element) }
  }

  private mutating func takeMessage(_ message: JSONTree) {
    let id = message["id"]?.scalar ?? ""
    if let method = message["method"]?.string { return takeRequest(method, message["params"], id) }
    if let error = message["error"], error.isObject, message["jsonrpc"] != nil { return takeError(error, id) }
    guard let result = message["result"], result.isObject, taskID(message) == nil else {
      return takeResult(message, tool: nil, isAnswer: false)
    }
    takeResult(result, tool: tools[id], isAnswer: message["jsonrpc"] != nil)
  }

  private mutating func takeRequest(_ method: String, _ params: JSONTree?, _ id: String) {
    switch method {
    case "tools/call":
      if let name = params?["name"]?.string { tools[id] = name }
    case "tasks/list":
      isRecognised = true
      if let cursor = params?["cursor"]?.string { askedCursors.insert(cursor) }
    case "notifications/tasks/status", "notifications/tasks":
      isRecognised = true
      if let params, params.isObject { takeTask(params, tool: nil) }
    case _ where method.hasPrefix("tasks/"):
      isRecognised = true
      askedTasks[id] = params.flatMap(taskID)
    default: break
    }
  }

  private mutating func takeError(_ error: JSONTree, _ id: String) {
    isRecognised = true
    let text = shortened(error["message"]?.string ?? error["code"]?.scalar ?? "")
    let task = askedTasks[id].map { " “\(shortened($0))”" } ?? ""
    let arabicTask = askedTasks[id].map { " «\(shortened($0))»" } ?? ""
    add(
      .taskRequestFailed, .v1, "the server refused to tell of a task\(task): \(text); ask again",
      "رفض الخادم الإخبار عن مهمة\(arabicTask): \(text)؛ أعد الطلب", error.line)
  }

  private mutating func takeResult(_ result: JSONTree, tool: String?, isAnswer: Bool) {
    if let list = result["tasks"], case .array(let elements) = list.kind {
      takeList(result, elements, isAnswer: isAnswer)
    } else if let task = result["task"], taskID(task) != nil {
      isRecognised = true
      takeTask(task, tool: tool)
    } else if taskID(result) != nil {
      isRecognised = true
      takeTask(result, tool: tool)
    } else if let id = result["_meta"]?["io.modelcontextprotocol/related-task"].flatMap(taskID) {
      isRecognised = true
      takeOutcome(result, id)
    }
  }

  private mutating func takeList(_ result: JSONTree, _ elements: [JSONTree], isAnswer: Bool) {
    // Other tools have their `tasks` too: theirs have no task ids.
    guard elements.contains(where: { taskID($0) != nil }) || (elements.isEmpty && isAnswer) else { return }
    isRecognised = true
    for element in elements {
      if taskID(element) != nil {
        takeTask(element, tool: nil)
      } else {
        add(
          .taskProtocol, .v1, "a task of the list has no taskId: it is not watched",
          "مهمة في القائمة بلا taskId: لا تُتابَع", element.line)
      }
    }
    if let cursor = result["nextCursor"], !cursor.isNull {
      openCursors.append((cursor.scalar ?? "", SourceLocation(path: path, line: cursor.line)))
    }
  }

  /// `tasks/result` answers once the task has ended, and names it in its `_meta` alone.
  private mutating func takeOutcome(_ result: JSONTree, _ id: String) {
    var task = WatchedTask(identity: id, location: SourceLocation(path: path, line: result.line))
    task.taskID = id
    task.isWatched = false
    task.toolFailed = result["isError"]?.bool == true
    task.status = task.toolFailed ? .failed : .completed
    task.rawStatus = task.status?.rawValue ?? ""
    states.append(task)
  }

  // MARK: One task

  private mutating func takeTask(_ tree: JSONTree, tool: String?) {
    guard let id = taskID(tree) else { return }
    var reading = TaskObject(tree, id: id, at: SourceLocation(path: path, line: tree.line))
    if let tool, reading.task.tool.isEmpty { reading.task.tool = tool }
    states.append(reading.task)
    guard !reading.lacking.isEmpty || !reading.invalid.isEmpty else { return }
    let parts = [("lacks", "ينقصها", reading.lacking), ("has no valid", "فيها قيمة غير صالحة لـ", reading.invalid)]
      .filter { !$0.2.isEmpty }
    let english = parts.map { "\($0.0) \($0.2.joined(separator: ", "))" }.joined(separator: "; ")
    let arabic = parts.map { "\($0.1) \($0.2.joined(separator: "، "))" }.joined(separator: "؛ ")
    add(
      .taskProtocol, .v0, "“\(shortened(id))” \(english), which MCP asks of a task",
      "«\(shortened(id))» \(arabic)، مما يطلبه MCP من كل مهمة", tree.line)
  }

  // MARK: Findings

  private mutating func addProblem(_ problem: JSONProblem, _ bytes: [UInt8], firstLine: Int) {
    let (line, wording) = explanation(of: problem, bytes)
    add(.tasksUnreadable, .v1, "\(wording.english)", "\(wording.arabic)", line + firstLine - 1)
  }

  private mutating func add(
    _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, _ line: Int
  ) {
    guard findings.count < findingLimit else { return }
    findings.append(
      Finding(
        code, severity, Wording(english, arabic), at: SourceLocation(path: path, line: line), topic: .connectorHealth))
  }
}

/// A file of millions of lines that are none, or of tasks that lack something, must not become millions of findings.
private let unreadableLimit = 1_000
private let findingLimit = 10_000

private func explanation(of problem: JSONProblem, _ bytes: [UInt8]) -> (line: Int, wording: Wording) {
  func line(_ column: Int) -> Int { bytes.prefix(max(0, column - 1)).count { $0 == 10 } + 1 }
  switch problem {
  case .malformed(let column):
    return (line(column), Wording("is no JSON from here on: save it again", "ليس JSON سليمًا من هنا: احفظه من جديد"))
  case .notUTF8(let column):
    return (line(column), Wording("is not UTF-8: save it as UTF-8", "ترميزه ليس UTF-8: احفظه بترميز UTF-8"))
  case .tooDeep(let column):
    return (
      line(column),
      Wording(
        "nests deeper than \(JSONScanner.depthLimit) levels: not read",
        "تداخله أعمق من \(JSONScanner.depthLimit) مستوى: لم يُقرأ")
    )
  case .noObject: return (1, Wording("is no JSON object", "ليس كائن JSON"))
  case .repeatedName(let name):
    let text = shortened(name)
    return (1, Wording("“\(text)” stands twice in one object: not read", "ورد «\(text)» مرتين في كائن واحد: لم يُقرأ"))
  }
}
