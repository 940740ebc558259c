import Evidence
import Foundation
import Testing

@testable import Ledger

struct NewCandidateTests {
  private func added(_ name: String, to text: String) throws -> String {
    let bytes = try NewCandidate(name: name, date: "2026-11-25").added(
      to: Array(text.utf8), path: "M.md", roles: testRoles)
    return String(decoding: bytes, as: UTF8.self)
  }

  private let template = """
    # Matrix

    ## Template

    | Dimension | Status | Evidence | Owner |
    |-----------|--------|----------|-------|
    | **docs** | OK / Risk | [here](x.md) | Docs |

    """

  @Test func `A file with a template alone gets a dated section at its end`() throws {
    #expect(
      try added("RC-2", to: template) == template + """

        ## RC-2 — 2026-11-25

        | Dimension | Status | Evidence | Owner |
        |-----------|--------|----------|-------|
        | **docs** | | [here](x.md) | Docs |

        """)
  }

  @Test func `What the reader takes for no template is copied as none`() throws {
    // As a word of its own only; with the section of RC-1 there it is that one which is copied.
    let text =
      "## Contemplated changes\n\n| Dimension | Status |\n|---|---|\n| maybe | OK |\n\n"
      + "## وRC-1\n\n| Dimension | Status |\n|---|---|\n| docs | OK |\n"
    let added = try added("RC-2", to: text)
    #expect(added.hasPrefix(text))
    #expect(added.dropFirst(text.count).contains("| docs |"))
    #expect(!added.dropFirst(text.count).contains("maybe"))
  }

  @Test func `A table of candidates gets a row like the last one`() throws {
    let table =
      "\r\n## RCs\r\n\r\n| RC | Status | Date | Owner |\r\n|--|--|--|--|\r\n| **RC-1** (x) | OK | 2026-11-01 | Sara |\r\n\r\nend"
    #expect(
      try added("RC-2", to: table)
        == table.replacing("Sara |\r\n", with: "Sara |\r\n| **RC-2** (x) | | 2026-11-25 | Sara |\r\n"))
    #expect(try added("RC-2", to: template + "\n" + table).hasPrefix(template + "\n" + "\r\n## RCs"))
  }

  @Test func `Sections are copied the way the file orders them`() throws {
    func section(_ name: String) -> String {
      "## Dimensions of \(name)\n\n| Dimension | Status |\n|---|---|\n| d | OK |\n"
    }
    let descending = section("RC-10") + "\n" + section("RC-9")
    let new = section("RC-11").replacing("OK |", with: "|").replacing("| d | |", with: "| d | |")
    #expect(try added("RC-11", to: descending) == new + "\n" + descending)
    let ascending = section("RC-9") + "\n" + section("RC-10") + "\n## After\n"
    #expect(
      try added("RC-11", to: ascending) == section("RC-9") + "\n" + section("RC-10") + "\n" + new + "\n## After\n")
  }

  @Test func `What is there twice, has no name, or has no model is refused`() {
    #expect(throws: LedgerError.candidateExists(path: "M.md", name: "rc-1")) {
      try added("rc-1", to: "| RC | Status |\n|-|-|\n| RC-1 | OK |\n")
    }
    for name in ["2", "RC-", "RC-1 x", "RC-1|", "RC-a\nb"] {
      #expect(throws: LedgerError.candidateName(path: "M.md", name: name)) { try added(name, to: template) }
    }
    #expect(throws: LedgerError.noPlaceForCandidate(path: "M.md")) { try added("RC-1", to: "# Nothing\n") }
  }

  @Test(arguments: ["matrices/demo", "matrices/ready"])
  func `The samples get theirs, and it is the one that is judged`(_ sample: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("\(sample)/RELEASE_READINESS_MATRIX_AR.md")
    guard let data = try? Data(contentsOf: file) else { return }
    let text = String(decoding: data, as: UTF8.self)
    let new = try added("RC-2026-W48", to: text)
    let matrix = try #require(readMatrix(Array(new.utf8), path: "M.md").matrix)
    #expect(matrix.tables.flatMap(\.candidates).map(\.name).last == "RC-2026-W48")
    let dimensions = matrix.tables.filter { $0.candidate == "RC-2026-W48" }.flatMap(\.dimensions)
    #expect(!dimensions.isEmpty && dimensions.allSatisfy { $0.status == .unset })
    // Nothing of the old file is gone.
    var rest = new.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let index = rest.firstIndex(of: line) else {
        Issue.record("lost: \(line)")
        return
      }
      rest = rest[(index + 1)...]
    }
  }
}
