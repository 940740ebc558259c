// An incident is the fold of its events, in file order; so is an exception. An event never disappears: what cannot be folded
// is a finding.

/// What the event log says at a moment.
struct EventFold {
  var incidents: [String: Incident] = [:]
  /// The ids of incidents that were opened, in file order.
  var order: [String] = []
  var exceptions: [ExceptionRecord] = []
  /// Events on incidents that a checkpoint makes: they need no `opened`.
  var checkpointEvents: [String: [Event]] = [:]
  /// What people said of dimensions: it changes no verdict, the matrix alone does.
  var triage: [Event] = []
  var findings: [Finding] = []
  /// When the next ignored event begins to count.
  var nextChange: Instant?

  private var seen: Set<String> = []
  private var exceptionIndices: [String: Int] = [:]

  init(_ events: [Event], now: Instant) {
    for event in events {
      guard event.timestamp.instant <= now else {
        nextChange = min(nextChange ?? event.timestamp.instant, event.timestamp.instant)
        note(
          .futureEvent, .v0, event, "event \(event.id) lies in the future: ignored until then",
          "الحدث \(event.id) في المستقبل: لا يُحتسب قبل أوانه")
        continue
      }
      guard seen.insert(event.id).inserted else {
        note(
          .duplicateEvent, .v0, event, "event \(event.id) stands twice: it counts once",
          "الحدث \(event.id) مكرر: يُحتسب مرة واحدة")
        continue
      }
      apply(event)
    }
  }

  private mutating func apply(_ event: Event) {
    if event.type.hasPrefix("incident.") {
      guard knownIncidentTypes.contains(event.type) else { return noteUnknownType(event) }
      applyToIncident(event)
    } else if event.type == "exception.recorded" {
      let record = ExceptionRecord(
        id: event.entity, covers: event.data["covers"] ?? "", reason: event.data["reason"] ?? "",
        approver: event.data["approver"] ?? "", correlationID: event.correlationID,
        expiresAt: event.data["expires_at"].flatMap { Timestamp(rfc3339: $0) }, recordedAt: event.timestamp,
        location: event.location)
      // Recorded again, an exception is what was said last: else an older, longer one would outlive its revocation.
      if let index = exceptionIndices[event.entity] {
        exceptions[index] = record
      } else {
        exceptionIndices[event.entity] = exceptions.count
        exceptions.append(record)
      }
      if !isComplete(record) {
        note(
          .invalidEvent, .v1, event,
          "exception \(event.entity) needs what it covers, a reason, an approver, a correlation id and an expiry: it does not count",
          "الاستثناء \(event.entity) ينقصه ما يشمله أو السبب أو المعتمِد أو معرّف الارتباط أو الانتهاء: لا يُحتسب")
      }
    } else if event.type == "exception.revoked" {
      guard let index = exceptionIndices[event.entity] else { return noteUnknownEntity(event) }
      exceptions[index].revokedAt = exceptions[index].revokedAt ?? event.timestamp
    } else if event.type.hasPrefix("dimension.") {
      triage.append(event)
    } else if event.type != "ledger.torn_line", !event.type.hasPrefix("external_") {
      noteUnknownType(event)
    }
  }

  private mutating func applyToIncident(_ event: Event) {
    let bearsSeverity = event.type == "incident.opened" || event.type == "incident.severity_changed"
    if bearsSeverity, event.rawSeverity.flatMap({ Severity(name: $0) }) == nil { noteUnknownSeverity(event) }
    if event.type == "incident.opened" {
      open(event)
    } else if incidents[event.entity] != nil {
      incidents[event.entity]?.apply(event)
    } else if event.entity.hasPrefix("GX-") {
      checkpointEvents[event.entity, default: []].append(event)
    } else {
      noteUnknownEntity(event)
    }
  }

