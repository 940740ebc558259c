// What may be done to an incident when: opened → acknowledged → mitigated → resolved, and back by reopening. Steps may
// be skipped, since at three in the morning the fault is sometimes gone before anyone acknowledges it; going back needs
// `reopen`.

/// Something that is done to an incident.
package enum IncidentAction: Hashable, Sendable {
  case acknowledge, mitigate, resolve, reopen, assign, note, compensate
  case changeSeverity(Severity)
  /// Records an exception that covers it.
  case recordException
}

extension IncidentAction {
  /// Why it is not allowed on an incident of that state and severity; nil where it is.
  package func refusal(on state: Incident.State, _ severity: Severity) -> Wording? {
    switch (self, state) {
    case (.reopen, .open), (.reopen, .acknowledged):
      return Wording("it is still open: there is nothing to reopen", "ما زالت مفتوحة: لا شيء يُعاد فتحه")
    case (.reopen, .mitigated), (.reopen, .resolved): return nil
    case (.resolve, .resolved): return Wording("it is already resolved", "حُلّت من قبل")
    case (_, .resolved):
      return Wording("it is resolved: reopen it first", "هي محلولة: أعد فتحها أولًا")
    case (.acknowledge, .acknowledged):
      return Wording("it is already acknowledged", "أُقرّ بها من قبل")
    case (.acknowledge, .mitigated):
      return Wording("it is already mitigated: resolve or reopen it", "خُفّفت من قبل: حُلّها أو أعد فتحها")
    case (.mitigate, .mitigated):
      return Wording("it is already mitigated: resolve or reopen it", "خُفّفت من قبل: حُلّها أو أعد فتحها")
    case (.changeSeverity(let new), _) where new == severity:
      return Wording("its severity is already \(severity.name)", "خطورتها \(severity.name) بالفعل")
    case (.compensate, _) where severity != .v1:
      return Wording(
        "a compensating mechanism counts for V1 only, and this is \(severity.name)",
        "لا تُحتسب الآلية التعويضية إلا للخطورة V1، وهذه \(severity.name)")
    case (.recordException, _) where severity == .v3:
      return Wording(
        "V3 stops every release: no exception can cover it; mitigate and resolve it, or lower its severity with a reason",
        "الخطورة V3 توقف كل إصدار ولا يشملها استثناء: خفّفها وحُلّها أو اخفض خطورتها بسبب موثّق")
    default: return nil
    }
  }
}
