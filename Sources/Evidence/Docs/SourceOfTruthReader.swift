import Readiness

// The source-of-truth index: a table with a column for the topic and one for the canonical source, in either language, in
// `docs/source-of-truth-index*.md`, `docs/SOURCE_OF_TRUTH*.md` or what `docs.index` names. A cell names files by links, by
// code spans or plainly.

extension DocumentTreeReading {
  /// The rows of the index and its files; nil where there is none.
  mutating func readIndexes(_ configured: [String]) -> ([SourceOfTruth]?, [String]) {
    var places: [FilePlace] = []
    if configured.isEmpty {
      for folder in [[], Array("docs".utf8)] {
        let found = known.folders.find(folder[...], disk)
        guard found.isWhole, case .present(let names) = known.folders[found.folder].state else { continue }
        for name in names.documents where isIndexName(name) {
          places.append(disk.place(known.folders[found.folder].path).child(name.bytes))
        }
      }
    } else {
      for written in configured {
        if let path = pathInside(written) { places.append(disk.root.child(path)) } else { noteIndex(written) }
      }
    }
    guard !places.isEmpty else { return (nil, []) }
    var rows: [SourceOfTruth] = []
    for place in places { rows += read(index: place) }
    return (rows, places.map(\.shown))
  }

  private mutating func noteIndex(_ written: String) {
    findings.append(
      Finding(
        .documentUnreadable, .v1,
        Wording(
          "docs.index names \(written): it lies outside the workspace",
          "يذكر docs.index المسار \(written): يقع خارج مساحة العمل"),
        at: SourceLocation(path: "jahiz.yaml"), topic: .docsTruth))
  }

  private mutating func read(index place: FilePlace) -> [SourceOfTruth] {
    let tables: [DocumentTable]
    do throws(FileProblem) {
      let (document, problems) = readDocument(try readFile(place), path: place.shown, code: .documentUnreadable)
      // As a document of the tree it was complained of already.
      if known.knownDocument(at: ByteString(place.shown)).map({ known.documents[$0].seen != disk.number }) ?? true {
        findings += problems
      }
      tables = document?.tables ?? []
    } catch {
      findings.append(unreadable(.documentUnreadable, place, error))
      return []
    }
    var rows: [SourceOfTruth] = []
    var hasTable = false
    for table in tables {
      guard let columns = IndexColumns(table.header) else { continue }
      hasTable = true
      for row in table.rows {
        if let source = self.row(row, columns, in: place.shown) { rows.append(source) }
      }
    }
    if !hasTable {
      findings.append(
        Finding(
          .sourceIndexEmpty, .v0,
          Wording(
            "no table with a topic and a canonical source: add one for the index to be checked",
            "لا جدول فيه للموضوع والمصدر المعتمد: أضف جدولًا ليُفحص الفهرس"),
          at: place.location, topic: .docsTruth))
    }
    return rows
  }

