import Readiness

// The words by which a status cell is understood, all folded. OK is doubted by everything that could take it back; what is
// doubted by mistake holds a release and is seen, what is believed by mistake ships.

/// Words as they stand in a row, folded and without punctuation.
typealias Phrase = [String]

func phrase(_ text: String) -> Phrase { folded(text).split { !$0.isLetter }.map(String.init) }

private func words(_ texts: [String]) -> Set<String> { Set(texts.map { folded($0) }) }

enum StatusWords {
  /// By their first word.
  static let phrases: [String: [(status: Status, phrase: Phrase)]] = Dictionary(
    grouping: phraseList, by: { $0.phrase.first ?? "" })

  private static let phraseList: [(status: Status, phrase: Phrase)] = [
    (
      Status.ok,
      [
        "OK", "PASS", "PASSED", "Done", "Ready", "Complete", "Completed", "مكتمل", "مكتملة", "اكتمل", "اكتملت", "جاهز",
        "جاهزة",
      ]
    ),
    (.risk, ["Risk", "At risk", "خطر", "في خطر", "مخاطرة"]),
    (.blocked, ["Blocked", "FAIL", "FAILED", "محظور", "محظورة", "معطل", "معطلة"]),
  ].flatMap { status, texts in texts.map { (status, phrase($0)) } }

  /// What takes a status back wherever it stands: `not tested`, `لم يُختبر`.
  static let negations = words([
    "not", "non", "never", "nobody", "cannot", "isn", "aren", "wasn", "weren", "hasn", "haven", "doesn", "didn", "won",
    "almost", "غير", "ليس", "ليست", "لم", "لن", "ما",
  ])

  /// What says that something is lacking: harmless before a trouble (`no open items`), else as bad as a negation.
  static let absences = words(["no", "without", "zero", "nothing", "لا", "بلا", "بدون", "دون"])

  /// What may stand between an absence and the trouble.
  static let absenceFillers = words([
    "open", "known", "new", "major", "minor", "critical", "outstanding", "remaining", "pending", "active", "blocking",
    "further", "more", "other", "serious", "unresolved", "longer", "any", "يوجد", "توجد", "أي", "أية", "هناك",
  ])

  /// What one is glad to lack.
  static let troubles = words([
    "item", "items", "issue", "issues", "finding", "findings", "blocker", "blockers", "bug", "bugs", "incident",
    "incidents", "failure", "failures", "error", "errors", "warning", "warnings", "defect", "defects", "problem",
    "problems", "concern", "concerns", "remark", "remarks", "comment", "comments", "note", "notes", "objection",
    "objections", "exception", "exceptions", "gap", "gaps", "regression", "regressions", "contradiction",
    "contradictions", "vulnerability", "vulnerabilities", "risk", "risks", "deviation", "deviations", "مشكلة", "مشاكل",
    "مشكلات", "ملاحظة", "ملاحظات", "بند", "بنود", "عائق", "عوائق", "مخاطر", "خطر", "عطل", "أعطال", "خطأ", "أخطاء",
    "حادثة", "حوادث", "تحفظ", "تحفظات", "تعليق", "تعليقات", "فجوة", "فجوات", "تناقض", "تناقضات", "ثغرة", "ثغرات",
    "استثناء", "استثناءات", "اعتراض", "اعتراضات",
  ])

  /// A part, a condition, a time to come.
  static let qualifiers = words([
    "if", "unless", "until", "till", "pending", "except", "but", "however", "once", "when", "partly", "partial",
    "partially", "mostly", "nearly", "half", "incomplete", "conditional", "conditionally", "provisional",
    "provisionally", "tentative", "tentatively", "subject", "assuming", "awaiting", "waiting", "tbd", "tbc", "todo",
    "wip", "ongoing", "progress", "draft", "soon", "tomorrow", "failing", "broken", "blocker", "blockers", "unverified",
    "untested", "جزئيا", "جزئي", "جزئية", "إذا", "بشرط", "مشروط", "مشروطة", "إلا", "عدا", "باستثناء", "لكن", "لكنه",
    "لكنها", "بانتظار", "انتظار", "ينتظر", "تنتظر", "حتى", "تقريبا", "مبدئيا", "مؤقتا", "قيد", "رهن", "ريثما", "مسودة",
    "ناقص", "ناقصة", "قريبا", "غدا", "لاحقا", "فاشل", "متوقف",
  ])

  /// `Ready for review` is not ready; `Ready for production` is.
  static let purposes = words(["for", "to"])
  static let goals = words([
    "prod", "production", "release", "launch", "ship", "shipping", "canary", "go", "deploy", "deployment",
    "للإصدار", "للإطلاق", "للنشر", "للإنتاج", "للشحن",
  ])
  /// `جاهز للمراجعة` is not ready.
  static let arabicPurpose = folded("لل")

  /// `Completed with errors`.
  static let companions = words(["with", "مع"])

  /// Struck out, commented out, an empty box, and the signs that say the opposite.
  static let contradictions = Set("~<>[]☐☒❌❎✗✘✖⛔🚫🛑⏳⌛⚠🚧👎🔴🟠🟡".unicodeScalars)

  static let doubts = Set("?؟\u{FFFD}".unicodeScalars)

  /// After these a cell goes on with a note; a hyphen only behind a blank.
  static let noteSigns = Set("—–:؛;(،,.\n".unicodeScalars)
}
