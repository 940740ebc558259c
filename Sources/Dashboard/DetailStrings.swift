import Readiness

/// The words of the detail pane.
enum DetailStrings {
  static let asWritten = Wording("As written", "كما كُتبت")
  static let notedSeverity = Wording("Noted", "المدوَّن")
  static let place = Wording("File", "الملف")
  static func notJudged(_ key: String?) -> Wording {
    key.map { Wording("Not the one judged: \($0) chooses.", "ليس قيد التقييم: اضغط \($0) للاختيار.") }
      ?? Wording("Not the one judged.", "ليس قيد التقييم.")
  }
  static let opened = Wording("Opened", "فُتحت")
  static let acknowledged = Wording("Acknowledged", "أُقِرّ بها")
  static let mitigated = Wording("Mitigated", "خُفِّفت")
  static let resolved = Wording("Resolved", "حُلَّت")
  static let compensation = Wording("Compensated", "التعويض")
  static let wouldBe = Wording("Alone", "وحده")
  static let code = Wording("Rule", "القاعدة")
  static let remedy = Wording("What to do", "ما العمل")
  static let exception = Wording("Exception", "استثناء")
  static let approver = Wording("Approver", "المعتمِد")
  static let expires = Wording("Expires", "ينتهي")
  static let record = Wording("Record", "السجل")
  static let whyItBlocks = Wording("Why it blocks", "لماذا يمنع")
  static let whyItIsARisk = Wording("Why it is a risk", "لماذا هو مخاطرة")
  static let incidents = Wording("Incidents", "الحوادث")
  static let checkpoint = Wording("Checkpoint", "نقطة التحقق")
  static let run = Wording("Run", "التشغيل")
  static let runTime = Wording("Run time", "وقت التشغيل")
  static let evaluated = Wording("Evaluated", "المُقيَّم")
  static let exceptions = Wording("Exceptions", "الأخطاء")
  static let version = Wording("GX", "GX")
  static let failedExpectations = Wording("Failed expectations", "التوقعات الفاشلة")
  static let earlierRuns = Wording("Earlier runs", "التشغيلات السابقة")
  static let raised = Wording("raised an exception: nothing was proven", "وقع خطأ: لم يثبت شيء")

  static func unexpected(_ count: Int, of total: Int) -> Wording {
    Wording(
      "\(Strings.grouped(count)) of \(Strings.grouped(total)) unexpected",
      "\(Strings.grouped(count)) غير متوقع من \(Strings.grouped(total))")
  }

  static let layer = Wording("Kind", "النوع")
  static let stageUnknown = Wording(
    "Nobody says where it runs: it counts as production.", "لم يُذكر أين يعمل: يُعدّ في الإنتاج.")
  static let layerGovernance = Wording("What its kind asks for", "ما يلزم نوعه")
  static let taskID = Wording("Task id", "معرّف المهمة")
  static let tool = Wording("Tool", "الأداة")
  static let started = Wording("Started", "بدأت")
  static let updated = Wording("Last heard of", "آخر خبر عنها")
  static let due = Wording("Due", "موعدها")
  static let stateRead = Wording("Its state", "مصدر حالتها")
  static let sourcesRead = Wording("What was read", "ما قُرئ")
  static let blockedWorkflows = Wording("Workflows that may not be promoted", "مسارات عمل لا يجوز ترقيتها")
}

extension Wording {
  /// As a label: what stands within a sentence elsewhere begins with a capital.
  var asLabel: Wording { Wording(verbatim: english.prefix(1).uppercased() + english.dropFirst(), arabic) }
}
