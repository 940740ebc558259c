// What an event says, in words: for histories, logs and messages.

/// What an event type means; types that jahiz does not know stay as written.
package func eventWording(_ type: String) -> Wording { eventWordings[type] ?? Wording(verbatim: type, type) }

private let eventWordings: [String: Wording] = [
  "incident.opened": Wording("opened", "فُتحت"),
  "incident.acknowledged": Wording("acknowledged", "أُقِرّ بها"),
  "incident.mitigated": Wording("mitigated", "خُفِّفت"),
  "incident.resolved": Wording("resolved", "حُلَّت"),
  "incident.reassigned": Wording("reassigned", "أُعيد إسنادها"),
  "incident.severity_changed": Wording("severity changed", "تغيّرت خطورتها"),
  "incident.compensated": Wording("compensated", "عُوِّضت"),
  "incident.reopened": Wording("reopened", "أُعيد فتحها"),
  "incident.noted": Wording("noted", "دُوِّنت ملاحظة"),
  "exception.recorded": Wording("exception recorded", "سُجّل استثناء"),
  "exception.revoked": Wording("exception revoked", "أُلغي الاستثناء"),
  "exception.expired": Wording("exception expired", "انتهى الاستثناء"),
  "dimension.status_changed": Wording("status set", "حُدّدت الحالة"),
  "dimension.owner_changed": Wording("owner set", "حُدّد المالك"),
  "dimension.notes_changed": Wording("notes set", "حُدّثت الملاحظات"),
  "candidate.added": Wording("release candidate added", "أُضيف مرشح الإصدار"),
  "candidate.removed": Wording("release candidate taken out", "حُذف مرشح الإصدار"),
  "ledger.torn_line": Wording("unfinished write acknowledged", "أُقِرّ بكتابة غير مكتملة"),
  "checkpoint.failed": Wording("checkpoint failed", "فشلت نقطة التحقق"),
  "checkpoint.passed": Wording("checkpoint passed", "نجحت نقطة التحقق"),
]

extension Event {
  /// What it adds to its type: who it went to, why, from what to what. Texts are as the log has them.
  ///
  /// - Parameter isUndone: a later event takes it back.
  package func detail(in language: Language, isUndone: Bool = false) -> String {
    let arrow = language == .arabic ? "←" : "→"
    func text(_ name: String) -> String? { data[name].flatMap { $0.isEmpty ? nil : $0 } }
    func said(_ text: String?) -> String {
      text ?? Wording("none", "بلا")(language)
    }
    var parts: [String?]
    switch type {
    case "incident.opened":
      parts = [
        rawSeverity, language == .arabic ? text("title_ar") ?? text("title") : text("title") ?? text("title_ar"),
      ]
    case "incident.severity_changed":
      parts = [(text("from").map { "\($0) \(arrow) " } ?? "") + (rawSeverity ?? "?"), text("reason")]
    case "incident.reassigned":
      parts = [(text("from").map { "\($0) \(arrow) " } ?? "") + said(text("owner"))]
    case "exception.recorded":
      parts = [
        text("covers"), text("reason"), text("approver"),
        text("expires_at").map { Wording("until \($0)", "حتى \($0)")(language) },
      ]
    case "dimension.status_changed", "dimension.owner_changed", "dimension.notes_changed":
      // A dimension has a row for each candidate that the matrix names in a heading.
      let candidates = candidateNames(in: data["headings"] ?? "")
      parts = [
        candidates.isEmpty ? nil : candidates.joined(separator: language.comma),
        "\(said(text("from"))) \(arrow) \(said(text("to")))", text("reason"),
      ]
    default:
      parts = ["mechanism", "mitigation", "resolution", "evidence", "note", "reason"].map(text)
    }
    if data["undoes"] != nil { parts.append(Wording("as an undo", "تراجعًا عمّا سبق")(language)) }
    if isUndone { parts.append(Wording("undone later", "ثم جرى التراجع عنه")(language)) }
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// Who wrote it, as far as the log says.
  package var author: String { data["actor"] ?? source ?? "" }
}
