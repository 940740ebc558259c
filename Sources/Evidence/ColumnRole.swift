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
    let names = headerNames(header)
    if let role = ColumnRole(exactly: names) {
      self.role = role
      fit = .exact
      return
    }
    for fit in [Fit.head, .partial] {
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

extension ColumnRole {
  /// The role that a header names and nothing else.
  init?(exactHeader header: String) { self.init(exactly: headerNames(header)) }

  fileprivate init?(exactly names: [String]) {
    guard let role = names.lazy.compactMap({ exactHeaders[$0] }).first else { return nil }
    self = role
  }
}

/// A header and its parts (`الحالة / Status`), folded, without what is no letter at their ends.
private func headerNames(_ header: String) -> [String] {
  let name = folded(header)
  let parts = name.split { headerBreaks.contains($0) }
  return ([name[...]] + (parts.count == 1 && parts[0] == name ? [] : parts)).map { part in
    String(part.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }
}

private let exactHeaders: [String: ColumnRole] = Dictionary(
  headerSynonyms.flatMap { role, synonyms in synonyms.map { ($0.word, role) } }, uniquingKeysWith: { first, _ in first }
)

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
    case _ where word == afterwards: false
    case .exact: name == word
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
