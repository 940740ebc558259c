import Readiness

// One task is told of in several places: a row says who owns it and what was agreed, the protocol says how it stands. Joined
// by the task's id they are one. Of several states of one task the newest counts.

struct TaskJoin {
  private(set) var tasks: [WatchedTask] = []
  private(set) var findings: [Finding] = []

  init(rows: [TaskRow], states: [WatchedTask]) {
    let (ids, newest) = merged(states)
    var taken: Set<String> = []
    var positions: [String: Int] = [:]
    for row in rows {
      var task = row.task
      if let id = row.candidates.first(where: { newest[$0] != nil }), let state = newest[id] {
        task.taskID = id
        task.identity = id
        taken.insert(id)
        join(state, into: &task)
      }
      add(task, &positions)
    }
    tasks += ids.filter { !taken.contains($0) }.compactMap { newest[$0] }
  }

  // MARK: States

  /// The newest state of each task, and the ids in the order in which they first stand.
  private mutating func merged(_ states: [WatchedTask]) -> ([String], [String: WatchedTask]) {
    var order: [String] = []
    var newest: [String: WatchedTask] = [:]
    var reverted: Set<String> = []
    for state in states {
      guard let id = state.taskID else { continue }
      guard let known = newest[id] else {
        order.append(id)
        newest[id] = state
        continue
      }
      var (winner, loser) = isNewer(state, than: known) ? (state, known) : (known, state)
      if winner.status?.isFinal != true, let end = loser.status, end.isFinal, reverted.insert(id).inserted {
        note(
          .taskStatusDiffers, .v1,
          Wording(
            "“\(shortened(id))” had ended as \(end.rawValue) and is \(shortened(winner.rawStatus)) again: MCP forbids it",
            "«\(shortened(id))» انتهت بحالة \(end.rawValue) ثم عادت إلى \(shortened(winner.rawStatus)): يمنع MCP ذلك"),
          winner.location)
      }
      fill(&winner, from: loser)
      newest[id] = winner
    }
    return (order, newest)
  }

  private func isNewer(_ state: WatchedTask, than known: WatchedTask) -> Bool {
    let (isFinal, wasFinal) = (state.status?.isFinal == true, known.status?.isFinal == true)
    if let time = state.updatedAt?.instant, let knownTime = known.updatedAt?.instant {
      return time == knownTime ? isFinal || !wasFinal : time > knownTime
    }
    if isFinal != wasFinal { return isFinal }
    return state.updatedAt != nil || known.updatedAt == nil
  }

  // MARK: Rows

  private mutating func join(_ state: WatchedTask, into row: inout WatchedTask) {
    if !row.rawStatus.isEmpty, row.status != state.status { noteDifference(row, state) }
    row.stateLocation = state.location
    (row.status, row.rawStatus) = (state.status, state.rawStatus)
    row.statusMessage = state.statusMessage
    row.toolFailed = state.toolFailed
    if state.startedAt != nil { row.startedAt = state.startedAt }
    row.updatedAt = state.updatedAt
    row.lifetime = state.lifetime
    // How often the server wants to be asked counts, whatever the row says.
    if state.pollInterval != nil { row.pollInterval = state.pollInterval }
    fill(&row, from: state)
  }

  private mutating func noteDifference(_ row: WatchedTask, _ state: WatchedTask) {
    let (label, said, is_) = (shortened(row.label), shortened(row.rawStatus), shortened(state.rawStatus))
    // A row that calls an open task ended stops people from watching it.
    let isMisleading = row.status?.isFinal == true && state.status?.isFinal != true
    note(
      .taskStatusDiffers, isMisleading ? .v1 : .v0,
      Wording(
        "the row of “\(label)” says \(said), the server says \(is_) (\(state.location.description)): correct the row",
        "صف «\(label)» يقول \(said)، والخادم يقول \(is_) (\(state.location.description)): صحّح الصف"), row.location)
  }

  private mutating func add(_ task: WatchedTask, _ positions: inout [String: Int]) {
    var task = task
    if let first = positions[task.identity] {
      // Two runs without ids and starts, told apart by their keys.
      let keys = [tasks[first].idempotencyKey, task.idempotencyKey]
      if task.taskID == nil, keys[0] != keys[1], !keys.contains(where: { saysNothing($0) }) {
        task.identity += "\0\(task.idempotencyKey)"
      }
    }
    guard let index = positions[task.identity] else {
      positions[task.identity] = tasks.count
      tasks.append(task)
      return
    }
    let label = shortened(task.label)
    let place = tasks[index].location.description
    note(
      .taskDuplicate, .v1,
      Wording(
        "“\(label)” stands here again, first in \(place): the stricter of both counts; keep one row",
        "تكررت «\(label)» هنا، وأول ورودها في \(place): يُحتسب الأشد منهما؛ أبقِ صفًا واحدًا"), task.location)
    tighten(&tasks[index], by: task)
  }

  private mutating func note(_ code: Finding.Code, _ severity: Severity, _ wording: Wording, _ location: SourceLocation)
  {
    findings.append(Finding(code, severity, wording, at: location, topic: .connectorHealth))
  }
}

/// Takes from `other` what `task` does not say.
private func fill(_ task: inout WatchedTask, from other: WatchedTask) {
  for text in [
    \WatchedTask.name, \.connector, \.tool, \.owner, \.timeout, \.polling, \.webhook, \.idempotencyKey,
    \.acknowledgement, \.notes,
  ] where saysNothing(task[keyPath: text]) {
    task[keyPath: text] = other[keyPath: text]
  }
  task.sla = task.sla ?? other.sla
  task.deadline = task.deadline ?? other.deadline
  task.timeoutSpan = task.timeoutSpan ?? other.timeoutSpan
  task.pollInterval = task.pollInterval ?? other.pollInterval
  task.startedAt = task.startedAt ?? other.startedAt
  // When an open task was last heard of is no time of its end.
  if task.status?.isFinal == other.status?.isFinal { task.updatedAt = task.updatedAt ?? other.updatedAt }
  task.lifetime = task.lifetime ?? other.lifetime
  task.customerFacing = task.customerFacing ?? other.customerFacing
  if task.toolFailed == false, task.status?.isFinal == true { task.toolFailed = other.toolFailed }
}

/// Two rows of one task: nothing that one of them asks is lost.
private func tighten(_ task: inout WatchedTask, by other: WatchedTask) {
  task.sla = [task.sla, other.sla].compactMap { $0 }.min()
  if let start = other.startedAt, start.instant < task.startedAt?.instant ?? start.instant { task.startedAt = start }
  if let deadline = other.deadline, deadline.instant < task.deadline?.instant ?? deadline.instant {
    task.deadline = deadline
  }
  if other.customerFacing == true { task.customerFacing = true }
  // An open row beside one that says it has ended: it is open.
  if task.status?.isFinal == true, other.status?.isFinal != true {
    (task.status, task.rawStatus) = (other.status, other.rawStatus)
  }
  fill(&task, from: other)
}
