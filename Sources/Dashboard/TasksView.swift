import Readiness
import TerminalText

// The watchlist of long-running operations, with clocks that run: how long each has run and what is left of its SLA.

extension DashboardState {
  /// A cell of a task's row.
  func cell(_ column: Column, of task: WatchedTask, isSelected: Bool) -> StyledText {
    let theme = options.theme
    switch column {
    case .connector:
      let name = task.connector.isEmpty ? task.tool : task.connector
      return highlighted(StyledText(name.isEmpty ? "—" : name, .muted, theme))
    case .status: return highlighted(taskStatus(task))
    case .running:
      let span = task.runningSeconds(at: now).map { numerals(ageText($0, language)) } ?? "—"
      return StyledText(span, task.isOpen(at: now) ? .text : .muted, theme)
    case .left: return slaCell(task)
    case .polling: return highlighted(StyledText(updates(of: task), .muted, theme))
    case .owner:
      return highlighted(
        StyledText(
          task.owner.isEmpty ? Strings.nobody(language) : task.owner, task.owner.isEmpty ? .missing : .text, theme))
    default: return highlighted(StyledText(task.label, isSelected ? .selected : .text, theme))
    }
  }

  private func taskStatus(_ task: WatchedTask) -> StyledText {
    let theme = options.theme
    switch task.status {
    case .working: return StyledText("\(isMirrored ? "◂" : "▸") \(task.status?.wording(language) ?? "")", .text, theme)
    case .inputRequired: return StyledText("▲ \(task.status?.wording(language) ?? "")", .risk, theme)
    case .completed where !task.toolFailed:
      return StyledText("● \(task.status?.wording(language) ?? "")", .muted, theme)
    case .cancelled: return StyledText("○ \(task.status?.wording(language) ?? "")", .muted, theme)
    case .failed, .completed: return StyledText("■ \(WatchedTask.Status.failed.wording(language))", .blocked, theme)
    case nil: return StyledText("? \(task.rawStatus)", .risk, theme)
    }
  }

  /// What is left of its SLA, or by how much it is over.
  private func slaCell(_ task: WatchedTask) -> StyledText {
    guard let left = task.slaSecondsLeft(at: now) else { return StyledText("—", .muted, options.theme) }
    let span = numerals(ageText(left == .min ? .max : abs(left), language))
    if !task.isOpen(at: now) {
      return StyledText(left < 0 ? Strings.over(span)(language) : "·", .muted, options.theme)
    }
    return left <= 0
      ? StyledText(Strings.over(span)(language), .missing, options.theme)
      : StyledText(Strings.exceptionLeft((span, span))(language), .text, options.theme)
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
    text.heading(task.label)
    text.blank()
    text.field(Strings.status, taskStatus(task))
    if !task.statusMessage.isEmpty { text.paragraph(task.statusMessage, .muted) }
    text.field(Column.running.wording, cell(.running, of: task, isSelected: false))
    text.field(Column.left.wording, slaCell(task))
    text.field(DetailStrings.taskID, task.taskID, .muted)
    text.field(Column.connector.wording, task.connector.isEmpty ? nil : task.connector)
    text.field(DetailStrings.tool, task.tool.isEmpty ? nil : task.tool)
    text.field(
      Strings.owner, task.owner.isEmpty ? Strings.nobody(language) : task.owner, task.owner.isEmpty ? .missing : .text)
    text.field(Column.polling.wording, updates(of: task))
    text.field(WatchedTask.Field.timeout.wording, task.timeout.isEmpty ? nil : task.timeout)
    text.field(WatchedTask.Field.idempotencyKey.wording, task.idempotencyKey.isEmpty ? nil : task.idempotencyKey)
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
      for field in missing { text.item("○", .missing, field.wording(language)) }
    }
    if assessment?.incidents.contains(where: { $0.id == taskID(task) }) == true {
      text.section(DetailStrings.incidents)
      text.item("·", .muted, taskID(task), link: .incident(taskID(task)))
      explain(in: &text) { $0.incident == taskID(task) }
    }
  }
}
