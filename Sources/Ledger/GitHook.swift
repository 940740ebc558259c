import Glibc
import Readiness

// Git runs `pre-push` before anything goes out, at the top of the work tree, and stops the push where it fails. There is
// one such file in a repository, and it may be anybody's: so it is only ever created where nothing stands, and only
// changed or removed while it is byte for byte what jahiz wrote, which its second line proves by the hash of the rest.
//
// The hook fails closed: a gate that nobody could ask has proven nothing. Whoever must push says so by JAHIZ_SKIP=1, and
// the hook repeats it.

/// The pre-push hook that asks the gate of one workspace.
package struct GitHook: Sendable {
  package enum State: Hashable, Sendable {
    case missing
    /// jahiz's own, for this workspace; one by another version of jahiz is not current, nor one that may not be run.
    case own(isCurrent: Bool)
    case edited
    case ofOtherWorkspace(String)
    case ofAnother
  }

  package let file: LedgerFile
  /// From the top of the work tree: `./matrices/demo`, or `.`.
  package let workspace: String

  /// - Parameters:
  ///   - folder: of the hooks, as an absolute path.
  ///   - prefix: the workspace below the top of the work tree, with or without a slash at its end.
  package init(folder: String, prefix: String) {
    // It may lie outside the workspace, and is shown by its whole path.
    file = LedgerFile(workspace: "/", path: folder.hasSuffix("/") ? "\(folder)pre-push" : "\(folder)/pre-push")
    let inner = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    // Never beginning with a hyphen, nor absolute: the hook belongs to every work tree of the repository.
    workspace = inner.isEmpty ? "." : "./\(inner)"
  }

  /// The line that does the same in a hook of one's own.
  package var line: String { "jahiz gate -C \(shellQuoted(workspace)) >&2 || exit 1" }

  package func state() throws(LedgerError) -> State {
    let path = file.absolutePath
    guard let descriptor = Descriptor(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW) else {
      switch errno {
      case ENOENT: return .missing
      // A link is somebody's arrangement.
      case ELOOP: return .ofAnother
      default: throw file.problem(errno)
      }
    }
    guard let status = descriptor.status() else { throw file.problem(errno) }
    guard isRegular(status) else { return .ofAnother }
    guard let bytes = descriptor.read(from: 0, to: longestScript) else { throw file.problem(errno) }
    return state(of: bytes, isExecutable: status.st_mode & 0o111 == 0o111)
  }

  /// Writes the hook; makes the folder where there is none.
  ///
  /// - Returns: whether anything was written.
  @discardableResult
  package func install() throws(LedgerError) -> Bool {
    for _ in 0..<5 {
      switch try state() {
      case .missing:
        try makeFolder(folder(of: file.absolutePath))
        if try createAtomically(file, script, mode: 0o755) { return true }
      case .own(isCurrent: true): return false
      case .own:
        return try replaceAtomically(file, mode: 0o755) { bytes throws(LedgerError) in
          try check(state(of: bytes, isExecutable: true))
          return script
        }
      case let other: try check(other)
      }
    }
    throw .keepsChanging(path: file.path)
  }

  /// Removes the hook.
  ///
  /// - Returns: false where there was none.
  @discardableResult
  package func uninstall() throws(LedgerError) -> Bool {
    let found = try state()
    if found == .missing { return false }
    try check(found)
    let path = file.absolutePath
    let descriptor = try openLocked(file, at: path, wait: .seconds(5)) { () throws(LedgerError) in
      guard let descriptor = Descriptor(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW) else { throw file.problem(errno) }
      return descriptor
    }
    guard let bytes = descriptor.read(from: 0, to: longestScript) else { throw file.problem(errno) }
    try check(state(of: bytes, isExecutable: true))
    guard unlink(path) == 0 else { throw file.problem(errno) }
    let code = synchronizeFolder(folder(of: path))
    guard code == 0 else { throw file.problem(code) }
    return true
  }

  private func check(_ state: State) throws(LedgerError) {
    switch state {
    case .missing, .own: break
    case .edited: throw .hookEdited(path: file.path)
    case .ofOtherWorkspace(let other): throw .hookOfOtherWorkspace(path: file.path, workspace: other)
    case .ofAnother: throw .hookOfAnother(path: file.path, line: line)
    }
  }

  private func makeFolder(_ path: String) throws(LedgerError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw file.problem(errno) }
    try makeFolder(folder(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw file.problem(errno) }
  }

  // MARK: The script

  /// Longer than any that jahiz writes: a path has at most 4,096 bytes.
  private var longestScript: Int { 1 << 16 }

  private var statement: String { "workspace=\(shellQuoted(workspace))\n" }

  private func state(of bytes: [UInt8], isExecutable: Bool) -> State {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0].elementsEqual(interpreter.utf8), lines[1].starts(with: marker.utf8) else {
      return .ofAnother
    }
    let rest = lines[2]
    guard lines[1].dropFirst(marker.utf8.count).elementsEqual(sha256Hex(rest).utf8) else { return .edited }
    if rest.starts(with: statement.utf8) { return .own(isCurrent: isExecutable && bytes == script) }
    let other = rest.prefix { $0 != UInt8(ascii: "\n") }.drop { $0 != UInt8(ascii: "=") }.dropFirst()
    return .ofOtherWorkspace(String(decoding: other, as: UTF8.self))
  }

  /// POSIX shell; its messages are Arabic where the locale is, as jahiz's own.
  var script: [UInt8] {
    let rest =
      statement + """
        # Stops a push while the gate of this workspace holds. It judges the files as they lie in the work tree.
        # Written by "jahiz hook install"; "jahiz hook uninstall" removes it while nobody has changed it.

        say() {
          case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
            ar*) printf 'jahiz: %s\\n' "$2" >&2 ;;
            *) printf 'jahiz: %s\\n' "$1" >&2 ;;
          esac
        }

        # Where branches are only deleted nothing ships.
        ships=
        while read -r _ commit _; do
          case $commit in *[!0]*) ships=yes ;; esac
        done
        [ -n "$ships" ] || exit 0

        if [ "${JAHIZ_SKIP:-}" = 1 ]; then
          say 'JAHIZ_SKIP=1: pushed without asking the gate' \\
            'JAHIZ_SKIP=1: يُدفع دون سؤال البوابة'
          exit 0
        fi
        if ! command -v jahiz >/dev/null 2>&1; then
          say 'not on PATH, so nothing is proven and nothing is pushed: install it, or push with JAHIZ_SKIP=1' \\
            'غير موجود في PATH فلا إثبات ولا دفع: ثبّته، أو ادفع مع JAHIZ_SKIP=1'
          exit 1
        fi
        jahiz gate -C "$workspace" >&2 && exit 0
        say 'not pushed, because the gate does not let it pass; JAHIZ_SKIP=1 pushes all the same' \\
          'لم يُدفع لأن البوابة لا تجيزه؛ ومع JAHIZ_SKIP=1 يُدفع رغم ذلك'
        exit 1

        """
    return Array("\(interpreter)\n\(marker)\(sha256Hex(rest.utf8))\n\(rest)".utf8)
  }
}

private let interpreter = "#!/bin/sh"
private let marker = "# jahiz hook "

/// Any text as one word of a POSIX shell.
func shellQuoted(_ text: String) -> String {
  "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
}
