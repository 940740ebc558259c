// The clocks of a long-running operation. A value holds moments, never ages: a screen asks anew each second, and nothing
// has to be read again. Times may lie in the future and spans may be absurd, so every sum stops at the ends of the time line.

extension WatchedTask {
  /// Whether it has not ended by `now`. What nobody knows the state of counts as open; what ended later was open then.
  package func isOpen(at now: Instant) -> Bool {
    guard let status, status.isFinal else { return true }
    return updatedAt.map { $0.instant > now } ?? false
  }

  /// When its SLA passes: the start and the SLA, or the deadline, whichever is first; nil where it has none.
  package var due: Instant? {
    [startAndSLA, deadline?.instant].compactMap { $0 }.min()
  }

  private var startAndSLA: Instant? {
    guard let start = startedAt?.instant, let sla else { return nil }
    return start.advanced(byMilliseconds: sla)
  }

  /// When it will have run for twice what was agreed; nil where the start is unknown.
  package var dueTwice: Instant? {
    guard let start = startedAt?.instant, let due, due > start else { return nil }
    return due.advanced(by: start, to: due)
  }

  /// When its timeout passes.
  package var timesOutAt: Instant? {
    guard let start = startedAt?.instant, let timeoutSpan else { return nil }
    return start.advanced(byMilliseconds: timeoutSpan)
  }

  /// When its time to live passes, after which the server may delete it whatever its state is.
  package var expiresAt: Instant? {
    guard let start = startedAt?.instant, let lifetime else { return nil }
    return start.advanced(byMilliseconds: lifetime)
  }

  /// Seconds that it has run, or ran until it ended; nil where start or end are unknown or still to come.
  package func runningSeconds(at now: Instant) -> Int64? {
    guard let start = startedAt?.instant, start <= now, let end = clockEnd(at: now) else { return nil }
    return max(0, end.seconds(since: start))
  }

  /// Seconds left of its SLA, negative once it has passed; of what has ended, as it stood then.
  package func slaSecondsLeft(at now: Instant) -> Int64? {
    guard let due, let end = clockEnd(at: now) else { return nil }
    return due.seconds(since: end)
  }

  /// Whether it is open beyond its SLA.
  package func hasSlipped(at now: Instant) -> Bool {
    guard let due else { return false }
    return due <= now && isOpen(at: now)
  }

  /// Until when its clocks run: now, or its end; nil where nobody knows when it ended.
  private func clockEnd(at now: Instant) -> Instant? { isOpen(at: now) ? now : updatedAt?.instant }
}

extension Instant {
  /// This moment moved by milliseconds; stops at the ends of the time line instead of trapping.
  package func advanced(byMilliseconds delta: Int64) -> Instant {
    var seconds = delta / 1_000
    var nanoseconds = delta % 1_000 * 1_000_000
    if nanoseconds < 0 { (seconds, nanoseconds) = (seconds - 1, nanoseconds + 1_000_000_000) }
    return advanced(seconds, nanoseconds)
  }

  /// This moment moved by the span from one moment to a later one.
  fileprivate func advanced(by start: Instant, to end: Instant) -> Instant {
    let nanoseconds = Int64(end.nanoseconds) - Int64(start.nanoseconds)
    return advanced(end.seconds(since: start), nanoseconds < 0 ? nanoseconds + 1_000_000_000 : nanoseconds)
  }

  /// - Parameter nanoseconds: 0 … 999,999,999.
  private func advanced(_ seconds: Int64, _ nanoseconds: Int64) -> Instant {
    let sum = Int64(self.nanoseconds) + nanoseconds
    var result = advanced(bySeconds: seconds)
    if sum >= 1_000_000_000 { result = result.advanced(bySeconds: 1) }
    result.nanoseconds = Int32(sum % 1_000_000_000)
    return result
  }
}
