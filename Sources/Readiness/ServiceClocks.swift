// The clock of a service level: first to be acknowledged, then to be resolved. Mitigated, it stands still; reopened, it runs
// on with what was left, and somebody has to acknowledge it anew.

extension Incident {
  /// What its service level asks for next; nil where it asks for nothing.
  func clock(_ levels: [Severity: Configuration.ServiceLevel]) -> ServiceClock? {
    guard isOpen, let level = levels[severity], let opened = openedAt?.instant else { return nil }
    if acknowledgedAt == nil, mitigatedAt == nil, let seconds = level.acknowledge {
      return ServiceClock(goal: .acknowledge, due: (reopenedAt?.instant ?? opened).advanced(bySeconds: seconds))
    }
    guard let seconds = level.resolve else { return nil }
    return ServiceClock(
      goal: .resolve, due: opened.advanced(bySeconds: seconds).advanced(bySeconds: pausedSeconds),
      pausedAt: state == .mitigated ? mitigatedAt?.instant : nil)
  }

  /// How long each goal took or takes, held against its service level.
  package func serviceTimes(_ levels: [Severity: Configuration.ServiceLevel], at now: Instant) -> [ServiceTime] {
    guard let level = levels[severity], let opened = openedAt?.instant else { return [] }
    var times: [ServiceTime] = []
    if let allowed = level.acknowledge {
      let end = acknowledgedAt ?? mitigatedAt ?? resolvedAt
      let start = reopenedAt?.instant ?? opened
      times.append(
        ServiceTime(
          goal: .acknowledge, seconds: max(0, (end?.instant ?? now).seconds(since: start)), allowed: allowed,
          isRunning: end == nil))
    }
    if let allowed = level.resolve {
      let end = mitigatedAt ?? resolvedAt
      times.append(
        ServiceTime(
          goal: .resolve, seconds: max(0, (end?.instant ?? now).seconds(since: opened) - pausedSeconds),
          allowed: allowed, isRunning: end == nil))
    }
    return times
  }
}

/// How long one goal of a service level took, or has taken so far.
package struct ServiceTime: Hashable, Sendable {
  package var goal: ServiceClock.Goal
  package var seconds: Int64
  package var allowed: Int64
  package var isRunning: Bool

  package init(goal: ServiceClock.Goal, seconds: Int64, allowed: Int64, isRunning: Bool) {
    self.goal = goal
    self.seconds = seconds
    self.allowed = allowed
    self.isRunning = isRunning
  }

  package var isBreached: Bool { seconds > allowed }
}

extension Assessment {
  /// How many open incidents are late by their service level.
  package var lateIncidents: Int {
    incidents.count { $0.isOpen && ($0.clock?.secondsLeft(at: now) ?? 0) < 0 }
  }
}
