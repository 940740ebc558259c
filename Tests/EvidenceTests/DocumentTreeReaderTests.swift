import Readiness
import Testing

@testable import Evidence

#if canImport(Glibc)
  import Glibc
#endif

struct DocumentTreeReaderTests {
  private func problems(
    _ folder: TemporaryFolder, _ configuration: Configuration.Governance = .init(), cache: DocumentCache? = nil
  ) -> [String] {
    let tree = readDocumentTree(below: folder.path, configuration, cache: cache).0
    return (tree?.problems ?? []).map { problem in
      "\(problem.location.description) \(problem.kind.rawValue) \(problem.target)"
        + (problem.nearest.map { " → \($0)" } ?? "")
    }
  }

  @Test("Where there is no document there is nothing to show") func nothing() {
    let folder = TemporaryFolder()
    folder.write("src/a.swift")
    folder.write("other/b.md", "[x](gone.md)")
    let (tree, findings) = readDocumentTree(below: folder.path, .init())
    #expect(tree == nil)
    #expect(findings.isEmpty)
  }

  @Test("By convention docs/ is read in depth and the top by itself") func convention() {
    let folder = TemporaryFolder()
    folder.write("README.md", "[a](docs/deep/er/a.md) [gone](gone.md)")
    folder.write("docs/deep/er/a.md", "[up](../../../README.md) [gone](b.md)")
    folder.write("docs/node_modules/x/README.md", "[gone](gone.md)")
    folder.write("docs/.hidden/x.md", "[gone](gone.md)")
    folder.write("src/x.md", "[gone](gone.md)")
    #expect(problems(folder) == ["README.md:1 broken gone.md", "docs/deep/er/a.md:1 broken b.md"])
  }

  @Test("Links are resolved as GitHub resolves them") func resolution() {
    let folder = TemporaryFolder()
    folder.write("docs/a b.md", "# Part\n")
    folder.write("docs/مصفوفة.md", "# الإصدار الأول\n")
    folder.write("src/main.swift")
    folder.write("docs/img/x.png")
    folder.write(
      "docs/good.md",
      """
      # Top
      [a](a%20b.md#part) [b](<a b.md>) [c](./../docs/a%20b.md?plain=1#L3) [d](/docs/good.md) [e](#top) [f](img)
      [g](img/) ![h](img/x.png) [i](../src/main.swift#L10) [j](../src/main.swift#anything) [k](مصفوفة.md#الإصدار-الأول)
      [l](%D9%85%D8%B5%D9%81%D9%88%D9%81%D8%A9.md#%D8%A7%D9%84%D8%A5%D8%B5%D8%AF%D8%A7%D8%B1-%D8%A7%D9%84%D8%A3%D9%88%D9%84)
      [m](.) [n](..) [o](/) [p](good.md#user-content-top) [q](#) [r](?x=1)
      """)
    #expect(problems(folder) == [])
  }

