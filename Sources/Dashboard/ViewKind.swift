package import Readiness

/// The views, in the order of their tabs.
package enum ViewKind: Int, CaseIterable, Sendable {
  case readiness = 1
  case severity, checkpoints, reasons, findings

  package var title: Wording {
    switch self {
    case .readiness: Wording("Readiness", "الجاهزية")
    case .severity: Wording("Severity", "الخطورة")
    case .checkpoints: Wording("Checkpoints", "نقاط التحقق")
    case .reasons: Wording("Reasons", "الأسباب")
    case .findings: Wording("Findings", "الملاحظات")
    }
  }
}
