import Readiness
import Yams

// The front matter of a document: how often it is reviewed, when it was last, and what it names as related. Found by key in the
// spellings that are about, with the line each stands in.

struct DocumentMatter {
  var review: DocumentReview?
  /// Paths of `related`, with their lines.
  var related: [(target: String, line: Int)] = []
  var findings: [Finding] = []
  /// Where the document goes on behind it.
  var bodyStart = 0
  /// Lines before that.
  var lines = 0
}

/// Reads the front matter at the start of a text whose lines end in LF; nothing where there is none.
func readDocumentMatter(_ bytes: [UInt8], path: String) -> DocumentMatter {
  var result = DocumentMatter()
  guard bytes.starts(with: fence), let end = endOfMatter(bytes) else { return result }
  let pairs: [PlainMatter.Pair]
  if let plain = PlainMatter(bytes[end.inner], line: 2) {
    pairs = plain.pairs
  } else {
    let text = String(decoding: bytes[..<end.offset], as: UTF8.self)
    // It decides what is front matter at all.
    let (_, body, findings) = splitFrontMatter(text, path: path)
    result.findings = findings
    guard body.utf8.allSatisfy({ $0 == 10 }) else { return result }
    pairs = yamlPairs(String(decoding: bytes[end.inner], as: UTF8.self))
  }
  result.bodyStart = end.offset
  result.lines = end.lines
  result.take(pairs, path: path)
  return result
}

/// The scalars and lists of scalars of a YAML mapping.
private func yamlPairs(_ text: String) -> [PlainMatter.Pair] {
  // Given none, Yams asks the environment for an encoding each time.
  guard let mapping = try? Yams.compose(yaml: text, .basic, .default, .utf8)?.mapping else { return [] }
  return mapping.compactMap { key, value in
    guard let name = key.scalar?.string else { return nil }
    // Yams counts from 1, and the fence stands before.
    let line = (key.mark?.line ?? 0) + 1
    if let text = value.scalar?.string {
      return PlainMatter.Pair(key: name, values: [(text, line)], isList: false, line: line)
    }
    let items = value.sequence?.compactMap { item in item.scalar.map { ($0.string, (item.mark?.line ?? line - 1) + 1) }
    }
    return PlainMatter.Pair(key: name, values: items ?? [], isList: true, line: line)
  }
}

extension DocumentMatter {
  fileprivate mutating func take(_ pairs: [PlainMatter.Pair], path: String) {
    var cadence: (text: String, line: Int)?
    var dates: [(text: String, line: Int)] = []
    var owner = ""
    var isRetired = false
    for pair in pairs {
      guard let field = matterFields[pair.key] ?? matterFields[matterKey(pair.key)] else { continue }
      switch field {
      case .cadence where !pair.isList: cadence = cadence ?? pair.values.first
      case .date where !pair.isList: dates += pair.values
      case .owner: owner = pair.values.map(\.text).joined(separator: ", ")
      case .status: isRetired = pair.values.contains { retired.contains(folded($0.text)) }
      case .related: related = pair.values.filter { namesFile($0.text) }.map { ($0.text, $0.line) }
      default: break
      }
    }
    let review = DocumentReview(
      location: SourceLocation(path: path, line: cadence?.line ?? dates.first?.line), cadence: cadence?.text ?? "",
      lastReview: latest(dates.map(\.text)), owner: owner, isRetired: isRetired)
    if !review.cadence.isEmpty || !review.lastReview.isEmpty { self.review = review }
  }
}

/// Of several dates the last; one that is not understood only where there is no other.
private func latest(_ dates: [String]) -> String {
  if dates.count < 2 { return dates.first ?? "" }
  let filled = dates.filter { !isUnfilled($0) }
  let read = filled.compactMap { text in CalendarDay(written: text).map { (text, $0) } }
  return read.max { $0.1 < $1.1 }?.0 ?? filled.first ?? ""
}

/// A related thing can be a title as well as a file.
private func namesFile(_ text: String) -> Bool {
  !text.contains("://") && !text.contains("\n") && text.utf8.count < 1_000 && text.lowercased().hasSuffix(".md")
}

/// What stands between the fences, and what begins behind them.
private func endOfMatter(_ bytes: [UInt8]) -> (inner: Range<Int>, offset: Int, lines: Int)? {
  var start = 0
  var lines = 0
  var innerStart = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
    lines += 1
    let line = bytes[start..<end]
    let isFence = line.starts(with: fence) && line.dropFirst(3).allSatisfy { $0 == 32 || $0 == 9 }
    if lines == 1 {
      guard isFence else { return nil }
      innerStart = min(end + 1, bytes.count)
    } else if isFence {
      return (innerStart..<max(innerStart, start - 1), min(end + 1, bytes.count), lines)
    }
    start = end + 1
  }
  return nil
}

private let fence = Array("---".utf8)

private enum MatterField { case cadence, date, owner, status, related }

/// `last_updated`, `last-updated`, `lastUpdated` and `Last updated` are one key.
private func matterKey(_ name: String) -> String {
  let key = folded(name)
  return key.utf8.contains { "_- ".utf8.contains($0) } ? key.filter { !"_- ".contains($0) } : key
}

private let matterFields: [String: MatterField] = {
  let names: [(MatterField, [String])] = [
    (
      .cadence,
      [
        "review_cadence", "cadence", "review_frequency", "review_cycle", "review_interval", "دورية المراجعة",
        "دورة المراجعة",
      ]
    ),
    (
      .date,
      [
        "last_updated", "last_reviewed", "last_review", "updated", "updated_at", "reviewed", "reviewed_at",
        "review_date",
        "last_verified", "آخر تحديث", "آخر مراجعة", "تاريخ التحديث", "تاريخ المراجعة",
      ]
    ),
    (.owner, ["owner", "owners", "المالك", "المسؤول"]),
    (.status, ["status", "الحالة"]),
    (.related, ["related", "ذو صلة", "وثائق ذات صلة"]),
  ]
  var fields: [String: MatterField] = [:]
  for (field, keys) in names { for key in keys { (fields[key], fields[matterKey(key)]) = (field, field) } }
  return fields
}()

private let retired = Set(
  [
    "archived", "superseded", "deprecated", "obsolete", "retired", "withdrawn", "historical", "مؤرشف", "مؤرشفة", "ملغى",
    "ملغاة", "مستبدل", "مستبدلة", "متقاعد", "منتهي",
  ].map { folded($0) })
