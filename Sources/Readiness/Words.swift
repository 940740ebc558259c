// The domain's words in both languages.

extension Verdict {
  package var wording: Wording {
    switch self {
    case .go: Wording("GO", "يُصدَر")
    case .goWithRisk: Wording("GO WITH RISK", "يُصدَر مع مخاطرة")
    case .hold: Wording("HOLD", "يُعلَّق")
    case .stop: Wording("STOP", "يُوقَف")
    }
  }
}

extension Status {
  package var wording: Wording {
    switch self {
    case .ok: Wording("OK", "جاهز")
    case .risk: Wording("Risk", "مخاطرة")
    case .blocked: Wording("Blocked", "محظور")
    case .unset: Wording("unset", "غير محددة")
    case .unknown: Wording("unknown", "غير معروفة")
    }
  }
}

extension Severity {
  package var wording: Wording {
    switch self {
    case .v0: Wording("informational", "للعلم")
    case .v1: Wording("operational", "تشغيلية")
    case .v2: Wording("customer-impacting", "تمس العملاء")
    case .v3: Wording("regulatory, release-blocking", "تنظيمية تمنع الإصدار")
    }
  }
}

extension Incident.State {
  package var wording: Wording {
    switch self {
    case .open: Wording("open", "مفتوحة")
    case .acknowledged: Wording("acknowledged", "مُقَرّ بها")
    case .mitigated: Wording("mitigated", "مُخفَّفة")
    case .resolved: Wording("resolved", "محلولة")
    }
  }
}

extension EvidenceItem.State {
  package var wording: Wording {
    switch self {
    case .present: Wording("present", "موجود")
    case .missing: Wording("missing", "مفقود")
    case .outside: Wording("outside the workspace", "خارج مساحة العمل")
    case .unchecked: Wording("not checked", "لم يُفحص")
    }
  }
}

extension DerivationRule {
  package var wording: Wording {
    switch self {
    case .pii: Wording("personal or regulated data", "بيانات شخصية أو خاضعة للتنظيم")
    case .consumed: Wording("customers or models use it", "يستخدمها العملاء أو النماذج")
    case .consumersUnknown: Wording("nobody said who uses it", "لم يُحدَّد من يستخدمها")
    case .consumedInternally: Wording("internal use only", "للاستخدام الداخلي فقط")
    case .warning: Wording("GX severity: warning", "خطورة GX: تحذير")
    case .info: Wording("GX severity: info", "خطورة GX: للعلم")
    case .connectorFieldMissingProduction: Wording("the connector is in production", "الموصل في الإنتاج")
    case .connectorFieldMissingStageUnknown:
      Wording("nobody said whether the connector is in production", "لم يُحدَّد هل الموصل في الإنتاج")
    case .connectorFieldMissing: Wording("the connector is not in production", "الموصل ليس في الإنتاج")
    case .taskSlipped: Wording("beyond its SLA", "تجاوزت مدتها المتفق عليها")
    case .taskSlippedTwice: Wording("beyond twice its SLA", "تجاوزت ضعف مدتها المتفق عليها")
    case .taskCustomerFacing: Wording("late where customers meet it", "متأخرة وتمس العملاء")
    case .schemaSilentBreak: Wording("consumers break unwarned", "يتعطّل المستهلكون بلا إنذار")
    case .externalUncorrelated: Wording("an external event cannot be traced", "حدث خارجي لا يمكن تتبعه")
    case .approvalOverdue: Wording("a Class B approval is late", "تأخرت موافقة من الفئة B")
    case .claimContradicted: Wording("the evidence is worse than the claim", "الدليل أسوأ مما تقوله المصفوفة")
    }
  }
}

/// A title in quotation marks; one that begins with a quotation of its own gets no second pair.
package func quoted(_ title: Wording) -> Wording {
  let isQuoted = (
    english: title.english.withoutDirectionMarks.hasPrefix("“"),
    arabic: title.arabic.withoutDirectionMarks.hasPrefix("«")
  )
  return Wording(
    isQuoted.english ? "\(title.english)" : "“\(title.english)”",
    isQuoted.arabic ? "\(title.arabic)" : "«\(title.arabic)»")
}

/// An Arabic phrase in the six plural forms of CLDR.
package struct PluralForms: Hashable, Sendable {
  private var forms: [String]

  package init(zero: String, one: String, two: String, few: String, many: String, other: String) {
    forms = [zero, one, two, few, many, other]
  }

  package func sentence(for count: Int) -> Sentence { Sentence(form(for: count)) }

  package func form(for count: Int) -> String {
    switch count {
    case 0: forms[0]
    case 1: forms[1]
    case 2: forms[2]
    default:
      switch abs(count % 100) {
      case 3...10: forms[3]
      case 11...99: forms[4]
      default: forms[5]
      }
    }
  }
}

/// A span as a column has room for it: `45s`, `12m`, `3h`, `2d`.
package func ageText(_ seconds: Int64, _ language: Language) -> String {
  let magnitude = seconds == .min ? Int64.max : abs(seconds)
  let sign = seconds < 0 ? "-" : ""
  let (value, english, arabic): (Int64, String, String) =
    switch magnitude {
    case ..<60: (magnitude, "s", "ث")
    case ..<3_600: (magnitude / 60, "m", "د")
    case ..<172_800: (magnitude / 3_600, "h", "س")
    default: (magnitude / 86_400, "d", "ي")
    }
  return language == .arabic ? "\(sign)\(value) \(arabic)" : "\(sign)\(value)\(english)"
}
