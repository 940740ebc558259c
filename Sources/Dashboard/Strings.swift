import Readiness

/// The words of the screen that belong to no value of the domain.
enum Strings {
  static let reading = Wording("Reading the workspace …", "تجري قراءة مساحة العمل …")
  static let readingBadge = Wording("READING", "قراءة")
  static let notRead = Wording("NOT READ", "لم تُقرأ")
  static let stale = Wording("not read again: r tries", "لم تُقرأ من جديد: r للمحاولة")
  static let tooSmall = Wording("jahiz needs 20×4", "يحتاج جاهز إلى 20×4")
  static let noCandidate = Wording("no RC", "لا مرشح")
  static let nothingInTheWay = Wording("Nothing stands in the way.", "لا شيء يمنع الإصدار.")

  static let dimension = Wording("Dimension", "البُعد")
  static let status = Wording("Status", "الحالة")
  static let openSeverity = Wording("Open", "مفتوح")
  static let evidence = Wording("Evidence", "الدليل")
  static let owner = Wording("Owner", "المالك")
  static let notes = Wording("Notes", "ملاحظات")
  static let candidates = Wording("Release candidates", "مرشحو الإصدار")
  static let judged = Wording("judged", "قيد التقييم")

  static let incident = Wording("Incident", "الحادثة")
  static let title = Wording("Title", "العنوان")
  static let state = Wording("State", "الوضع")
  static let age = Wording("Age", "العمر")
  static let clock = Wording("Clock", "المهلة")
  static let nobody = Wording("no owner", "بلا مالك")
  static let excepted = Wording("excepted", "مستثناة")
  static let compensated = Wording("compensated", "معوَّضة")
  static let laneEmpty = Wording("nothing open", "لا شيء مفتوح")
  static let toAcknowledge = Wording("ack", "إقرار")
  static let toResolve = Wording("resolve", "حل")

  static let suite = Wording("Suite", "المجموعة")
  static let asset = Wording("Asset", "الأصل")
  static let result = Wording("Result", "النتيجة")
  static let failedOf = Wording("Failed", "الفاشل")
  static let severity = Wording("Severity", "الخطورة")
  static let rule = Wording("Rule", "القاعدة")
  static let history = Wording("History", "السجل")
  static let passed = Wording("passed", "نجحت")
  static let failedWord = Wording("failed", "فشلت")

  static func empty(_ view: ViewKind) -> Wording {
    switch view {
    case .readiness:
      Wording(
        "No dimension found. Add a table with the columns Dimension, Status, Evidence and Owner to a file "
          + "RELEASE_READINESS_MATRIX.md in the workspace, in docs/ or in matrices/.",
        "لا توجد أبعاد. أضف جدولًا أعمدته البُعد والحالة والدليل والمالك إلى ملف RELEASE_READINESS_MATRIX.md في مساحة "
          + "العمل أو في docs/ أو matrices/.")
    case .severity: Wording("Nothing open at V1 or above.", "لا شيء مفتوح بدرجة V1 فأعلى.")
    case .checkpoints:
      Wording(
        "No Great Expectations results found. Put a validation store at …/uncommitted/validations/ or results under "
          + "checkpoints/; jahiz.yaml can name others.",
        "لا توجد نتائج Great Expectations. ضع مخزن تحقق في …/uncommitted/validations/ أو نتائج تحت checkpoints/، ويمكن "
          + "تسمية غيرها في jahiz.yaml.")
    case .reasons: Wording("No reason against shipping.", "لا سبب يمنع الإصدار.")
    case .findings: Wording("Nothing noticed.", "لا ملاحظات.")
    }
  }

  static func asOf(_ time: String) -> Wording { Wording("as of \(time)", "حتى \(time)") }

  static func progress(_ read: Int, of total: Int) -> Wording {
    Wording("reading \(grouped(read)) of \(grouped(total))", "قراءة \(grouped(read)) من \(grouped(total))")
  }

  static func blocked(_ count: Int) -> Wording {
    Wording(
      "\(count) blocked",
      PluralForms(
        zero: "لا محظور", one: "بُعد محظور", two: "بُعدان محظوران", few: "\(count) أبعاد محظورة",
        many: "\(count) بُعدًا محظورًا", other: "\(count) بُعد محظور"
      ).form(for: count))
  }

  static func failed(_ count: Int, of total: Int) -> Wording {
    Wording("\(count)/\(total) checks failed", "فشل \(count)/\(total) من الفحوص")
  }

  static func moreReasons(_ count: Int) -> Wording {
    Wording(
      "+\(count) more · 4",
      PluralForms(
        zero: "", one: "+ سبب آخر · 4", two: "+ سببان آخران · 4", few: "+ \(count) أسباب أخرى · 4",
        many: "+ \(count) سببًا آخر · 4", other: "+ \(count) سبب آخر · 4"
      ).form(for: count))
  }

  static func exceptionUntil(_ moment: String) -> Wording {
    Wording("excepted until \(moment)", "مستثنى حتى \(moment)")
  }

  static func clockRunning(_ goal: Wording, _ left: String) -> Wording {
    Wording("\(goal(.english)) in \(left)", "\(goal(.arabic)) خلال \(left)")
  }

  static func clockBreached(_ goal: Wording, _ late: String) -> Wording {
    Wording("\(goal(.english)) late \(late)", "تأخر \(goal(.arabic)) \(late)")
  }

  static func clockPaused(_ left: String) -> Wording { Wording("paused at \(left)", "متوقفة عند \(left)") }

  /// `1,234`.
  static func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
