// What the watchlist must say of each long-running operation, and what its clocks mean. An open task beyond its SLA is an
// incident, V1, and V2 from twice the SLA on or where customers meet the connector; its id stays the same when it grows.
// All else is a finding. Every moment at which one of these begins is a `nextChange`.

extension TaskWatchlist {
  /// Judges every task for one moment.
  ///
  /// A task whose start lies ahead is not judged before it; of what has ended nothing is asked any more, but of a failure
  /// that somebody takes note of it.
  package func judged(_ configuration: Configuration.Governance, now: Instant) -> Judgement {
    let names = Set(configuration.customerFacing.map { folded($0) })
    var judgement = Judgement(.connectorHealth)
    for task in tasks {
      let ruling = TaskRuling(task, isCustomerFacing: task.customerFacing == true || task.isNamed(in: names), now)
      if let incident = ruling.incident { judgement.incidents.append(incident) }
      judgement.findings += ruling.findings
      for moment in ruling.changes where moment > now && moment.seconds < .max {
        judgement.nextChange = min(judgement.nextChange ?? moment, moment)
      }
    }
    judgement.findings = judgement.findings.withoutRepeats()
    return judgement
  }
}

extension WatchedTask {
  /// It failed, or its tool did.
  package var hasFailed: Bool { status == .failed || (toolFailed && status != .cancelled) }

  /// Somebody took note of it.
  package var isAcknowledged: Bool { !saysNothing(acknowledgement) }
}

/// What the rules say of one task.
private struct TaskRuling {
  var incident: DerivedIncident?
  var findings: [Finding] = []
  /// Moments at which they will say something else, in no order; past ones do no harm.
  var changes: [Instant] = []

  private let task: WatchedTask
  private let now: Instant

  init(_ task: WatchedTask, isCustomerFacing: Bool, _ now: Instant) {
    self.task = task
    self.now = now
    if let start = task.startedAt?.instant, start > now {
      changes.append(start)
      add(.futureTask, .v0, "starts later than now: not judged before", "لم يحن وقت بدئها: لا تُقيَّم قبله")
      return
    }
    if !task.isOpen(at: now) {
      judgeFailure()
      return
    }
    changes += [task.due, task.dueTwice, task.timesOutAt, task.expiresAt, task.updatedAt?.instant].compactMap { $0 }
    judgeSLA(isCustomerFacing)
    judgeStatus()
    judgeFields()
    judgeClocks()
  }

  // MARK: The SLA

  private mutating func judgeSLA(_ isCustomerFacing: Bool) {
    guard let due = task.due, task.hasSlipped(at: now) else { return }
    let isDouble = task.dueTwice.map { $0 <= now } ?? false
    let title: Wording
    if let sla = task.sla, task.deadline?.instant != due {
      let (english, arabic) = (spanText(sla, .english), spanText(sla, .arabic))
      title =
        isDouble
        ? named("still open after twice its SLA of \(english)", "ما زالت مفتوحة بعد ضعف مدتها المتفق عليها (\(arabic))")
        : named("still open after its SLA of \(english)", "ما زالت مفتوحة بعد مدتها المتفق عليها (\(arabic))")
    } else {
      let deadline = task.deadline?.text ?? due.rfc3339()
      title = named("still open after its deadline, \(deadline)", "ما زالت مفتوحة بعد موعدها النهائي \(deadline)")
    }
    var incident = DerivedIncident(
      .taskSlipped, isDouble || isCustomerFacing ? .v2 : .v1, prefix: "TK", subject: task.identity, title: title,
      owner: saysNothing(task.owner) ? nil : task.owner, topic: .connectorHealth,
      openedAt: Timestamp(instant: due, text: due.rfc3339()), location: task.location)
    // The id is the first rule's, so that what people noted about the incident stays with it when it grows.
    if isDouble { incident.rule = .taskSlippedTwice }
    if isCustomerFacing { incident.rule = .taskCustomerFacing }
    self.incident = incident
  }

  // MARK: Findings

  private mutating func judgeStatus() {
    guard task.status == nil else { return }
    if folded(task.rawStatus).isEmpty {
      add(.taskStatusUnknown, .v1, "has no status: it counts as open", "بلا حالة: تُعدّ مفتوحة")
    } else {
      let raw = shortened(task.rawStatus)
      add(
        .taskStatusUnknown, .v1,
        "status “\(raw)” is none of the protocol’s: it counts as open; write working, input_required, completed, failed "
          + "or cancelled",
        "الحالة «\(raw)» ليست من حالات البروتوكول: تُعدّ مفتوحة؛ اكتب working أو input_required أو completed أو failed "
          + "أو cancelled")
    }
  }

