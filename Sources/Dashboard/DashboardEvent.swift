package import Readiness
package import TerminalText

/// What happens to a dashboard.
package enum DashboardEvent: Sendable {
  case key(Key)
  case pointer(Pointer)
  /// Text that was pasted: it is typed, never obeyed.
  case pasted(String)
  case resized(columns: Int, rows: Int)
  /// A snapshot, whole or as far as reading has come, perhaps judged already: where that asked what the dashboard asks,
  /// nothing is left to do on the loop's thread.
  case read(Workspace, judged: Judged? = nil, filesRead: Int, filesTotal: Int, isComplete: Bool)
  /// Reading has begun anew.
  case readingStarted
  /// The workspace could not be read.
  case failed(Wording)
  /// Time has passed.
  case tick(Instant)
  /// Something to tell, as an unknown `TERM`.
  case notice(Wording)
  /// The themes to choose from.
  case themes([Theme])
  /// Why nothing can be written; nil where something can.
  case unavailable(Wording?)
  /// What became of acts, and of taking one back.
  case acted([Outcome])
  case undone(UndoOutcome)
  /// Who last changed the line of a row in Git.
  case blamed(String, Blame)
  /// Another look, as the terminal's background asks for.
  case theme(Theme)
  /// How Arabic goes to this terminal.
  case way(OutputWay)
}

/// What a snapshot is judged by.
package struct Criteria: Hashable, Sendable {
  /// nil: the configuration's, else the last.
  package var candidateName: String?
  package var target: Target?

  package init(candidateName: String? = nil, target: Target? = nil) {
    self.candidateName = candidateName
    self.target = target
  }
}

/// A snapshot's verdict and what it was asked by.
package struct Judged: Sendable {
  var assessment: Assessment
  var criteria: Criteria

  /// Judges a snapshot; takes some time where there are thousands of incidents.
  package init(_ workspace: Workspace, by criteria: Criteria, now: Instant) {
    assessment = assess(workspace, candidate: criteria.candidateName, target: criteria.target, now: now)
    self.criteria = criteria
  }
}

/// What a dashboard asks of the world around it.
package enum Effect: Hashable, Sendable {
  case reload, suspend, quit, redraw
  /// Find the themes; they come as an event.
  case loadThemes
  case themeChosen(String)
  case wayChosen(OutputWay)
  case copy(String)
  case perform([Act])
  case undo
  /// Ask Git who last changed the line of the row of that name.
  case blame(String, SourceLocation)
  /// Show a file of the workspace at a line.
  case openFile(path: String, line: Int?)
  case ring(Bell)
}
