// An incident is the fold of its events, in file order; so is an exception. An event never disappears: what cannot be folded
// is a finding.

/// What the event log says at a moment.
struct EventFold {
  private(set) var incidents: [String: Incident] = [:]
  /// The ids of incidents that were opened, in file order.
  private(set) var order: [String] = []
  var exceptions: [ExceptionRecord] = []
  /// Events on incidents that a checkpoint or another file makes: they need no `opened`.
  var derivedEvents: [String: [Event]] = [:]
  /// What people did to dimensions: it changes no verdict, the matrix alone does.
  var triage: [Event] = []
  var findings: [Finding] = []
  /// When the next ignored event begins to count.
  var nextChange: Instant?

  /// Where each id stood first among the events.
  private var seen: [String: Int] = [:]
  /// The incidents in file order: to change one where it lies is faster than in a dictionary.
  private var opened: [Incident] = []
  private var openedIndices: [String: Int] = [:]
  private var exceptionIndices: [String: Int] = [:]

  init(_ events: [Event], now: Instant) {
    seen.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      guard event.timestamp.instant <= now else {
        nextChange = min(nextChange ?? event.timestamp.instant, event.timestamp.instant)
        note(
          .futureEvent, .v0, event, "event \(event.id) lies in the future: ignored until then",
          "الحدث \(event.id) في المستقبل: لا يُحتسب قبل أوانه")
        continue
      }
      if let first = seen.updateValue(index, forKey: event.id) {
        seen[event.id] = first
        noteDuplicate(event, of: events[first])
      } else {
        apply(event)
      }
    }
    incidents = Dictionary(zip(order, opened)) { first, _ in first }
    findings = findings.withoutRepeats()
  }

  /// A writer that tries again writes the same; anything else under a used id is lost, and somebody should know.
  private mutating func noteDuplicate(_ event: Event, of first: Event) {
    let isSame =
      event.type == first.type && event.entity == first.entity && event.timestamp.instant == first.timestamp.instant
      && event.rawSeverity == first.rawSeverity && event.data == first.data
    if isSame {
      note(
        .duplicateEvent, .v0, event, "event \(event.id) stands twice: it counts once",
        "الحدث \(event.id) مكرر: يُحتسب مرة واحدة")
    } else {
      note(
        .duplicateEvent, .v1, event, "event \(event.id) stands twice and says two things: only the first counts",
        "الحدث \(event.id) مكرر بمحتوى مختلف: لا يُحتسب إلا الأول")
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
        if exceptions[index].revokedAt == nil {
          note(
            .invalidEvent, .v0, event, "exception \(event.entity) is recorded twice: what was said last counts",
            "سُجّل الاستثناء \(event.entity) مرتين: يُحتسب ما ورد آخرًا")
        }
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
    } else if !knownOtherTypes.contains(event.type), !event.type.hasPrefix("external_"),
      ApprovalStep.state(of: event.type) == nil
    {
      noteUnknownType(event)
    }
  }

  private mutating func applyToIncident(_ event: Event) {
    let bearsSeverity = event.type == "incident.opened" || event.type == "incident.severity_changed"
    if bearsSeverity, event.rawSeverity.flatMap({ Severity(name: $0) }) == nil { noteUnknownSeverity(event) }
    if event.type == "incident.compensated", mechanism(of: event) == nil {
      note(
        .invalidEvent, .v1, event, "names no mechanism that compensates \(event.entity): it does not count",
        "لا يذكر آلية تعوّض \(event.entity): لا يُحتسب")
    }
    if event.type == "incident.opened" {
      open(event)
    } else if let index = openedIndices[event.entity] {
      opened[index].apply(event)
    } else if event.entity.hasPrefix("GX-") || Incident.Origin(id: event.entity) != .event {
      derivedEvents[event.entity, default: []].append(event)
    } else {
      noteUnknownEntity(event)
    }
  }

  private mutating func open(_ event: Event) {
    let severity = event.rawSeverity.flatMap { Severity(name: $0) } ?? .v3
    if let index = openedIndices[event.entity] {
      note(.invalidEvent, .v0, event, "incident \(event.entity) is opened twice", "فُتحت الحادثة \(event.entity) مرتين")
      opened[index].apply(event)
      return
    }
    openedIndices[event.entity] = opened.count
    order.append(event.entity)
    opened.append(
      Incident(
        id: event.entity, title: event.data["title"] ?? "", titleArabic: event.data["title_ar"], severity: severity,
        owner: event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }, openedAt: event.timestamp,
        dimension: event.data["dimension"], history: [event], location: event.location))
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
    _ code: Finding.Code, _ severity: Severity, _ event: Event, _ english: Sentence, _ arabic: Sentence
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
      // It may be another incident under a used id: what calmed the first one says nothing of it.
      reopen()
      owner = owner ?? event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }
    case "incident.acknowledged":
      acknowledgedAt = acknowledgedAt ?? restored(event)
      if state == .open { state = .acknowledged }
    case "incident.mitigated":
      guard state != .resolved else { return }
      mitigatedAt = event.timestamp
      state = .mitigated
    case "incident.resolved":
      resolvedAt = event.timestamp
      state = .resolved
      evidence = event.data["evidence"].flatMap { $0.isEmpty ? nil : $0 }
    case "incident.reassigned":
      owner = event.data["owner"].flatMap { $0.isEmpty ? nil : $0 }
    case "incident.severity_changed":
      severity = event.rawSeverity.flatMap { Severity(name: $0) } ?? .v3
    case "incident.compensated":
      if let mechanism = mechanism(of: event) { compensation = mechanism }
    case "incident.reopened":
      // While it was mitigated or resolved its clock stood still.
      if !isOpen || state == .mitigated, let stopped = mitigatedAt ?? resolvedAt {
        pausedSeconds += max(0, event.timestamp.instant.seconds(since: stopped.instant))
      }
      // Taking back one's own act is no new beginning.
      if event.data["undoes"] == nil { reopenedAt = event.timestamp }
      reopen()
    default: break
    }
  }

  /// When it was acknowledged: what is said again because something else was taken back counts from when it was first so.
  private func restored(_ event: Event) -> Timestamp {
    guard event.data["undoes"] != nil, let since = event.data["since"].flatMap({ Timestamp(rfc3339: $0) }),
      since.instant <= event.timestamp.instant, openedAt.map({ $0.instant <= since.instant }) ?? true
    else { return event.timestamp }
    return since
  }

  private mutating func reopen() {
    state = .open
    acknowledgedAt = nil
    mitigatedAt = nil
    resolvedAt = nil
    compensation = nil
    evidence = nil
  }
}

private func mechanism(of event: Event) -> String? {
  guard let mechanism = event.data["mechanism"] else { return nil }
  // Most say something in their first letter: folding all of it is slow.
  return folded(mechanism.prefix(1)).isEmpty && folded(mechanism).isEmpty ? nil : mechanism
}

private let knownIncidentTypes: Set<String> = [
  "incident.opened", "incident.acknowledged", "incident.mitigated", "incident.resolved", "incident.reassigned",
  "incident.severity_changed", "incident.compensated", "incident.reopened", "incident.noted",
]

private let knownOtherTypes: Set<String> = ["candidate.added", "candidate.removed", "ledger.torn_line"]

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
