import Foundation
import Testing

/// The pre-push hook in real repositories with a real remote.
@Suite struct HookCommandTests {
  /// A repository with a workspace that ships, or does not, and a bare remote.
  private final class Repository {
    let folder: TemporaryFolder
    let workspace: String

    init(workspace: String = "it's a workspace/جاهز", ships: Bool = true) throws {
      folder = try TemporaryFolder()
      self.workspace = workspace
      try git("init", "--quiet", "--bare", "\(folder.path)/remote.git", in: folder.path)
      try git("init", "--quiet", "\(folder.path)/clone", in: folder.path)
      try git("remote", "add", "origin", "../remote.git")
      try writeMatrix(ships: ships)
      try git("add", ".")
      try git("commit", "--quiet", "--message", "matrix")
    }

    var clone: String { "\(folder.path)/clone" }
    var path: String { "\(clone)/\(workspace)" }

    func writeMatrix(ships: Bool) throws {
      let matrix = ships ? goodMatrix : goodMatrix.replacingOccurrences(of: "OK", with: "Blocked")
      try folder.write(matrix, to: "clone/\(workspace)/RELEASE_READINESS_MATRIX.md")
    }

    /// A hook command in the workspace.
    func hook(_ words: String..., at other: String? = nil) throws -> Program.Outcome {
      try Program.run(["hook"] + words + ["-C", other ?? path], environment: ["HOME": folder.path])
    }

    func push(_ words: String..., environment: [String: String] = [:]) throws -> (output: String, code: Int32) {
      try runGit(["push", "--quiet", "origin"] + words, in: clone, environment)
    }

    @discardableResult
    func git(
      _ words: String..., in other: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
      let (output, code) = try runGit(words, in: other ?? clone)
      #expect(code == 0, "git \(words): \(output)", sourceLocation: sourceLocation)
      return output.trimmingCharacters(in: .newlines)
    }

    /// With the program under test on the path, unless another path is given.
    func runGit(
      _ words: [String], in place: String, _ environment: [String: String] = [:]
    ) throws -> (output: String, code: Int32) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-C", place] + words
      let beside = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
      let identity = ["AUTHOR", "COMMITTER"].flatMap {
        [("GIT_\($0)_NAME", "n"), ("GIT_\($0)_EMAIL", "n@example.com")]
      }
      process.environment = [
        "PATH": "\(beside):/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
      ].merging(identity) { $1 }.merging(environment) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }

