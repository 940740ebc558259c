import Readiness

// A walk below a folder of the workspace: by names, in the order of their bytes, each folder once whatever leads there. What
// a link leads to outside the workspace is not walked: it may be the whole disk.

/// Files found by a walk, and what could not be listed.
struct WalkedFiles {
  var files: [FilePlace] = []
  var findings: [Finding] = []
}

/// Folders that hold nobody's own writing.
private let neverWalked: Set<String> = [
  ".git", ".hg", ".svn", ".build", "build", "dist", "node_modules", "vendor", "venv", ".venv", "__pycache__", "target",
]

/// The regular files below a folder, or the file itself, whose name passes. What is not there is no finding.
///
/// - Parameter wants: gets a file's name (no folders).
func walkFiles(_ start: FilePlace, where wants: (String) -> Bool) -> WalkedFiles {
  var walked = WalkedFiles()
  guard case .success(let status) = fileStatus(start) else { return walked }
  guard status.kind == .folder else {
    if status.kind == .file { walked.files.append(start) }
    return walked
  }
  var seen: Set<FileIdentity> = []
  var waiting = [start]
  while let folder = waiting.popLast() {
    do throws(FileProblem) {
      let listing = try listFolder(folder)
      guard seen.insert(listing.identity).inserted else { continue }
      var folders: [FilePlace] = []
      for entry in listing.entries {
        let name = String(decoding: entry.name, as: UTF8.self)
        switch entry.kind {
        case .folder where !entry.isLink && !neverWalked.contains(name): folders.append(folder.child(entry.name))
        case .file where wants(name): walked.files.append(folder.child(entry.name))
        default: break
        }
      }
      waiting += folders.reversed()
    } catch {
      walked.findings.append(folderUnreadable(folder, error))
    }
  }
  walked.files.sort { precedes($0.bytes, $1.bytes) }
  return walked
}
