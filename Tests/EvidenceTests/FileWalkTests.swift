import Testing

@testable import Evidence

@Suite struct FileWalkTests {
  @Test func filesComeInOrderOnceAndOnlyOnesOwn() {
    let folder = TemporaryFolder()
    folder.write("docs/b.md")
    folder.write("docs/a.md")
    folder.write("docs/a/z.md")
    folder.write("docs/node_modules/x.md")
    folder.write("docs/c.txt")
    folder.link("docs/loop", to: folder.path)
    let walked = walkFiles(FilePlace(root: folder.path).child("docs")) { $0.hasSuffix(".md") }
    #expect(walked.files.map(\.shown) == ["docs/a.md", "docs/a/z.md", "docs/b.md"])
    #expect(walked.findings.isEmpty)
  }

  @Test func aFileIsItsOwnWalkAndNothingIsNoFault() {
    let folder = TemporaryFolder()
    folder.write("one.json")
    let root = FilePlace(root: folder.path)
    #expect(walkFiles(root.child("one.json")) { _ in false }.files.map(\.shown) == ["one.json"])
    #expect(walkFiles(root.child("nowhere")) { _ in true }.files.isEmpty)
  }
}
