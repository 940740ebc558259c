/// What a week's page for people who decide says: what changed, what waits for a decision, what blocks, what may, and what
/// to do next. What changed is the week's own; all else is as of the snapshot.
package struct WeeklyPage: Hashable, Sendable {
  /// How the week lies to the moment of the snapshot.
  package enum Phase: String, CaseIterable, Sendable {
    /// It is over: what changed is complete, and the snapshot is later than it.
    case past
    /// The snapshot lies in it: what changed is what changed so far.
    case running
    /// It has not begun.
    case ahead
  }

  package var week: Week
  /// Its first moment.
  package var start: Instant
  /// The first moment after it.
  package var end: Instant
  package var phase: Phase
  /// The moment of the snapshot.
  package var now: Instant
  package var candidate: String?
  package var target: Target
  package var verdict: Verdict
  package var changes: WeeklyChanges
  package var decisions: [PendingDecision]
  /// What holds or stops the candidate, worst first.
  package var blockers: [WeeklyItem]
  /// What holds nothing, but is a risk that somebody takes, worst first.
  package var risks: [WeeklyItem]
  /// The next best first; see `NextAction.Rule`.
  package var actions: [NextAction]
  package var provenance: WeeklyProvenance

  package init(
    week: Week, start: Instant, end: Instant, phase: Phase, now: Instant, candidate: String?, target: Target,
    verdict: Verdict, changes: WeeklyChanges = WeeklyChanges(), decisions: [PendingDecision] = [],
    blockers: [WeeklyItem] = [], risks: [WeeklyItem] = [], actions: [NextAction] = [], provenance: WeeklyProvenance
  ) {
    self.week = week
    self.start = start
    self.end = end
    self.phase = phase
    self.now = now
    self.candidate = candidate
    self.target = target
    self.verdict = verdict
    self.changes = changes
    self.decisions = decisions
    self.blockers = blockers
    self.risks = risks
    self.actions = actions
    self.provenance = provenance
  }
}

