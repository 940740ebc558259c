/// Something that a person does to what the workspace says, before it is known whether the rules allow it.
///
///     Act.incident("INC-1", .acknowledge(note: ""))
package enum Act: Hashable, Sendable {
  case open(NewIncident)
  case incident(String, IncidentAct)
  case record(NewException)
  case revoke(String, reason: String)
  case edit(RowEdit)
  case addCandidate(String)

  /// What it is done to: the id of an incident or exception, the key of a row; empty where it is about to be made.
  package var entity: String {
    switch self {
    case .open, .record: ""
    case .incident(let id, _), .revoke(let id, _): id
    case .edit(let edit): edit.key
    case .addCandidate(let name): name
    }
  }
}

/// What is done to one incident. Texts that may be left out are empty then.
package enum IncidentAct: Hashable, Sendable {
  case acknowledge(note: String)
  case assign(owner: String)
  case note(String)
  case mitigate(how: String)
  /// - Parameter evidence: a path or URL that shows it.
  case resolve(how: String, evidence: String)
  case reopen(reason: String)
  /// Lowering needs a reason.
  case changeSeverity(Severity, reason: String)
  case compensate(mechanism: String)

  package var action: IncidentAction {
    switch self {
    case .acknowledge: .acknowledge
    case .assign: .assign
    case .note: .note
    case .mitigate: .mitigate
    case .resolve: .resolve
    case .reopen: .reopen
    case .changeSeverity(let severity, _): .changeSeverity(severity)
    case .compensate: .compensate
    }
  }
}

/// An incident to be opened.
package struct NewIncident: Hashable, Sendable {
  package var title: String
  package var titleArabic: String
  package var severity: Severity
  /// A dimension's key; empty where it lands on none.
  package var dimension: String
  package var owner: String

  package init(title: String, titleArabic: String = "", severity: Severity, dimension: String = "", owner: String = "")
  {
    self.title = title
    self.titleArabic = titleArabic
    self.severity = severity
    self.dimension = dimension
    self.owner = owner
  }
}

/// An exception to be recorded.
package struct NewException: Hashable, Sendable {
  /// An incident's id, a dimension's key or a candidate's name.
  package var covers: String
  package var reason: String
  package var approver: String
  package var expires: Instant

  package init(covers: String, reason: String, approver: String, expires: Instant) {
    self.covers = covers
    self.reason = reason
    self.approver = approver
    self.expires = expires
  }
}

/// A change of one cell of a row, a dimension's or a candidate's, told by what the user saw.
package struct RowEdit: Hashable, Sendable {
  package enum Column: String, CaseIterable, Sendable { case status, owner, notes }

  /// A dimension's key or a candidate's name.
  package var key: String
  /// The first cell as plain text.
  package var label: String
  /// The texts of the headings above its table.
  package var headings: [String]
  package var line: Int
  package var column: Column
  package var seen: String
  package var new: String
  package var reason: String

  /// nil where the matrix does not hold the dimension.
  package init?(_ dimension: Dimension, _ column: Column, to new: String, reason: String = "", in matrix: Matrix) {
    guard let table = matrix.tables.first(where: { $0.dimensions.contains(dimension) }) else { return nil }
    let seen =
      switch column {
      case .status: dimension.rawStatus
      case .owner: dimension.owner
      case .notes: dimension.notes
      }
    self.init(dimension.key, dimension.label, dimension.location, column, seen, new, reason, table)
  }

  /// nil where the matrix does not hold the candidate.
  package init?(_ candidate: Candidate, _ column: Column, to new: String, reason: String = "", in matrix: Matrix) {
    guard let table = matrix.tables.first(where: { $0.candidates.contains(candidate) }) else { return nil }
    let seen =
      switch column {
      case .status: candidate.rawStatus
      case .owner: candidate.owner
      case .notes: candidate.notes
      }
    self.init(candidate.name, candidate.label, candidate.location, column, seen, new, reason, table)
  }

  private init(
    _ key: String, _ label: String, _ location: SourceLocation, _ column: Column, _ seen: String, _ new: String,
    _ reason: String, _ table: MatrixTable
  ) {
    self.key = key
    self.label = label
    headings = table.headings
    line = location.line ?? 0
    self.column = column
    self.seen = seen
    self.new = new
    self.reason = reason
  }
}

extension Status {
  /// The word that a matrix gets for it; nil for `unknown`, which nobody can set.
  package var matrixWord: String? {
    switch self {
    case .ok: "OK"
    case .risk: "Risk"
    case .blocked: "Blocked"
    case .unset: ""
    case .unknown: nil
    }
  }
}

extension Wording {
  /// A reason with the name of what it is about, which some reasons say themselves.
  package func naming(_ entity: String) -> Wording {
    entity.isEmpty || english.contains(entity)
      ? self : Wording("\(entity): \(english)", "\(entity): \(arabic)")
  }
}

/// What became of an act.
package struct Outcome: Hashable, Sendable {
  package enum Result: Hashable, Sendable {
    /// It is in the files.
    case done
    /// The rules forbid it.
    case refused(Wording)
    /// It could not be written.
    case failed(Wording)
  }

  package var act: Act
  /// What it was done to, and what it made: the id of the incident or exception, the key of the row.
  package var entity: String
  package var result: Result
  /// How the incident that it was done to stands now, by its events and its file alone; nil where it was done to none.
  package var incident: Incident?

  package init(_ act: Act, entity: String, _ result: Result, incident: Incident? = nil) {
    self.act = act
    self.entity = entity
    self.result = result
    self.incident = incident
  }

  package var isDone: Bool { result == .done }

  /// Why it was not done; nil where it was.
  package var complaint: Wording? {
    switch result {
    case .done: nil
    case .refused(let wording), .failed(let wording): wording
    }
  }
}
