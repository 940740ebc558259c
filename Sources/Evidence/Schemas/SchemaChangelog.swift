import Readiness

// Where a breaking change is announced. In a changelog (`CHANGELOG.md` beside the schema or in a folder above it) an entry with
// the headings above it names the event or the schema's file, the version, and says that it breaks: `## 2.0.0` / `### Breaking`
// / `- order.created: amount is gone`. A changelog in a folder of its own event need not name it. In the schema itself
// `x-changelog`, `x-breaking` or `$comment` says so.

/// An entry that speaks of a breaking change, with its headings.
struct BreakingEntry {
  /// Folded.
  var text: String
  var versions: Set<SchemaVersion>
  var location: SourceLocation
}

/// The entries of a changelog that speak of a breaking change.
func breakingEntries(of document: MarkdownDocument) -> [BreakingEntry] {
  var entries: [BreakingEntry] = []
  func add(_ headings: [String], _ lines: [String], _ line: Int) {
    let text = folded((headings + lines).joined(separator: "\n"))
    guard isBreaking(text) else { return }
    var versions = Set(headings.flatMap { writtenVersions(in: $0, isHeading: true) })
    for line in lines { versions.formUnion(writtenVersions(in: line, isHeading: false)) }
    entries.append(
      BreakingEntry(text: text, versions: versions, location: SourceLocation(path: document.path, line: line)))
  }
  for section in document.sections {
    let headings = section.parents + [section.title]
    var label = ""
    for line in section.text.split(separator: "\n").map(String.init) {
      // `**Breaking:**` on a line of its own speaks of those below it.
      if isLabel(line) {
        label = line
      } else {
        add(headings, [label, line], section.line)
      }
    }
  }
  for table in document.tables {
    for row in table.rows { add(table.headings, table.header + row.cells.map(\.text), row.line) }
  }
  return entries
}

private func isLabel(_ line: String) -> Bool {
  let words = folded(line).split { !$0.isLetter && !$0.isNumber }
  return words.count <= 4 && (line.trimmed.hasSuffix(":") || isBreaking(folded(line)))
}

extension BreakingEntry {
  /// - Parameter names: the event and its file, folded; empty where the changelog is the event's own.
  func notes(_ version: SchemaVersion, of names: [String]) -> Bool {
    versions.contains(version) && (names.isEmpty || names.contains { mentions($0, in: text) })
  }
}

/// Whether a folded text names an event: `order.created`, `order.created.v2`, but not `order.created.twice`.
private func mentions(_ name: String, in text: String) -> Bool {
  guard !name.isEmpty else { return false }
  let (text, name) = (Array(text.utf8), Array(name.utf8))
  guard text.count >= name.count else { return false }
  func isWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80 || byte == 95
  }
  for start in 0...(text.count - name.count) where text[start] == name[0] {
    guard text[start..<start + name.count].elementsEqual(name) else { continue }
    if start > 0, isWord(text[start - 1]) || text[start - 1] == 45 || text[start - 1] == 46 { continue }
    var end = start + name.count
    if end < text.count, isWord(text[end]) { continue }
    if end + 1 < text.count, text[end] == 45 || text[end] == 46 || text[end] == 64 {
      end += 1
      if text[end] == 118 { end += 1 }
      // A version or a file's ending may follow, another word not.
      let isVersion = end < text.count && (48...57).contains(text[end])
      let isEnding = text[end...].starts(with: "json".utf8) || text[end...].starts(with: "schema".utf8)
      if end < text.count, isWord(text[end]), !isVersion, !isEnding { continue }
    }
    return true
  }
  return false
}

/// The versions that a text names: `2.0.0`, `v2`, `version 2`, `الإصدار 2`; in a heading also a bare number.
private func writtenVersions(in text: String, isHeading: Bool) -> [SchemaVersion] {
  var versions: [SchemaVersion] = []
  var previous = ""
  for word in folded(text).split(whereSeparator: { " \n\t,;()[]{}`*:/«»“”\"'،؛|_=#".contains($0) }).map(String.init) {
    defer { previous = word }
    // `order.created.v2`, `order-created@2.0.0`, and a full stop at the end.
    var candidates = [word[...]]
    for index in word.indices where ".@-".contains(word[index]) {
      let tail = word[word.index(after: index)...]
      if tail.first == "v" || word[index] == "@" { candidates.append(tail) }
    }
    for candidate in candidates {
      var text = candidate
      while let last = text.last, ".-!?".contains(last) { text = text.dropLast() }
      if text.hasSuffix(".json") { text = text.dropLast(5) }
      guard let version = SchemaVersion(text) else { continue }
      let isMarked = text.first == "v" || text.contains(".") || versionWords.contains(previous)
      let isDate = text.split(separator: "-").count == 3
      if isMarked || isDate || (isHeading && !text.contains("-")) { versions.append(version) }
    }
  }
  return versions
}

private let versionWords = Set(["version", "ver", "release", "الإصدار", "إصدار", "النسخة", "نسخة"].map { folded($0) })

/// Whether a folded text says that something breaks, and not that nothing does.
func isBreaking(_ text: String) -> Bool {
  let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  for index in words.indices {
    for phrase in breakingPhrases where words[index...].starts(with: phrase) {
      let before = words[max(0, index - 2)..<index]
      if !before.contains(where: negations.contains) { return true }
    }
  }
  return false
}

private let breakingPhrases: [[String]] = [
  "breaking", "breaks", "incompatible", "not backward compatible", "not backwards compatible", "كاسر", "كاسرة",
  "الكاسرة", "الكاسر", "كاسرا", "يكسر", "تكسر", "غير متوافق", "غير متوافقة", "إخلال بالتوافق",
].map { folded($0).split(separator: " ").map(String.init) }

private let negations = Set(
  ["no", "not", "non", "without", "never", "none", "غير", "لا", "بلا", "بدون", "دون", "ليس", "ليست", "لم", "لن"].map {
    folded($0)
  })

/// Whether a schema notes its own break, for the version that it is.
func notesOwnBreak(_ tree: JSONTree, _ version: SchemaVersion) -> Int? {
  for name in ["x-breaking", "x-breaking-change", "x-breaking-changes"] {
    if let value = tree[name], value.bool == true || value.string?.isEmpty == false || !value.elements.isEmpty {
      return value.line
    }
  }
  if let comment = tree["$comment"], let text = comment.string, isBreaking(folded(text)) { return comment.line }
  guard let log = tree["x-changelog"] else { return nil }
  return entries(of: log, version).first { isBreaking(folded(texts(of: $0))) }?.line
}

/// Those of a changelog in a schema that speak of this version: all where they name none.
private func entries(of log: JSONTree, _ version: SchemaVersion) -> [JSONTree] {
  if log.isObject {
    let named = log.members.filter { SchemaVersion($0.name) != nil }
    return named.isEmpty ? [log] : named.filter { SchemaVersion($0.name) == version }.map(\.value)
  }
  guard !log.elements.isEmpty else { return [log] }
  return log.elements.filter { entry in
    guard let written = entry["version"]?.string ?? entry["version"]?.canonicalText else { return true }
    return SchemaVersion(written) == version
  }
}

/// Every text in a value; the name of a member that is true or not empty counts as well (`"breaking": true`).
private func texts(of value: JSONTree) -> String {
  var parts: [String] = []
  var waiting = [value]
  while let next = waiting.popLast() {
    if let text = next.string { parts.append(text) }
    waiting += next.elements
    for member in next.members where member.value.bool != false && !member.value.isNull {
      parts.append(member.name)
      waiting.append(member.value)
    }
  }
  return parts.joined(separator: "\n")
}
