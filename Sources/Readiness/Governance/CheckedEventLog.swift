/// The logs of events that the configuration names, held against the envelope.
package struct CheckedEventLogs: Hashable, Sendable {
  /// By path.
  package var logs: [CheckedEventLog]

  package init(logs: [CheckedEventLog] = []) { self.logs = logs }

  package var eventCount: Int { logs.reduce(0) { $0 + $1.events } }
}

/// What one log holds. Everything is counted with its first line: a log of a million lines has few kinds of faults.
package struct CheckedEventLog: Hashable, Sendable {
  /// Lines of one kind.
  package struct Group: Hashable, Sendable {
    package var count: Int
    /// Of the first of them, 1-based.
    package var firstLine: Int

    package init(count: Int, firstLine: Int) {
      self.count = count
      self.firstLine = firstLine
    }
  }

  /// Events that lack the same fields of the envelope.
  package struct Incomplete: Hashable, Sendable {
    /// In the envelope's order.
    package var fields: [EnvelopeField]
    package var group: Group

    package init(fields: [EnvelopeField], group: Group) {
      self.fields = fields
      self.group = group
    }
  }

  /// Events of one type that come from outside and name no correlation.
  package struct Uncorrelated: Hashable, Sendable {
    /// nil where it stands for all types beyond the first hundred.
    package var type: String?
    package var group: Group

    package init(type: String?, group: Group) {
      self.type = type
      self.group = group
    }
  }

  /// What an audit event carries.
  package enum AuditID: String, CaseIterable, Sendable {
    case actor
    case trace = "trace_id"
    case span = "span_id"
  }

  /// Audit events that lack the same ids.
  package struct Anonymous: Hashable, Sendable {
    package var ids: [AuditID]
    package var group: Group

    package init(ids: [AuditID], group: Group) {
      self.ids = ids
      self.group = group
    }
  }

  /// Lines that are no events.
  package struct Unreadable: Hashable, Sendable {
    /// What is wrong with the first of them.
    package var reason: Wording
    package var group: Group

    package init(reason: Wording, group: Group) {
      self.reason = reason
      self.group = group
    }
  }

  package var path: String
  /// How many lines are events.
  package var events: Int
  /// How many of them are audit events.
  package var audits: Int
  package var unreadable: [Unreadable]
  package var incomplete: [Incomplete]
  package var uncorrelated: [Uncorrelated]
  package var anonymous: [Anonymous]
  package var unknownClasses: [UnknownClassValues]
  /// Timestamps that are not RFC 3339 with a zone, with the first of them as written.
  package var timestamps: Group?
  package var exampleTimestamp: String
  /// The line behind the last newline, where it is no event: an unfinished write.
  package var unfinishedLine: Int?

  package init(
    path: String, events: Int = 0, audits: Int = 0, unreadable: [Unreadable] = [], incomplete: [Incomplete] = [],
    uncorrelated: [Uncorrelated] = [], anonymous: [Anonymous] = [], unknownClasses: [UnknownClassValues] = [],
    timestamps: Group? = nil, exampleTimestamp: String = "", unfinishedLine: Int? = nil
  ) {
    self.path = path
    self.events = events
    self.audits = audits
    self.unreadable = unreadable
    self.incomplete = incomplete
    self.uncorrelated = uncorrelated
    self.anonymous = anonymous
    self.unknownClasses = unknownClasses
    self.timestamps = timestamps
    self.exampleTimestamp = exampleTimestamp
    self.unfinishedLine = unfinishedLine
  }
}
