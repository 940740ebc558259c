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
}
