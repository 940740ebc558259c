import Readiness

/// What a column of a readiness table is for, found by its header in either language.
enum ColumnRole: Hashable {
  case dimension, status, evidence, owner, notes, severity

  init?(header: String) {
    let name = folded(String(header.prefix { $0 != "(" && $0 != "[" && $0 != "/" }))
    for (role, synonyms) in headerSynonyms {
      for synonym in synonyms {
        let word = folded(synonym)
        if name == word || name.hasPrefix(word + " ") || name.hasSuffix(" " + word) {
          self = role
          return
        }
      }
    }
    return nil
  }
}

private let headerSynonyms: [(ColumnRole, [String])] = [
  (.status, ["Status", "الحالة", "حالة", "الوضع"]),
  (.evidence, ["Evidence", "Proof", "الدليل", "دليل", "الأدلة", "الإثبات"]),
  (.owner, ["Owner", "المالك", "مالك", "المسؤول", "مسؤول", "الجهة المالكة"]),
  (.notes, ["Notes", "Note", "Comments", "الملاحظات", "ملاحظات", "ملاحظة"]),
  (.severity, ["Severity", "الخطورة", "خطورة", "الشدة"]),
  (
    .dimension,
    ["Dimension", "البُعد", "بعد", "الأبعاد", "RC", "Release candidate", "Candidate", "مرشح الإصدار", "مرشح", "المرشح"]
  ),
]

extension Status {
  /// Matches a status cell by meaning: a status word first, perhaps an emoji before it and a note behind it. Whatever is
  /// doubtful (a question, a negation, two statuses, a damaged letter) is unknown.
  init(cell: String) {
    let words = folded(cell).split { !$0.isLetter }.map(String.init)
    guard folded(cell).contains(where: { !$0.isWhitespace }) else {
      self = .unset
      return
    }
    let isDoubtful = cell.contains { "?؟\u{FFFD}".contains($0) } || words.contains(where: negations.contains)
    var found: Set<Status> = []
    var first: Status?
    for (status, phrase) in statusPhrases {
      for start in words.indices where words[start...].starts(with: phrase) {
        found.insert(status)
        if start == 0 { first = status }
      }
    }
    let status = isDoubtful || found.count > 1 ? .unknown : first ?? .unknown
    self = status == .ok && isQualified(cell, words) ? .unknown : status
  }
}

/// Whether a cell that begins with a word for OK says so only in part, on a condition, or struck out. Only OK is doubted:
/// a doubtful Blocked is still no reason to ship.
private func isQualified(_ cell: String, _ words: [String]) -> Bool {
  let before = cell.unicodeScalars.prefix { !$0.properties.isAlphabetic }
  return before.contains { $0.properties.numericType != nil }
    || cell.unicodeScalars.contains { contradictions.contains($0) }
    || words.contains(where: qualifiers.contains)
}

/// Struck out, commented out, an empty box, a percentage, and the signs that say the opposite.
private let contradictions = Set("~<>[]%٪☐☒❌❎✗✘✖⛔🚫⏳🔴🟠🟡".unicodeScalars)

private let qualifiers: Set<String> = Set(
  [
    "if", "unless", "until", "pending", "except", "but", "once", "partly", "partial", "partially", "mostly", "nearly",
    "جزئيا", "جزئي", "جزئية", "إذا", "بشرط", "إلا", "عدا", "باستثناء", "لكن", "بانتظار", "حتى", "تقريبا",
  ].map { folded($0) })

private let negations: Set<String> = Set(
  ["not", "no", "non", "never", "isn", "almost", "غير", "ليس", "ليست", "لم", "لا", "لن"].map { folded($0) })

private let statusPhrases: [(Status, [String])] = [
  (Status.ok, ["OK", "PASS", "PASSED", "Done", "مكتمل", "مكتملة", "جاهز", "جاهزة"]),
  (.risk, ["Risk", "At risk", "خطر", "في خطر", "مخاطرة"]),
  (.blocked, ["Blocked", "FAIL", "FAILED", "محظور", "محظورة", "معطل", "معطلة"]),
].flatMap { status, phrases in phrases.map { (status, folded($0).split(separator: " ").map(String.init)) } }
