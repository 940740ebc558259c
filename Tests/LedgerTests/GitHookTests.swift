import Foundation
import Readiness
import Testing

@testable import Ledger

struct GitHookTests {
  private let folder = TemporaryFolder()
  private var hook: GitHook { GitHook(folder: "\(folder.path)/hooks", prefix: "gov/demo/") }
  private let name = "hooks/pre-push"

  private func mode() -> mode_t {
    var status = stat()
    stat("\(folder.path)/\(name)", &status)
    return status.st_mode & 0o7777
  }

  @Test func `It is written whole, executable, into a folder that is made for it`() throws {
    #expect(try hook.state() == .missing)
    #expect(try hook.install())
    #expect(mode() == 0o755)
    #expect(try hook.state() == .own(isCurrent: true))
    #expect(try !hook.install(), "nothing is written twice")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/hooks") == ["pre-push"])
  }

  @Test func `It is removed, and removing it again is no fault`() throws {
    try hook.install()
    #expect(try hook.uninstall())
    #expect(folder.read(name).isEmpty)
    #expect(try hook.state() == .missing)
    #expect(try !hook.uninstall())
  }

  @Test(arguments: ["#!/bin/sh\nexit 0\n", "", "\0\u{FFFD}", "#!/bin/sh\n# jahiz hook", "# jahiz hook x\n#!/bin/sh\n"])
  func `Another's hook is left as it is`(text: String) throws {
    folder.write(name, text)
    let refusal = LedgerError.hookOfAnother(path: hook.file.path, line: hook.line)
    #expect(throws: refusal) { try hook.install() }
    #expect(throws: refusal) { try hook.uninstall() }
    #expect(folder.read(name) == Array(text.utf8))
    #expect(refusal.wording.english.contains("jahiz gate -C './gov/demo' >&2 || exit 1"))
    #expect(!refusal.wording.english.contains("\n"))
  }

  @Test func `A link is another's, wherever it leads`() throws {
    folder.write("own", hook.script)
    folder.write("hooks/x", "")
    for target in ["../own", "nowhere"] {
      symlink(target, "\(folder.path)/\(name)")
      #expect(try hook.state() == .ofAnother)
      #expect(throws: LedgerError.self) { try hook.install() }
      #expect(throws: LedgerError.self) { try hook.uninstall() }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/\(name)") == target)
      unlink("\(folder.path)/\(name)")
    }
    #expect(folder.read("own") == hook.script)
  }

  @Test func `Neither a folder nor a pipe in its place is touched or waited for`() throws {
    folder.write("\(name)/x", "")
    #expect(try hook.state() == .ofAnother)
    #expect(throws: LedgerError.self) { try hook.uninstall() }
    let other = GitHook(folder: "\(folder.path)/other", prefix: "")
    folder.write("other/x", "")
    mkfifo("\(folder.path)/other/pre-push", 0o600)
    #expect(try other.state() == .ofAnother)
    #expect(throws: LedgerError.self) { try other.install() }
  }

  @Test func `A hook that somebody edited is theirs from then on`() throws {
    try hook.install()
    let edited = folder.read(name) + Array("make test || exit 1\n".utf8)
    folder.write(name, edited)
    #expect(try hook.state() == .edited)
    #expect(throws: LedgerError.hookEdited(path: hook.file.path)) { try hook.install() }
    #expect(throws: LedgerError.hookEdited(path: hook.file.path)) { try hook.uninstall() }
    #expect(folder.read(name) == edited)
  }

  @Test func `The hook of another workspace is not replaced`() throws {
    try hook.install()
    let other = GitHook(folder: "\(folder.path)/hooks", prefix: "")
    #expect(try other.state() == .ofOtherWorkspace("'./gov/demo'"))
    #expect(throws: LedgerError.self) { try other.install() }
    #expect(throws: LedgerError.self) { try other.uninstall() }
    #expect(try hook.state() == .own(isCurrent: true))
  }

  @Test func `A hook of an older version, or one that may not be run, is renewed`() throws {
    let rest = "workspace='./gov/demo'\nexit 0\n"
    folder.write(name, "#!/bin/sh\n# jahiz hook \(sha256(rest))\n\(rest)")
    #expect(try hook.state() == .own(isCurrent: false))
    #expect(try hook.install())
    #expect(folder.read(name) == hook.script && mode() == 0o755)
    chmod("\(folder.path)/\(name)", 0o644)
    #expect(try hook.state() == .own(isCurrent: false))
    #expect(try hook.install())
    #expect(mode() == 0o755)
  }

  @Test func `Of many who install at once one writes, and none fails`() async throws {
    let hook = hook
    let written = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try hook.install() } }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(written == 1)
    #expect(folder.read(name) == hook.script)
  }

  @Test func `A file is created only where nothing stands`() throws {
    #expect(try createAtomically(folder.file("a"), [1], mode: 0o600))
    #expect(try !createAtomically(folder.file("a"), [2], mode: 0o600))
    symlink("nowhere", "\(folder.path)/b")
    #expect(try !createAtomically(folder.file("b"), [2], mode: 0o600))
    #expect(folder.read("a") == [1])
    #expect(folder.names == ["a", "b"])
  }

  @Test(arguments: ["", "demo", "a b/c d/", "it's 'quoted'", "$(touch x)`x`\"\\", "-rf", "سطر\nآخر", "--help/x"])
  func `The shell passes the workspace on as it is called`(prefix: String) throws {
    let hook = GitHook(folder: "\(folder.path)/hooks", prefix: prefix)
    try hook.install()
    folder.write("bin/jahiz", "#!/bin/sh\nfor word; do printf '%s\\0' \"$word\"; done\n")
    chmod("\(folder.path)/bin/jahiz", 0o755)
    let outcome = try run(["\(folder.path)/\(name)"], input: "refs/heads/a 1 refs/heads/a 0\n")
    #expect(outcome.code == 0)
    let inner = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    #expect(outcome.output == "gate\0-C\0\(inner.isEmpty ? "." : "./" + inner)\0")
    // And so does the line that is to be added by hand.
    #expect(try run(["/bin/sh", "-c", hook.line], input: "").output == outcome.output)
    #expect(folder.names == ["bin", "hooks"])
  }

  @Test func `Without jahiz nothing goes out, unless one says so`() throws {
    try hook.install()
    let push = "refs/heads/a 1 refs/heads/a 0\n"
    let path = "\(folder.path)/\(name)"
    let stopped = try run([path], input: push)
    #expect(stopped.code == 1 && stopped.output.contains("PATH") && stopped.output.contains("JAHIZ_SKIP=1"))
    #expect(try run([path], input: push, ["JAHIZ_SKIP": "0"]).code == 1)
    let skipped = try run([path], input: push, ["JAHIZ_SKIP": "1"])
    #expect(skipped.code == 0 && skipped.output.contains("without asking the gate"))
    #expect(try run([path], input: push, ["LANG": "ar_SA.UTF-8"]).output.contains("غير موجود"))
    let deletion = "(delete) 0000000000000000000000000000000000000000 refs/heads/a 1\n"
    #expect(try run([path], input: deletion).code == 0)
    #expect(try run([path], input: deletion + push).code == 1)
  }

  /// Runs it in the folder, with stdout and stderr in one, and `bin` first on its path.
  private func run(
    _ words: [String], input: String, _ environment: [String: String] = [:]
  ) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["PATH": "\(folder.path)/bin:/usr/bin:/bin"].merging(environment) { $1 }
    let (output, source) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = output
    process.standardInput = source
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}

private func sha256(_ text: String) -> String { sha256Hex(Array(text.utf8)) }
