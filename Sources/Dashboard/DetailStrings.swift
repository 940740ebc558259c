import Readiness

/// The words of the detail pane.
enum DetailStrings {
  static let asWritten = Wording("As written", "كما كُتبت")
  static let notedSeverity = Wording("Noted", "المدوَّن")
  static let place = Wording("File", "الملف")
  static let notJudged = Wording("Not the one judged: c chooses.", "ليس قيد التقييم: اضغط c للاختيار.")
  static let opened = Wording("Opened", "فُتحت")
  static let acknowledged = Wording("Acknowledged", "أُقِرّ بها")
  static let mitigated = Wording("Mitigated", "خُفِّفت")
  static let resolved = Wording("Resolved", "حُلَّت")
  static let compensation = Wording("Compensated", "التعويض")
  static let wouldBe = Wording("Alone", "وحده")
  static let code = Wording("Rule", "القاعدة")
  static let exception = Wording("Exception", "استثناء")
  static let approver = Wording("Approver", "المعتمِد")
  static let expires = Wording("Expires", "ينتهي")
  static let record = Wording("Record", "السجل")
  static let whyItBlocks = Wording("Why it blocks", "لماذا يمنع")
  static let whyItIsARisk = Wording("Why it is a risk", "لماذا هو خطر")
  static let incidents = Wording("Incidents", "الحوادث")
  static let checkpoint = Wording("Checkpoint", "نقطة التحقق")
  static let run = Wording("Run", "التشغيل")
  static let runTime = Wording("Run time", "وقت التشغيل")
  static let evaluated = Wording("Evaluated", "المُقيَّم")
  static let exceptions = Wording("Exceptions", "الأخطاء")
  static let version = Wording("GX", "GX")
  static let failedExpectations = Wording("Failed expectations", "التوقعات الفاشلة")
  static let earlierRuns = Wording("Earlier runs", "التشغيلات السابقة")
  static let raised = Wording("raised an exception: nothing was proven", "أثار خطأً: لم يثبت شيء")

  static func unexpected(_ count: Int, of total: Int) -> Wording {
    Wording(
      "\(Strings.grouped(count)) of \(Strings.grouped(total)) unexpected",
      "\(Strings.grouped(count)) غير متوقع من \(Strings.grouped(total))")
  }
}
