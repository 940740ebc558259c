/// An incident that a rule finds in a file, as a failed checkpoint makes one. It is open while the file says so.
package struct DerivedIncident: Hashable, Sendable {
  /// Two capital letters for the source, a hyphen and 12 hex digits: the same for the same thing in every reading.
  package var id: String
  package var rule: DerivationRule
  package var severity: Severity
  package var title: Wording
  package var owner: String?
  package var topic: Topic
  /// When it began, where the file tells.
  package var openedAt: Timestamp?
  package var location: SourceLocation

  /// - Parameters:
  ///   - prefix: two capital letters that name the source, as `CN`.
  ///   - subject: what it is about, the same in every reading: it and the rule make the id.
  package init(
    _ rule: DerivationRule, _ severity: Severity, prefix: String, subject: String, title: Wording, owner: String? = nil,
    topic: Topic, openedAt: Timestamp? = nil, location: SourceLocation
  ) {
    id = Self.id(rule, prefix: prefix, subject: subject)
    self.rule = rule
    self.severity = severity
    self.title = title
    self.owner = owner
    self.topic = topic
    self.openedAt = openedAt
    self.location = location
  }

  /// The id of the incident that a rule would make of a subject.
  package static func id(_ rule: DerivationRule, prefix: String, subject: String) -> String {
    "\(prefix)-\(sha256Hex("\(rule.rawValue)\0\(subject)".utf8).prefix(12))"
  }

  /// Whether an id is one that a rule makes: events on it need no `incident.opened`.
  package static func isID(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    return bytes.count == 15 && bytes[2] == UInt8(ascii: "-") && bytes[..<2].allSatisfy { (65...90).contains($0) }
      && bytes[3...].allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

extension DerivedIncident {
  /// The incident with what people did about it. While the file says so it is open, whatever an event says, and at least
  /// as grave as its rule makes it.
  func incident(in fold: EventFold, dimension: String?) -> Incident {
    var incident = Incident(
      id: id, title: title.english, titleArabic: title.arabic, severity: severity, owner: owner, openedAt: openedAt,
      dimension: dimension, origin: Incident.Origin(id: id), rule: rule, location: location)
    for event in (fold.derivedEvents[id] ?? []) + (fold.incidents[id]?.history ?? []) {
      if event.type == "incident.resolved" { incident.history.append(event) } else { incident.apply(event) }
    }
    incident.severity = max(incident.severity, severity)
    return incident
  }
}

extension Incident.Origin {
  /// What makes incidents with such an id; `.event` for an id that no rule makes.
  init(id: String) {
    let prefixes: [Substring: Incident.Origin] = [
      "GX": .checkpoint, "CN": .connector, "ES": .schema, "EL": .eventLog, "TK": .task, "AP": .approval, "CL": .claim,
    ]
    self = DerivedIncident.isID(id) ? prefixes[id.prefix(2)] ?? .event : .event
  }
}
