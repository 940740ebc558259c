// Provenance: is what is released what the candidate's row says? The row stands in the repository, so the commit that
// records it is never the commit that it names. A named commit therefore also counts where nothing but the records of the
// release (the matrix, the event log) has changed since; these records alone make no tree dirty either.

/// Which commit a release candidate names.
package enum NamedCommit: Hashable, Sendable {
  /// HEAD, by this hash or tag.
  case head(String)
  /// An earlier commit, since which only records of the release have changed.
  case recorded(String)
  /// Another commit, by this hash or tag.
  case other(String)
  case none
}

extension Candidate {
  /// All that its row says: the text in which a commit may be named.
  package var writtenText: String {
    ([label, rawStatus, notes] + evidence.flatMap { [$0.text, $0.target ?? ""] } + extras.map(\.text))
      .joined(separator: "\n")
  }
}

extension Provenance {
  /// Which commit a text names: a hash of 7 to 40 digits or a tag, as a word of its own.
  ///
  /// - Parameter records: files that record the release, relative to the workspace.
  package func commitNamed(in text: String, records: Set<String> = []) -> NamedCommit {
    let words = CommitWords(text)
    for tag in tags.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) where words.contains(tag: tag) {
      return .head(tag)
    }
    let hashes = words.hashes
    if let hash = hashes.first(where: { commit.hasPrefix($0.text) }) { return .head(hash.text) }
    if let description, description.contains("-g"), words.contains(tag: description) { return .head(description) }
    var other: String?
    for hash in hashes where hash.isPlain || ancestors.contains(where: { $0.commit.hasPrefix(hash.text) }) {
      if isOnlyRecorded(since: hash.text, records) { return .recorded(hash.text) }
      other = other ?? hash.text
    }
    // By the words of the text: a repository may have tens of thousands of tags.
    for word in words.all where word.contains(where: \.isNumber) {
      guard let target = otherTags[word] else { continue }
      if isOnlyRecorded(since: target, records) { return .recorded(word) }
      other = other ?? word
    }
    return other.map { .other($0) } ?? .none
  }

  /// What is wrong with the tree, and with what the release candidate names.
  ///
  /// - Parameters:
  ///   - candidate: the one that is judged, if any.
  ///   - records: the files that jahiz itself writes, relative to the workspace: the matrix and the event log.
  package func judged(candidate: Candidate?, records: Set<String> = [], now: Instant) -> Judgement {
    var records = records
    if let candidate { records.insert(candidate.location.path) }
    return Judgement(.provenance, findings: treeFindings(records) + (candidate.map { named($0, records) } ?? []))
  }

  private func named(_ candidate: Candidate, _ records: Set<String>) -> [Finding] {
    let at = candidate.location
    let head = tags.first.map { "\(shortCommit) (\($0))" } ?? shortCommit
    switch commitNamed(in: candidate.writtenText, records: records) {
    case .head, .recorded: return []
    case .other(let name):
      return [
        finding(
          .otherCommitNamed, .v1,
          "\(candidate.name) names \(name), but the workspace is at \(head): check out what is released, or name it",
          "\(candidate.name) يسمي \(name)، ومساحة العمل عند \(head): انتقل إلى ما سيُصدر أو سمِّه", at: at)
      ]
    case .none:
      return [
        finding(
          .commitNotNamed, .v0, "\(candidate.name) names no commit: add \(head) to its row",
          "\(candidate.name) لا يسمي أي إيداع: أضف \(head) إلى صفه", at: at)
      ]
    }
  }

  private func treeFindings(_ records: Set<String>) -> [Finding] {
    var findings: [Finding] = []
    let others = changes.filter { !records.contains($0.path) }
    let recordCount = changes.count - others.count
    let count = changeCount - recordCount
    if let first = others.first {
      let forms = PluralForms(
        zero: "", one: "ملف واحد يخالف", two: "ملفان يخالفان", few: "\(count) ملفات تخالف", many: "\(count) ملفًا تخالف",
        other: "\(count) ملف تخالف")
      findings.append(
        finding(
          .workspaceDirty, .v1,
          "\(count == 1 ? "1 file differs" : "\(count) files differ") from commit \(shortCommit): commit or restore",
          "\(forms.form(for: count)) الإيداع \(shortCommit): أودِع التغييرات أو تراجع عنها",
          at: SourceLocation(path: first.path)))
    } else if let record = changes.first {
      findings.append(
        finding(
          .workspaceDirty, .v0, "the release’s records have changed since commit \(shortCommit): commit them",
          "تغيّرت سجلات الإصدار منذ الإيداع \(shortCommit): أودِعها", at: SourceLocation(path: record.path)))
    }
    if let first = untracked.first {
      let forms = PluralForms(
        zero: "", one: "ملف واحد لا يتتبعه Git: أودِعه أو تجاهله", two: "ملفان لا يتتبعهما Git: أودِعهما أو تجاهلهما",
        few: "\(untrackedCount) ملفات لا يتتبعها Git: أودِعها أو تجاهلها",
        many: "\(untrackedCount) ملفًا لا يتتبعها Git: أودِعها أو تجاهلها",
        other: "\(untrackedCount) ملف لا يتتبعها Git: أودِعها أو تجاهلها")
      findings.append(
        finding(
          .workspaceUntracked, .v0,
          "\(untrackedCount == 1 ? "1 file or folder" : "\(untrackedCount) files or folders") not tracked by Git: "
            + "commit or ignore",
          "\(forms.form(for: untrackedCount))", at: SourceLocation(path: first.path)))
    }
    return findings
  }

  /// Whether a commit lies in the history that is known, and nothing but records has changed since.
  private func isOnlyRecorded(since hash: String, _ records: Set<String>) -> Bool {
    guard hash.utf8.count >= 7, let position = ancestors.firstIndex(where: { $0.commit.hasPrefix(hash) }) else {
      return false
    }
    let allowed = Set(records.map { prefix + $0 })
    return ancestors[..<position].allSatisfy { $0.paths.map { allowed.isSuperset(of: $0) } ?? false }
  }

  private func finding(
    _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, at location: SourceLocation
  ) -> Finding {
    Finding(code, severity, Wording(english, arabic), at: location, topic: .provenance)
  }
}