  @Test("A link that leads nowhere, out or to no heading is told with its line") func broken() {
    let folder = TemporaryFolder()
    folder.write("docs/b.md", "# One\n")
    folder.write(
      "docs/a.md",
      """
      [a](gone.md)
      [b](b.md#two)
      [c](../../etc/passwd)
      [d](/etc/passwd)
      [e]()
      [f](b.md/c.md)
      [g](#nothing)
      [h][undefined]
      [i](a%00b.md)
      <img src="gone.png">
      """)
    #expect(
      problems(folder) == [
        "docs/a.md:1 broken gone.md", "docs/a.md:2 brokenAnchor b.md#two", "docs/a.md:3 outside ../../etc/passwd",
        "docs/a.md:4 outside /etc/passwd", "docs/a.md:5 broken ", "docs/a.md:6 broken b.md/c.md",
        "docs/a.md:7 brokenAnchor #nothing", "docs/a.md:8 undefinedReference [h][undefined]",
        "docs/a.md:9 broken a%00b.md", "docs/a.md:10 broken gone.png",
      ])
  }

  @Test("A name that is nearly right is told as it really is") func nearest() {
    let folder = TemporaryFolder()
    folder.write("docs/Setup.md", "# Install\n")
    folder.write("docs/Guides/x.md", "")
    folder.write("docs/الأدلة.md", "")
    folder.write("docs/a.md", "[a](setup.md)\n[b](guides/x.md)\n[c](Setup)\n[d](الادله.md)\n[e](Setup.md#Install)\n")
    #expect(
      problems(folder) == [
        "docs/a.md:1 broken setup.md → Setup.md", "docs/a.md:2 broken guides/x.md → docs/Guides/x.md",
        "docs/a.md:3 broken Setup → Setup.md", "docs/a.md:4 broken الادله.md → الأدلة.md",
        "docs/a.md:5 brokenAnchor Setup.md#Install → install",
      ])
  }

  @Test("One problem in one place is said once") func once() {
    let folder = TemporaryFolder()
    folder.write("a.md", "[a](gone.md) [b](gone.md)\n[c](gone.md)\n")
    #expect(problems(folder) == ["a.md:1 broken gone.md", "a.md:2 broken gone.md"])
  }

  @Test("An anchor in a document outside the tree is looked up there") func outsider() {
    let folder = TemporaryFolder()
    folder.write("packages/x/README.md", "# Usage\n[gone](gone.md)\n")
    folder.write("docs/a.md", "[a](../packages/x/README.md#usage)\n[b](../packages/x/README.md#nothing)\n")
    #expect(problems(folder) == ["docs/a.md:2 brokenAnchor ../packages/x/README.md#nothing"])
  }

  @Test("Links of the file system are followed inside the workspace and refused out of it") func symbolicLinks() {
    let folder = TemporaryFolder()
    folder.write("docs/real/x.md", "# X\n")
    folder.link("docs/inside", to: "real")
    folder.link("docs/out", to: "/etc")
    folder.link("docs/loop", to: "loop")
    folder.link("docs/up", to: "..")
    folder.link("docs/stolen.md", to: "/etc/passwd")
    folder.write("docs/a.md", "[a](inside/x.md#x)\n[b](out/passwd)\n[c](loop/x)\n[d](up/docs/a.md)\n[e](stolen.md)\n")
    #expect(
      problems(folder) == [
        "docs/a.md:2 outside out/passwd", "docs/a.md:3 broken loop/x", "docs/a.md:5 outside stolen.md",
      ])
    let (tree, findings) = readDocumentTree(below: folder.path, .init())
    #expect(tree?.documents == 2)
    #expect(findings.map(\.code) == [.linkOutside])
  }

  @Test("Names that are not UTF-8 are names") func names() {
    let folder = TemporaryFolder()
    folder.write("docs/a.md", "[a](%FF.md) [b](%FE.md)\n")
    let path =
      "\(folder.path)/docs/".utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF)]
      + ".md".utf8.map { CChar(bitPattern: $0) } + [0]
    close(open(path, O_CREAT | O_WRONLY, 0o644))
    #expect(problems(folder) == ["docs/a.md:1 broken %FE.md"])
  }

  @Test("The folders of documents and of what they lead to are told, for watching") func folders() {
    let folder = TemporaryFolder()
    folder.write("docs/deep/a.md", "[a](../../src/x.swift) [gone](../../nothing/here/y.md)")
    folder.write("src/x.swift")
    #expect(readDocumentTree(below: folder.path, .init()).0?.folders == ["", "docs", "docs/deep", "src"])
  }

  @Test("Related files in front matter are links from the document or from the top") func related() {
    let folder = TemporaryFolder()
    folder.write("docs/b.md")
    folder.write(
      "docs/deep/a.md", "---\nowner: x\nrelated:\n  - ../b.md\n  - docs/b.md\n  - gone.md\n  - A title\n---\n")
    #expect(problems(folder) == ["docs/deep/a.md:6 broken gone.md"])
  }

  @Test("Configured roots override the convention, and one that is not there is a finding") func roots() {
    let folder = TemporaryFolder()
    folder.write("README.md", "[gone](gone.md)")
    folder.write("handbook/a.md", "[gone](b.md)")
    var configuration = Configuration.Governance()
    configuration.docsRoots = ["handbook", "missing", "../out"]
    #expect(problems(folder, configuration) == ["handbook/a.md:1 broken b.md"])
    let findings = readDocumentTree(below: folder.path, configuration).1
    #expect(findings.map(\.code) == [.documentUnreadable, .documentUnreadable])
    configuration.docsRoots = ["README.md"]
    #expect(problems(folder, configuration) == ["README.md:1 broken gone.md"])
  }

  @Test("A document that cannot be read is a finding beside the others") func unreadable() {
    let folder = TemporaryFolder()
    folder.write("docs/a.md", "[gone](gone.md)\n[b](b.md#x)\n")
    folder.write("docs/b.md", "a\0b")
    let (tree, findings) = readDocumentTree(below: folder.path, .init())
    #expect(tree?.problems.map(\.target) == ["gone.md"])
    #expect(findings.map(\.location.path) == ["docs/b.md"])
    #expect(findings.allSatisfy { !$0.code.failsClosed })
  }

  @Test("A million broken links are counted and not all kept") func many() {
    let folder = TemporaryFolder()
    let lines = (0..<20_000).map { "[a](gone-\($0).md)" }
    folder.write("a.md", lines.joined(separator: "\n"))
    let tree = readDocumentTree(below: folder.path, .init()).0
    #expect(tree?.problemCounts[.broken] == 20_000)
    #expect(tree?.problems.count == DocumentTree.keptProblems)
  }

  // MARK: - Looking again

  @Test("A second look sees what changed: a heading, a file that comes, one that goes, a folder renamed") func again() {
    let folder = TemporaryFolder()
    let cache = DocumentCache()
    folder.write("docs/a.md", "[b](b.md#one)\n[c](sub/c.md)\n")
    folder.write("docs/b.md", "# One\n")
    #expect(problems(folder, cache: cache) == ["docs/a.md:2 broken sub/c.md"])
    folder.write("docs/sub/c.md", "[gone](gone.md)")
    #expect(problems(folder, cache: cache) == ["docs/sub/c.md:1 broken gone.md"])
    folder.write("docs/b.md", "# Two\n")
    #expect(
      problems(folder, cache: cache) == ["docs/a.md:1 brokenAnchor b.md#one", "docs/sub/c.md:1 broken gone.md"])
    unlink("\(folder.path)/docs/b.md")
    rename("\(folder.path)/docs/sub", "\(folder.path)/docs/Sub")
    #expect(
      problems(folder, cache: cache) == [
        "docs/Sub/c.md:1 broken gone.md", "docs/a.md:1 broken b.md#one", "docs/a.md:2 broken sub/c.md → docs/Sub/c.md",
      ])
    folder.write("docs/b.md", "# One\n")
    rename("\(folder.path)/docs/Sub", "\(folder.path)/docs/sub")
    #expect(problems(folder, cache: cache) == ["docs/sub/c.md:1 broken gone.md"])
  }

  @Test("What was settled long ago is not read again, and is seen when it changes") func settled() {
    let folder = TemporaryFolder()
    let cache = DocumentCache()
    folder.write("docs/a.md", "[b](b.md)\n")
    folder.write("docs/b.md", "")
    func overwrite(_ text: String) {
      let file = open("\(folder.path)/docs/a.md", O_WRONLY | O_TRUNC)
      _ = text.withCString { write(file, $0, strlen($0)) }
      close(file)
    }
    var old = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
    for path in ["docs/a.md", "docs/b.md", "docs", ""] { utimes("\(folder.path)/\(path)", &old) }
    #expect(problems(folder, cache: cache) == [])
    // The same size and time: the cache cannot know, which shows that it did not read.
    overwrite("[b](x.md)\n")
    utimes("\(folder.path)/docs/a.md", &old)
    #expect(problems(folder, cache: cache) == [])
    overwrite("[b](xx.md)\n")
    #expect(problems(folder, cache: cache) == ["docs/a.md:1 broken xx.md"])
    #expect(problems(folder) == ["docs/a.md:1 broken xx.md"])
  }

  @Test("A link of the file system that is turned elsewhere is seen though its folder is not changed") func turned() {
    let folder = TemporaryFolder()
    let cache = DocumentCache()
    folder.write("one/x.md")
    folder.link("docs/there", to: "../one")
    folder.write("docs/a.md", "[x](there/x.md)\n")
    #expect(problems(folder, cache: cache) == [])
    unlink("\(folder.path)/one/x.md")
    #expect(problems(folder, cache: cache) == ["docs/a.md:1 broken there/x.md"])
  }

  @Test("A cache of one workspace is no cache of another") func otherRoot() {
    let (first, second) = (TemporaryFolder(), TemporaryFolder())
    let cache = DocumentCache()
    first.write("docs/a.md", "[b](b.md)\n")
    second.write("docs/a.md", "[c](c.md)\n")
    #expect(problems(first, cache: cache) == ["docs/a.md:1 broken b.md"])
    #expect(problems(second, cache: cache) == ["docs/a.md:1 broken c.md"])
  }
}