  private mutating func open(_ event: Event) {
    let severity = event.rawSeverity.flatMap { Severity(name: $0) } ?? .v3
    if incidents[event.entity] != nil {
      note(.invalidEvent, .v0, event, "incident \(event.entity) is opened twice", "فُتحت الحادثة \(event.entity) مرتين")
      incidents[event.entity]?.apply(event)
      return
    }
    order.append(event.entity)
    incidents[event.entity] = Incident(
      id: event.entity, title: event.data["title"] ?? "", titleArabic: event.data["title_ar"], severity: severity,
      owner: event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }, openedAt: event.timestamp,
      dimension: event.data["dimension"], history: [event], location: event.location)
  }

  private mutating func noteUnknownType(_ event: Event) {
    note(
      .unknownEventType, .v0, event, "unknown event type “\(event.type)”: kept, not judged",
      "نوع حدث غير معروف «\(event.type)»: محفوظ ولا يُقيَّم")
  }

  private mutating func noteUnknownEntity(_ event: Event) {
    findings.append(Self.unknownEntity(event))
  }

  static func unknownEntity(_ event: Event) -> Finding {
    Finding(
      .unknownEntity, .v1,
      Wording(
        "\(event.type) for “\(event.entity)”, which no event opens",
        "\(event.type) للكيان «\(event.entity)» الذي لم يفتحه أي حدث"),
      at: event.location)
  }

  private mutating func noteUnknownSeverity(_ event: Event) {
    note(
      .unknownSeverity, .v1, event,
      "severity “\(event.rawSeverity ?? "")” of \(event.entity) is unknown: it reads as V3",
      "الخطورة «\(event.rawSeverity ?? "")» للحادثة \(event.entity) غير معروفة: تُقرأ V3")
  }

  private mutating func note(
    _ code: Finding.Code, _ severity: Severity, _ event: Event, _ english: String, _ arabic: String
  ) {
    findings.append(Finding(code, severity, Wording(english, arabic), at: event.location))
  }
}

extension Incident {
  /// Takes in one event of its own.
  mutating func apply(_ event: Event) {
    history.append(event)
    switch event.type {
    case "incident.opened":
      if let severity = event.rawSeverity.map({ Severity(name: $0) ?? .v3 }) {
        self.severity = max(self.severity, severity)
      }
      if state == .resolved { reopen() }
      owner = owner ?? event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }
    case "incident.acknowledged":
      acknowledgedAt = acknowledgedAt ?? event.timestamp
      if state == .open { state = .acknowledged }
    case "incident.mitigated":
      guard state != .resolved else { return }
      mitigatedAt = event.timestamp
      state = .mitigated
    case "incident.resolved":
      resolvedAt = event.timestamp
      state = .resolved
    case "incident.reassigned":
      owner = event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }
    case "incident.severity_changed":
      severity = event.rawSeverity.flatMap { Severity(name: $0) } ?? .v3
    case "incident.compensated":
      if let mechanism = event.data["mechanism"], !mechanism.isEmpty { compensation = mechanism }
    case "incident.reopened":
      reopen()
    default: break
    }
  }

  private mutating func reopen() {
    state = .open
    acknowledgedAt = nil
    mitigatedAt = nil
    resolvedAt = nil
    compensation = nil
  }
}

private let knownIncidentTypes: Set<String> = [
  "incident.opened", "incident.acknowledged", "incident.mitigated", "incident.resolved", "incident.reassigned",
  "incident.severity_changed", "incident.compensated", "incident.reopened", "incident.noted",
]

/// Whether an exception names all that it needs to count.
func isComplete(_ exception: ExceptionRecord) -> Bool {
  let texts = [exception.covers, exception.reason, exception.approver, exception.correlationID ?? ""]
  return texts.allSatisfy { !folded($0).isEmpty } && exception.expiresAt != nil
}

extension ExceptionRecord {
  /// Whether it counts at a moment: complete, not revoked, not expired.
  package func isLive(at now: Instant) -> Bool {
    guard isComplete(self), revokedAt == nil, let expiresAt else { return false }
    return now < expiresAt.instant
  }
}