/// What happened between a week's first moment and its end.
package struct WeeklyChanges: Hashable, Sendable {
  /// An incident that something was done to.
  package struct Incident: Hashable, Sendable {
    package enum Change: String, CaseIterable, Sendable {
      case opened, acknowledged, mitigated, resolved, reassigned, compensated, reopened, noted
      case severityChanged = "severity_changed"
      /// The check that made it began to fail, or passed again.
      case failed, passed
    }

    package var id: String
    package var title: Wording
    /// As of the snapshot.
    package var severity: Severity
    /// As of the snapshot.
    package var state: Readiness.Incident.State
    /// A failing data check made it.
    package var isDataCheck: Bool
    /// Each kind once, in the order in which they first happened.
    package var changes: [Change]

    package init(
      id: String, title: Wording, severity: Severity, state: Readiness.Incident.State,
      isDataCheck: Bool = false, changes: [Change]
    ) {
      self.id = id
      self.title = title
      self.severity = severity
      self.state = state
      self.isDataCheck = isDataCheck
      self.changes = changes
    }
  }

  /// An exception that was recorded, revoked or ran out.
  package struct Exception: Hashable, Sendable {
    package enum Change: String, CaseIterable, Sendable { case recorded, revoked, expired }

    package var id: String
    package var covers: String
    package var change: Change
    package var moment: Timestamp
    /// Who approved it, where it was recorded; else who wrote it; empty where it ran out.
    package var author: String

    package init(id: String, covers: String, change: Change, moment: Timestamp, author: String) {
      self.id = id
      self.covers = covers
      self.change = change
      self.moment = moment
      self.author = author
    }
  }

  /// A row of the matrix whose status is another at the end of the week than at its beginning.
  package struct Status: Hashable, Sendable {
    package enum Source: String, Sendable { case ledger, git }

    package var row: String
    /// As the matrix wrote it; empty: none.
    package var old: String
    package var new: String
    /// Empty where Git alone tells of it.
    package var author: String
    package var source: Source

    package init(row: String, old: String, new: String, author: String = "", source: Source) {
      self.row = row
      self.old = old
      self.new = new
      self.author = author
      self.source = source
    }
  }

  /// A release candidate that was added to the matrix or taken out of it.
  package struct Candidate: Hashable, Sendable {
    package enum Change: String, Sendable { case added, removed }

    package var name: String
    package var change: Change
    package var moment: Timestamp
    package var author: String

    package init(name: String, change: Change, moment: Timestamp, author: String) {
      self.name = name
      self.change = change
      self.moment = moment
      self.author = author
    }
  }

  /// Somebody, and how much of something is theirs.
  package struct Share: Hashable, Sendable {
    package var name: String
    package var count: Int

    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The gravest first.
  package var incidents: [Incident] = []
  package var exceptions: [Exception] = []
  package var statuses: [Status] = []
  package var candidates: [Candidate] = []
  /// How many events the log holds, those that were taken back too.
  package var events = 0
  /// Who wrote them, the most first.
  package var authors: [Share] = []
  /// What Git says; nil where there is no repository.
  package var repository: Repository?

  package init() {}

  /// The commits of the week that touch the workspace.
  package struct Repository: Hashable, Sendable {
    package var commits: Int
    /// Who made them, the most first.
    package var authors: [Share]
    /// Those that changed the matrix, oldest first.
    package var matrix: [Commit]

    package init(commits: Int, authors: [Share], matrix: [Commit]) {
      self.commits = commits
      self.authors = authors
      self.matrix = matrix
    }
  }

  package func count(of change: Incident.Change) -> Int { incidents.count { $0.changes.contains(change) } }
}

/// A commit, as far as a week's page needs it.
package struct Commit: Hashable, Sendable {
  /// Its whole hash, in hexadecimal digits.
  package var hash: String
  package var moment: Instant
  package var author: String
  package var summary: String

  package init(hash: String, moment: Instant, author: String, summary: String) {
    self.hash = hash
    self.moment = moment
    self.author = author
    self.summary = summary
  }
}

/// What Git knows of a week.
package struct RepositoryWeek: Hashable, Sendable {
  /// Those that touch the workspace, merges aside.
  package var commits: [Commit]
  /// Those that changed the matrix, merges aside.
  package var matrixCommits: [Commit]
  /// The matrix as it was committed when the week began; nil where it was not, or cannot be read.
  package var matrixBefore: Matrix?
  /// The matrix as it was committed when the week ended; nil as above, and where the week is not over.
  package var matrixAfter: Matrix?

  package init(
    commits: [Commit] = [], matrixCommits: [Commit] = [], matrixBefore: Matrix? = nil, matrixAfter: Matrix? = nil
  ) {
    self.commits = commits
    self.matrixCommits = matrixCommits
    self.matrixBefore = matrixBefore
    self.matrixAfter = matrixAfter
  }
}

/// One thing that blocks, or is a risk: a reason of the verdict with what a reader asks next.
package struct WeeklyItem: Hashable, Sendable {
  package var reason: Reason
  /// The incident's id, the dimension's key or the candidate's name; empty where the reason names none.
  package var subject: String
  /// The incident's title, the row's name in either language, or the reason's own words.
  package var title: Wording
  /// nil: nobody.
  package var owner: String?
  package var since: Timestamp?
  /// By its service level.
  package var isLate: Bool
  /// A failing data check made it.
  package var isDataCheck: Bool

  package init(
    reason: Reason, subject: String, title: Wording, owner: String? = nil, since: Timestamp? = nil,
    isLate: Bool = false, isDataCheck: Bool = false
  ) {
    self.reason = reason
    self.subject = subject
    self.title = title
    self.owner = owner
    self.since = since
    self.isLate = isLate
    self.isDataCheck = isDataCheck
  }
}

/// Something that only a person can decide, and has to.
package struct PendingDecision: Hashable, Sendable {
  /// The raw value is the `kind` of the JSON. Sorted by these where no date decides.
  package enum Kind: String, CaseIterable, Sendable {
    /// An exception has run out, and what it covered is open still.
    case exceptionExpired = "exception_expired"
    /// A live exception runs out within `decisionDays`, and what it covers is open still.
    case exceptionExpiring = "exception_expiring"
    /// A row of the matrix has no status, or one that counts for nothing.
    case statusUnset = "status_unset"
    /// An open incident of V2 or V3, or a row at risk, has no owner.
    case ownerMissing = "owner_missing"
    /// An approval waits.
    case approvalWaiting = "approval_waiting"
  }

  package var kind: Kind
  /// The ids of exceptions or incidents, the keys of rows.
  package var subjects: [String]
  /// A sentence that asks.
  package var question: Wording
  package var owner: String?
  package var due: Instant?
  /// What records the decision; words in capitals are to be replaced.
  package var command: String?

  package init(
    _ kind: Kind, subjects: [String], question: Wording, owner: String? = nil, due: Instant? = nil,
    command: String? = nil
  ) {
    self.kind = kind
    self.subjects = subjects
    self.question = question
    self.owner = owner
    self.due = due
    self.command = command
  }

  /// How far ahead an exception's end is somebody's business.
  package static let decisionDays: Int64 = 14
}

/// Where a week's page comes from and how far it can be trusted.
package struct WeeklyProvenance: Hashable, Sendable {
  /// How sure the page is of its verdict; see `doubts`.
  package enum Confidence: String, CaseIterable, Sendable { case low, medium, high }

  /// The moment of the snapshot.
  package var generatedAt: Instant
  /// The program and its version.
  package var generatedBy: String
  package var confidence: Confidence
  /// What lowers it.
  package var doubts: [Doubt]
  /// Whole hours since the newest evidence that decided; nil where none bears a date.
  package var freshnessHours: Int?
  /// 32 lowercase hexadecimal digits (W3C Trace Context).
  package var traceID: String

  package init(
    generatedAt: Instant, generatedBy: String, confidence: Confidence, doubts: [Doubt] = [], freshnessHours: Int? = nil,
    traceID: String
  ) {
    self.generatedAt = generatedAt
    self.generatedBy = generatedBy
    self.confidence = confidence
    self.doubts = doubts
    self.freshnessHours = freshnessHours
    self.traceID = traceID
  }
}
