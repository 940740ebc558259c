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

  /// How wide it wants to be in a view and what it does when there is no room.
  func shape(in view: ViewKind, _ language: Language) -> TableColumn {
    let title = wording(language)
    return switch self {
    case .dimension: TableColumn(title: title, minimum: 20, ideal: 36, weight: 3, priority: 9)
    case .status where view == .tasks: TableColumn(title: title, minimum: 14, ideal: 16, priority: 8)
    case .status: TableColumn(title: title, minimum: 10, ideal: 12, priority: 8)
    // On a narrow screen a mark behind the status stands for it.
    case .proposal: TableColumn(title: title, minimum: 13, ideal: 13, priority: 2)
    case .open: TableColumn(title: title, minimum: 5, ideal: 5, priority: 6)
    case .evidence: TableColumn(title: title, minimum: 8, ideal: 8, priority: 5)
    case .owner where view == .severity: TableColumn(title: title, minimum: 10, ideal: 14, priority: 4)
    case .owner: TableColumn(title: title, minimum: 12, ideal: 14, weight: 1, priority: 4)
    case .notes: TableColumn(title: title, minimum: 24, ideal: 30, weight: 3, priority: 1)
    case .incident: TableColumn(title: title, minimum: 15, ideal: 15, priority: 6)
    case .title: TableColumn(title: title, minimum: 20, ideal: 30, weight: 1, priority: 9)
    case .state: TableColumn(title: title, minimum: 12, ideal: 12, priority: 8)
    case .age: TableColumn(title: title, minimum: 5, ideal: 6, alignment: .trailing, priority: 5)
    case .clock: TableColumn(title: title, minimum: 15, ideal: 17, priority: 7)
    case .suite: TableColumn(title: title, minimum: 14, ideal: 22, weight: 2, priority: 9)
    case .asset: TableColumn(title: title, minimum: 12, ideal: 18, weight: 1, priority: 6)
    case .result: TableColumn(title: title, minimum: 8, ideal: 9, priority: 8)
    case .failed: TableColumn(title: title, minimum: 6, ideal: 7, alignment: .trailing, priority: 5)
    case .severity: TableColumn(title: title, minimum: 6, ideal: 6, priority: 7)
    case .rule: TableColumn(title: title, minimum: 22, ideal: 30, weight: 1, priority: 2)
    case .history: TableColumn(title: title, minimum: 7, ideal: 12, alignment: .leading, priority: 3)
    case .grade: TableColumn(title: title, minimum: 9, ideal: 15, priority: 8)
    case .message: TableColumn(title: title, minimum: 20, ideal: 40, weight: 3, priority: 9)
    case .place: TableColumn(title: title, minimum: 18, ideal: 28, weight: 1, priority: 5)
    case .connector where view == .tasks: TableColumn(title: title, minimum: 10, ideal: 16, weight: 1, priority: 4)
    case .connector: TableColumn(title: title, minimum: 16, ideal: 20, weight: 1, priority: 9)
    case .stage: TableColumn(title: title, minimum: 10, ideal: 11, priority: 6)
    case .fields: TableColumn(title: title, minimum: 17, ideal: 17, alignment: .leading, priority: 8)
    case .gaps: TableColumn(title: title, minimum: 18, ideal: 30, weight: 3, priority: 5)
    case .task: TableColumn(title: title, minimum: 18, ideal: 26, weight: 3, priority: 9)
    case .running: TableColumn(title: title, minimum: 8, ideal: 8, alignment: .trailing, priority: 6)
    case .left: TableColumn(title: title, minimum: 14, ideal: 18, priority: 7)
    case .polling: TableColumn(title: title, minimum: 12, ideal: 16, weight: 1, priority: 2)
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
