// An approval that waits longer than its service level is late. How long it may wait says, in this order: the request itself,
// the configuration, a table in the documents, the default. A late one of Class B, which waits for a human being, is V2; any
// other is a finding.

extension Approvals {
  /// - Parameters:
  ///   - events: the workspace's own.
  ///   - configured: seconds by the class's name in capitals.
  package func judged(adding events: [Event] = [], limits configured: [String: Int64], now: Instant) -> Judgement {
    var judgement = Judgement(.approvalSLA, nextChange: nextStep(adding: events, now: now))
    var seen: Set<String> = []
    for approval in all(adding: events, now: now) where approval.state == .pending {
      judge(approval, configured, now, &judgement, &seen)
    }
    judgement.findings = judgement.findings.withoutRepeats()
    return judgement
  }

  /// The moment from which a pending approval is late; nil where nothing says since when it waits.
  package func due(_ approval: Approval, limits configured: [String: Int64]) -> Instant? {
    if let due = approval.dueAt { return due.instant }
    return approval.requestedAt?.instant.advanced(bySeconds: limit(of: approval, limits: configured))
  }

  /// Seconds that it may wait.
  package func limit(of approval: Approval, limits configured: [String: Int64]) -> Int64 {
    if let own = approval.limit { return own }
    let approvalClass = approval.approvalClass ?? .b
    let names = [approvalClass.rawValue, approvalClass.actionClass.rawValue]
    for source in [configured, limits] {
      for name in names {
        if let limit = source[name] { return limit }
      }
    }
    return approvalClass.defaultLimit
  }

  private func judge(
    _ approval: Approval, _ configured: [String: Int64], _ now: Instant, _ judgement: inout Judgement,
    _ seen: inout Set<String>
  ) {
    func note(_ code: Finding.Code, _ message: Wording) {
      judgement.findings.append(Finding(code, .v1, message, at: approval.location, topic: .approvalSLA))
    }
    let name = approval.shownName
    let approvalClass = approval.approvalClass
    if approvalClass == .c {
      return note(
        .approvalForbidden,
        Wording(
          "\(name.english) is of Class C, which nobody may approve: deny or withdraw it",
          "الطلب \(name.arabic) من الفئة C التي لا يجوز اعتمادها: ارفضه أو اسحبه"))
    }
    if approvalClass == nil {
      note(
        approval.rawClass.isEmpty ? .approvalInvalid : .unknownClass,
        approval.rawClass.isEmpty
          ? Wording(
            "\(name.english) waits and names no class (A0–A3)", "الطلب \(name.arabic) معلّق ولا يذكر فئته (A0–A3)")
          : Wording(
            "\(name.english) waits; its class “\(approval.rawClass)” is unknown: use A0–A3",
            "الطلب \(name.arabic) معلّق وفئته «\(approval.rawClass)» غير معروفة: استخدم A0–A3"))
    }
    guard let due = due(approval, limits: configured) else {
      return note(
        .approvalInvalid,
        Wording(
          "\(name.english) waits, but nothing says since when: give the moment of the request",
          "الطلب \(name.arabic) معلّق ولا يُعرف منذ متى: اذكر وقت الطلب"))
    }
    guard due <= now else {
      judgement.nextChange = min(judgement.nextChange ?? due, due)
      return
    }
    let classText = approvalClass?.rawValue ?? "?"
    let title = approval.title.isEmpty || approval.title == approval.id ? "" : ": \(approval.title)"
    let message = Wording(
      "Approval \(approval.id) of class \(classText) has been late since \(due.rfc3339())\(title)",
      "تأخرت الموافقة \(approval.id) من الفئة \(classText) منذ \(due.rfc3339())\(title)")
    guard approvalClass?.actionClass == .b else { return note(.approvalLate, message) }
    var subject = folded(approval.id)
    if !seen.insert(subject).inserted {
      subject += "\0\(approval.location.description)"
      seen.insert(subject)
    }
    judgement.incidents.append(
      DerivedIncident(
        .approvalOverdue, .v2, prefix: "AP", subject: subject, title: message,
        owner: [approval.approver, approval.owner].first { !folded($0).isEmpty }, topic: .approvalSLA,
        openedAt: Timestamp(instant: due, text: due.rfc3339()), location: approval.location))
  }
}

extension Approval {
  fileprivate var shownName: Wording {
    title.isEmpty || title == id
      ? Wording("“\(id)”", "«\(id)»") : Wording("“\(id)” (\(title))", "«\(id)» (\(title))")
  }
}
