import Readiness

// What the cells of a watchlist mean. A task that is taken for ended by mistake is watched by nobody, so an end is believed
// only where nothing takes it back.

extension WatchedTask.Status {
  /// The protocol's own word, however its parts are joined and whatever the case; the American spelling is the same word.
  init?(protocolWord text: String) {
    let word = folded(text).split { !$0.isLetter }.joined(separator: "_")
    guard let status = word == "canceled" ? .cancelled : Self(rawValue: word) else { return nil }
    self = status
  }

  /// The status of a cell: one of the protocol's words or its like in either language, an emoji before it, a note behind it.
  init?(cell text: String) {
    guard text.utf8.count <= 1_000 else { return nil }
    let words = phrase(text)
    guard let first = words.first else { return nil }
    let matches = (taskStatusPhrases[first] ?? []).filter { words.starts(with: $0.phrase) }
    guard let match = matches.max(by: { $0.phrase.count < $1.phrase.count }) else { return nil }
    if match.status.isFinal, match.status != .failed {
      let note = words.dropFirst(match.phrase.count)
      let isDoubted = note.contains {
        StatusWords.negations.contains($0) || StatusWords.qualifiers.contains($0) || StatusWords.companions.contains($0)
          || !(taskStatusPhrases[$0] ?? []).filter { $0.status == .failed }.isEmpty
      }
      if isDoubted || text.unicodeScalars.contains(where: StatusWords.doubts.contains) { return nil }
    }
    self = match.status
  }
}

/// By their first word.
private let taskStatusPhrases: [String: [(status: WatchedTask.Status, phrase: Phrase)]] = Dictionary(
  grouping: [
    (
      WatchedTask.Status.working,
      [
        "working", "running", "in progress", "active", "executing", "ongoing", "قيد التنفيذ", "قيد العمل",
        "قيد التشغيل",
        "جارية", "جار", "جاري", "جاري التنفيذ", "تعمل", "يعمل", "نشطة",
      ]
    ),
    (
      .inputRequired,
      [
        "input required", "needs input", "input needed", "requires input", "awaiting input", "waiting for input",
        "waiting on input", "مطلوب إدخال", "تتطلب إدخالا", "تتطلب مدخلات", "بانتظار إدخال", "بانتظار الإدخال",
        "بانتظار مدخلات", "بانتظار المدخلات", "تنتظر مدخلات", "تحتاج مدخلات", "في انتظار المدخلات", "في انتظار الإدخال",
      ]
    ),
    (
      .completed,
      [
        "completed", "complete", "done", "finished", "succeeded", "success", "مكتملة", "مكتمل", "اكتملت", "اكتمل",
        "منتهية", "انتهت", "تمت", "منجزة", "أنجزت",
      ]
    ),
    (.failed, ["failed", "fail", "failure", "error", "errored", "فشلت", "فشل", "فاشلة", "فاشل", "خطأ", "أخفقت"]),
    (.cancelled, ["cancelled", "canceled", "aborted", "ملغاة", "ملغى", "ملغي", "ألغيت", "أُلغيت", "ألغي"]),
  ].flatMap { status, texts in texts.map { (status, phrase($0)) } }, by: { $0.1.first ?? "" })

/// Whether a cell says yes; nil where it says nothing. What is neither a no nor nothing is a yes: `reports for customers`.
func isYes(_ cell: String) -> Bool? {
  let text = folded(cell)
  if text.unicodeScalars.contains(where: crosses.contains) { return false }
  let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  if let first = words.first, noWords.contains(first) { return false }
  return saysNothing(cell) ? nil : true
}

private let crosses = Set("✗✘✖❌❎☐".unicodeScalars)

private let noWords = Set(
  [
    "no", "n", "false", "0", "not", "none", "never", "internal", "internally", "لا", "كلا", "ليس", "ليست", "غير",
    "داخلي", "داخلية",
  ]
  .map { folded($0) })