struct SourceOfTruthReaderTests {
  @Test("An English index is read with links, code and plain names") func english() throws {
    let folder = TemporaryFolder()
    folder.write("docs/pricing.md", "---\nlast_updated: 2026-03-01\n---\n")
    folder.write("docs/api.yaml")
    folder.write("wiki/pricing.md")
    folder.write(
      "docs/source-of-truth-index.md",
      """
      # Index

      | Topic | Canonical source | Shadow copies | Owner | Review cadence |
      |---|---|---|---|---|
      | **Pricing** (all plans) | [pricing](pricing.md) | `wiki/pricing.md`, `gone.md` | Sales | monthly |
      | API | `docs/api.yaml` | — | | per release |
      | Terms | legal/terms.md | none | Legal | |
      | Brand | Confluence | | | |
      | … | | | | |
      """)
    let tree = try #require(readDocumentTree(below: folder.path, .init()).0)
    #expect(tree.indexes == ["docs/source-of-truth-index.md"])
    #expect(tree.sources.map(\.topic) == ["Pricing", "API", "Terms", "Brand"])
    #expect(tree.sources.map { $0.canonical.map(\.state) } == [[.present], [.present], [.missing], [.unchecked]])
    #expect(tree.sources[0].shadows.map(\.state) == [.present, .missing])
    #expect(tree.sources[0].shadows.map(\.path) == ["wiki/pricing.md", "gone.md"])
    #expect(tree.sources[0].review.lastReview == "2026-03-01")
    #expect(tree.sources[1].shadows.isEmpty)
    #expect(tree.sources.map(\.location.line) == [5, 6, 7, 8])
  }

