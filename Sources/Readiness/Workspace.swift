/// Everything that was read below one folder at one moment: the immutable snapshot from which all else follows.
package struct Workspace: Hashable, Sendable {
  /// The folder as the user named it.
  package var root: String
  package var configuration: Configuration
  /// The matrix that is judged; nil where none was found or it cannot be read.
  package var matrix: Matrix?
  /// Every validation of every result file, in path order. The rules pick the newest of each (suite, asset).
  package var results: [ValidationResult]
  /// What GX's own configuration defines, from `gx/checkpoints/*.json`: it must have a result.
  package var definedCheckpoints: [DefinedCheckpoint]
  /// The lines of the event log, in file order, repeated ids and all. The rules fold them.
  package var events: [Event]
  /// How far `events` tell the log; nil where it could not be read.
  package var eventsEnd: LogPosition?
  /// Connectors, schemas, watchlists and the other places of a governed repository.
  package var governance = Governance()
  /// What the readers noticed.
  package var findings: [Finding]
  /// When reading began.
  package var readAt: Instant

  package init(
    root: String, configuration: Configuration = Configuration(), matrix: Matrix? = nil,
    results: [ValidationResult] = [], definedCheckpoints: [DefinedCheckpoint] = [], events: [Event] = [],
    findings: [Finding] = [], readAt: Instant
  ) {
    self.root = root
    self.configuration = configuration
    self.matrix = matrix
    self.results = results
    self.definedCheckpoints = definedCheckpoints
    self.events = events
    self.findings = findings
    self.readAt = readAt
  }
}

/// A checkpoint that GX's configuration defines.
package struct DefinedCheckpoint: Hashable, Sendable {
  package var id: String?
  package var name: String
  /// The suites of its validation definitions, where `gx/validation_definitions` names them.
  package var suites: [String]
  package var location: SourceLocation

  package init(id: String?, name: String, suites: [String] = [], location: SourceLocation) {
    self.id = id
    self.name = name
    self.suites = suites
    self.location = location
  }
}
