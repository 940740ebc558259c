import Evidence
import Readiness

/// What Git knows of a week in a workspace; nil where there is no repository.
///
/// - Parameters:
///   - matrix: the matrix's path, relative to the workspace; nil where there is none.
///   - end: the first moment after the week.
///   - now: a week that is not over by then has no matrix at its end.
func repositoryWeek(in root: String, matrix: String?, start: Instant, end: Instant, now: Instant) -> RepositoryWeek? {
  // Git's own dates begin in 1970.
  let (first, last) = (max(0, start.seconds), max(0, min(end.seconds - 1, now.seconds)))
  let span = ["--since=@\(first) +0000", "--until=@\(last) +0000"]
  guard let commits = log(span + ["--max-count=10000", "--format=%H%x00%ct%x00%aN%x00"], ".", in: root) else {
    return nil
  }
  var week = RepositoryWeek(commits: last < first ? [] : commits)
  guard let matrix else { return week }
  if last >= first {
    week.matrixCommits =
      log(span + ["--max-count=1000", "--reverse", "--format=%H%x00%ct%x00%aN%x00%s"], matrix, in: root) ?? []
  }
  week.matrixBefore = committedMatrix(matrix, before: first, in: root)
  if now >= end { week.matrixAfter = committedMatrix(matrix, before: last + 1, in: root) }
  return week
}

private func log(_ arguments: [String], _ path: String, in root: String) -> [Commit]? {
  let fixed = ["log", "--no-merges", "--no-color", "--no-ext-diff", "--no-textconv", "--encoding=UTF-8"]
  return outputOfGit(fixed + arguments + ["--", path], in: root).map(commits(log:))
}

/// Reads lines of hash, seconds, author and summary, with NUL between them.
func commits(log: String) -> [Commit] {
  log.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\0", maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, fields[0].count >= 40, let seconds = Int64(fields[1]) else { return nil }
    return Commit(
      hash: String(fields[0]), moment: Instant(seconds: seconds), author: String(fields[2]), summary: String(fields[3]))
  }
}

/// The matrix as it was committed before a moment; nil where it was not, or is none.
private func committedMatrix(_ path: String, before seconds: Int64, in root: String) -> Matrix? {
  let arguments = ["rev-list", "--max-count=1", "--before=@\(max(0, seconds - 1)) +0000", "HEAD", "--", path]
  guard let commit = outputOfGit(arguments, in: root)?.split(separator: "\n").first,
    let text = outputOfGit(["cat-file", "blob", "\(commit):./\(path)"], in: root)
  else { return nil }
  return readMatrix(Array(text.utf8), path: path).matrix
}
