import Glibc

// Git is asked with nothing that a repository could make it run: a workspace is not always one's own. Hooks, the file
// system monitor, pagers, prompts, signatures, lazy fetches and submodules are off, and so are the filters that the
// repository's own configuration defines. What the user's own configuration says stays as it is.

/// Git for one folder.
package struct GitProgram {
  package enum Failure: Error, Hashable {
    /// There is no git.
    case notInstalled
    case tookTooLong
    /// It refuses: what it said.
    case refused(String)
  }

  package var timeoutMilliseconds: Int64 = 2_000
  /// Of what one run may print.
  package var byteLimit = 4 << 20
  private let folder: FilePlace
  /// Settings that put the repository's own filters out of use.
  private var filters: [String] = []

  package init(folder: String) throws(Failure) { try self.init(folder: FilePlace(root: folder)) }

  init(folder: FilePlace) throws(Failure) {
    self.folder = folder
    filters = try localFilters().flatMap { name in
      ["clean", "smudge", "process"].flatMap { ["-c", "filter.\(name).\($0)="] } + [
        "-c", "filter.\(name).required=false",
      ]
    }
  }

  /// What it prints.
  ///
  /// - Parameter asksForHooks: whether `core.hooksPath` stands as it is, for a command that only tells it.
  package func output(_ arguments: [String], asksForHooks: Bool = false) throws(Failure) -> [UInt8] {
    let output = try run(arguments, asksForHooks: asksForHooks)
    guard output.succeeded else { throw .refused(firstLine(output.standardError)) }
    return output.standardOutput
  }

  /// The text of what it prints, without the line's end; nil where it fails.
  func line(_ arguments: [String]) -> String? {
    guard let output = try? output(arguments) else { return nil }
    let text = String(decoding: output, as: UTF8.self).trimmed
    return text.isEmpty ? nil : text
  }

  private func run(_ arguments: [String], asksForHooks: Bool = false) throws(Failure) -> ChildProgram.Output {
    guard let path = String(validating: folder.bytes, as: UTF8.self), !path.isEmpty else {
      throw .refused("the workspace’s name is not UTF-8")
    }
    let command =
      ["git", "-C", path, "--no-pager", "--no-optional-locks", "--literal-pathspecs"] + safeSettings
      + (asksForHooks ? [] : ["-c", "core.hooksPath=/dev/null"]) + filters + arguments
    let variables = passedOn.compactMap(inheritedVariable) + settings
    do throws(ChildProgram.Failure) {
      return try ChildProgram(
        command, environment: variables, timeoutMilliseconds: timeoutMilliseconds, byteLimit: byteLimit
      ).run()
    } catch {
      switch error {
      case .notStarted: throw .notInstalled
      case .tookTooLong, .printedTooMuch: throw .tookTooLong
      }
    }
  }

  /// Names of filters (`filter.NAME.clean`) in the repository's own configuration.
  private func localFilters() throws(Failure) -> [String] {
    let output = try run(["config", "--show-scope", "--name-only", "-z", "--get-regexp", "^filter\\..*"])
    // 1: none.
    guard output.succeeded else {
      if output.status == 1 { return [] }
      throw .refused(firstLine(output.standardError))
    }
    let fields = output.standardOutput.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var names: Set<String> = []
    for index in stride(from: 0, to: fields.count - 1, by: 2) where ["local", "worktree"].contains(fields[index]) {
      let key = fields[index + 1]
      guard let start = key.firstIndex(of: "."), let end = key.lastIndex(of: "."), start < end else { continue }
      names.insert(String(key[key.index(after: start)..<end]))
    }
    return names.sorted()
  }
}

/// Where Git looks for itself and for the user's settings. Not `GIT_DIR`: it is the folder asked about that counts.
private let passedOn = [
  "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
]

private let safeSettings = [
  "core.fsmonitor=false", "core.pager=cat", "core.askPass=", "protocol.allow=never",
  "log.showSignature=false", "safe.bareRepository=explicit", "diff.external=", "core.quotePath=false",
  "submodule.recurse=false", "status.submoduleSummary=false",
].flatMap { ["-c", $0] }

private let settings = [
  "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_PAGER=cat", "GIT_ASKPASS=",
  "SSH_ASKPASS=",
  "LC_ALL=C",
]

private func firstLine(_ bytes: [UInt8]) -> String {
  let line = bytes.split(separator: 10).first ?? []
  return String(decoding: line.prefix(500), as: UTF8.self).trimmed
}