  private mutating func row(_ row: DocumentRow, _ columns: IndexColumns, in path: String) -> SourceOfTruth? {
    func cell(_ column: Int?) -> DocumentCell? {
      column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
    guard let topic = cell(columns.topic), !isUnfilled(topic.key) else { return nil }
    let location = SourceLocation(path: path, line: row.line)
    let canonical = references(cell(columns.canonical), in: path)
    let shadows = references(cell(columns.shadow), in: path)
    let cadence = row.text(columns.cadence)
    var date = row.text(columns.date)
    if isUnfilled(date), !isUnfilled(cadence) {
      date = ""
      for reference in canonical where date.isEmpty { date = lastReview(of: reference) ?? "" }
    }
    let owner = row.text(columns.owner)
    return SourceOfTruth(
      topic: topic.key, canonical: canonical, shadows: shadows, owner: owner,
      review: DocumentReview(location: location, cadence: cadence, lastReview: date, owner: owner), location: location)
  }

  /// What the front matter of a canonical file says of its last review.
  private mutating func lastReview(of reference: SourceReference) -> String? {
    guard reference.state == .present, let path = reference.path, isMarkdownName(ByteString(path)) else { return nil }
    let document = known.document(at: ByteString(path))
    read([document])
    return known.documents[document].scan?.review?.lastReview
  }

  private mutating func references(_ cell: DocumentCell?, in path: String) -> [SourceReference] {
    guard let cell, !isUnfilled(cell.text) else { return [] }
    if !cell.targets.isEmpty { return cell.targets.map { reference($0, in: path, isLink: true) } }
    let names = cell.code.isEmpty ? cell.text.split { "،,;؛+·•".contains($0) }.map { $0.trimmed } : cell.code
    return names.filter { !isUnfilled($0) }.map { reference($0, in: path, isLink: false) }
  }

  private mutating func reference(_ written: String, in path: String, isLink: Bool) -> SourceReference {
    var utf8 = written
    let isURL = utf8.withUTF8(leadsElsewhere)
    guard !isURL, isLink || namesPath(written) else { return SourceReference(written, state: .unchecked) }
    // Only a link is surely meant from the index's own folder.
    let tries = isLink ? [Array(path.utf8)] : [[], Array(path.utf8)]
    var result = SourceReference(written, state: .missing)
    for document in tries {
      switch LinkTarget(Array(written.utf8), in: document) {
      case .nowhere: continue
      case .outside: if result.path == nil { result.state = .outside }
      case .place(let bytes, _):
        let target = known.target(at: ByteString(bytes))
        known.update(target: target, disk)
        let state = known.targets[target].state
        if state.isGood {
          return SourceReference(written, path: String(decoding: bytes, as: UTF8.self), state: .present)
        }
        if result.path == nil {
          result.path = String(decoding: bytes, as: UTF8.self)
          result.state = state == .outside ? .outside : .missing
        }
      }
    }
    return result
  }
}

/// Whether words name a file or a folder: a slash or an extension, no blank, no pattern, nothing of this machine.
private func namesPath(_ text: String) -> Bool {
  guard !text.contains(where: { $0.isWhitespace || "*?{}<>$…".contains($0) }), !text.hasPrefix("~"),
    !text.hasPrefix("..."), text.utf8.count < 1_000
  else { return false }
  if text.contains("/") { return true }
  guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
  let end = text[text.index(after: dot)...]
  return fileEndings.contains(end.lowercased())
}

private let fileEndings: Set<String> = [
  "md", "markdown", "mdx", "txt", "rst", "adoc", "yaml", "yml", "json", "toml", "csv", "pdf", "docx", "xlsx", "sql",
  "py", "ts", "js", "swift", "go", "java", "proto", "html",
]

private func isIndexName(_ name: ByteString) -> Bool {
  let name = name.text.lowercased().map { "_ ".contains($0) ? "-" : $0 }
  return String(name).hasPrefix("source-of-truth")
}

/// Which column of the index says what.
private struct IndexColumns {
  var topic: Int
  var canonical: Int
  var shadow: Int?
  var owner: Int?
  var cadence: Int?
  var date: Int?

  init?(_ header: [String]) {
    let names = header.map { title -> [String] in
      let name = folded(title)
      return [name] + name.split { "/()|،,–—".contains($0) }.map { folded($0) }
    }
    func column(_ wanted: Set<String>) -> Int? {
      names.firstIndex { wanted.contains($0[0]) } ?? names.firstIndex { $0.contains(where: wanted.contains) }
    }
    guard let topic = column(topicNames), let canonical = column(canonicalNames), topic != canonical else { return nil }
    self.topic = topic
    self.canonical = canonical
    shadow = column(shadowNames)
    owner = column(ownerNames)
    cadence = column(cadenceNames)
    date = column(dateNames)
  }
}

private func names(_ names: [String]) -> Set<String> { Set(names.map { folded($0) }) }

private let topicNames = names([
  "Topic", "Topics", "Subject", "Domain", "Area", "Concept", "Concern", "Page", "What", "Truth", "Artifact", "الموضوع",
  "موضوع", "الموضوعات", "المجال", "النطاق", "المفهوم", "البند", "المحور",
])

private let canonicalNames = names([
  "Canonical", "Canonical source", "Canonical file", "Canonical document", "Canonical doc", "Canonical path",
  "Canonical location", "Source of truth", "Source", "Authoritative source", "Authoritative file", "Authoritative",
  "Where", "SSOT", "المصدر المعتمد", "المصدر", "الملف المعتمد", "الوثيقة المعتمدة", "النسخة المعتمدة", "المرجع المعتمد",
  "المرجع", "مصدر الحقيقة", "المصدر الرسمي", "المستند المعتمد",
])

private let shadowNames = names([
  "Shadow", "Shadows", "Shadow copies", "Shadow copy", "Shadow docs", "Shadow documents", "Shadow files",
  "Shadow sources", "Copies", "Duplicates", "Mirrors", "Derived copies", "نسخ الظل", "نسخة الظل", "الظل", "نسخ ظل",
  "النسخ الظلية", "النسخ", "النسخ المكررة", "النسخ المشتقة", "النسخ الثانوية",
])

private let ownerNames = names([
  "Owner", "Owners", "Responsible", "Maintainer", "Steward", "المالك", "مالك", "المسؤول", "مسؤول", "الجهة المالكة",
])

private let cadenceNames = names([
  "Review cadence", "Cadence", "Review", "Review frequency", "Frequency", "Review cycle", "Review interval",
  "دورية المراجعة", "الدورية", "دورة المراجعة", "تكرار المراجعة", "المراجعة", "وتيرة المراجعة",
])

private let dateNames = names([
  "Last reviewed", "Last review", "Last updated", "Last update", "Last verified", "Reviewed", "Updated", "آخر مراجعة",
  "آخر تحديث", "تاريخ المراجعة", "تاريخ آخر مراجعة", "تاريخ التحديث",
])
