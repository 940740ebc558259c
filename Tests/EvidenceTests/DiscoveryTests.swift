import Foundation
import Readiness
import Testing

@testable import Evidence

@Suite struct DiscoveryTests {
  private let folder = TemporaryFolder()
  private var root: FilePlace { FilePlace(root: folder.path) }

  private func matrices(_ configuration: Configuration = Configuration()) -> [String] {
    discoverMatrices(below: root, configuration).files.map(\.shown)
  }

  private func results(_ configuration: Configuration = Configuration()) -> [String] {
    discoverResults(below: root, configuration).results.map(\.shown)
  }

  @Test func `matrices come from the root, docs and matrices, in this order, then by name`() {
    for name in [
      "matrices/RELEASE_READINESS_MATRIX.md", "docs/RELEASE_READINESS_MATRIX_B.md",
      "docs/RELEASE_READINESS_MATRIX_A.md",
      "RELEASE_READINESS_MATRIX_Z.md", "release_readiness_matrix.md", "RELEASE_READINESS_MATRIX.md.bak",
      "docs/deeper/RELEASE_READINESS_MATRIX.md", "docs/OLD_RELEASE_READINESS_MATRIX.md",
    ] { folder.write(name) }
    #expect(
      matrices() == [
        "RELEASE_READINESS_MATRIX_Z.md", "docs/RELEASE_READINESS_MATRIX_A.md", "docs/RELEASE_READINESS_MATRIX_B.md",
        "matrices/RELEASE_READINESS_MATRIX.md",
      ])
  }

  @Test func `configured matrices replace the found ones, in their own order`() {
    folder.write("RELEASE_READINESS_MATRIX.md")
    var configuration = Configuration()
    configuration.matrix = ["z.md", "a.md"]
    #expect(matrices(configuration) == ["z.md", "a.md"])
  }

  @Test func `stores are found up to four folders deep, results at any depth in them`() {
    folder.write("uncommitted/validations/s/r/t/1.json")
    folder.write("gx/uncommitted/validations/2.json")
    folder.write("a/b/c/d/uncommitted/validations/3.json")
    folder.write("a/b/c/d/e/uncommitted/validations/4.json")
    folder.write("node_modules/gx/uncommitted/validations/5.json")
    folder.write(".git/uncommitted/validations/6.json")
    folder.write("gx/uncommitted/validations/notes.txt")
    folder.write("gx/uncommitted/data_docs/7.json")
    #expect(
      results() == [
        "a/b/c/d/uncommitted/validations/3.json", "gx/uncommitted/validations/2.json",
        "uncommitted/validations/s/r/t/1.json",
      ])
  }

  @Test func `loose results stand in checkpoints, a project's own checkpoints are definitions`() {
    folder.write("checkpoints/nightly/orders.json")
    folder.write("gx/uncommitted/validations/1.json")
    folder.write("gx/checkpoints/orders.json")
    folder.write("gx/validation_definitions/orders.json")
    let found = discoverResults(below: root, Configuration())
    #expect(found.results.map(\.shown) == ["checkpoints/nightly/orders.json", "gx/uncommitted/validations/1.json"])
    #expect(found.checkpointDefinitions.map(\.shown) == ["gx/checkpoints/orders.json"])
    #expect(found.validationDefinitions.map(\.shown) == ["gx/validation_definitions/orders.json"])
  }

  @Test func `definitions count where the store was not checked out`() {
    folder.write("gx/checkpoints/orders.json")
    let found = discoverResults(below: root, Configuration())
    #expect(found.checkpointDefinitions.map(\.shown) == ["gx/checkpoints/orders.json"])
  }

  @Test func `in a workspace that is a project checkpoints are definitions`() {
    folder.write("uncommitted/validations/1.json")
    folder.write("checkpoints/orders.json")
    let found = discoverResults(below: root, Configuration())
    #expect(found.results.map(\.shown) == ["uncommitted/validations/1.json"])
    #expect(found.checkpointDefinitions.map(\.shown) == ["checkpoints/orders.json"])
  }

  @Test func `loops of links end, and a folder with two names is read once`() {
    folder.write("gx/uncommitted/validations/1.json")
    folder.link("gx/uncommitted/validations/loop", to: "..")
    folder.link("gx/uncommitted/validations/self", to: "self")
    folder.link("again", to: "gx")
    folder.link("gx/up", to: "..")
    let found = discoverResults(below: root, Configuration())
    #expect(found.results.count == 1)
    #expect(found.findings.isEmpty)
  }

  @Test func `a project behind a link that leaves the workspace is read, what lies deeper there is not searched`() {
    let elsewhere = TemporaryFolder()
    elsewhere.write("uncommitted/validations/1.json")
    elsewhere.write("other/uncommitted/validations/2.json")
    folder.link("gx", to: elsewhere.path)
    #expect(results() == ["gx/uncommitted/validations/1.json"])
  }

  @Test func `a configured folder is a project, a tree with stores, or a heap of results`() {
    folder.write("project/uncommitted/validations/1.json")
    folder.write("project/expectations/orders.json")
    folder.write("tree/sub/gx/uncommitted/validations/2.json")
    folder.write("heap/x/3.json")
    folder.write("single/4.txt")
    folder.write("gx/uncommitted/validations/5.json")
    var configuration = Configuration()
    configuration.gx = ["project", "tree", "heap", "single/4.txt"]
    #expect(
      results(configuration) == [
        "heap/x/3.json", "project/uncommitted/validations/1.json", "single/4.txt",
        "tree/sub/gx/uncommitted/validations/2.json",
      ])
  }

  @Test func `a configured result that is not there fails closed`() {
    var configuration = Configuration()
    configuration.gx = ["missing"]
    let findings = discoverResults(below: root, configuration).findings
    #expect(findings.map(\.code) == [.resultUnreadable])
    #expect(findings.first?.message.english == "cannot be read: No such file or directory")
    #expect(findings.first?.location.path == "missing")
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func `a folder that cannot be listed fails closed and hides nothing beside it`() {
    folder.write("gx/uncommitted/validations/1.json")
    folder.write("secret/gx/uncommitted/validations/2.json")
    chmod("\(folder.path)/secret", 0)
    defer { chmod("\(folder.path)/secret", 0o700) }
    let found = discoverResults(below: root, Configuration())
    #expect(found.results.map(\.shown) == ["gx/uncommitted/validations/1.json"])
    #expect(found.findings.map(\.code) == [.folderUnreadable])
    #expect(found.findings.first?.message.english == "the folder cannot be listed: Permission denied")
  }

  @Test func `names that are not UTF-8 are found and shown repaired`() throws {
    folder.makeFolder("checkpoints")
    let name = Array("\(folder.path)/checkpoints/".utf8) + [0xFF, 0xC3] + Array(".json".utf8)
    let descriptor = FilePlace(bytes: name, shown: "").withCPath { open($0, O_CREAT | O_WRONLY, 0o600) }
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(results().map { $0.hasPrefix("checkpoints/\u{FFFD}") } == [true])
  }
}
