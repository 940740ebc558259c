// What may be done, in one place for commands, forms and the last look under the log's lock.

extension Act {
  /// Why it is not allowed as things stand; nil where it is.
  package func refusal(on ground: ActGround) -> Wording? {
    switch self {
    case .open(let incident): refusal(of: incident, ground)
    case .incident(let id, let act): refusal(of: act, on: id, ground)
    case .record(let exception): refusal(of: exception, ground)
    case .revoke(let id, _): refusalToRevoke(id, ground)
    case .edit(let edit): refusal(of: edit, ground)
    case .addCandidate(let name):
      ground.row(name) == nil
        ? nil
        : Wording(
          "\(name) is already in the matrix: choose another name", "\(name) موجود في المصفوفة بالفعل: اختر اسمًا آخر")
    }
  }

  private func refusal(of incident: NewIncident, _ ground: ActGround) -> Wording? {
    if isBlank(incident.title), isBlank(incident.titleArabic) {
      return Wording("an incident needs a title", "لا بد للحادثة من عنوان")
    }
    let dimension = incident.dimension
    if !isBlank(dimension), ground.knowsDimensions, ground.dimension(dimension) == nil {
      return Wording("the matrix has no dimension “\(dimension)”", "ليس في المصفوفة بُعد باسم «\(dimension)»")
    }
    return nil
  }

  private func refusal(of act: IncidentAct, on id: String, _ ground: ActGround) -> Wording? {
    guard let incident = ground.incident(id) else {
      return Wording("there is no such incident", "لا توجد حادثة بهذا المعرّف")
    }
    if let refusal = refusal(of: act, onDerived: incident) { return refusal }
    if let refusal = act.action.refusal(on: incident.state, incident.severity) { return refusal }
    switch act {
    case .assign(let owner) where isBlank(owner):
      return Wording("name the owner", "اذكر المالك")
    case .assign(let owner) where folded(owner) == folded(incident.owner ?? ""):
      return Wording("it is already with \(owner)", "هي مسندة إلى \(owner) بالفعل")
    case .note(let text) where isBlank(text):
      return Wording("the note is empty", "الملاحظة فارغة")
    case .compensate(let mechanism) where isBlank(mechanism):
      return Wording("name the mechanism that compensates it", "اذكر الآلية التي تعوّضها")
    case .changeSeverity(let severity, let reason) where severity < incident.severity && isBlank(reason):
      return Wording("lowering a severity needs a reason", "خفض الخطورة يحتاج إلى سبب")
    case .changeSeverity(let severity, _) where severity < floor(of: incident, ground):
      let floor = floor(of: incident, ground).name
      return incident.origin == .checkpoint
        ? Wording("its newest result makes it at least \(floor)", "أحدث نتيجة لها تجعل خطورتها \(floor) على الأقل")
        : Wording(
          "the rule that made it says at least \(floor)", "القاعدة التي أنشأتها تجعل خطورتها \(floor) على الأقل")
    default: return nil
    }
  }

  /// What a file makes opens and resolves with the file.
  private func refusal(of act: IncidentAct, onDerived incident: Incident) -> Wording? {
    switch (act, incident.origin, incident.state == .resolved) {
    case (.resolve, .checkpoint, false):
      Wording(
        "its checkpoint still fails: it resolves by itself once a newer run passes",
        "ما زالت نقطة تحققها تفشل: تُحل من تلقاء نفسها حين ينجح تشغيل أحدث")
    case (.reopen, .checkpoint, true):
      Wording(
        "its checkpoint passes: it opens by itself once a newer run fails",
        "نقطة تحققها ناجحة: تُفتح من تلقاء نفسها إذا فشل تشغيل أحدث")
    case (.resolve, let origin, false) where origin != .event:
      Wording(
        "\(incident.location?.description ?? "its file") still shows it: it resolves by itself once that is repaired",
        "ما زالت ظاهرة في \(incident.location?.description ?? "ملفها"): تُحل من تلقاء نفسها حين يُعالج")
    default: nil
    }
  }

  /// The least severity that the rules leave to a person.
  private func floor(of incident: Incident, _ ground: ActGround) -> Severity {
    ground.derivedSeverity(of: incident.id) ?? .v0
  }

  private func refusal(of exception: NewException, _ ground: ActGround) -> Wording? {
    if isBlank(exception.covers) {
      return Wording("say what the exception covers", "اذكر ما يشمله الاستثناء")
    }
    if let incident = ground.incident(exception.covers) {
      if let refusal = IncidentAction.recordException.refusal(on: incident.state, incident.severity) { return refusal }
    } else if ground.row(exception.covers) == nil {
      return Wording(
        "“\(exception.covers)” is no incident, dimension or release candidate that is known",
        "«\(exception.covers)» ليس حادثة ولا بُعدًا ولا مرشح إصدار معروفًا")
    }
    if isBlank(exception.reason) { return Wording("an exception needs a reason", "لا بد للاستثناء من سبب") }
    if isBlank(exception.approver) { return Wording("an exception needs an approver", "لا بد للاستثناء من معتمِد") }
    if exception.expires <= ground.now {
      return Wording("its expiry lies in the past", "وقت انتهائه قد مضى")
    }
    return nil
  }

  private func refusalToRevoke(_ id: String, _ ground: ActGround) -> Wording? {
    guard let exception = ground.exception(id) else {
      return Wording("there is no such exception", "لا يوجد استثناء بهذا المعرّف")
    }
    if exception.revokedAt != nil { return Wording("it is already revoked", "أُلغي من قبل") }
    if let end = exception.expiresAt, end.instant <= ground.now {
      return Wording("it has already expired", "انتهى من قبل")
    }
    return nil
  }

  private func refusal(of edit: RowEdit, _ ground: ActGround) -> Wording? {
    guard ground.row(edit.key) != nil else {
      return Wording("the matrix has no row “\(edit.key)”", "ليس في المصفوفة صف باسم «\(edit.key)»")
    }
    if edit.column == .status, !Status.allCases.contains(where: { $0.matrixWord == edit.new }) {
      return Wording(
        "“\(edit.new)” is no status: OK, Risk, Blocked or none",
        "«\(edit.new)» ليست حالة: OK أو Risk أو Blocked أو بلا حالة")
    }
    guard edit.seen == edit.new else { return nil }
    return edit.new.isEmpty
      ? Wording("the cell is already empty", "الخلية فارغة بالفعل")
      : Wording("the cell already says “\(edit.new)”", "في الخلية «\(edit.new)» بالفعل")
  }
}

private func isBlank(_ text: String) -> Bool { folded(text).isEmpty }
