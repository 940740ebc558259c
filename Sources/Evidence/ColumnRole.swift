import Readiness

/// What a column of a readiness table is for, found by its header in either language.
enum ColumnRole: Hashable {
  case dimension, status, evidence, owner, notes, severity
}

/// The role that a header names, and how plainly it does.
struct ColumnMatch {
  enum Fit: Int, Comparable {
    /// `Status date`: the word is there, but not what the header speaks of.
    case partial
    /// `Release status`, `حالة الإصدار`.
    case head
    /// `Status`, also in `Status (RC)` and `الحالة / Status`.
    case exact

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  var role: ColumnRole
  var fit: Fit

  init?(header: String) {
    let parts = [folded(header)[...]] + folded(header).split { headerBreaks.contains($0) }
    let names = parts.map { part in String(part.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()) }
    for fit in [Fit.exact, .head, .partial] {
      for name in names {
        for (role, synonyms) in headerSynonyms where synonyms.contains(where: { $0.fits(name, fit) }) {
          self.role = role
          self.fit = fit
          return
        }
      }
    }
    return nil
  }
}

private let headerBreaks = Set("()[]/|:،,؛;–—&+")

private struct HeaderSynonym {
  let word: String
  let isArabic: Bool

  init(_ text: String) {
    word = folded(text)
    isArabic = !word.utf8.allSatisfy { $0 < 128 }
  }

  /// What a header speaks of stands last in English (`release status`) and first in Arabic (`حالة الإصدار`).
  func fits(_ name: String, _ fit: ColumnMatch.Fit) -> Bool {
    switch fit {
    case .exact: name == word
    case _ where word == afterwards: false
    case .head: isArabic ? name.hasPrefix(word + " ") : name.hasSuffix(" " + word)
    case .partial: name.hasPrefix(word + " ") || name.hasSuffix(" " + word)
    }
  }
}

/// “بعد” alone is a dimension; before another word it is “after”.
private let afterwards = folded("بعد")

private let headerSynonyms: [(ColumnRole, [HeaderSynonym])] = [
  (.status, ["Status", "الحالة", "حالة", "الوضع"]),
  (.evidence, ["Evidence", "Proof", "الدليل", "دليل", "الأدلة", "الإثبات"]),
  (.owner, ["Owner", "Owners", "المالك", "مالك", "المسؤول", "مسؤول", "الجهة المالكة"]),
  (.notes, ["Notes", "Note", "Comments", "الملاحظات", "ملاحظات", "ملاحظة"]),
  (.severity, ["Severity", "الخطورة", "خطورة", "الشدة"]),
  (
    .dimension,
    [
      "Dimension", "Dimensions", "البُعد", "بعد", "الأبعاد", "RC", "Release candidate", "Candidate", "مرشح الإصدار",
      "مرشح", "المرشح",
    ]
  ),
].map { role, texts in (role, texts.map(HeaderSynonym.init)) }
