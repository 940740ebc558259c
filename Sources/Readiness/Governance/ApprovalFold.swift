// A request is the fold of its steps in the order of time: requested, then decided, perhaps requested anew. The same request
// may stand in a table as well; then it is decided where either says so, unless it was requested again after that.

extension Approvals {
  /// Every approval as it stands at a moment: pending ones first, each group in the order of its request.
  ///
  /// - Parameter events: the workspace's own; those later than `now` do not count yet.
  package func all(adding events: [Event] = [], now: Instant) -> [Approval] {
    var result: [Approval] = []
    var byID: [String: Int] = [:]
    for approval in fold(steps + events.compactMap { ApprovalStep($0) }, now: now) {
      byID[folded(approval.id)] = result.count
      result.append(approval)
    }
    let folded = byID
    for record in records {
      guard let record = state(of: record, at: now) else { continue }
      if let index = folded[Readiness.folded(record.id)] {
        result[index] = merged(result[index], record)
      } else {
        result.append(record)
      }
    }
    func rank(_ approval: Approval) -> (Int, Int64) {
      (approval.state == .pending ? 0 : 1, approval.requestedAt?.instant.seconds ?? .max)
    }
    return result.enumerated().sorted {
      let (left, right) = (rank($0.element), rank($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }

  /// When a step that lies in the future begins to count.
  func nextStep(adding events: [Event], now: Instant) -> Instant? {
    let moments =
      steps.map(\.at.instant) + events.filter { ApprovalStep.state(of: $0.type) != nil }.map(\.timestamp.instant)
      + records.flatMap { [$0.requestedAt, $0.decidedAt].compactMap { $0?.instant } }
    return moments.filter { $0 > now }.min()
  }

  private func fold(_ steps: [ApprovalStep], now: Instant) -> [Approval] {
    var result: [Approval] = []
    var byID: [String: Int] = [:]
    let ordered = steps.enumerated().filter { $0.element.at.instant <= now }.sorted {
      ($0.element.at.instant, $0.offset) < ($1.element.at.instant, $1.offset)
    }
    for step in ordered.map(\.element) {
      let key = folded(step.id)
      let index: Int
      if let known = byID[key] {
        index = known
      } else {
        index = result.count
        byID[key] = index
        result.append(Approval(id: step.id, location: step.location))
      }
      result[index].apply(step)
    }
    return result
  }

  /// nil for a request that nobody has made yet.
  private func state(of record: Approval, at now: Instant) -> Approval? {
    if let requested = record.requestedAt, requested.instant > now, !record.requestedToday(now) { return nil }
    var record = record
    if record.state != .pending, let decided = record.decidedAt, decided.instant > now, !isToday(decided, now) {
      record.state = .pending
      record.decidedAt = nil
    }
    return record
  }

  private func merged(_ step: Approval, _ record: Approval) -> Approval {
    var result = step
    let requestedAgain: Bool =
      if let requested = step.requestedAt, let decided = record.decidedAt {
        requested.instant > decided.instant
      } else {
        false
      }
    if step.state == .pending, record.state != .pending, !requestedAgain {
      result.state = record.state
      result.decidedAt = record.decidedAt
    }
    if result.title.isEmpty { result.title = record.title }
    if result.rawClass.isEmpty { result.rawClass = record.rawClass }
    if result.owner.isEmpty { result.owner = record.owner }
    if result.approver.isEmpty { result.approver = record.approver }
    result.requestedAt = result.requestedAt ?? record.requestedAt
    result.limit = result.limit ?? record.limit
    result.dueAt = result.dueAt ?? record.dueAt
    return result
  }
}

/// A date alone stands for its last second, which may lie ahead all day long.
private func isToday(_ moment: Timestamp, _ now: Instant) -> Bool {
  moment.text.utf8.count == 10 && moment.instant.seconds(since: now) < 86_400
}

extension Approval {
  fileprivate func requestedToday(_ now: Instant) -> Bool { requestedAt.map { isToday($0, now) } ?? false }

  fileprivate mutating func apply(_ step: ApprovalStep) {
    if step.state == .pending {
      // Asked again while it is open: the clock runs from the first time.
      if state != .pending || requestedAt == nil {
        requestedAt = step.at
        location = step.location
      }
      state = .pending
      decidedAt = nil
    } else {
      state = step.state
      decidedAt = step.at
    }
    for (field, text) in step.texts {
      switch field {
      case .title: title = text
      // The class of the request, not of the act that decides it.
      case .approvalClass: if step.state == .pending || rawClass.isEmpty { rawClass = text }
      case .limit: limit = writtenSeconds(text) ?? limit
      case .due: dueAt = writtenMoment(text) ?? dueAt
      case .owner: owner = text
      case .approver: approver = text
      }
    }
  }
}
