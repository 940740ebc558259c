import Readiness
import Report

/// Who last changed that line; nil where Git does not know.
func blamed(_ location: SourceLocation, in root: String) -> Blame? {
  guard let line = location.line,
    let output = outputOfGit(
      ["blame", "--porcelain", "--no-textconv", "-L", "\(line),\(line)", "--", location.path], in: root)
  else { return nil }
  return blame(porcelain: output, at: location)
}

/// Reads what `git blame --porcelain` prints of one line.
func blame(porcelain output: String, at location: SourceLocation) -> Blame? {
  let lines = output.split(separator: "\n")
  guard let commit = lines.first?.split(separator: " ").first, commit.count >= 40 else { return nil }
  func value(_ name: String) -> String? {
    lines.first { $0.hasPrefix("\(name) ") }.map { String($0.dropFirst(name.count + 1)) }
  }
  guard let author = value("author"), let seconds = value("author-time").flatMap({ Int64($0) }) else { return nil }
  let isCommitted = commit.contains { $0 != "0" }
  return Blame(
    location: location, commit: isCommitted ? String(commit) : nil, author: author,
    moment: Instant(seconds: seconds), summary: value("summary") ?? "")
}
