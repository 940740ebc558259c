import Testing

@testable import Evidence

struct DocumentScanTests {
  private func scan(_ text: String) -> ScannedDocument { ScannedDocument(Array(text.utf8), path: "docs/a.md") }

  private func targets(_ text: String) -> [String] {
    let scan = scan(text)
    return scan.links.map { String(decoding: scan.target(of: $0), as: UTF8.self) }
  }

  private func lines(_ text: String) -> [Int] { scan(text).links.map { Int($0.line) } }

  private func anchors(_ text: String) -> [String] { scan(text).anchors.map(\.text).sorted() }

  @Test("Inline, full, collapsed and shortcut links, images, and links in tables are links") func kinds() {
    let text = """
      [a](1.md) ![b](<2 b.png> "title") [c][ref] [ref][] [ref] [![d](4.png)](5.md)

      > - [e](6.md#x)

      | x | y |
      |---|---|
      | [f](7.md) | `\\|` [g](8.md?raw=1) |

      [ref]: 3.md 'title'
      """
    #expect(
      targets(text) == [
        "1.md", "2 b.png", "3.md", "3.md", "3.md", "5.md", "4.png", "6.md#x", "7.md", "8.md?raw=1",
      ])
  }

  @Test("Code, comments, escapes and unused definitions are left alone") func leftAlone() {
    let text = """
      `[a](1.md)` \\[b](2.md) <!-- [c](3.md) -->

      ```md
      [d](4.md)
      <a href="5.md">
      ```

          [e](6.md)

      ~~~
      [f](7.md)
      ~~~

      <!--
      [g](8.md)

      <a href="9.md">h</a>
      -->

      [unused]: 10.md
      """
    #expect(targets(text).isEmpty)
  }

  @Test("A comment in HTML that goes on behind a blank line hides what a browser would not show") func longComment() {
    let text = "<div><!-- old\n\n[a](1.md)\n\n--></div>\n\n[b](2.md)\n"
    // Nothing ends it: Markdown has made text of the `-->`.
    #expect(targets(text).isEmpty)
    #expect(targets("<div><!-- old\n\n[a](1.md)\n\n<p>--></p>\n\n[b](2.md)\n") == ["2.md"])
  }

  @Test("Links and images in HTML are links") func html() {
    let text = """
      <p align=center><a HREF='1.md?x=1&amp;y=2'>a</a>
      <img width=3 src=2.png alt="<a href='no.md'>">
      </p>

      Text <a href="3.md#part">b</a>, <a name="here"></a><a>none</a> <br>.

      <picture><source srcset="4.png 1x, 5.png 2x"><img src="https://example.org/x.png"></picture>

      <script>document.write('<a href="no.md">')</script>
      """
    #expect(targets(text) == ["1.md?x=1&y=2", "2.png", "3.md#part", "4.png", "5.png"])
    #expect(lines(text) == [1, 2, 5, 7, 7])
    #expect(scan(text).anchors.contains(ByteString("here")))
    #expect(scan(text).urls == 1)
  }

  @Test("URLs are counted and not links; a slip with a line number is one") func urls() {
    let text = "[a](https://x.org) <https://y.org> [b](mailto:a@b.c) [c](//host/x) [d](guide.md:12) [e](C:/x)"
    #expect(scan(text).urls == 4)
    #expect(targets(text) == ["guide.md:12", "C:/x"])
  }

  @Test("A reference that nothing defines is told from text that only looks like one") func undefinedReferences() {
    let text = """
      [def]: x.md

      See [text][gone] and [**bold** text][gone too], ![image][no image], [collapsed][].
      Not matrix[i][j], [1][2], [ ][ ], `[a][b]`, \\[c]\\[d], [e][^1], [shortcut], [ok][def].

      [^1]: A note.
      """
    #expect(
      targets(text).filter { $0 != "x.md" } == [
        "[text][gone]", "[bold text][gone too]", "[image][no image]", "[collapsed][]",
      ])
    #expect(lines(text).filter { $0 == 3 }.count == 4)
  }

  @Test("Footnotes are no links to their text") func footnotes() {
    #expect(targets("A note[^1].\n\n[^1]: notes/x.md says so, and [b](2.md).\n") == ["2.md"])
  }

  @Test("A link stands in its own line, also behind definitions, front matter and CRLF") func lineNumbers() {
    #expect(lines("[r]: x.md\n[s]: y.md\n  'title'\ntext\n[a](1.md)\n[b][r]\n") == [5, 6])
    #expect(lines("a\nb [c](1.md)\nd `x\ny` [e](2.md)\n") == [2, 4])
    #expect(lines("---\r\nowner: x\r\n---\r\n\r\ntext\r\n[a](1.md)\r\n") == [6])
    #expect(lines("| a | b |\n|---|---|\n| x | y |\n| [c](1.md) | z |\n") == [4])
    #expect(lines("# A [b](1.md)\n\n- c\n  [d](2.md)\n") == [1, 4])
  }

  @Test("Headings make the anchors that GitHub makes") func headings() {
    let text = """
      # Getting Started!
      ## API & `code` v2.0
      ## Getting started
      ### Getting Started
      Setext *heading*
      ----------------
      ## 🚀 Launch [now](x.md)
      ## ⚙️ Settings
      ## snake_case — dash-ed
      ## الإصدار الأول: نظرة عامة، مُوجزة
      > ## In a quote
      # Été à NOËL
      """
    #expect(
      Set(anchors(text)).isSuperset(of: [
        "getting-started", "api--code-v20", "getting-started-1", "getting-started-2", "setext-heading", "-launch-now",
        "-settings", "snake_case--dash-ed", "الإصدار-الأول-نظرة-عامة-مُوجزة", "in-a-quote", "été-à-noël",
      ]))
  }

  @Test("HTML makes anchors: ids, names, headings") func htmlAnchors() {
    let text =
      "<a id=\"one\"></a> <a name='user-content-two'></a>\n\n<h1 align=\"center\">\n  My <b>Project</b> &amp; more\n</h1>\n\n## Next\n"
    let scan = scan(text)
    for anchor in ["one", "two", "next", "my-project--more"] { #expect(scan.offers(anchor: ByteString(anchor))) }
  }

  @Test("Lines of source, the top and text fragments are on every page") func everyPage() {
    let scan = scan("# A\n")
    for anchor in ["", "L12", "L3-L9", "L3C1-L5C2", "top", ":~:text=x", "a"] {
      #expect(scan.offers(anchor: ByteString(anchor)))
    }
    for anchor in ["b", "l12", "Lx", "A"] { #expect(!scan.offers(anchor: ByteString(anchor))) }
    #expect(scan.nearest(toAnchor: ByteString("A")) == "a")
  }

  @Test("What is no text is not parsed, and says so") func noText() {
    for bytes in [Array("a\0b".utf8), [0xFF, 0xFE, 0x41], [UInt8](repeating: 65, count: 4_000_001)] {
      let scan = ScannedDocument(bytes, path: "docs/a.md")
      #expect(scan.findings.map(\.code) == [.documentUnreadable])
      #expect(scan.offers(anchor: ByteString("anything")))
    }
  }

  @Test("Hostile input comes to an end") func hostile() {
    let links = String(repeating: "[a](b.md) ", count: 20_000)
    #expect(scan(links).links.count == 20_000)
    #expect(scan(String(repeating: "[a][b]", count: 10_000)).links.count > 0)
    _ = scan(String(repeating: "[", count: 10_000) + String(repeating: "][x]", count: 10_000))
    _ = scan(String(repeating: "\\[a]\\[b] ", count: 10_000))
    _ = scan(String(repeating: "*[a](b) ", count: 5_000) + String(repeating: "*", count: 5_000))
    _ = scan(String(repeating: "<a href=", count: 20_000))
    _ = scan(String(repeating: "<!-- ", count: 20_000))
    _ = scan(String(repeating: "# a\n", count: 10_000))
    _ = scan("---\n" + String(repeating: "a: [", count: 5_000) + "\n---\n")
  }
}

struct DocumentMatterTests {
  private func matter(_ text: String) -> DocumentMatter { readDocumentMatter(Array(text.utf8), path: "docs/a.md") }

  @Test("Cadence, date and owner are found under the names that are about") func fields() {
    let read = matter(
      "---\ntitle: \"A: b\"\nowner: Tech Writer\nreview-cadence: monthly\nLast Updated: 2026-03-01\n---\n# A\n")
    #expect(read.review?.cadence == "monthly")
    #expect(read.review?.lastReview == "2026-03-01")
    #expect(read.review?.owner == "Tech Writer")
    #expect(read.review?.location.line == 4)
    #expect(read.lines == 6)
    let arabic = matter("---\nدورية_المراجعة: ربع سنوي\nآخر تحديث: 2026-03-01\nالمالك: سارة\n---\n")
    #expect(arabic.review?.cadence == "ربع سنوي")
    #expect(arabic.review?.owner == "سارة")
  }

  @Test("Of last_updated and last_reviewed the later counts") func later() {
    #expect(
      matter("---\nlast_updated: 2026-01-01\nlast_reviewed: 2026-05-01\n---\n").review?.lastReview == "2026-05-01")
  }

  @Test("Plain front matter and YAML that is not plain read alike") func yaml() {
    for text in [
      "---\nowner: 'x'\nrelated:\n  - a.md\n  - Some title\nreview_cadence: weekly\nlast_updated: 2026-01-01\n---\n",
      "---\nowner: x # who\nrelated: [a.md, \"Some title\"]\nreview_cadence: weekly\nlast_updated: 2026-01-01\nnested: {a: [1]}\n---\n",
    ] {
      let read = matter(text)
      #expect(read.related.map(\.target) == ["a.md"])
      #expect(read.review?.cadence == "weekly")
      #expect(read.review?.owner == "x")
      #expect(read.findings.isEmpty)
    }
    #expect(matter("---\nrelated:\n  - a.md\n  - b.md\n---\n").related.map(\.line) == [3, 4])
    #expect(matter("---\nx: {a: 1}\nrelated:\n  - a.md\n  - b.md\n---\n").related.map(\.line) == [4, 5])
  }

  @Test("A rule at the top is no front matter, and broken YAML is a finding") func noMatter() {
    #expect(matter("---\n\n# A\n\n---\n[a](b.md)\n").bodyStart == 0)
    #expect(matter("---\nowner: [\n---\n").findings.map(\.code) == [.frontMatterInvalid])
    #expect(matter("# A\n").bodyStart == 0)
    let comment = matter("---\n# internal\n---\n# A\n")
    #expect(comment.lines == 3)
    #expect(comment.findings.isEmpty)
  }
}
