import Glibc
import Readiness

// Watchlists and saved MCP answers have their customary places and names; a table's headers and an object's members then
// tell whether it is one. The configuration can name others.

struct TaskFile: Hashable {
  enum Format: Hashable { case markdown, json, jsonLines }

  var place: FilePlace
  var format: Format
  /// Its name, or the configuration, says that it is a watchlist.
  var isNamed: Bool
  var isConfigured = false
}

struct TaskFiles {
  private(set) var files: [TaskFile] = []
  private(set) var findings: [Finding] = []
  private var seen: Set<FileIdentity> = []

  init(below root: FilePlace, _ configured: [String]) {
    guard configured.isEmpty else {
      for path in configured { takeConfigured(path, root) }
      return
    }
    for path in ownFolders { takeFolder(root.child(path), isOwn: true) }
    takeFolder(root, isOwn: false)
    for path in sharedFolders { takeFolder(root.child(path), isOwn: false) }
  }

  // MARK: Convention

  private mutating func takeFolder(_ folder: FilePlace, isOwn: Bool) {
    do throws(FileProblem) {
      for entry in try listFolder(folder).entries where entry.kind == .file {
        let name = String(decoding: entry.name, as: UTF8.self)
        guard let format = format(of: name) else { continue }
        let words = hyphenated(name)
        // As bytes: Foundation's search of texts costs more than the listing of the folder.
        func holds(_ part: String) -> Bool { words.utf8.contains(part.utf8) }
        let isNamed = marks.contains(where: holds) || (holds("mcp") && holds("task"))
        guard isOwn || isNamed || beginnings.contains(where: { words.hasPrefix($0) }) else { continue }
        take(TaskFile(place: folder.child(entry.name), format: format, isNamed: isNamed))
      }
    } catch {
      if error.code != ENOENT, error.code != ENOTDIR { findings.append(folderUnreadable(folder, error)) }
    }
  }

  // MARK: Configuration

  private mutating func takeConfigured(_ path: String, _ root: FilePlace) {
    guard let inside = pathInside(path) else {
      let location = SourceLocation(path: "jahiz.yaml")
      let text = shortened(path)
      findings.append(
        Finding(
          .tasksUnreadable, .v1,
          Wording("“\(text)” lies outside the workspace: not read", "«\(text)» خارج مساحة العمل: لم يُقرأ"),
          at: location,
          topic: .connectorHealth))
      return
    }
    let place = inside == "." ? root : root.child(inside)
    switch fileStatus(place) {
    case .failure(let problem): findings.append(tasksUnreadable(place, problem))
    case .success(let status) where status.kind == .folder:
      let walked = walkFiles(place) { format(of: $0) != nil }
      findings += walked.findings
      for file in walked.files {
        take(TaskFile(place: file, format: format(of: file.shown) ?? .markdown, isNamed: true))
      }
    case .success:
      take(TaskFile(place: place, format: format(of: inside) ?? .markdown, isNamed: true, isConfigured: true))
    }
  }

  /// Each file once, whatever names lead to it.
  private mutating func take(_ file: TaskFile) {
    if case .success(let status) = fileStatus(file.place), !seen.insert(status.stamp.identity).inserted { return }
    files.append(file)
  }
}

func tasksUnreadable(_ place: FilePlace, _ problem: FileProblem) -> Finding {
  let reason = problem.reason
  return Finding(
    .tasksUnreadable, .v1, Wording("cannot be read: \(reason.english)", "تعذّرت القراءة: \(reason.arabic)"),
    at: place.location, topic: .connectorHealth)
}

private func format(of name: String) -> TaskFile.Format? {
  switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
  case "md", "markdown": .markdown
  case "json": .json
  case "jsonl", "ndjson": .jsonLines
  default: nil
  }
}

/// The name without its ending, folded, its words joined by hyphens.
private func hyphenated(_ name: String) -> String {
  let stem = name.split(separator: ".").dropLast().joined(separator: ".")
  return folded(stem).split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
}

/// Folders that hold nothing else.
private let ownFolders = [
  "tasks", "mcp/tasks", "docs/tasks", "docs/mcp/tasks", "docs/mcp-tasks", "ops/tasks", "mcp-tasks",
]

private let sharedFolders = [
  "docs", "ops", "mcp", "docs/ops", "docs/mcp", "docs/operations", "docs/governance", "governance", "operations",
]

/// With these a file's name begins.
private let beginnings = ["tasks", "task-", "long-running", "المهام", "مهام", "قائمه-المهام"].map { folded($0) }

/// A file that has one of these in its name is meant as a watchlist.
private let marks = ["watchlist", "watch-list", "long-running", "متابعة-المهام", "مراقبة-المهام", "المهام-الطويلة"].map
{
  folded($0)
}
