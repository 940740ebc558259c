import Testing

@testable import Readiness

@Suite struct ProvenanceRulesTests {
  private let head = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"
  private let older = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432"

  private func provenance(_ change: (inout Provenance) -> Void = { _ in }) -> Provenance {
    var provenance = Provenance(
      commit: head, tags: ["v4.2.0"], otherTags: ["v4.1.0": older], branch: "main",
      ancestors: [Provenance.Ancestor(commit: head, paths: ["M.md"]), Provenance.Ancestor(commit: older, paths: [])])
    change(&provenance)
    return provenance
  }

  private func row(_ notes: String) -> Candidate {
    var row = candidate("RC-1")
    row.notes = notes
    return row
  }

  private func codes(_ provenance: Provenance, _ notes: String = "v4.2.0", _ records: Set<String> = []) -> [Finding
    .Code]
  {
    provenance.judged(candidate: row(notes), records: records, now: noon).findings.map(\.code)
  }

  @Test(
    "A row names HEAD by its hash, short or full, by a tag, or by an address that holds one",
    arguments: [
      "built from 1a2b3c4", "1A2B3C4D5E", "`1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d`", "tag v4.2.0.", "(v4.2.0)",
      "https://example.com/x/commit/1a2b3c4d5e", "وُسِم v4.2.0، وبُني", "v4.1.0-3-g1a2b3c4",
    ])
  func namesHead(_ text: String) {
    #expect(codes(provenance { $0.ancestors = [] }, text).isEmpty)
  }

  @Test(
    "A word that only holds a tag or a hash names nothing",
    arguments: [
      "v4.2.0-rc1", "nightly 1a2b3c", "20261124", "deadbeef", "GX-9f8e7d6c5b4a", "0190b8f2-6a2c-7d3e-9a11-1f1e2d3c4b5a",
      "",
    ])
  func namesNone(_ text: String) {
    #expect(provenance { $0.ancestors = [] }.commitNamed(in: text) == .none)
  }

  @Test("A row that names another commit or tag is V1, one that names none V0")
  func others() {
    let provenance = provenance { $0.ancestors = [] }
    #expect(codes(provenance, "built from 9f8e7d6") == [.otherCommitNamed])
    #expect(codes(provenance, "v4.1.0") == [.otherCommitNamed])
    #expect(codes(provenance, "soon") == [.commitNotNamed])
    #expect(provenance.judged(candidate: row("v4.1.0"), now: noon).findings.first?.severity == .v1)
    #expect(provenance.judged(candidate: row("soon"), now: noon).findings.first?.severity == .v0)
    #expect(provenance.judged(candidate: nil, now: noon).findings.isEmpty)
  }

  @Test("An earlier commit counts while only records of the release have changed since")
  func recorded() {
    #expect(provenance().commitNamed(in: "9f8e7d6", records: ["M.md"]) == .recorded("9f8e7d6"))
    #expect(provenance().commitNamed(in: "v4.1.0", records: ["M.md"]) == .recorded("v4.1.0"))
    #expect(codes(provenance { $0.ancestors[0].paths = ["M.md", "src/a.py"] }, "9f8e7d6") == [.otherCommitNamed])
    let below = provenance {
      $0.prefix = "release/"
      $0.ancestors[0].paths = ["release/M.md"]
    }
    #expect(below.commitNamed(in: "9f8e7d6", records: ["M.md"]) == .recorded("9f8e7d6"))
    #expect(codes(provenance { $0.ancestors[0].paths = nil }, "9f8e7d6") == [.otherCommitNamed])
  }

  @Test(
    "A changed tree is V1 at its first file; one in which only records changed, or that holds untracked files, is V0")
  func dirty() {
    let changed = provenance {
      $0.changes = [Provenance.Change("M.md"), Provenance.Change("src/a.py")]; $0.changeCount = 2
    }
    let finding = changed.judged(candidate: nil, records: ["M.md"], now: noon).findings.first
    #expect(finding?.code == .workspaceDirty)
    #expect(finding?.severity == .v1)
    #expect(finding?.location.path == "src/a.py")
    #expect(finding?.message.english == "1 file differs from commit 1a2b3c4d5e: commit or restore")
    let records = provenance {
      $0.changes = [Provenance.Change("M.md")]; $0.changeCount = 1
    }
    #expect(records.judged(candidate: nil, records: ["M.md"], now: noon).findings.map(\.severity) == [.v0])
    let untracked = provenance {
      $0.untracked = [Provenance.Change("new.txt")]; $0.untrackedCount = 1
    }
    #expect(untracked.judged(candidate: nil, now: noon).findings.map(\.code) == [.workspaceUntracked])
    #expect(provenance().judged(candidate: nil, now: noon).findings.isEmpty)
  }
}
