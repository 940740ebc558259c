import Readiness

// Decision records come as Nygard's (`## Status`, `## Decision`), as MADR (front matter, `* Status: accepted`, `Chosen
// option: "…"`) and as tables; in English and Arabic. What is read here is what they all say somewhere.

/// A Markdown document as a decision record.
struct DecisionRecord {
  let document: MarkdownDocument

  var title: String {
    document.matter("title") ?? document.sections.first { $0.level == 1 }?.title
      ?? document.sections.first { !$0.title.isEmpty }?.title ?? ""
  }

  var titleLine: Int { document.sections.first { $0.title == title }?.line ?? 1 }

  /// 7 of `docs/adr/0007-use-datahub.md` and of `ADR-7.md`.
  var number: Int? {
    let name = document.path.split(separator: "/").last ?? ""
    let digits = name.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    let before = folded(String(name.prefix { !$0.isNumber }).filter { $0.isLetter })
    return before.isEmpty || ["adr", "rfc", "decision", folded("قرار")].contains(before) ? Int(digits) : nil
  }

  /// What it says of its status; nil where it says nothing.
  var status: String? { labelled(statusLabels, headings: statusLabels).first { !folded($0).isEmpty } }

  var standing: CatalogChoice.Standing {
    if document.matter("superseded_by").map({ !putsOff($0) }) ?? false { return .past }
    let words = folded(status ?? "").split { !$0.isLetter }.map(String.init)
    for word in words {
      if let standing = standings[word] { return standing }
    }
    return .inForce
  }

  /// The numbers of the records that it says it supersedes.
  var supersedes: Set<Int> {
    let matter = document.matter.filter { supersedingLabels.contains(folded($0.key)) }.map(\.value)
    let texts = document.sections.flatMap { section -> [String] in
      let parts = section.text.split(separator: "\n").map(String.init)
      return supersedingLabels.contains(folded(section.title)) ? parts : parts.filter { saysSupersedes($0) }
    }
    let rows = document.tables.flatMap(\.rows).filter { supersedingLabels.contains(folded($0.text(0))) }.map {
      $0.text(1)
    }
    return (matter + texts + rows).reduce(into: Set<Int>()) { $0.formUnion(numbers(behindWord: $1)) }
  }

  /// What stands behind a label: in the front matter, `Label: text`, a two-column table, or below a heading.
  ///
  /// - Parameter headings: the labels that may be headings.
  func labelled(_ labels: Set<String>, headings: Set<String>) -> [String] {
    var found = document.matter.filter { labels.contains(folded(String($0.key.map { $0 == "_" ? " " : $0 }))) }
      .map(\.value)
    for section in document.sections {
      if headings.contains(folded(section.title.prefix { $0 != ":" })), !section.text.isEmpty {
        found.append(section.text)
      }
      for line in section.text.split(separator: "\n") {
        guard let colon = line.firstIndex(where: { ":：".contains($0) }), labels.contains(folded(line[..<colon])) else {
          continue
        }
        found.append(line[line.index(after: colon)...].trimmed)
      }
    }
    for table in document.tables where table.header.count == 2 {
      if labels.contains(folded(table.header[0])) { found.append(table.header[1]) }
      for row in table.rows where labels.contains(folded(row.text(0))) { found.append(row.text(1)) }
    }
    return found
  }

  private func saysSupersedes(_ text: String) -> Bool {
    let name = folded(text.prefix(2_000))
    return supersedingWords.contains { name.contains($0) } && !supersededWords.contains { name.contains($0) }
  }

  /// Of up to four digits: `ADR-0003`, `0003-use-amundsen.md`, `#3`; years and dates are none.
  private func numbers(behindWord text: String) -> Set<Int> {
    let name = folded(text.prefix(2_000))
    let start = supersedingWords.compactMap { word in name.range(ofText: word)?.upperBound }.min() ?? name.startIndex
    let runs = name[start...].prefix(200).split { !($0.isASCII && $0.isNumber) }
    return Set(runs.filter { $0.count <= 4 }.compactMap { Int($0) })
  }
}

private func words(_ texts: [String]) -> [String] { texts.map { folded($0) } }

private let statusLabels = Set(words(["Status", "State", "Decision status", "الحالة", "حالة القرار", "حالة"]))

private let supersedingLabels = Set(words(["Supersedes", "Replaces", "يحل محل", "يلغي", "يستبدل", "يحل محلّ"]))

private let supersedingWords = words(["supersedes", "replaces", "superseding", "يحل محل", "يلغي", "يستبدل", "ناسخ"])

private let supersededWords = words(["superseded by", "replaced by", "حل محله", "استبدل به", "أُلغي بـ"])

private let standings: [String: CatalogChoice.Standing] = Dictionary(
  [
    (
      CatalogChoice.Standing.inForce,
      [
        "accepted", "approved", "adopted", "active", "final", "agreed", "implemented", "decided", "current", "معتمد",
        "معتمدة", "مقبول", "مقبولة", "ساري", "سارية", "نافذ", "نافذة", "موافق", "مطبق",
      ]
    ),
    (
      .proposed,
      ["proposed", "draft", "pending", "open", "review", "wip", "rfc", "مقترح", "مقترحة", "مسودة", "قيد", "معلق"]
    ),
    (
      .past,
      [
        "superseded", "rejected", "deprecated", "replaced", "withdrawn", "obsolete", "retired", "archived", "declined",
        "مرفوض", "مرفوضة", "ملغى", "ملغاة", "ملغي", "مستبدل", "مستبدلة", "منسوخ", "متجاوز", "مؤرشف", "منتهي",
      ]
    ),
  ].flatMap { standing, texts in texts.map { (folded($0), standing) } }, uniquingKeysWith: { first, _ in first })

extension String {
  /// The first place of a text, without Foundation.
  func range(ofText text: String) -> Range<Index>? {
    let wanted = Array(text.unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    let scalars = unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      var (index, matched) = (start, 0)
      while matched < wanted.count, index < scalars.endIndex, scalars[index] == wanted[matched] {
        index = scalars.index(after: index)
        matched += 1
      }
      if matched == wanted.count { return start..<index }
      start = scalars.index(after: start)
    }
    return nil
  }
}
