package import Readiness

// The watchlist of long-running operations: Markdown tables that people keep, and the JSON in which MCP servers tell how
// their tasks stand. Each file is read by itself: what is wrong with one hides nothing of another.

/// Reads every watchlist and every saved answer about MCP tasks below a workspace.
///
/// - Returns: nil where there is nothing of it, which is no finding; a configured file that cannot be read, or holds nothing
///   of it, is one.
package func readTaskWatchlist(
  below root: String, _ configuration: Configuration.Governance
) -> (TaskWatchlist?, [Finding]) {
  readTaskWatchlist(below: FilePlace(root: root), configuration)
}

func readTaskWatchlist(
  below root: FilePlace, _ configuration: Configuration.Governance
) -> (TaskWatchlist?, [Finding]) {
  let discovered = TaskFiles(below: root, configuration.tasks)
  var reading = TaskReading(findings: discovered.findings)
  for file in discovered.files { reading.read(file) }
  return reading.finish()
}

private struct TaskReading {
  var findings: [Finding]
  private var rows: [TaskRow] = []
  private var states: [WatchedTask] = []
  private var paths: [String] = []
  private var openCursors: [(cursor: String, location: SourceLocation)] = []
  private var askedCursors: Set<String> = []

  init(findings: [Finding]) { self.findings = findings }

  mutating func read(_ file: TaskFile) {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try readFile(file.place)
    } catch {
      findings.append(tasksUnreadable(file.place, error))
      return
    }
    let wasRecognised =
      switch file.format {
      case .markdown: readMarkdown(bytes, file)
      case .json, .jsonLines: readMessages(bytes, file)
      }
    if wasRecognised {
      paths.append(file.place.shown)
    } else if file.isConfigured, !findings.contains(where: { $0.location.path == file.place.shown }) {
      add(
        .tasksUnreadable, .v1,
        Wording(
          "holds no watchlist and no MCP task: name another file under tasks",
          "لا قائمة متابعة فيه ولا مهمة MCP: سمِّ ملفًا آخر تحت tasks"), file.place.location)
    }
  }

  private mutating func readMarkdown(_ bytes: [UInt8], _ file: TaskFile) -> Bool {
    let (document, problems) = readDocument(bytes, path: file.place.shown, code: .tasksUnreadable)
    guard let document else {
      findings += problems.map(landed)
      return false
    }
    let tables = TaskTableReading(document, isNamed: file.isNamed)
    guard tables.hasWatchlist else { return false }
    findings += (problems + tables.findings).map(landed)
    rows += tables.rows
    return true
  }

  private mutating func readMessages(_ bytes: [UInt8], _ file: TaskFile) -> Bool {
    guard bytes.count <= 32_000_000 else {
      add(.tasksUnreadable, .v1, Wording("larger than 32 MB: not read", "أكبر من 32 MB: لم يُقرأ"), file.place.location)
      return false
    }
    var messages = TaskMessages(path: file.place.shown)
    if file.format == .jsonLines { messages.readLines(bytes) } else { messages.read(bytes) }
    findings += messages.findings
    states += messages.states
    openCursors += messages.openCursors
    askedCursors.formUnion(messages.askedCursors)
    return messages.isRecognised
  }

  mutating func finish() -> (TaskWatchlist?, [Finding]) {
    let join = TaskJoin(rows: rows, states: states)
    findings += join.findings
    for open in openCursors where !askedCursors.contains(open.cursor) {
      add(
        .taskListIncomplete, .v1,
        Wording(
          "the list goes on (nextCursor) and the rest is not here: save every page with its request",
          "القائمة غير كاملة (nextCursor) وبقيتها ليست هنا: احفظ كل صفحة مع طلبها"), open.location)
    }
    let watchlist = paths.isEmpty ? nil : TaskWatchlist(tasks: join.tasks, paths: paths)
    return (watchlist, findings.withoutRepeats())
  }

  private mutating func add(_ code: Finding.Code, _ severity: Severity, _ wording: Wording, _ location: SourceLocation)
  {
    findings.append(Finding(code, severity, wording, at: location, topic: .connectorHealth))
  }

  private func landed(_ finding: Finding) -> Finding {
    var finding = finding
    finding.topic = .connectorHealth
    return finding
  }
}
