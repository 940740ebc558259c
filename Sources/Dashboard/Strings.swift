import Readiness
import TerminalText

/// The words of the screen that belong to no value of the domain.
enum Strings {
  static let reading = Wording("Reading the workspace …", "تجري قراءة مساحة العمل …")
  static let readingBadge = Wording("READING", "قراءة")
  static let notRead = Wording("NOT READ", "لم تُقرأ")
  static func stale(_ key: String?) -> Wording {
    key.map { Wording("not read again: \($0) tries", "لم تُقرأ من جديد: \($0) للمحاولة") }
      ?? Wording("not read again", "لم تُقرأ من جديد")
  }
  static let tooSmall = Wording("jahiz needs 20×4", "يحتاج jahiz إلى 20×4")
  static let noCandidate = Wording("no RC", "لا مرشح")
  static let nothingInTheWay = Wording("Nothing stands in the way.", "لا شيء يمنع الإصدار.")

  static let status = Wording("Status", "الحالة")
  static let openSeverity = Wording("Open", "مفتوح")
  static let evidence = Wording("Evidence", "الدليل")
  static let owner = Wording("Owner", "المالك")
  static let notes = Wording("Notes", "ملاحظات")
  static let dimension = Wording("Dimension", "البُعد")
  static let candidates = Wording("Release candidates", "مرشحو الإصدار")
  static let judged = Wording("judged", "قيد التقييم")

  static let incident = Wording("Incident", "الحادثة")
  static let state = Wording("State", "الوضع")
  static let clock = Wording("Clock", "المهلة")
  static let nobody = Wording("no owner", "بلا مالك")
  static let excepted = Wording("excepted", "مستثناة")
  static let compensated = Wording("compensated", "معوَّضة")
  static let laneEmpty = Wording("nothing open", "لا شيء مفتوح")
  static let toAcknowledge = Wording("ack", "إقرار")
  static let toResolve = Wording("resolve", "حل")

  static let asset = Wording("Asset", "الأصل")
  static let result = Wording("Result", "النتيجة")
  static let failedOf = Wording("Failed", "الفاشل")
  static let severity = Wording("Severity", "الخطورة")
  static let rule = Wording("Rule", "القاعدة")
  static let history = Wording("History", "السجل")
  static let passed = Wording("passed", "نجحت")
  static let emptyResult = Wording("empty", "فارغة")
  static let failedWord = Wording("failed", "فشلت")

  static let palette = Wording("Commands", "الأوامر")
  static let noAction = Wording("No command is called so", "لا أمر بهذا الاسم")
  static let doesNotApply = Wording("Not here: it finds nothing to act on", "لا ينطبق هنا: لا شيء يُطبَّق عليه")
  static let themes = Wording("Themes · Enter keeps, Esc goes back", "السمات · للإبقاء Enter وللرجوع Esc")
  static let hidden = Wording("hidden", "مخفي")
  static let staysShown = Wording("This column names the rows: it stays", "هذا العمود يسمّي الصفوف فيبقى ظاهرًا")
  static func nothingMatches(change: String, remove: String) -> Wording {
    Wording(
      "Nothing matches the filter. \(change) changes it, \(remove) takes it away.",
      "لا شيء يطابق التصفية. \(change) لتغييرها و\(remove) لإزالتها.")
  }

  static func nothingSought(_ key: String?) -> Wording {
    key.map { Wording("Nothing searched for yet: \($0) searches", "لم يُبحث عن شيء بعد: اضغط \($0) للبحث") }
      ?? Wording("Nothing searched for yet", "لم يُبحث عن شيء بعد")
  }

  static func notSorted(_ key: String?) -> Wording {
    key.map { Wording("Not sorted by a column yet: \($0) sorts", "لم تُفرز بعمود بعد: اضغط \($0) للفرز") }
      ?? Wording("Not sorted by a column yet", "لم تُفرز بعمود بعد")
  }

  static let columns = Wording("Columns · Enter sorts, Space hides", "الأعمدة · للفرز Enter وللإخفاء Space")

  static func bidiTitle(_ way: OutputWay) -> Wording {
    Wording("How Arabic is shown: \(way.rawValue)", "طريقة عرض العربية: \(way.rawValue)")
  }