/// The words of a text that could name a commit.
private struct CommitWords {
  struct Hash {
    var text: String
    /// It can hardly be anything else: letters and digits, and no part of a longer id.
    var isPlain: Bool
  }

  /// Of letters, digits and `._/-`, which is what tags are made of, without the punctuation around them.
  let all: [String]
  private let set: Set<String>

  init(_ text: String) {
    // A row with more text than that names its commit nowhere that one would find it.
    let text = text.prefix(100_000)
    all = text.split { !$0.isLetter && !$0.isNumber && !"._/-+".contains($0) }.flatMap { word -> [String] in
      let bare = String(word.reversed().drop { "._/-+".contains($0) }.reversed())
      // The address of a commit, `…/commit/1a2b3c4`, and of a tag, `…/releases/tag/v4.2.0`.
      // And a span of them, `1a2b3c4..5d6e7f8`.
      let parts = bare.split(separator: "/").flatMap { $0.split(separator: "..").map(String.init) }
      return parts == [bare] ? parts : [bare] + parts
    }
    set = Set(all)
  }

  func contains(tag: String) -> Bool { set.contains(tag) }

  var hashes: [Hash] {
    all.compactMap { word -> Hash? in
      let isHash = word.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
      if isHash, (7...40).contains(word.utf8.count) {
        let hasLetter = word.contains(where: \.isLetter)
        return Hash(text: word.lowercased(), isPlain: hasLetter && word.contains(where: \.isNumber))
      }
      // `v4.2.0-3-g1a2b3c4`
      let end = word.split(separator: "-").last ?? ""
      guard end.first == "g", word.contains("-"), (8...41).contains(end.utf8.count),
        end.dropFirst().utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
      else { return nil }
      return Hash(text: String(end.dropFirst()), isPlain: true)
    }
  }
}
