import Readiness
import TerminalText

// The watchlist of long-running operations, with clocks that run: how long each has run and what is left of its SLA.

extension DashboardState {
  /// A cell of a task's row.
  func cell(_ column: Column, of task: WatchedTask, isSelected: Bool) -> CellText {
    let theme = options.theme
    switch column {
    case .connector:
      let name = task.connector.isEmpty ? task.tool : task.connector
      return highlighted(CellText(name.isEmpty ? "—" : name, .muted, theme))
    case .status: return highlighted(taskStatus(task))
    case .running:
      let span = task.runningSeconds(at: now).map { numerals(ageText($0, language)) } ?? "—"
      return CellText(span, task.isOpen(at: now) ? .text : .muted, theme)
    case .left: return slaCell(task)
    case .polling: return highlighted(CellText(updates(of: task), .muted, theme))
    case .owner:
      return highlighted(
        CellText(
          task.owner.isEmpty ? Strings.nobody(language) : task.owner, task.owner.isEmpty ? .missing : .text, theme))
    default: return highlighted(CellText(task.label, isSelected ? .selected : .text, theme))
    }
  }

  private func taskStatus(_ task: WatchedTask) -> CellText {
    let theme = options.theme
    let status = task.toolFailed && task.status == .completed ? .failed : task.status
    let word = status?.wording(language) ?? task.rawStatus
    return switch status {
    case .working: CellText(word, .text, theme, icon: isMirrored ? "◂" : "▸")
    case .inputRequired: CellText(word, .risk, theme, icon: "▲")
    case .completed: CellText(word, .muted, theme, icon: "●")
    case .cancelled: CellText(word, .muted, theme, icon: "○")
    case .failed: CellText(word, .blocked, theme, icon: "■")
    case nil: CellText(word, .risk, theme, icon: "?")
    }
  }

  /// What is left of its SLA, or by how much it is over.
  private func slaCell(_ task: WatchedTask) -> CellText {
    guard let left = task.slaSecondsLeft(at: now) else { return CellText("—", .muted, options.theme) }
    let span = numerals(ageText(left == .min ? .max : abs(left), language))
    if !task.isOpen(at: now) {
      return CellText(left < 0 ? Strings.over(span)(language) : "", .muted, options.theme)
    }
    return left <= 0
      ? CellText(Strings.over(span)(language), .missing, options.theme)
      : CellText(Strings.exceptionLeft((span, span))(language), .text, options.theme)
  }

  /// How its state comes to be known.
  private func updates(of task: WatchedTask) -> String {
    if !task.polling.isEmpty { return task.polling }
    if !task.webhook.isEmpty { return task.webhook }
    return task.pollInterval.map { Strings.polled(numerals(ageText(max(1, $0 / 1_000), language)))(language) } ?? "—"
  }

  func searchText(of task: WatchedTask) -> String {
    [
      task.label, task.taskID ?? "", task.connector, task.tool, task.owner, task.status?.wording(language) ?? "",
      task.rawStatus, task.notes,
    ].joined(separator: "\n")
  }

  /// A task whole.
  func describe(_ task: WatchedTask, in text: inout DetailText) {
    text.heading(task.label, isName: true)
    text.blank()
    text.field(Strings.status, taskStatus(task))
    text.more(task.statusMessage)
    text.field(Column.running.wording, cell(.running, of: task, isSelected: false))
    text.field(Column.left.wording, slaCell(task))
    text.field(DetailStrings.taskID, task.taskID, .muted)
    text.field(Column.connector.wording, task.connector.isEmpty ? nil : task.connector)
    text.field(DetailStrings.tool, task.tool.isEmpty ? nil : task.tool)
    text.field(
      Strings.owner, task.owner.isEmpty ? Strings.nobody(language) : task.owner, task.owner.isEmpty ? .missing : .text)
    text.field(Column.polling.wording, updates(of: task))
    text.field(WatchedTask.Field.timeout.wording.asLabel, task.timeout.isEmpty ? nil : task.timeout)
    text.field(
      WatchedTask.Field.idempotencyKey.wording.asLabel, task.idempotencyKey.isEmpty ? nil : task.idempotencyKey)
    text.field(DetailStrings.started, task.startedAt.map(momentAndAge))
    text.field(DetailStrings.updated, task.updatedAt.map(momentAndAge))
    if let due = task.due { text.field(DetailStrings.due, numerals(dateTime(due, utcOffset: options.utcOffset))) }
    text.field(Strings.notes, task.notes.isEmpty ? nil : task.notes)
    text.field(DetailStrings.place, task.location.description, .muted, link: LinkTarget(task.location))
    if let place = task.stateLocation {
      text.field(DetailStrings.stateRead, place.description, .muted, link: LinkTarget(place))
    }
    let missing = task.missingFields
    if !missing.isEmpty, task.isOpen(at: now) {
      text.section(Column.gaps.wording)
      for field in missing { text.item("○", .missing, field.wording.asLabel(language), isName: true) }
    }
    if assessment?.incidents.contains(where: { $0.id == taskID(task) }) == true {
      text.section(DetailStrings.incidents)
      text.item("·", .muted, taskID(task), link: .incident(taskID(task)), isName: true)
      explain(in: &text) { $0.incident == taskID(task) }
    }
  }
}
