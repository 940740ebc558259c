package import Readiness

/// A column of a list.
package enum Column: String, CaseIterable, Sendable {
  case dimension, status, proposal, open, evidence, owner, notes
  case incident, title, state, age, clock
  case suite, asset, result, failed, severity, rule, history
  case grade, message, place
  case connector, stage, fields, gaps
  case task, running, left, polling

  /// The columns of a view, from the side where reading begins.
  package static func all(of view: ViewKind) -> [Column] {
    switch view {
    case .readiness: [.dimension, .status, .proposal, .open, .evidence, .owner, .notes]
    case .severity: [.incident, .title, .state, .owner, .age, .clock]
    case .checkpoints: [.suite, .asset, .result, .failed, .severity, .age, .rule, .history]
    case .connectors: [.connector, .stage, .fields, .gaps, .owner]
    case .tasks: [.task, .connector, .status, .running, .left, .polling, .owner]
    case .reasons: [.grade, .message, .place]
    case .findings: [.severity, .message, .place]
    }
  }

  /// The one that names the row: it is never hidden.
  package static func name(of view: ViewKind) -> Column {
    switch view {
    case .readiness: .dimension
    case .severity: .title
    case .checkpoints: .suite
    case .connectors: .connector
    case .tasks: .task
    case .reasons, .findings: .message
    }
  }

  package var wording: Wording {
    switch self {
    case .dimension: Wording("Dimension", "البُعد")
    case .status: Wording("Status", "الحالة")
    case .proposal: Wording("Evidence says", "بحسب الدليل")
    case .open: Wording("Open", "مفتوح")
    case .evidence: Wording("Evidence", "الدليل")
    case .owner: Wording("Owner", "المالك")
    case .notes: Wording("Notes", "ملاحظات")
    case .incident: Wording("Incident", "الحادثة")
    case .title: Wording("Title", "العنوان")
    case .state: Wording("State", "الوضع")
    case .age: Wording("Age", "العمر")
    case .clock: Wording("Clock", "المهلة")
    case .suite: Wording("Suite", "المجموعة")
    case .asset: Wording("Asset", "الأصل")
    case .result: Wording("Result", "النتيجة")
    case .failed: Wording("Failed", "الفاشل")
    case .severity: Wording("Sev", "الدرجة")
    case .rule: Wording("Rule", "القاعدة")
    case .history: Wording("History", "السجل")
    case .grade: Wording("Verdict", "الحكم")
    case .message: Wording("What", "البيان")
    case .place: Wording("Where", "الموضع")
    case .connector: Wording("Connector", "الموصل")
    case .stage: Wording("Stage", "المرحلة")
    case .fields: Wording("Nine fields", "الحقول التسعة")
    case .gaps: Wording("Not documented", "غير الموثّق")
    case .task: Wording("Task", "المهمة")
    case .running: Wording("Runs for", "تعمل منذ")
    case .left: Wording("SLA", "المدة")
    case .polling: Wording("Status by", "تُتابَع بـ")
    }
  }
}

extension DashboardState {
  /// The columns that the user has left in a view.
  func shownColumns(of view: ViewKind) -> [Column] {
    let hidden = hiddenColumns[view] ?? []
    return Column.all(of: view).filter { column in
      if column == .proposal, !hasProposals { return false }
      return !hidden.contains(column) || column == Column.name(of: view)
    }
  }
}