  static let bidiHow = Wording(
    "Press B until both lines read right, letters joined and in order:",
    "اضغط B حتى يُقرأ السطران كما يجب، حروفهما موصولة ومرتبة:")
  static let bidiKeys = Wording(
    "B another · Enter keeps · Esc goes back", "طريقة أخرى: B · للإبقاء: Enter · للرجوع: Esc")

  static func empty(_ view: ViewKind) -> Wording {
    switch view {
    case .readiness:
      Wording(
        "No dimension found. Add a table with the columns Dimension, Status, Evidence and Owner to a file "
          + "RELEASE_READINESS_MATRIX.md in the workspace, in docs/ or in matrices/.",
        "لا توجد أبعاد. أضف جدولًا أعمدته البُعد والحالة والدليل والمالك إلى ملف RELEASE_READINESS_MATRIX.md في مساحة "
          + "العمل أو في docs/\u{200E} أو matrices/\u{200E}.")
    case .connectors:
      Wording(
        "No connector sheet found. Put one Markdown file for each connector into connectors/ or docs/connectors/.",
        "لا توجد صحائف موصلات. ضع ملف Markdown لكل موصل في connectors/\u{200E} أو docs/connectors/\u{200E}.")
    case .tasks:
      Wording(
        "No long-running task is watched. List them in docs/mcp-tasks.md or leave the protocol’s JSON in tasks/.",
        "لا مهام طويلة قيد المتابعة. اسردها في docs/mcp-tasks.md\u{200E} أو ضع JSON البروتوكول في tasks/\u{200E}.")
    case .severity: Wording("Nothing open at V1 or above.", "لا شيء مفتوح بدرجة V1 فأعلى.")
    case .checkpoints:
      Wording(
        "No Great Expectations results found. Put a validation store at …/uncommitted/validations/ or results under "
          + "checkpoints/; jahiz.yaml can name others.",
        "لا توجد نتائج Great Expectations. ضع مخزن تحقق في \u{200E}…/uncommitted/validations/\u{200E} أو نتائج تحت checkpoints/\u{200E}، ويمكن "
          + "تسمية غيرها في jahiz.yaml.")
    case .reasons: Wording("No reason against shipping.", "لا سبب يمنع الإصدار.")
    case .findings: Wording("Nothing noticed.", "لا ملاحظات.")
    }
  }

  /// What is acted upon: the box may hide it.
  static func acts(on names: [String]) -> Wording {
    let what = names.count == 1 ? names[0] : "\(names.count)"
    return Wording("Act on \(what)", "إجراء على \(what)")
  }

  static let writing = Wording("writing …", "تجري الكتابة …")
  static let formKeys = Wording("Enter writes it · Tab next · Esc leaves it", "للكتابة Enter · للتالي Tab · للترك Esc")
  /// What a field that takes anything knows already.
  static func known(_ names: [String]) -> Wording {
    Wording(
      "Known: \(names.joined(separator: Language.english.comma))",
      "المعروف: \(names.joined(separator: Language.arabic.comma))")
  }

  static let noHistory = Wording("Nothing is known to have happened to it", "لا يُعرف أن شيئًا حدث له")
  static let noHistoryHere = Wording(
    "No history: it is found anew at every reading", "لا سجل له: يُكتشف من جديد عند كل قراءة")

  static func historyOf(_ name: String) -> Wording { Wording("History of \(name)", "سجل \(name)") }

  static func written(_ name: String, count: Int) -> Wording {
    count > 1
      ? Wording("Written: \(count)", "كُتبت: \(count)") : Wording("Written: \(name)", "كُتب: \(name)")
  }

  static func written(_ name: String, count: Int, caution: Wording?) -> Wording {
    let written = written(name, count: count)
    guard let caution else { return written }
    return Wording("\(written.english); \(caution.english)", "\(written.arabic)؛ \(caution.arabic)")
  }

  static func andMore(_ count: Int) -> Wording { Wording("and \(count) more", "و\(count) أخرى") }

  static func written(_ name: String, count: Int, left: Int, _ reason: Wording) -> Wording {
    let written = written(name, count: count)
    return Wording(
      "\(written.english); left \(left) as they are: \(reason.english)",
      "\(written.arabic)؛ وبقيت \(left) كما هي: \(reason.arabic)")
  }