    var branches: String { get throws { try git("branch", "--list", in: "\(folder.path)/remote.git") } }
  }

  @Test func `a held gate stops the push and says why; one that lets pass lets pass`() throws {
    let repository = try Repository(ships: false)
    let installed = try repository.hook("install")
    #expect(installed.code == 0, "\(installed.errors)")
    #expect(installed.output == "\(repository.clone)/.git/hooks/pre-push\n")
    let stopped = try repository.push("main")
    #expect(stopped.code == 1)
    #expect(stopped.output.contains("RELEASE_READINESS_MATRIX.md:3: docs truth: blocked"), "\(stopped.output)")
    #expect(stopped.output.contains("JAHIZ_SKIP=1"))
    #expect(try repository.branches.isEmpty)
    try repository.writeMatrix(ships: true)
    let passed = try repository.push("main")
    #expect(passed.code == 0, "\(passed.output)")
    #expect(try repository.branches.contains("main"))
  }

  @Test func `JAHIZ_SKIP passes the gate by and says so`() throws {
    let repository = try Repository(ships: false)
    _ = try repository.hook("install")
    let skipped = try repository.push("main", environment: ["JAHIZ_SKIP": "1"])
    #expect(skipped.code == 0)
    #expect(skipped.output.contains("jahiz: JAHIZ_SKIP=1: pushed without asking the gate"))
  }

  @Test func `without jahiz on the path nothing goes out but deletions`() throws {
    let repository = try Repository()
    let installed = try repository.hook("install")
    #expect(installed.errors.contains("PATH"), "whoever installs it is told")
    let path = ["PATH": "/usr/bin:/bin"]
    let stopped = try repository.push("main", environment: path)
    #expect(stopped.code == 1 && stopped.output.contains("not on PATH"), "\(stopped.output)")
    #expect(try repository.push("main").code == 0)
    try repository.git("branch", "--quiet", "other", in: "\(repository.folder.path)/remote.git")
    #expect(try repository.push("--delete", "other", environment: path).code == 0)
  }

  @Test func `another's hook is left as it is, with one line that says what to add`() throws {
    let repository = try Repository()
    let hook = "clone/.git/hooks/pre-push"
    try repository.folder.write("#!/bin/sh\nexit 0\n", to: hook)
    for command in ["install", "uninstall"] {
      let refused = try repository.hook(command)
      #expect(refused.code == 1)
      #expect(refused.errors.split(separator: "\n").count == 1)
      #expect(refused.errors.contains("jahiz gate -C './it'\\''s a workspace/جاهز' >&2 || exit 1"), "\(refused.errors)")
    }
    #expect(try String(contentsOfFile: "\(repository.folder.path)/\(hook)", encoding: .utf8) == "#!/bin/sh\nexit 0\n")
    let status = try repository.hook("status")
    #expect(status.code == 1 && status.output.hasPrefix("another hook is there: "))
    #expect(try repository.hook("status", "--lang", "ar").output.hasPrefix("هنا خطاف آخر"))
  }

  @Test func `status follows what is there`() throws {
    let repository = try Repository()
    let missing = try repository.hook("status")
    #expect(missing.code == 1 && missing.output.hasPrefix("not installed: "))
    _ = try repository.hook("install")
    let installed = try repository.hook("status")
    #expect(installed.code == 0 && installed.output.hasPrefix("installed: "))
    let removed = try repository.hook("uninstall")
    #expect(removed.code == 0 && removed.output.hasPrefix("removed: "))
    #expect(try repository.hook("uninstall").code == 0)
    #expect(try repository.hook("status").code == 1)
  }

  @Test func `the folder of hooks is the one that Git uses`() throws {
    let repository = try Repository()
    // Relative to the top, wherever the workspace lies.
    try repository.git("config", "core.hooksPath", "tools/hooks")
    #expect(try repository.hook("install").output == "\(repository.clone)/tools/hooks/pre-push\n")
    try repository.writeMatrix(ships: false)
    #expect(try repository.push("main").code == 1)
    try repository.git("config", "core.hooksPath", "~/all hooks")
    #expect(try repository.hook("install").output == "\(repository.folder.path)/all hooks/pre-push\n")
  }

  @Test func `a linked work tree shares the hook, which judges the work tree that pushes`() throws {
    let repository = try Repository()
    try repository.git("worktree", "add", "--quiet", "-b", "held", "../linked")
    let linked = "\(repository.folder.path)/linked"
    let installed = try repository.hook("install", at: "\(linked)/\(repository.workspace)")
    #expect(installed.output == "\(repository.clone)/.git/hooks/pre-push\n", "\(installed.errors)")
    let blocked = goodMatrix.replacingOccurrences(of: "OK", with: "Blocked")
    try repository.folder.write(blocked, to: "linked/\(repository.workspace)/RELEASE_READINESS_MATRIX.md")
    #expect(try repository.runGit(["push", "--quiet", "origin", "held"], in: linked).code == 1)
    #expect(try repository.push("main").code == 0)
  }

  @Test func `read-only writes nothing`() throws {
    let repository = try Repository()
    #expect(try repository.hook("install", "--read-only").code == 1)
    #expect(try repository.hook("status").code == 1)
    _ = try repository.hook("install")
    #expect(try repository.hook("uninstall", "--read-only").code == 1)
    #expect(try repository.hook("status").code == 0)
  }

  @Test func `where Git knows no work tree it is one clear line, and 2`() throws {
    let folder = try TemporaryFolder()
    for command in ["install", "uninstall", "status"] {
      let environment = ["GIT_CEILING_DIRECTORIES": folder.path, "HOME": folder.path]
      let outcome = try Program.run(["hook", command, "-C", folder.path], environment: environment)
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains(folder.path))
    }
    #expect(try Program.run(["hook", "install", "-C", "/nowhere/at/all"]).code == 2)
    #expect(try Program.run(["hook"]).code == 0 || Program.run(["hook"]).code == 64)
  }
}
