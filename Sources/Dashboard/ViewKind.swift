package import Readiness

/// The views, in the order of their tabs.
package enum ViewKind: Int, CaseIterable, Sendable {
  case readiness = 1
  case severity, checkpoints, connectors, tasks, findings, reasons

  package var title: Wording {
    switch self {
    case .readiness: Wording("Readiness", "الجاهزية")
    case .severity: Wording("Severity", "الخطورة")
    case .checkpoints: Wording("Checkpoints", "نقاط التحقق")
    case .connectors: Wording("Connectors", "الموصلات")
    case .tasks: Wording("Tasks", "المهام")
    case .reasons: Wording("Reasons", "الأسباب")
    case .findings: Wording("Findings", "الملاحظات")
    }
  }
}

extension ViewKind {
  /// What shows it.
  var action: Action {
    switch self {
    case .readiness: .readiness
    case .severity: .severity
    case .checkpoints: .checkpoints
    case .connectors: .connectors
    case .tasks: .tasks
    case .findings: .findings
    case .reasons: .reasons
    }
  }
}

extension DashboardState {
  /// The views that have a tab: those of sources of which nothing was found are left out, and the rest count on.
  var shownViews: [ViewKind] {
    ViewKind.allCases.filter { view in
      switch view {
      case .connectors: workspace?.governance.connectors != nil
      case .tasks: workspace?.governance.tasks != nil
      default: true
      }
    }
  }

  /// The number on the view's tab; nil where it has none.
  func number(of view: ViewKind) -> Int? { shownViews.firstIndex(of: view).map { $0 + 1 } }
}