  @Test("An Arabic index is read, with its own column of dates") func arabic() throws {
    let folder = TemporaryFolder()
    folder.write("docs/الأسعار.md")
    folder.write(
      "docs/SOURCE_OF_TRUTH_INDEX_AR.md",
      """
      | الموضوع | المصدر المعتمد | نسخ الظل | المالك | دورية المراجعة | آخر مراجعة |
      |---|---|---|---|---|---|
      | الأسعار | [الأسعار](الأسعار.md) | لا يوجد | المبيعات | ربع سنوي | ٢٠٢٦-٠٣-٠١ |
      """)
    let source = try #require(readDocumentTree(below: folder.path, .init()).0?.sources.first)
    #expect(source.topic == "الأسعار")
    #expect(source.canonical.map(\.state) == [.present])
    #expect(source.shadows.isEmpty)
    #expect(source.owner == "المبيعات")
    #expect(source.review.period == .months(3))
    #expect(source.review.day?.description == "2026-03-01")
  }

  @Test("An index without a table says so; a configured one that is not there too") func empty() {
    let folder = TemporaryFolder()
    folder.write("docs/SOURCE_OF_TRUTH.md", "# Authority\n\n| File | Class |\n|---|---|\n| a | b |\n")
    #expect(readDocumentTree(below: folder.path, .init()).1.map(\.code) == [.sourceIndexEmpty])
    var configuration = Configuration.Governance()
    configuration.docsIndex = ["docs/index.md"]
    #expect(readDocumentTree(below: folder.path, configuration).1.map(\.code) == [.documentUnreadable])
  }

  @Test("Headers in both languages, and a domain with its authoritative source, are an index") func bilingual() throws {
    let folder = TemporaryFolder()
    folder.write("web/contracts.ts")
    folder.write(
      "docs/SOURCE_OF_TRUTH.md",
      "| Domain / المجال | Authoritative Source | Derived/Validated By |\n|---|---|---|\n| API | `web/contracts.ts` + `gone.ts` | `x.mjs` |\n| MCP | `~/.codex/config.toml` | |\n"
    )
    let sources = try #require(readDocumentTree(below: folder.path, .init()).0).sources
    #expect(sources.map { $0.canonical.map(\.state) } == [[.present, .missing], [.unchecked]])
    #expect(sources.filter { !$0.shadows.isEmpty }.isEmpty)
  }
}
