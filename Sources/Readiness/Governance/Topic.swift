/// What a dimension is about, so that evidence finds its row under an English or an Arabic name.
package enum Topic: String, CaseIterable, Sendable {
  case docsTruth = "docs truth"
  case schemaAdherence = "schema adherence"
  case dataQuality = "data quality"
  case approvalSLA = "approval SLA"
  case contradictionBacklog = "contradiction backlog"
  case connectorHealth = "connector health"
  case saudiControls = "Saudi controls"
  case provenance = "provenance"

  /// The keys by which a matrix may call it, the usual one first.
  package var names: [String] {
    switch self {
    case .docsTruth: [rawValue, "documentation truth", "صدق التوثيق", "مصدر الحقيقة", "حقيقة التوثيق"]
    case .schemaAdherence: [rawValue, "schema", "schemas", "الالتزام بالمخططات", "المخططات"]
    case .dataQuality: [rawValue, "جودة البيانات"]
    case .approvalSLA: [rawValue, "approvals", "approvals SLA", "زمن الموافقات", "الموافقات", "مهلة الموافقات"]
    case .contradictionBacklog: [rawValue, "contradictions", "التناقضات", "تراكم التناقضات", "التناقضات المفتوحة"]
    case .connectorHealth: [rawValue, "connectors", "صحة الموصلات", "الموصلات"]
    case .saudiControls: [rawValue, "Saudi compliance", "الضوابط السعودية", "الضوابط"]
    case .provenance: [rawValue, "المنشأ", "البصمة", "بصمة الإصدار", "إثبات المنشأ"]
    }
  }

  /// The row's name where the matrix has none.
  package var wording: Wording {
    switch self {
    case .docsTruth: Wording(Sentence(rawValue), "صدق التوثيق")
    case .schemaAdherence: Wording(Sentence(rawValue), "الالتزام بالمخططات")
    case .dataQuality: Wording(Sentence(rawValue), "جودة البيانات")
    case .approvalSLA: Wording(Sentence(rawValue), "زمن الموافقات")
    case .contradictionBacklog: Wording(Sentence(rawValue), "التناقضات المفتوحة")
    case .connectorHealth: Wording(Sentence(rawValue), "صحة الموصلات")
    case .saudiControls: Wording(Sentence(rawValue), "الضوابط السعودية")
    case .provenance: Wording(Sentence(rawValue), "إثبات المنشأ")
    }
  }
}
