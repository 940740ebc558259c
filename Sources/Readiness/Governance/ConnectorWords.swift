// The words of connectors in both languages.

extension ConnectorField {
  package var wording: Wording {
    switch self {
    case .contract: Wording("contract", "العقد")
    case .version: Wording("version", "الإصدار")
    case .retry: Wording("retry", "إعادة المحاولة")
    case .timeout: Wording("timeout", "المهلة")
    case .idempotencyKey: Wording("idempotency key", "مفتاح منع التكرار")
    case .approvalPolicyHook: Wording("approval policy hook", "ربط سياسة الموافقة")
    case .auditFieldMapping: Wording("audit field mapping", "ربط حقول التدقيق")
    case .observabilityHooks: Wording("observability hooks", "نقاط الرصد")
    case .rollbackNotes: Wording("rollback notes", "ملاحظات التراجع")
    }
  }

  /// The heading of its column in a grid: at most nine letters.
  package var shortWording: Wording {
    switch self {
    case .contract: Wording("contract", "العقد")
    case .version: Wording("version", "الإصدار")
    case .retry: Wording("retry", "المحاولة")
    case .timeout: Wording("timeout", "المهلة")
    case .idempotencyKey: Wording("idem. key", "المفتاح")
    case .approvalPolicyHook: Wording("approval", "الموافقة")
    case .auditFieldMapping: Wording("audit", "التدقيق")
    case .observabilityHooks: Wording("observe", "الرصد")
    case .rollbackNotes: Wording("rollback", "التراجع")
    }
  }
}

extension ConnectorGovernance {
  package var wording: Wording {
    switch self {
    case .allowlist: Wording("allowlist", "قائمة السماح")
    case .toolVerification: Wording("tool verification", "التحقق من الأدوات")
    case .owner: Wording("owner", "المالك")
    case .sla: Wording("SLA", "اتفاقية مستوى الخدمة")
    case .backfillRunbook: Wording("backfill runbook", "دليل التعبئة الرجعية")
    }
  }
}

extension ConnectorLayer {
  package var wording: Wording {
    switch self {
    case .runtimeTool: Wording("runtime tool connector", "موصل أدوات وقت التشغيل")
    case .dataMovement: Wording("data movement connector", "موصل نقل البيانات")
    }
  }
}

extension ConnectorStage {
  package var wording: Wording {
    switch self {
    case .planned: Wording("planned", "مخطط له")
    case .dev: Wording("dev", "التطوير")
    case .staging: Wording("staging", "التجهيز")
    case .canary: Wording("canary", "الكناري")
    case .production: Wording("production", "الإنتاج")
    case .retired: Wording("retired", "أُوقف")
    }
  }
}

extension DocumentedState {
  package var wording: Wording {
    switch self {
    case .filled: Wording("filled", "موثّق")
    case .thin: Wording("thin", "شكلي")
    case .missing: Wording("missing", "ناقص")
    }
  }

  /// One shape for each, as for statuses.
  package var symbol: String {
    switch self {
    case .filled: "●"
    case .thin: "▲"
    case .missing: "○"
    }
  }
}

/// Names in a row, as a sentence has them: `a, b and c`, `أ وب وج`.
package func enumeration(_ words: [Wording]) -> Wording {
  let english = words.map(\.english)
  let head = english.dropLast().joined(separator: ", ")
  let tail = english.last ?? ""
  return Wording(
    head.isEmpty ? "\(tail)" : "\(head) and \(tail)", Sentence(words.map(\.arabic).joined(separator: " و")))
}
