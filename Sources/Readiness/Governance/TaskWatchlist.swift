/// The long-running operations of a workspace.
package struct TaskWatchlist: Hashable, Sendable {
  /// In the order of the files and their rows, then those that only the protocol's JSON knows.
  package var tasks: [WatchedTask]
  /// Every file that holds any of it, relative to the workspace.
  package var paths: [String]

  package init(tasks: [WatchedTask] = [], paths: [String] = []) {
    self.tasks = tasks
    self.paths = paths
  }

  /// The tasks as a screen lists them: open ones first, the one that is over or nearest to its SLA at the top; then what
  /// failed; then the rest.
  package func byUrgency(at now: Instant) -> [WatchedTask] {
    tasks.enumerated().sorted { left, right in
      (rank(left.element, now), left.element.due ?? Instant(seconds: .max), left.offset)
        < (rank(right.element, now), right.element.due ?? Instant(seconds: .max), right.offset)
    }.map(\.element)
  }

  private func rank(_ task: WatchedTask, _ now: Instant) -> Int {
    if task.isOpen(at: now) { return 0 }
    return task.hasFailed ? 1 : 2
  }
}
