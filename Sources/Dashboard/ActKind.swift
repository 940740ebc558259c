import Readiness

// What can be done to the selected things, as the menu and the forms offer it: one table of kinds with what each asks for.

/// A kind of act.
enum ActKind: String, CaseIterable, Hashable, Sendable {
  case acknowledge, assign, note, mitigate, resolve, reopen, severity, compensate
  case status, owner, notes
  case exception, revoke
  /// These act upon nothing that is there.
  case newIncident, newCandidate

  /// What a form asks.
  enum Question: String, Hashable, Sendable {
    case owner, note, how, evidence, reason, severity, mechanism, status, text, approver, expires
    case title, dimension, name
  }

  var wording: Wording {
    switch self {
    case .acknowledge: Wording("Acknowledge", "إقرار")
    case .assign: Wording("Assign", "إسناد")
    case .note: Wording("Note", "تدوين ملاحظة")
    case .mitigate: Wording("Mitigate", "تخفيف")
    case .resolve: Wording("Resolve", "حل")
    case .reopen: Wording("Reopen", "إعادة فتح")
    case .severity: Wording("Change severity", "تغيير الخطورة")
    case .compensate: Wording("Record a compensating mechanism", "تسجيل آلية تعويضية")
    case .status: Wording("Set status", "تحديد الحالة")
    case .owner: Wording("Set owner", "تحديد المالك")
    case .notes: Wording("Set notes", "تحديث الملاحظات")
    case .exception: Wording("Record an exception", "تسجيل استثناء")
    case .revoke: Wording("Revoke the exception", "إلغاء الاستثناء")
    case .newIncident: Wording("Open an incident", "فتح حادثة")
    case .newCandidate: Wording("Add a release candidate", "إضافة مرشح إصدار")
    }
  }

  /// What it does to an incident, where that needs no answers to be judged.
  var action: IncidentAction? {
    switch self {
    case .acknowledge: .acknowledge
    case .assign: .assign
    case .note: .note
    case .mitigate: .mitigate
    case .resolve: .resolve
    case .reopen: .reopen
    case .compensate: .compensate
    case .exception: .recordException
    case .severity, .status, .owner, .notes, .revoke, .newIncident, .newCandidate: nil
    }
  }

  var questions: [Question] {
    switch self {
    case .acknowledge: [.note]
    case .assign: [.owner]
    case .note: [.note]
    case .mitigate: [.how]
    case .resolve: [.how, .evidence]
    case .reopen: [.reason]
    case .severity: [.severity, .reason]
    case .compensate: [.mechanism]
    case .status: [.status, .reason]
    case .owner: [.owner]
    case .notes: [.text]
    case .exception: [.reason, .approver, .expires]
    case .revoke: [.reason]
    case .newIncident: [.title, .severity, .dimension, .owner]
    case .newCandidate: [.name]
    }
  }

  /// The kinds that fit what an entry is.
  static func all(for content: Entry.Content) -> [ActKind] {
    switch content {
    case .incident:
      [.acknowledge, .assign, .note, .mitigate, .resolve, .reopen, .severity, .compensate, .exception, .revoke]
    case .checkpoint, .connector, .task:
      [.acknowledge, .assign, .note, .mitigate, .severity, .compensate, .exception, .revoke]
    case .dimension, .candidate: [.status, .owner, .notes, .exception, .revoke]
    case .lane, .candidatesHeading, .reason, .finding: []
    }
  }
}

extension ActKind.Question {
  var wording: Wording {
    switch self {
    case .owner: Wording("Owner", "المالك")
    case .note: Wording("Note", "ملاحظة")
    case .how: Wording("How", "كيف")
    case .evidence: Wording("Evidence", "الدليل")
    case .reason: Wording("Reason", "السبب")
    case .severity: Wording("Severity", "الخطورة")
    case .mechanism: Wording("Mechanism", "الآلية")
    case .status: Wording("Status", "الحالة")
    case .text: Wording("Notes", "ملاحظات")
    case .approver: Wording("Approver", "المعتمِد")
    case .expires: Wording("Until", "حتى")
    case .title: Wording("Title", "العنوان")
    case .dimension: Wording("Dimension", "البُعد")
    case .name: Wording("Name", "الاسم")
    }
  }
}
