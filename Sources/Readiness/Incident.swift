/// Something open, or once open, at a severity, with an owner and a clock.
package struct Incident: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable { case open, acknowledged, mitigated, resolved }
  /// What made it: an event, a failed checkpoint, or a rule on another file.
  package enum Origin: String, CaseIterable, Sendable {
    case event, checkpoint, connector, schema, task, approval, claim
    case eventLog = "event_log"
  }

  package var id: String
  package var title: String
  package var titleArabic: String?
  package var severity: Severity
  package var state: State
  package var owner: String?
  package var openedAt: Timestamp?
  package var acknowledgedAt: Timestamp?
  package var mitigatedAt: Timestamp?
  package var resolvedAt: Timestamp?
  /// The key of the dimension it lands on.
  package var dimension: String?
  package var origin: Origin
  package var rule: DerivationRule?
  /// The compensating mechanism recorded for a V1.
  package var compensation: String?
  /// The live exception that covers it.
  package var exception: ExceptionRecord?
  /// What happened, in file order.
  package var history: [Event]
  package var location: SourceLocation?
  /// How the clock of its service level stands; nil where the configuration names none for its severity.
  package var clock: ServiceClock?
  /// What shows that it is resolved: the path of the run that passed, or what the one who resolved it named.
  package var evidence: String?
  package var reopenedAt: Timestamp?
  /// How long its clock stood still before it was reopened.
  package var pausedSeconds: Int64 = 0

  package init(
    id: String, title: String, titleArabic: String? = nil, severity: Severity, state: State = .open,
    owner: String? = nil, openedAt: Timestamp? = nil, acknowledgedAt: Timestamp? = nil, mitigatedAt: Timestamp? = nil,
    resolvedAt: Timestamp? = nil, dimension: String? = nil, origin: Origin = .event, rule: DerivationRule? = nil,
    compensation: String? = nil, exception: ExceptionRecord? = nil, history: [Event] = [],
    location: SourceLocation? = nil, clock: ServiceClock? = nil
  ) {
    self.id = id
    self.title = title
    self.titleArabic = titleArabic
    self.severity = severity
    self.state = state
    self.owner = owner
    self.openedAt = openedAt
    self.acknowledgedAt = acknowledgedAt
    self.mitigatedAt = mitigatedAt
    self.resolvedAt = resolvedAt
    self.dimension = dimension
    self.origin = origin
    self.rule = rule
    self.compensation = compensation
    self.exception = exception
    self.history = history
    self.location = location
    self.clock = clock
  }

  package var isOpen: Bool { state != .resolved }

  /// The title in the language asked for, the other one where it is missing.
  package func title(in language: Language) -> String {
    language == .arabic ? titleArabic ?? title : (title.isEmpty ? titleArabic ?? title : title)
  }
}

/// What an incident's service level asks for next. The moment is fixed; how far off it is depends on who asks when.
package struct ServiceClock: Hashable, Sendable {
  package enum Goal: String, Sendable { case acknowledge, resolve }

  package var goal: Goal
  package var due: Instant
  /// Mitigated: the clock stands still at `due - pausedAt`.
  package var pausedAt: Instant?

  package init(goal: Goal, due: Instant, pausedAt: Instant? = nil) {
    self.goal = goal
    self.due = due
    self.pausedAt = pausedAt
  }

  /// Seconds left, negative once breached.
  package func secondsLeft(at now: Instant) -> Int64 { due.seconds(since: pausedAt ?? now) }
}

/// A recorded, time-limited permission to ship despite a blocker ("waiver").
package struct ExceptionRecord: Hashable, Sendable {
  package var id: String
  /// An incident's id or a dimension's key.
  package var covers: String
  package var reason: String
  package var approver: String
  package var correlationID: String?
  /// nil where the record names none or one that is no time: then it is never live.
  package var expiresAt: Timestamp?
  package var recordedAt: Timestamp
  package var revokedAt: Timestamp?
  package var location: SourceLocation

  package init(
    id: String, covers: String, reason: String, approver: String, correlationID: String?, expiresAt: Timestamp?,
    recordedAt: Timestamp, revokedAt: Timestamp? = nil, location: SourceLocation
  ) {
    self.id = id
    self.covers = covers
    self.reason = reason
    self.approver = approver
    self.correlationID = correlationID
    self.expiresAt = expiresAt
    self.recordedAt = recordedAt
    self.revokedAt = revokedAt
    self.location = location
  }
}