  private mutating func judgeFields() {
    let missing = task.missingFields
    if task.isWatched {
      for field in missing {
        let words = field.whenMissing
        add(.taskFieldMissing, .v1, "\(words.english)", "\(words.arabic)")
      }
      if task.due == nil, task.sla == nil {
        add(
          .taskFieldMissing, .v0, "no SLA: nothing says when it is late",
          "بلا مدة متفق عليها (SLA): لا شيء يبيّن متى تتأخر")
      }
    } else if !missing.isEmpty {
      let names = missing.map(\.wording)
      let english = names.map(\.english).joined(separator: ", ")
      let arabic = names.map(\.arabic).joined(separator: "، ")
      add(
        .taskUnwatched, .v1, "runs, but stands on no watchlist; missing: \(english)",
        "تعمل، لكنها ليست في قائمة المتابعة؛ ينقصها: \(arabic)")
    }
    if task.startedAt == nil, task.sla != nil {
      add(
        .taskStartUnknown, .v1, "nothing says when it started: its SLA cannot be checked",
        "لا شيء يبيّن متى بدأت: تعذّر فحص مدتها المتفق عليها")
    }
  }

  private mutating func judgeClocks() {
    if let expiry = task.expiresAt, expiry <= now {
      add(
        .taskExpired, .v1,
        "open past its time to live, \(expiry.rfc3339()): the server may have dropped it; ask for its state again",
        "مفتوحة بعد انقضاء مدة بقائها في \(expiry.rfc3339()): ربما حذفها الخادم؛ اطلب حالتها من جديد", inState: true)
    }
    if let end = task.timesOutAt, end <= now {
      add(
        .taskTimedOut, .v1, "open past its timeout, \(end.rfc3339()): cancel it, or find out why it still runs",
        "مفتوحة بعد انقضاء مهلتها القصوى في \(end.rfc3339()): ألغها أو ابحث عن سبب استمرارها")
    }
  }

  private mutating func judgeFailure() {
    guard task.hasFailed, !task.isAcknowledged else { return }
    let reason = task.statusMessage.isEmpty ? "" : ": \(shortened(task.statusMessage))"
    if task.status == .failed {
      add(
        .taskFailed, .v1, "failed and nobody has acknowledged it\(reason)", "فشلت ولم يُقرّ بها أحد\(reason)",
        inState: true)
    } else {
      add(
        .taskFailed, .v1, "ended, but its tool reported an error and nobody has acknowledged it\(reason)",
        "انتهت، لكن أداتها أبلغت عن خطأ ولم يُقرّ به أحد\(reason)", inState: true)
    }
  }

  private mutating func add(
    _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, inState: Bool = false
  ) {
    let location = inState ? task.stateLocation ?? task.location : task.location
    findings.append(Finding(code, severity, named(english, arabic), at: location, topic: .connectorHealth))
  }

  private func named(_ english: Sentence, _ arabic: Sentence) -> Wording {
    let connector = [task.connector, task.tool].first { !saysNothing($0) && $0 != task.label }
    let place = connector.map { " (\(shortened($0)))" } ?? ""
    let label = shortened(task.label)
    return Wording("“\(label)”\(place): \(english)", "«\(label)»\(place): \(arabic)")
  }
}

extension WatchedTask.Status {
  package var wording: Wording {
    switch self {
    case .working: Wording("working", "قيد التنفيذ")
    case .inputRequired: Wording("input required", "تنتظر مدخلات")
    case .completed: Wording("completed", "مكتملة")
    case .failed: Wording("failed", "فاشلة")
    case .cancelled: Wording("cancelled", "ملغاة")
    }
  }
}

extension WatchedTask.Field {
  package var wording: Wording {
    switch self {
    case .statusUpdates: Wording("polling or webhook", "استطلاع الحالة أو webhook")
    case .timeout: Wording("timeout", "المهلة القصوى")
    case .idempotencyKey: Wording("idempotency key", "مفتاح منع التكرار")
    case .owner: Wording("owner", "المالك")
    }
  }

  /// What is wrong without it and what to do.
  fileprivate var whenMissing: Wording {
    switch self {
    case .statusUpdates:
      Wording(
        "neither status polling nor a webhook: say how its state is followed",
        "لا استطلاع لحالتها ولا webhook: بيّن كيف تُتابَع حالتها")
    case .timeout: Wording("no timeout: say when it is given up", "بلا مهلة قصوى: بيّن متى يُكفّ عن انتظارها")
    case .idempotencyKey:
      Wording(
        "no idempotency key: a retry may do the work twice", "بلا مفتاح منع التكرار: قد تُنفَّذ مرتين عند إعادة المحاولة")
    case .owner: Wording("no owner: name who answers for it", "بلا مالك: سمِّ المسؤول عنها")
    }
  }
}

/// A span in its two largest units: `4h`, `1h 30m`, `250ms`.
private func spanText(_ milliseconds: Int64, _ language: Language) -> String {
  guard milliseconds >= 1_000 else { return language == .arabic ? "\(milliseconds) م.ث" : "\(milliseconds)ms" }
  var rest = milliseconds / 1_000
  var parts: [String] = []
  for (seconds, english, arabic) in [(86_400, "d", "ي"), (3_600, "h", "س"), (60, "m", "د"), (1, "s", "ث")] {
    let unit = Int64(seconds)
    guard rest >= unit, parts.count < 2 else { continue }
    parts.append(language == .arabic ? "\(rest / unit) \(arabic)" : "\(rest / unit)\(english)")
    rest %= unit
  }
  return parts.joined(separator: " ")
}
