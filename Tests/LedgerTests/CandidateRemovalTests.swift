import Testing

@testable import Ledger

struct CandidateRemovalTests {
  private let template = "# M\n\n## Template\n\n| Dimension | Status |\n|---|---|\n| **docs** | OK |\n"
  private let candidate = NewCandidate(name: "RC-2", date: "2026-11-25")

  private func texts() -> [String] {
    let rows = "## RCs\r\n\r\n| RC | Status | Date |\r\n|--|--|--|\r\n| **RC-1** | OK | 2026-11-01 |\r\n\r\nend"
    let sections = "## RC-1 — 2026-11-01\n\n| Dimension | Status |\n|---|---|\n| d | OK |\n"
    return [
      template, rows, template + "\n" + rows, sections, sections + "\n## After\n\ntext\n",
      template + "\n" + sections + "\n## RCs\n\n| RC | Status |\n|--|--|\n| RC-1 | OK |\n",
    ]
  }

  @Test func `What was just added is taken out to the byte`() throws {
    for text in texts() {
      let bytes = Array(text.utf8)
      let added = try candidate.added(to: bytes, path: "M.md", roles: testRoles)
      #expect(added != bytes)
      let removed = try candidate.removed(from: added, path: "M.md", roles: testRoles)
      #expect(String(decoding: removed, as: UTF8.self) == text)
    }
  }

  @Test func `Where somebody wrote into it since, it stays`() throws {
    let added = try candidate.added(to: Array(template.utf8), path: "M.md", roles: testRoles)
    let edited = String(decoding: added, as: UTF8.self).replacing("| **docs** | |", with: "| **docs** | OK |")
    #expect(throws: LedgerError.self) {
      try candidate.removed(from: Array(edited.utf8), path: "M.md", roles: testRoles)
    }
    #expect(throws: LedgerError.self) {
      try candidate.removed(from: Array(template.utf8), path: "M.md", roles: testRoles)
    }
  }
}
