import Readiness

// A watchlist is a GFM table with a row for each long-running operation. Which table is one is told by its headers, in
// either language and any order; what a cell says is told by words, spans and moments as people write them.

/// A row of a watchlist, and every text of it that could be the protocol's task id.
struct TaskRow: Hashable {
  var task: WatchedTask
  var candidates: [String]
}

/// The watchlist tables of one Markdown file.
struct TaskTableReading {
  private let path: String
  private(set) var rows: [TaskRow] = []
  private(set) var findings: [Finding] = []
  /// A table is a watchlist, also where it has no row yet.
  private(set) var hasWatchlist = false
  private var hasNotedZone = false

  /// - Parameter isNamed: the file's name or the configuration says that it is a watchlist.
  init(_ document: MarkdownDocument, isNamed: Bool) {
    path = document.path
    for table in document.tables where !table.headings.contains(where: namesTemplate) {
      let columns = TaskColumns(header: table.header)
      guard columns.isWatchlist(isNamed: isNamed) else { continue }
      hasWatchlist = true
      for row in table.rows { read(row, columns) }
    }
  }

  private mutating func read(_ row: DocumentRow, _ columns: TaskColumns) {
    func cell(_ column: TaskColumn) -> DocumentCell? {
      columns[column].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
    func text(_ column: TaskColumn) -> String { cell(column)?.text ?? "" }
    func key(_ column: TaskColumn) -> String { saysNothing(text(column)) ? "" : cell(column)?.key ?? "" }
    // The lines of a template, left to be filled in.
    guard TaskColumn.allCases.contains(where: { !saysNothing(text($0)) }) else { return }

    let location = SourceLocation(path: path, line: row.line)
    var task = WatchedTask(identity: "", location: location)
    let id = saysNothing(text(.id)) ? "" : cell(.id)?.code.first ?? text(.id)
    task.taskID = id.isEmpty ? nil : id
    task.name = key(.task)
    task.connector = key(.connector)
    task.tool = key(.tool)
    task.owner = text(.owner)
    task.rawStatus = text(.status)
    if !task.rawStatus.contains(where: { $0.isLetter || $0.isNumber }) { task.rawStatus = "" }
    task.status = WatchedTask.Status(cell: task.rawStatus)
    task.idempotencyKey = text(.idempotencyKey)
    task.customerFacing = isYes(text(.customerFacing))
    task.notes = text(.notes)
    task.acknowledgement = acknowledgement(text(.acknowledged), notes: task.notes)
    readUpdates(cell(.polling), cell(.webhook), cell(.updates), columns.details[.polling], into: &task)
    readClocks(text, columns, into: &task)
    if task.name.isEmpty, task.taskID == nil {
      add(
        .taskValueUnclear, .v1, "the row names no task: give it a name or an id",
        "الصف لا يسمّي مهمة: أعطها اسمًا أو معرّفًا", location)
      task.name = task.connector.isEmpty ? location.description : task.connector
    }
    task.identity = identity(of: task)
    let texts = [id, text(.task), task.name] + (cell(.task)?.code ?? []) + (cell(.id)?.code ?? []) + [text(.id)]
    rows.append(TaskRow(task: task, candidates: texts.filter { !$0.isEmpty }))
  }

  // MARK: Clocks

  private mutating func readClocks(
    _ text: (TaskColumn) -> String, _ columns: TaskColumns, into task: inout WatchedTask
  ) {
    let sla = text(.sla)
    if !saysNothing(sla) {
      if let span = writtenMilliseconds(sla, unit: columns.details[.sla]), span > 0 {
        task.sla = span
      } else if let moment = WrittenTime(sla, zone: columns.details[.sla]) {
        take(moment, for: &task.deadline, at: task.location)
      } else {
        addUnclear("SLA", "المدة المتفق عليها", sla, "4h", task.location)
      }
    }
    let deadline = text(.deadline)
    if !saysNothing(deadline) {
      if let moment = WrittenTime(deadline, zone: columns.details[.deadline]) {
        take(moment, for: &task.deadline, at: task.location)
      } else {
        addUnclear("deadline", "الموعد النهائي", deadline, "2026-03-10T09:00:00+03:00", task.location)
      }
    }
    task.timeout = text(.timeout)
    if !saysNothing(task.timeout) {
      task.timeoutSpan = writtenMilliseconds(task.timeout, unit: columns.details[.timeout])
      if let span = task.timeoutSpan, span <= 0 {
        addUnclear("timeout", "المهلة القصوى", task.timeout, "6h", task.location)
        (task.timeout, task.timeoutSpan) = ("", nil)
      }
    }
    let started = text(.started)
    if !saysNothing(started) {
      if let moment = WrittenTime(started, zone: columns.details[.started]) {
        take(moment, for: &task.startedAt, at: task.location)
      } else {
        addUnclear("start", "وقت البدء", started, "2026-03-10T09:00:00+03:00", task.location)
      }
    }
  }

  private mutating func take(_ moment: WrittenTime, for time: inout Timestamp?, at location: SourceLocation) {
    time = moment.timestamp
    guard !moment.hasZone, !hasNotedZone else { return }
    hasNotedZone = true
    add(
      .taskValueUnclear, .v0, "times without a zone are read as UTC: write them as 2026-03-10T09:00:00+03:00",
      "تُقرأ الأوقات التي بلا منطقة زمنية بتوقيت UTC: اكتبها هكذا 2026-03-10T09:00:00+03:00", location)
  }

  // MARK: Findings

  private mutating func addUnclear(
    _ english: Sentence, _ arabic: Sentence, _ written: String, _ example: String, _ location: SourceLocation
  ) {
    let text = shortened(written)
    add(
      .taskValueUnclear, .v1, "the \(english) “\(text)” is not understood: write it as \(example)",
      "لم تُفهم قيمة «\(arabic)»: «\(text)»؛ اكتبها هكذا \(example)", location)
  }

  private mutating func add(
    _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, _ location: SourceLocation
  ) {
    findings.append(Finding(code, severity, Wording(english, arabic), at: location, topic: .connectorHealth))
  }
}

// MARK: - Cells

private func readUpdates(
  _ polling: DocumentCell?, _ webhook: DocumentCell?, _ updates: DocumentCell?, _ unit: String?,
  into task: inout WatchedTask
) {
  task.polling = polling?.text ?? ""
  task.webhook = writtenAddress(webhook)
  if let updates {
    let text = writtenAddress(updates)
    let words = folded(text)
    let isWebhook = webhookWords.contains { words.contains($0) }
    if saysNothing(task.webhook), isWebhook { task.webhook = text }
    if saysNothing(task.polling), !isWebhook || pollWords.contains(where: { words.contains($0) }) {
      task.polling = text
    }
  }
  if !saysNothing(task.polling), let span = interval(task.polling, unit), span > 0 { task.pollInterval = span }
}

/// How often, wherever in the text it stands: `tasks/get every 30s`.
private func interval(_ text: String, _ unit: String?) -> Int64? {
  if let span = writtenMilliseconds(text, unit: unit) { return span }
  let words = folded(text).split(separator: " ")
  guard let every = words.lastIndex(where: { ["every", "each", "كل"].contains($0) }) else { return nil }
  return writtenMilliseconds(words[every...].joined(separator: " "))
}

/// A cell's text; the target of a link that has no other text.
private func writtenAddress(_ cell: DocumentCell?) -> String {
  guard let cell else { return "" }
  return saysNothing(cell.text) ? cell.targets.first ?? cell.text : cell.text
}

private let webhookWords = ["webhook", "web hook", "callback", "http://", "https://", "ويب", "رد النداء"].map {
  folded($0)
}
private let pollWords = ["poll", "tasks/get", "استطلاع"].map { folded($0) }

private func acknowledgement(_ cell: String, notes: String) -> String {
  if isYes(cell) == true { return cell }
  let words = phrase(notes)
  for (index, word) in words.enumerated() where acknowledging.contains(word) {
    let before = words[max(0, index - 2)..<index]
    if !before.contains(where: { StatusWords.negations.contains($0) || StatusWords.absences.contains($0) }) {
      return notes
    }
  }
  return ""
}

private let acknowledging = Set(["acknowledged", "acked", "ack", "أقر", "أُقر", "الإقرار", "إقرار"].map { folded($0) })

/// The id, or else what tells one run from another.
private func identity(of task: WatchedTask) -> String {
  if let id = task.taskID { return id }
  let start = task.startedAt?.instant.rfc3339() ?? ""
  return [folded(task.name), folded(task.connector), start].joined(separator: "\0")
}
