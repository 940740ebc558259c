extension Incident {
  /// What its service level asks for next: to be acknowledged, then to be resolved. Mitigated, the clock stands still.
  func clock(_ levels: [Severity: Configuration.ServiceLevel]) -> ServiceClock? {
    guard isOpen, let level = levels[severity], let opened = openedAt?.instant else { return nil }
    if acknowledgedAt == nil, mitigatedAt == nil, let seconds = level.acknowledge {
      return ServiceClock(goal: .acknowledge, due: opened.advanced(bySeconds: seconds))
    }
    guard let seconds = level.resolve else { return nil }
    return ServiceClock(
      goal: .resolve, due: opened.advanced(bySeconds: seconds),
      pausedAt: state == .mitigated ? mitigatedAt?.instant : nil)
  }
}