  static let openLink = Wording("open link", "فتح الرابط")
  static let leaveLink = Wording("leave the link", "ترك الرابط")
  static let goThere = Wording("go to it", "انتقال إليه")

  /// After a jump: where one came from and the key that leads back.
  static func cameFrom(_ view: ViewKind, _ key: String) -> Wording {
    Wording("From \(view.title(.english)): \(key) goes back", "من «\(view.title(.arabic))»: للرجوع \(key)")
  }

  static let filterPrompt = Wording("filter: ", "تصفية: ")

  /// What a filter leaves: `3 of 15`.
  static func left(_ shown: Int, of total: Int) -> Wording { Wording("\(shown) of \(total)", "\(shown) من \(total)") }

  static func newGravest(_ title: String, _ titleArabic: String, others: Int) -> Wording {
    Wording(
      "New V3: \(title)" + (others > 0 ? " and \(others) more" : ""),
      "حادثة V3 جديدة: \(titleArabic)"
        + PluralForms(
          zero: "", one: " وأخرى", two: " واثنتان أخريان", few: " و\(others) أخرى", many: " و\(others) أخرى",
          other: " و\(others) أخرى"
        ).sentence(for: others))
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
      ).sentence(for: count))
  }

  static func failed(_ count: Int, of total: Int) -> Wording {
    Wording("\(count)/\(total) checks failed", "فشل \(count)/\(total) من الفحوص")
  }

  static func moreReasons(_ count: Int) -> Wording {
    Wording(
      "+\(count) more",
      PluralForms(
        zero: "", one: "+ سبب آخر", two: "+ سببان آخران", few: "+ \(count) أسباب أخرى",
        many: "+ \(count) سببًا آخر", other: "+ \(count) سبب آخر"
      ).sentence(for: count))
  }

  static func moreFindings(_ count: Int) -> Wording {
    Wording(
      count == 1 ? "and 1 more finding" : "and \(count) more findings",
      PluralForms(
        zero: "", one: "وملاحظة أخرى", two: "وملاحظتان أخريان", few: "و\(count) ملاحظات أخرى",
        many: "و\(count) ملاحظة أخرى", other: "و\(count) ملاحظة أخرى"
      ).sentence(for: count))
  }

  static func exceptionUntil(_ moment: String, left: (english: String, arabic: String)) -> Wording {
    // With U+200E before it a date behind an Arabic word keeps its parts in order (UAX #9, W2 would turn them round).
    Wording(
      "excepted for \(left.english) more, until \(moment)",
      "مستثنى، بقي \(left.arabic)، حتى \u{200E}\(moment)")
  }

  static func over(_ span: String) -> Wording { Wording("over by \(span)", "تجاوزت بـ \(span)") }
  static func polled(_ span: String) -> Wording { Wording("poll every \(span)", "استطلاع كل \(span)") }

  static let exceptions = Wording("Exceptions", "الاستثناءات")
  static let noExceptions = Wording("No exception was ever recorded here.", "لم يُسجّل أي استثناء هنا.")
  static func inGit(_ place: String) -> Wording { Wording("\(place) in Git", "\u{200E}\(place)\u{200E} في Git") }
  static let notCommitted = Wording("not committed yet", "لم يودَع بعد")
  static func exceptionLeft(_ span: (english: String, arabic: String)) -> Wording {
    Wording("\(span.english) left", "بقي \(span.arabic)")
  }

  static func clockRunning(_ goal: Wording, _ left: String) -> Wording {
    Wording("\(goal(.english)) in \(left)", "\(goal(.arabic)) خلال \(left)")
  }

  static func clockBreached(_ goal: Wording, _ late: String) -> Wording {
    Wording("\(goal(.english)) late \(late)", "تأخر \(goal(.arabic)) \(late)")
  }

  static func late(_ span: String) -> Wording { Wording("late \(span)", "تأخرت \(span)") }

  static func clockPaused(_ left: String) -> Wording { Wording("paused, \(left) left", "متوقفة، بقي \(left)") }
  static func clockPausedLate(_ late: String) -> Wording { Wording("paused, late \(late)", "متوقفة، تأخرت \(late)") }

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
