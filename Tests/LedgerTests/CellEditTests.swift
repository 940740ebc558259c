import Evidence
import Testing

@testable import Ledger

struct CellEditTests {
  private let matrix = """
    # مصفوفة

    | البُعد | الحالة | المالك | ملاحظات |
    |--------|:------:|--------|---------|
    | **docs truth** (مصدر) |  | Docs | قائم \\| انتهى |
    |**security**|OK|`a\\|b`||
    **ragged** | Risk

    Trailing text.
    """

  private func edit(
    _ column: EditedColumn, of label: String = "docs truth (مصدر)", line: Int = 5, from seen: String, to new: CellText
  ) -> CellEdit { CellEdit(line: line, label: label, column: column, seen: seen, new: new) }

  @Test func `Padding stays, a blank cell gets one space on each side`() throws {
    #expect(
      try edit(.status, from: "", to: .plain("OK")).text(from: matrix)
        == matrix.replacing("(مصدر) |  | Docs", with: "(مصدر) | OK | Docs"))
    #expect(
      try edit(.status, of: "security", line: 6, from: "OK", to: .plain("Blocked")).text(from: matrix)
        == matrix.replacing("|OK|", with: "|Blocked|"))
    #expect(
      try edit(.notes, of: "security", line: 6, from: "", to: .plain("x")).text(from: matrix)
        == matrix.replacing("`||", with: "`| x |"))
  }

  @Test func `A pipe is escaped, Arabic is not touched`() throws {
    #expect(
      try edit(.owner, from: "Docs", to: .plain("فريق أ | فريق ب")).text(from: matrix)
        == matrix.replacing("Docs", with: "فريق أ \\| فريق ب"))
  }

  @Test func `What Markdown would take for markup reads as typed`() throws {
    for text in [
      "*a*", "<b>x</b>", "&amp;", "`x`", "[a](b)", "\\|", "C:\\", "a_b_c", "![i](j)", "| |", "\\*", "<http://x>",
    ] {
      let change = try edit(.owner, from: "Docs", to: .plain(text)).applied(
        to: Array(matrix.utf8), path: "M.md", roles: testRoles)
      #expect(change.newText == text)
    }
    #expect(try edit(.owner, from: "Docs", to: .plain("a_b")).text(from: matrix).contains("| a_b |"))
  }

  @Test func `Markdown stays markup`() throws {
    let change = try edit(.notes, from: "قائم | انتهى", to: .markdown("see [PR](x) and `a|b`")).applied(
      to: Array(matrix.utf8), path: "M.md", roles: testRoles)
    #expect(change.newText == "see PR and a|b")
    #expect(String(decoding: change.replacement, as: UTF8.self) == "see [PR](x) and `a\\|b`")
  }

  @Test func `A cell that a ragged row lacks comes with its pipes`() throws {
    #expect(
      try edit(.notes, of: "ragged", line: 7, from: "", to: .plain("n")).text(from: matrix)
        == matrix.replacing("**ragged** | Risk", with: "**ragged** | Risk | | n"))
    #expect(
      try CellEdit(line: 3, label: "r", column: .notes, seen: "", new: .plain("n")).text(
        from: "|RC|Status|Owner|Notes|\n|-|-|-|-|\n| r | OK |  ")
        == "|RC|Status|Owner|Notes|\n|-|-|-|-|\n| r | OK | | n |  ")
  }

  @Test func `An edit can be taken back to the byte`() throws {
    for (label, line, column, seen) in [
      ("docs truth (مصدر)", 5, EditedColumn.notes, "قائم | انتهى"), ("security", 6, .owner, "a|b"),
      ("security", 6, .status, "OK"),
    ] {
      let change = try edit(column, of: label, line: line, from: seen, to: .plain("x")).applied(
        to: Array(matrix.utf8), path: "M.md", roles: testRoles)
      let back = edit(column, of: label, line: line, from: "x", to: .restored(change.oldSource))
      #expect(try back.applied(to: change.bytes, path: "M.md", roles: testRoles).bytes == Array(matrix.utf8))
    }
  }

  @Test func `A row that moved is followed`() throws {
    let moved = "Prose first.\n\n" + matrix
    #expect(
      try edit(.owner, from: "Docs", to: .plain("QA")).text(from: moved) == moved.replacing("Docs", with: "QA"))
  }

  @Test func `A cell that changed meanwhile is refused with both versions`() {
    #expect(
      throws: LedgerError.cellChanged(
        path: "M.md", label: "docs truth (مصدر)", seen: "Sara", now: "Docs", wanted: "QA")
    ) { try edit(.owner, from: "Sara", to: .plain("QA")).text(from: matrix) }
  }

  @Test func `A row that is gone, a column that is not there, a row that is there twice are refused`() {
    #expect(throws: LedgerError.rowMissing(path: "M.md", label: "gone")) {
      try edit(.owner, of: "gone", from: "", to: .plain("x")).text(from: matrix)
    }
    #expect(throws: LedgerError.columnMissing(path: "M.md", label: "r", column: EditedColumn.notes.wording)) {
      try edit(.notes, of: "r", from: "", to: .plain("x")).text(from: "|RC|Status|\n|-|-|\n|r|OK|")
    }
    let twice = "|RC|Status|\n|-|-|\n|r|OK|\n|r|OK|"
    #expect(throws: LedgerError.rowAmbiguous(path: "M.md", label: "r")) {
      try edit(.status, of: "r", line: 9, from: "OK", to: .plain("x")).text(from: twice)
    }
    #expect(throws: Never.self) { try edit(.status, of: "r", line: 4, from: "OK", to: .plain("x")).text(from: twice) }
  }

  @Test func `The headings above tell equal rows apart`() throws {
    let table = "|RC|Status|\n|-|-|\n|r|OK|\n"
    let two = "# W46\n\n\(table)\n# W47\n\n\(table)"
    let change = CellEdit(line: 2, headings: ["W47"], label: "r", column: .status, seen: "OK", new: .plain("Risk"))
    #expect(try change.text(from: two) == "# W46\n\n\(table)\n# W47\n\n" + table.replacing("OK", with: "Risk"))
  }

  @Test(arguments: ["a\u{1B}[31m", "a\u{202E}b", "a\u{0}", "a\u{200B}b", "a\u{9B}b"])
  func `Control characters and bidi overrides are refused`(_ text: String) {
    let error = #expect(throws: LedgerError.self) {
      try edit(.owner, from: "Docs", to: .plain(text)).text(from: matrix)
    }
    guard case .textRefused = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `Line breaks become spaces, honest invisible characters stay`() throws {
    let change = try edit(.owner, from: "Docs", to: .plain("a\r\nb\tc\u{200F}")).applied(
      to: Array(matrix.utf8), path: "M.md", roles: testRoles)
    #expect(change.newText == "a b c\u{200F}")
  }

  @Test func `Line ends, byte-order mark, front matter and bytes that are no UTF-8 stay`() throws {
    var bytes: [UInt8] =
      [0xEF, 0xBB, 0xBF] + Array("---\r\nowner: \"```\"\r\n---\r\n".utf8) + [0xFF, 0xFE, 0x0D, 0x0A]
    bytes += Array("\r\n|RC|Status|Notes|\r\n|-|-|-|\r\n|r|OK|".utf8) + [0xC3] + Array("|\r\nend".utf8)
    let change = try edit(.status, of: "r", line: 8, from: "OK", to: .plain("Risk")).applied(
      to: bytes, path: "M.md", roles: testRoles)
    let span = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("OK".utf8)) })
    #expect(change.span == span..<span + 2)
    #expect(change.bytes == bytes[..<span] + Array("Risk".utf8) + bytes[(span + 2)...])
  }

  @Test func `The matrix reader sees the same change`() throws {
    let change = try edit(.status, from: "", to: .plain("Risk")).applied(
      to: Array(matrix.utf8), path: "M.md", roles: testRoles)
    let before = try #require(readMatrix(Array(matrix.utf8), path: "M.md").matrix).tables.flatMap(\.dimensions)
    let after = try #require(readMatrix(change.bytes, path: "M.md").matrix).tables.flatMap(\.dimensions)
    #expect(before.map(\.rawStatus) == ["", "OK", "Risk"] && after.map(\.rawStatus) == ["Risk", "OK", "Risk"])
    #expect(before.map(\.notes) == after.map(\.notes) && before.map(\.location) == after.map(\.location))
  }
}
