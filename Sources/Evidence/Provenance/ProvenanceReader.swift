package import Readiness

// Commit, tags, branch and tree, as Git tells them. The repository's top may lie above the workspace: only what is below
// the workspace makes its tree dirty.

/// Reads what Git says of the workspace: seven short runs of `git`, at most 2 s each.
///
/// - Returns: nil where the workspace is in no repository or there is no git; a repository that cannot be asked, or that has
///   no commit with the workspace, is a finding.
package func readProvenance(
  below root: String, _ configuration: Configuration.Governance = Configuration.Governance()
) -> (Provenance?, [Finding]) {
  let root = FilePlace(root: root)
  guard isInRepository(root) else { return (nil, []) }
  do throws(GitProgram.Failure) {
    return try read(GitProgram(folder: root), root)
  } catch {
    return (nil, problem(error))
  }
}

private func read(_ git: GitProgram, _ root: FilePlace) throws(GitProgram.Failure) -> (Provenance?, [Finding]) {
  let prefix = String(decoding: try git.output(["rev-parse", "--show-prefix"]), as: UTF8.self).trimmed
  let status = GitStatus(
    try git.output([
      "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=normal", "--ignore-submodules=dirty",
      "--no-renames", "--", ".",
    ]), prefix: prefix)
  guard let commit = status.commit else {
    return (
      nil, [finding(Wording("Git has no commit yet: commit the workspace", "لا إيداع في Git بعد: أودِع مساحة العمل"))]
    )
  }
  guard prefix.isEmpty || git.line(["rev-parse", "--verify", "--quiet", "HEAD:\(prefix)"]) != nil else {
    return (
      nil,
      [
        finding(
          Wording("no file of the workspace is in the commit: commit it", "لا ملف من مساحة العمل في الإيداع: أودِعها"))
      ]
    )
  }
  var provenance = Provenance(
    commit: commit, branch: status.branch, changes: status.changes, changeCount: status.changeCount,
    untracked: status.untracked, untrackedCount: status.untrackedCount, prefix: prefix)
  // What these cannot tell is left out: the rest stands without it.
  provenance.description = git.line(["describe", "--tags", "--always", "--long", "--abbrev=10"])
  if let tags = try? git.output([
    "for-each-ref", "--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)", "refs/tags",
  ]) {
    readTags(tags, into: &provenance)
  }
  if let log = try? git.output([
    "log", "--first-parent", "-m", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature",
    "--name-only", "-z", "--format=%x01%H%x00%cI%x00", "--max-count=50",
  ]) {
    readHistory(log, into: &provenance)
  }
  return (provenance, [])
}

/// Whether any folder from the workspace up holds a `.git`: without one no program is started.
private func isInRepository(_ root: FilePlace) -> Bool {
  guard var path = resolvedPath(root) else { return false }
  while true {
    if case .success = fileStatus(FilePlace(bytes: path, shown: "").child(".git")) { return true }
    guard let end = path.lastIndex(of: 0x2F), path.count > 1 else { return false }
    path = end == 0 ? [0x2F] : Array(path[..<end])
  }
}

// MARK: - What it prints

/// `git status --porcelain=v2 --branch -z`.
private struct GitStatus {
  /// nil before the first commit.
  var commit: String?
  /// nil where HEAD is detached.
  var branch: String?
  var changes: [Provenance.Change] = []
  var changeCount = 0
  var untracked: [Provenance.Change] = []
  var untrackedCount = 0

  init(_ bytes: [UInt8], prefix: String) {
    for entry in bytes.split(separator: 0) {
      let text = String(decoding: entry, as: UTF8.self)
      if text.hasPrefix("# branch.oid ") {
        let value = String(text.dropFirst("# branch.oid ".count))
        commit = value.hasPrefix("(") ? nil : value
      } else if text.hasPrefix("# branch.head ") {
        let value = String(text.dropFirst("# branch.head ".count))
        branch = value == "(detached)" ? nil : value
      } else if let path = path(of: text) {
        let change = Provenance.Change(path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path)
        if text.hasPrefix("?") {
          untrackedCount += 1
          if untracked.count < shownChanges { untracked.append(change) }
        } else {
          changeCount += 1
          if changes.count < shownChanges { changes.append(change) }
        }
      }
    }
  }

  /// The path stands behind a number of fields that the first letter tells.
  private func path(of entry: String) -> String? {
    let fields: Int
    switch entry.first {
    case "1": fields = 8
    case "u": fields = 10
    case "?": fields = 1
    default: return nil
    }
    let parts = entry.split(separator: " ", maxSplits: fields, omittingEmptySubsequences: false)
    return parts.count > fields ? String(parts[fields]) : nil
  }
}

private let shownChanges = 100

private func readTags(_ bytes: [UInt8], into provenance: inout Provenance) {
  for line in bytes.split(separator: 10) {
    let fields = line.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 3 else { continue }
    // An annotated tag is an object of its own, behind which the commit stands.
    let target = fields[2].isEmpty ? fields[1] : fields[2]
    if target == provenance.commit {
      provenance.tags.append(fields[0])
    } else {
      provenance.otherTags[fields[0]] = target
    }
  }
  provenance.tags.sort()
}

private func readHistory(_ bytes: [UInt8], into provenance: inout Provenance) {
  for entry in bytes.split(separator: 1) {
    let fields = entry.split(separator: 0, omittingEmptySubsequences: true).map {
      String(decoding: $0, as: UTF8.self).trimmed
    }.filter { !$0.isEmpty }
    guard fields.count >= 2 else { continue }
    let paths = fields.dropFirst(2)
    provenance.ancestors.append(
      Provenance.Ancestor(commit: fields[0], paths: paths.count > shownChanges ? nil : Array(paths)))
    if fields[0] == provenance.commit { provenance.committedAt = Timestamp(rfc3339: fields[1]) }
  }
}

// MARK: - Findings

private func problem(_ failure: GitProgram.Failure) -> [Finding] {
  switch failure {
  case .notInstalled: return []
  case .tookTooLong:
    return [
      finding(
        Wording(
          "Git takes too long to answer: provenance is not checked", "تأخر Git في الرد: لم يُتحقق من المنشأ"))
    ]
  case .refused(let reason) where reason.contains("not a git repository"): return []
  case .refused(let reason) where reason.contains("dubious ownership"):
    return [
      finding(
        Wording(
          "the repository belongs to another user, so Git refuses it: add it to safe.directory if you trust it",
          "المستودع لمستخدم آخر فيرفضه Git: أضفه إلى safe.directory إن كنت تثق به"))
    ]
  case .refused(let reason):
    return [finding(Wording("Git refuses: \(reason)", "يرفض Git: \(reason)"))]
  }
}

private func finding(_ message: Wording) -> Finding {
  Finding(.provenanceUnreadable, .v0, message, at: SourceLocation(path: "."), topic: .provenance)
}
