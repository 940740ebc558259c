import Readiness
import Testing

@testable import Evidence

struct LinkCheckTests {
  @Test func `Links are present, missing, outside or not checked`() {
    let folder = TemporaryFolder()
    folder.write("docs/a b.md")
    folder.link("docs/escape", to: "/etc")
    func state(_ target: String) -> EvidenceItem.State? {
      let text = "| Dimension | Status | Evidence |\n|-|-|-|\n| a | OK | [x](\(target)) |\n"
      guard let matrix = readMatrix(Array(text.utf8), path: "docs/m.md").matrix else { return nil }
      return checkLinks(in: matrix, root: folder.path).0.tables.first?.dimensions.first?.evidence.first?.state
    }
    #expect(state("a%20b.md#part") == .present)
    #expect(state("../docs/a%20b.md") == .present)
    #expect(state("#part") == .present)
    #expect(state("gone.md") == .missing)
    #expect(state("a%+0b.md") == .missing)
    #expect(state("../../x.md") == .outside)
    #expect(state("/etc/passwd") == .outside)
    #expect(state("escape/passwd") == .outside)
    #expect(state("https://example.org/x") == .unchecked)
    #expect(state("//example.org/x") == .unchecked)
  }

  @Test func `Links are resolved as GitHub resolves them`() {
    let folder = TemporaryFolder()
    folder.write("docs/مصفوفة.md")
    folder.write("top.md")
    folder.makeFolder("docs/folder")
    folder.link("docs/up", to: "..")
    folder.link("docs/dangling", to: "nowhere")
    func state(_ target: String) -> EvidenceItem.State? {
      let item = EvidenceItem(
        text: "x", target: target, kind: .path, state: .unchecked, location: SourceLocation(path: "docs/m.md"))
      let row = Dimension(
        key: "a", label: "a", status: .ok, rawStatus: "OK", evidence: [item],
        location: SourceLocation(path: "docs/m.md"))
      let matrix = Matrix(path: "docs/m.md", tables: [MatrixTable(dimensions: [row])])
      return checkLinks(in: matrix, root: folder.path).0.tables.first?.dimensions.first?.evidence.first?.state
    }
    #expect(state("/top.md") == .present)
    #expect(state("/docs/folder/") == .present)
    #expect(state("/docs/gone.md") == .missing)
    #expect(state("/gone.md") == .missing)
    #expect(state("/../x") == .outside)
    #expect(state("folder") == .present)
    #expect(state("../top.md?raw=1#L3") == .present)
    #expect(state("../Top.md") == .missing)
    #expect(state("%D9%85%D8%B5%D9%81%D9%88%D9%81%D8%A9.md") == .present)
    #expect(state("مصفوفة.md") == .present)
    #expect(state("..%2f..%2fetc/passwd") == .outside)
    #expect(state("up/top.md") == .present)
    #expect(state("up/../../../etc") == .outside)
    #expect(state("dangling") == .missing)
    #expect(state("%FF.md") == .missing)
    #expect(state("a%00b") == .missing)
    #expect(state("") == .missing)
  }

  @Test func `Reference links, images and bare addresses are evidence, an undefined reference is missing`() throws {
    let folder = TemporaryFolder()
    folder.write("x.md")
    let text = """
      | Dimension | Status | Evidence |
      |-|-|-|
      | a | OK | [one][ref], [ref], ![image](x.md), https://example.org/a, [gone][nowhere] |

      [ref]: x.md
      """
    let matrix = try #require(readMatrix(Array(text.utf8), path: "m.md").matrix)
    let (checked, findings) = checkLinks(in: matrix, root: folder.path)
    let items = try #require(checked.tables.first?.dimensions.first?.evidence)
    #expect(items.map(\.kind) == [.path, .path, .path, .url, .path])
    #expect(items.map(\.state) == [.present, .present, .present, .unchecked, .missing])
    #expect(findings.map(\.code) == [.brokenLink])
  }
}
