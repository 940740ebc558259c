import Readiness

/// The words of reports that belong to no value of the domain.
enum ReportStrings {
  static let noCandidate = Wording("no release candidate", "لا مرشح إصدار")
  static let failedClosed = Wording(
    "Something that decides could not be read, so the answer is no.",
    "تعذّرت قراءة ما يُبنى عليه القرار، فالجواب لا.")
  static let nothingInTheWay = Wording("Nothing stands in the way.", "لا شيء يمنع الإصدار.")

  static let reasons = Wording("Reasons", "الأسباب")
  static let dimensions = Wording("Dimensions", "الأبعاد")
  static let candidates = Wording("Release candidates", "مرشحو الإصدار")
  static let incidents = Wording("Open incidents", "الحوادث المفتوحة")
  static let exceptions = Wording("Exceptions in force", "الاستثناءات السارية")
  static let checkpoints = Wording("Checkpoints", "نقاط التحقق")
  static let findings = Wording("Findings", "الملاحظات")

  static let noIncidents = Wording("No incident is open.", "لا حادثة مفتوحة.")

  static let dimension = Wording("Dimension", "البُعد")
  static let status = Wording("Status", "الحالة")
  static let open = Wording("Open", "مفتوح")
  static let evidence = Wording("Evidence", "الدليل")
  static let owner = Wording("Owner", "المالك")
  static let notes = Wording("Notes", "ملاحظات")
  static let candidate = Wording("RC", "المرشح")
  static let judged = Wording("judged here", "قيد التقييم")
  static let severity = Wording("Severity", "الخطورة")
  static let incident = Wording("Incident", "الحادثة")
  static let title = Wording("Title", "العنوان")
  static let state = Wording("State", "الوضع")
  static let age = Wording("Age", "العمر")
  static let clock = Wording("Clock", "المهلة")
  static let result = Wording("Result", "النتيجة")
  static let suite = Wording("Suite", "المجموعة")
  static let asset = Wording("Asset", "الأصل")
  static let failedColumn = Wording("Failed", "الفاشل")
  static let place = Wording("Where", "الموضع")

  static let passed = Wording("passed", "نجحت")
  static let failed = Wording("failed", "فشلت")
  static let old = Wording("old", "قديمة")
  static let exception = Wording("exception raised", "وقع خطأ")
  static let unnamed = Wording("unnamed", "بلا اسم")
  static let nobody = Wording("no owner", "بلا مالك")

  static let connectors = Wording("Connectors", "الموصلات")
  static let connector = Wording("Connector", "الموصل")
  static let stage = Wording("Stage", "المرحلة")
  static let documented = Wording("Fields", "الحقول")
  static let tasks = Wording("Long-running tasks", "المهام الطويلة")
  static let task = Wording("Task", "المهمة")
  static let sources = Wording("What was read", "ما قُرئ")
  static let blockedWorkflows = Wording("Workflows that may not be promoted", "مسارات عمل لا يجوز ترقيتها")

  static func notDocumented(_ names: Wording) -> Wording {
    Wording("not documented: \(names.english)", "غير موثّق: \(names.arabic)")
  }

  static func overBy(_ span: String) -> Wording { Wording("over by \(span)", "تجاوزت بـ \(span)") }

  static func failedUpstream(_ asset: String) -> Wording {
    Wording("“\(asset)” upstream of it failed", "فشل «\(asset)» الذي يسبقه في السلسلة")
  }

  static let nothingProposed = Wording(
    "The evidence proposes no change.", "لا يقترح الدليل أي تعديل.")

  static func moreGrounds(_ count: Int) -> Wording {
    Wording(
      "and \(count) more",
      PluralForms(
        zero: "", one: "وسبب آخر", two: "وسببان آخران", few: "و\(count) أسباب أخرى", many: "و\(count) سببًا آخر",
        other: "و\(count) سبب آخر"
      ).sentence(for: count))
  }

  static func evidenceSays(_ status: String) -> Wording {
    Wording("the evidence says \(status)", "يقول الدليل: \(status)")
  }

  static func asOf(_ moment: String) -> Wording { Wording("as of \(moment)", "حتى \(moment)") }

