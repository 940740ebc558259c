import Readiness

// Where the files of one source stand: as the configuration names them, else where convention looks.

/// The files that a setting names, folders walked; what it names and is not there is a finding.
///
/// - Parameters:
///   - setting: the setting’s name in jahiz.yaml, for messages.
///   - wants: which files of a folder; a file that is named itself is always wanted.
func configuredFiles(
  _ paths: [String], setting: String, below root: FilePlace, _ code: Finding.Code, where wants: (String) -> Bool
) -> WalkedFiles {
  var found = WalkedFiles()
  var seen: Set<FilePlace> = []
  for path in paths {
    let place = SourceLocation(path: path)
    guard let inside = pathInside(path) else {
      let message = Wording(
        "\(setting) names a path outside the workspace: correct jahiz.yaml",
        "\(setting) يسمي مسارًا خارج مساحة العمل: صحّح jahiz.yaml")
      found.findings.append(Finding(code, .v1, message, at: place))
      continue
    }
    let start = inside == "." ? root : root.child(inside)
    if case .failure(let problem) = fileStatus(start) {
      let message = Wording(
        "\(setting) names it, but it cannot be read: \(problem.reason.english)",
        "يسميه \(setting) وتعذّرت قراءته: \(problem.reason.arabic)")
      found.findings.append(Finding(code, .v1, message, at: place))
      continue
    }
    let walked = walkFiles(start, where: wants)
    found.findings += walked.findings
    for file in walked.files where seen.insert(file).inserted { found.files.append(file) }
  }
  return found
}

/// The files of one folder, none of the folders in it, whose name passes. A folder that is not there has none.
func listedFiles(_ folder: FilePlace, where wants: (String) -> Bool) -> WalkedFiles {
  var found = WalkedFiles()
  do throws(FileProblem) {
    for entry in try listFolder(folder).entries where entry.kind == .file {
      if wants(String(decoding: entry.name, as: UTF8.self)) { found.files.append(folder.child(entry.name)) }
    }
  } catch {
    if !error.isMissing, error.code != notAFolder { found.findings.append(folderUnreadable(folder, error)) }
  }
  return found
}

extension WalkedFiles {
  /// Adds what another walk found and this one did not.
  mutating func add(_ other: WalkedFiles) {
    let known = Set(files)
    files += other.files.filter { !known.contains($0) }
    findings += other.findings
  }
}

/// Whether a file’s name ends like Markdown.
func isMarkdownName(_ name: String) -> Bool {
  let lower = name.lowercased()
  return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
}

/// The folded name without its ending, its words joined by blanks: `metrics dictionary` of `Metrics_Dictionary.md`.
func fileNameWords(_ name: String) -> String {
  let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
  var words = String.UnicodeScalarView()
  for scalar in stem.unicodeScalars { words.append("-_.".unicodeScalars.contains(scalar) ? " " : scalar) }
  return folded(String(words))
}

/// Whether a file's name begins with one of these words, or is nothing else.
func fileName(_ name: String, beginsWith beginnings: [String]) -> Bool {
  let words = fileNameWords(name)
  return beginnings.contains { words.hasPrefix($0) && (words == $0 || words.hasPrefix($0 + " ")) }
}

/// ENOTDIR, without Glibc’s other names.
private let notAFolder: Int32 = 20
