import Evidence
import Foundation
import Readiness
import Synchronization
import Testing

@Suite struct WorkspaceReaderTests {
  private let folder = TemporaryFolder()
  private let now = Instant(seconds: 1_800_000_000)

  private let matrix = """
    | البُعد | الحالة | الدليل | المالك |
    |---|---|---|---|
    | **docs truth** | OK | [x](docs/x.md) | Sara |

    """

  private func result(_ suite: String, success: Bool = true) -> String {
    """
    {"success": \(success), "results": [], "suite_name": "\(suite)",
     "statistics": {"evaluated_expectations": 0, "successful_expectations": 0, "unsuccessful_expectations": 0,
     "success_percent": null}, "meta": {"great_expectations_version": "1.24.0", "run_id": {"run_name": null,
     "run_time": "2026-03-05T10:00:05+00:00"}, "batch_spec": {}, "active_batch_definition":
     {"data_asset_name": "\(suite)_asset"}}}
    """
  }

  private func read(cache: ReadingCache? = nil) throws -> Workspace {
    try readWorkspace(at: folder.path, readAt: now, cache: cache)
  }

  private func failure(_ path: String) -> String? {
    do throws(WorkspaceError) {
      _ = try readWorkspace(at: path, readAt: now)
      return nil
    } catch {
      return error.message.english
    }
  }

  private func closed(_ workspace: Workspace) -> [String] {
    workspace.findings.filter(\.code.failsClosed).map { "\($0.code.rawValue) \($0.location.path)" }
  }

  @Test func `an empty folder is a workspace that lacks a matrix`() throws {
    let workspace = try read()
    #expect(workspace.matrix == nil)
    #expect(workspace.findings.map(\.code) == [.matrixMissing])
    #expect(workspace.readAt == now)
  }

  @Test func `no folder, a file, and no name at all are one clear line`() {
    folder.write("file")
    #expect(failure("\(folder.path)/none") == "\(folder.path)/none: there is no such folder")
    #expect(failure("\(folder.path)/file") == "\(folder.path)/file: a workspace is a folder, and this is a file")
    #expect(failure("\(folder.path)/file/x")?.hasSuffix("cannot be opened: Not a directory") == true)
    #expect(failure("") != nil)
  }

  @Test func `a bad configuration is an error, not a finding`() {
    folder.write("jahiz.yaml", "\n\ntargt: prod\n")
    #expect(failure(folder.path) == "jahiz.yaml:3: unknown key “targt”: did you mean “target”?")
  }

  @Test func `a configuration that is a folder or a link to nothing is an error`() throws {
    folder.makeFolder("jahiz.yaml")
    #expect(failure(folder.path) == "jahiz.yaml: cannot be read: Is a directory")
    try FileManager.default.removeItem(atPath: "\(folder.path)/jahiz.yaml")
    folder.link("jahiz.yaml", to: "elsewhere.yaml")
    #expect(failure(folder.path) == "jahiz.yaml: cannot be read: No such file or directory")
  }

  @Test func `a workspace reached by a link is read`() throws {
    folder.write("real/RELEASE_READINESS_MATRIX.md", matrix)
    folder.link("link", to: "real")
    let workspace = try readWorkspace(at: "\(folder.path)/link", readAt: now)
    #expect(workspace.matrix?.path == "RELEASE_READINESS_MATRIX.md")
  }

  @Test func `the first matrix is judged and the others are named`() throws {
    folder.write("RELEASE_READINESS_MATRIX.md", matrix)
    folder.write("docs/RELEASE_READINESS_MATRIX.md", matrix)
    let workspace = try read()
    #expect(workspace.matrix?.path == "RELEASE_READINESS_MATRIX.md")
    let others = workspace.findings.filter { $0.code == .otherMatrix }
    #expect(others.map(\.location.path) == ["docs/RELEASE_READINESS_MATRIX.md"])
    #expect(closed(workspace).isEmpty)
  }

