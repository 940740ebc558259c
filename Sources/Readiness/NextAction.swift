/// What to do next, in the imperative, with why and how.
package struct NextAction: Hashable, Sendable {
  /// Every kind of action there is, from the least work to the most: an entry in the log before a change of the matrix,
  /// that before a piece of evidence, that before a repair. The raw value is the `rule` of the JSON.
  ///
  /// Actions are ordered by what they work on: first what stops the release, then what holds it, then what is a risk;
  /// among these by this order; then the gravest first. One action holds all that is to be done in the same way.
  package enum Rule: String, CaseIterable, Comparable, Sendable {
    /// A file that decides cannot be read: until it can, all else is unsure.
    case repairFile = "repair_file"
    /// A row at risk has no owner.
    case nameOwner = "name_owner"
    /// An open incident has no owner.
    case assign
    /// An open incident that nobody has acknowledged.
    case acknowledge
    /// A release candidate that is judged has no row.
    case addCandidate = "add_candidate"
    /// A row has no status, or one that counts for nothing.
    case setStatus = "set_status"
    /// A V1 holds until a compensating mechanism is recorded.
    case compensate
    /// A row says OK and its evidence is missing or not named.
    case supplyEvidence = "supply_evidence"
    /// A required check has no result, or an old one.
    case runCheck = "run_check"
    /// An acknowledged incident harms still.
    case mitigate
    /// A mitigated or compensated incident is still open.
    case resolve
    /// A derived incident ends only with its cause.
    case remedy
    /// A row is blocked.
    case unblock
    /// A row is at risk, and owned.
    case reduceRisk = "reduce_risk"
    /// It ships only by an exception.
    case settle
    /// There is no matrix, or no row in it.
    case writeMatrix = "write_matrix"

    package static func < (left: Rule, right: Rule) -> Bool { left.effort < right.effort }

    private var effort: Int { Rule.allCases.firstIndex(of: self) ?? 0 }
  }

  package var rule: Rule
  /// What the things that it works on make of the verdict now.
  package var lifts: Verdict
  /// The gravest among them.
  package var severity: Severity?
  /// The ids of incidents, keys of rows or paths of files.
  package var subjects: [String]
  /// Who owns them, each once.
  package var owners: [String]
  /// An imperative sentence without a full stop.
  package var action: Wording
  /// A sentence without a full stop.
  package var reason: Wording
  /// What does it or begins it; words in capitals are to be replaced. Empty where no command does.
  package var commands: [String]
  /// Where to look, where no command does it.
  package var locations: [SourceLocation]

  package init(
    _ rule: Rule, lifts: Verdict, severity: Severity? = nil, subjects: [String], owners: [String] = [],
    action: Wording, reason: Wording, commands: [String] = [], locations: [SourceLocation] = []
  ) {
    self.rule = rule
    self.lifts = lifts
    self.severity = severity
    self.subjects = subjects
    self.owners = owners
    self.action = action
    self.reason = reason
    self.commands = commands
    self.locations = locations
  }
}