  static func toAcknowledge(_ left: String) -> Wording { Wording("acknowledge in \(left)", "الإقرار خلال \(left)") }
  static func acknowledgeLate(_ late: String) -> Wording {
    Wording("acknowledge late by \(late)", "تأخر الإقرار \(late)")
  }
  static func toResolve(_ left: String) -> Wording { Wording("resolve in \(left)", "الحل خلال \(left)") }
  static func resolveLate(_ late: String) -> Wording { Wording("resolve late by \(late)", "تأخر الحل \(late)") }
  static func paused(_ left: String) -> Wording { Wording("paused with \(left) left", "متوقفة وبقي \(left)") }
  static func pausedLate(_ late: String) -> Wording { Wording("paused, late by \(late)", "متوقفة بتأخر \(late)") }

  static func compensatedBy(_ mechanism: String) -> Wording {
    Wording("compensated by: \(mechanism)", "الآلية التعويضية: \(mechanism)")
  }
  static func exceptedUntil(_ moment: String, _ id: String) -> Wording {
    Wording("excepted until \(moment) by \(id)", "الاستثناء \(id) حتى \(moment)")
  }
  static func left(_ span: String) -> Wording { Wording("\(span) left", "بقي \(span)") }
  static func covers(_ covered: String, _ moment: String, _ approver: String) -> Wording {
    Wording(
      "covers \(covered) until \(moment), approved by \(approver)",
      "يشمل \(covered) حتى \(moment)، بموافقة \(approver)")
  }

  static func unexpected(_ count: Int, of total: Int?) -> Wording {
    let all = total.map { (" of \($0)", " من \($0)") } ?? ("", "")
    return Wording("unexpected: \(count)\(all.0)", "القيم غير المتوقعة: \(count)\(all.1)")
  }

  static func reasonCount(_ count: Int) -> Wording {
    Wording(
      PluralForms(
        zero: "no reasons", one: "1 reason", two: "2 reasons", few: "\(count) reasons", many: "\(count) reasons",
        other: "\(count) reasons"
      ).sentence(for: count),
      PluralForms(
        zero: "لا أسباب", one: "سبب واحد", two: "سببان", few: "\(count) أسباب", many: "\(count) سببًا",
        other: "\(count) سبب"
      ).sentence(for: count))
  }

  static func incidentCount(_ count: Int) -> Wording {
    Wording(
      count == 0 ? "no open incidents" : count == 1 ? "1 open incident" : "\(count) open incidents",
      PluralForms(
        zero: "لا حوادث مفتوحة", one: "حادثة مفتوحة واحدة", two: "حادثتان مفتوحتان", few: "\(count) حوادث مفتوحة",
        many: "\(count) حادثة مفتوحة", other: "\(count) حادثة مفتوحة"
      ).sentence(for: count))
  }

  static func lateCount(_ count: Int) -> Wording {
    Wording(
      "\(count) late",
      PluralForms(
        zero: "لا متأخرة", one: "واحدة متأخرة", two: "اثنتان متأخرتان", few: "\(count) متأخرة",
        many: "\(count) متأخرة", other: "\(count) متأخرة"
      ).sentence(for: count))
  }

  static func failedCount(_ count: Int, of total: Int) -> Wording {
    Wording("\(count) of \(total) checkpoints failed", "نقاط التحقق الفاشلة \(count) من \(total)")
  }

  static func findingCount(_ count: Int) -> Wording {
    Wording(
      count == 0 ? "no findings" : count == 1 ? "1 finding" : "\(count) findings",
      PluralForms(
        zero: "لا ملاحظات", one: "ملاحظة واحدة", two: "ملاحظتان", few: "\(count) ملاحظات", many: "\(count) ملاحظة",
        other: "\(count) ملاحظة"
      ).sentence(for: count))
  }

  static func resolvedCount(_ count: Int) -> Wording {
    Wording(
      count == 1 ? "1 incident is resolved." : "\(count) incidents are resolved.",
      PluralForms(
        zero: "لم تُحل أي حادثة.", one: "حُلّت حادثة واحدة.", two: "حُلّت حادثتان.", few: "حُلّت \(count) حوادث.",
        many: "حُلّت \(count) حادثة.", other: "حُلّت \(count) حادثة."
      ).sentence(for: count))
  }
}
