package import Readiness
package import TerminalText

/// What happens to a dashboard.
package enum DashboardEvent: Sendable {
  case key(Key)
  case resized(columns: Int, rows: Int)
  /// A snapshot, whole or as far as reading has come.
  case read(Workspace, filesRead: Int, filesTotal: Int, isComplete: Bool)
  /// Reading has begun anew.
  case readingStarted
  /// The workspace could not be read.
  case failed(Wording)
  /// Time has passed.
  case tick(Instant)
  /// Something to tell, as an unknown `TERM`.
  case notice(Wording)
}

/// What a dashboard asks of the world around it.
package enum Effect: Hashable, Sendable {
  case reload, suspend, quit
}