  @Test func `configured files that are not there fail closed, each by name`() throws {
    folder.write("jahiz.yaml", "matrix: [a.md, b.md]\ngx: [c]\nevents: d.jsonl\n")
    #expect(
      closed(try read()) == [
        "matrix_unreadable a.md", "matrix_unreadable b.md", "events_unreadable d.jsonl", "result_unreadable c",
      ])
  }

  @Test func `a folder where a file is meant fails closed`() throws {
    folder.makeFolder("RELEASE_READINESS_MATRIX.md")
    folder.makeFolder("incidents/events.jsonl")
    let workspace = try read()
    #expect(
      closed(workspace) == [
        "matrix_unreadable RELEASE_READINESS_MATRIX.md", "events_unreadable incidents/events.jsonl",
      ])
    #expect(workspace.findings.allSatisfy { $0.message.english == "cannot be read: Is a directory" })
  }

  @Test func `a pipe or a link to nothing in a store fails closed without waiting`() throws {
    folder.write("checkpoints/good.json", result("good"))
    mkfifo("\(folder.path)/checkpoints/pipe.json", 0o600)
    folder.link("checkpoints/dangling.json", to: "nowhere.json")
    let workspace = try read()
    #expect(
      closed(workspace) == [
        "result_unreadable checkpoints/dangling.json", "result_unreadable checkpoints/pipe.json",
      ])
    #expect(workspace.results.map(\.suite) == ["good"])
  }

  @Test func `results come in path order whichever thread read them`() throws {
    for number in 0..<60 { folder.write("checkpoints/\(100 + number).json", result("suite \(number)")) }
    folder.write("checkpoints/broken.json", "{\"success\": tr")
    let workspace = try read()
    #expect(workspace.results.map(\.suite) == (0..<60).map { "suite \($0)" })
    #expect(closed(workspace) == ["result_unreadable checkpoints/broken.json"])
  }

  @Test func `a result whose name is not UTF-8 is read`() throws {
    folder.makeFolder("checkpoints")
    folder.write("plain", result("named oddly"))
    let name = (Array("\(folder.path)/checkpoints/".utf8) + [0xFF] + Array(".json".utf8) + [0]).map {
      CChar(bitPattern: $0)
    }
    try #require(rename("\(folder.path)/plain", name) == 0)
    #expect(try read().results.map(\.suite) == ["named oddly"])
  }

  @Test func `the first snapshot has the matrix and waits for no result`() throws {
    folder.write("RELEASE_READINESS_MATRIX.md", matrix)
    folder.write("checkpoints/1.json", result("orders"))
    let seen = Mutex<[Workspace]>([])
    let whole = try readWorkspace(
      at: folder.path, readAt: now, progress: { partial, _, _ in seen.withLock { $0.append(partial) } })
    let first = try #require(seen.withLock { $0.first })
    #expect(first.matrix == whole.matrix && first.matrix != nil)
    #expect(first.results.isEmpty)
    #expect(whole.results.count == 1)
  }

  @Test func `a cancelled reading stops before the results`() throws {
    for number in 0..<20 { folder.write("checkpoints/\(number).json", result("orders")) }
    #expect(try readWorkspace(at: folder.path, readAt: now, isCancelled: { true }).results.isEmpty)
  }

  @Test func `a cache gives the same snapshot, notices changes and forgets what is gone`() throws {
    for name in ["a", "b", "c"] { folder.write("checkpoints/\(name).json", result(name)) }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -3_600)]
    for name in ["a", "b", "c"] {
      try FileManager.default.setAttributes(old, ofItemAtPath: "\(folder.path)/checkpoints/\(name).json")
    }
    let cache = ReadingCache()
    let first = try read(cache: cache)
    #expect(try read(cache: cache) == first)
    folder.write("checkpoints/b.json", result("B"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/checkpoints/c.json")
    #expect(try read(cache: cache).results.map(\.suite) == ["a", "B"])
  }

  @Test func `the folders of everything that was read are watched`() throws {
    folder.write("RELEASE_READINESS_MATRIX.md", matrix)
    folder.write("docs/x.md")
    folder.write("incidents/events.jsonl")
    folder.write("data/gx/uncommitted/validations/s/1.json", result("orders"))
    folder.write("unrelated/deep/file")
    let root = try #require(realpath(folder.path, nil).map { String(cString: $0) })
    #expect(
      watchedFolders(of: try read()) == [
        root, "\(root)/data", "\(root)/data/gx", "\(root)/data/gx/uncommitted",
        "\(root)/data/gx/uncommitted/validations", "\(root)/data/gx/uncommitted/validations/s", "\(root)/docs",
        "\(root)/incidents",
      ])
  }
}
