import Glibc
import Readiness
import Testing

@testable import Evidence

@Suite struct ProvenanceReaderTests {
  /// Git with an identity and a configuration of its own.
  private func git(_ folder: TemporaryFolder, _ arguments: String...) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main"]
    let output = try? ChildProgram(
      ["git", "-C", folder.path] + identity + arguments,
      environment: [inheritedVariable("PATH") ?? "", "HOME=\(folder.path)", "LC_ALL=C"], timeoutMilliseconds: 20_000
    ).run()
    #expect(output?.succeeded == true, "git \(arguments)")
  }

  private func repository() -> TemporaryFolder {
    let folder = TemporaryFolder()
    git(folder, "init", "-q")
    folder.write("M.md", "one\n")
    folder.write("release/R.md", "one\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    return folder
  }

  @Test("A clean repository gives commit, tags, branch and description, and no finding")
  func clean() throws {
    let folder = repository()
    git(folder, "tag", "v1.0.0")
    git(folder, "tag", "-a", "rc-1", "-m", "annotated")
    let (provenance, findings) = readProvenance(below: folder.path)
    let found = try #require(provenance)
    #expect(findings.isEmpty)
    #expect(found.commit.count == 40)
    #expect(found.tags == ["rc-1", "v1.0.0"])
    #expect(found.branch == "main")
    #expect(found.description?.hasPrefix("rc-1-0-g") == true)
    #expect(found.committedAt != nil)
    #expect(found.ancestors.map(\.commit) == [found.commit])
    #expect(found.ancestors.first?.paths == ["M.md", "release/R.md"])
    #expect(found.judged(candidate: nil, now: noon).findings.isEmpty)
  }

  @Test("Changed and untracked files are told apart; odd names are kept")
  func dirty() throws {
    let folder = repository()
    git(folder, "tag", "v1.0.0")
    folder.write("ملف جديد.txt", "x")
    folder.write("M.md", "two\n")
    let found = try #require(readProvenance(below: folder.path).0)
    #expect(found.changes.map(\.path) == ["M.md"])
    #expect(found.untracked.map(\.path) == ["ملف جديد.txt"])
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "second")
    git(folder, "checkout", "-q", "--detach")
    let next = try #require(readProvenance(below: folder.path).0)
    #expect(next.branch == nil)
    #expect(next.tags.isEmpty)
    #expect(next.otherTags == ["v1.0.0": found.commit])
    #expect(next.ancestors.map(\.paths) == [["M.md", "ملف جديد.txt"], ["M.md", "release/R.md"]])
    #expect(next.commitNamed(in: "v1.0.0", records: ["M.md"]) == .other("v1.0.0"))
    #expect(next.commitNamed(in: "v1.0.0", records: ["M.md", "ملف جديد.txt"]) == .recorded("v1.0.0"))
  }

  @Test("Only what is below the workspace makes it dirty, where the repository begins above")
  func below() throws {
    let folder = repository()
    folder.write("M.md", "two\n")
    let inner = try #require(readProvenance(below: folder.path + "/release").0)
    #expect(inner.prefix == "release/")
    #expect(inner.changes.isEmpty)
    folder.write("release/R.md", "two\n")
    #expect(readProvenance(below: folder.path + "/release").0?.changes.map(\.path) == ["R.md"])
    folder.write("scratch/x.md", "x")
    let (none, findings) = readProvenance(below: folder.path + "/scratch")
    #expect(none == nil)
    #expect(findings.map(\.code) == [.provenanceUnreadable])
  }

  @Test("Outside of any repository there is nothing and no finding; without a commit there is a finding")
  func none() {
    let folder = TemporaryFolder()
    #expect(readProvenance(below: folder.path).0 == nil)
    #expect(readProvenance(below: folder.path).1.isEmpty)
    #expect(readProvenance(below: folder.path + "/gone").1.isEmpty)
    git(folder, "init", "-q")
    #expect(readProvenance(below: folder.path).1.map(\.severity) == [.v0])
  }

  @Test("Nothing that a repository configures is run")
  func hostile() {
    let folder = repository()
    let trap = "touch \(folder.path)/../jahiz-trap-\(getpid())"
    folder.write(".gitattributes", "*.md filter=trap diff=trap\n")
    for setting in [
      "filter.trap.clean", "filter.trap.process", "core.fsmonitor", "diff.external", "core.pager", "diff.trap.textconv",
    ] {
      git(folder, "config", setting, trap)
    }
    git(folder, "config", "filter.trap.required", "true")
    git(folder, "config", "core.hooksPath", folder.path)
    // Of the same size, so that Git has to look into it.
    folder.write("M.md", "two\n")
    let found = readProvenance(below: folder.path).0
    #expect(found?.changes.map(\.path) == ["M.md"])
    #expect(access("\(folder.path)/../jahiz-trap-\(getpid())", F_OK) != 0)
  }

  @Test("A repository that Git refuses is a V0 finding")
  func refused() {
    let folder = TemporaryFolder()
    folder.write(".git", "gitdir: \n")
    let (provenance, findings) = readProvenance(below: folder.path)
    #expect(provenance == nil)
    #expect(findings.map(\.severity) == [.v0])
  }
}

@Suite struct ChildProgramTests {
  private func run(_ script: String, milliseconds: Int64 = 5_000, bytes: Int = 1 << 20) throws -> ChildProgram.Output {
    try ChildProgram(
      ["sh", "-c", script], environment: ["PATH=/usr/bin:/bin", "A=b"], timeoutMilliseconds: milliseconds,
      byteLimit: bytes
    ).run()
  }

  @Test("Both outputs and the status come back, with the environment that was given and no other")
  func outputs() throws {
    let output = try run("echo out $A $HOME; echo err >&2; exit 3")
    #expect(String(decoding: output.standardOutput, as: UTF8.self) == "out b\n")
    #expect(String(decoding: output.standardError, as: UTF8.self) == "err\n")
    #expect(output.status == 3)
    #expect(try run("kill -9 $$").status == nil)
  }

  @Test("A program that is not there, takes too long, or prints too much is ended and says so")
  func limits() {
    #expect(throws: ChildProgram.Failure.notStarted) { try ChildProgram(["jahiz-is-not-there"], environment: []).run() }
    #expect(throws: ChildProgram.Failure.tookTooLong) { try run("sleep 60 & sleep 60", milliseconds: 100) }
    #expect(throws: ChildProgram.Failure.tookTooLong) { try run("exec >&- 2>&-; sleep 60", milliseconds: 100) }
    #expect(throws: ChildProgram.Failure.printedTooMuch) { try run("yes", bytes: 10_000) }
  }

  @Test("More on both outputs than a pipe holds does not stand still")
  func bothFull() throws {
    let output = try run("head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero")
    #expect(output.standardOutput.count == 300_000)
    #expect(output.standardError.count == 300_000)
  }
}
