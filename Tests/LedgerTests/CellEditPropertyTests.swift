import CMarkdown
import Foundation
import Testing

@testable import Ledger

struct CellEditPropertyTests {
  /// Files for each part; `JAHIZ_SEEDS=2000` for a thorough run.
  private let seeds = ProcessInfo.processInfo.environment["JAHIZ_SEEDS"].flatMap { Int($0) } ?? 60

  @Test(arguments: 0..<8)
  func `Any edit of one cell changes that cell alone`(_ part: Int) throws {
    var counts = (edits: 0, unchanged: 0)
    for seed in part * seeds..<(part + 1) * seeds {
      var random = SeededGenerator(UInt64(seed))
      let bytes = GeneratedMatrix(using: &random).bytes
      let document = try #require(MarkdownReading(bytes))
      let cells = document.tables.enumerated().flatMap { table, reading in
        reading.rows.enumerated().dropFirst().flatMap { row, reading in reading.cells.indices.map { (table, row, $0) } }
      }
      for _ in 0..<4 where !cells.isEmpty {
        let (table, row, column) = random.pick(cells)
        let reading = document.tables[table].rows[row]
        let typed = random.pick(GeneratedMatrix.typedTexts)
        let edit = CellEdit(
          line: reading.line, label: reading.text(0), column: .at(column), seen: reading.text(column),
          new: .plain(typed))
        let line = sourceLines(of: bytes)[reading.line - 1]
        let comment: Comment =
          "seed \(seed), line \(reading.line), column \(column), “\(typed)” in \(String(decoding: bytes[line], as: UTF8.self).debugDescription)"
        let change: CellChange
        do {
          change = try edit.applied(to: bytes, path: "M.md", roles: anyTable)
        } catch {
          Issue.record(comment)
          continue
        }
        counts.edits += 1
        if change.bytes == bytes { counts.unchanged += 1 }
        // No other byte, and none beyond the row.
        let span = change.span
        #expect(change.bytes == bytes[..<span.lowerBound] + change.replacement + bytes[span.upperBound...], comment)
        #expect(
          change.bytes == bytes || (line.lowerBound <= span.lowerBound && span.upperBound <= line.upperBound), comment)
        #expect(!change.replacement.contains { $0 == 10 || $0 == 13 }, comment)
        #expect(change.newText == edit.new.words, comment)
        // The parser's own output, cell by cell.
        let index =
          document.tables[..<table].reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
          + document.tables[table].rows[..<row].reduce(0) { $0 + $1.cells.count } + column
        let (old, new) = (renderedCells(bytes), renderedCells(change.bytes))
        #expect(old.outside == new.outside && old.cells.count == new.cells.count, comment)
        #expect(zip(old.cells, new.cells).enumerated().allSatisfy { $0 == index || $1.0 == $1.1 }, comment)
        // And back.
        let back = CellEdit(
          line: reading.line, label: column == 0 ? change.newText : reading.text(0), column: .at(column),
          seen: change.newText,
          new: .restored(change.oldSource))
        guard let undone = try? back.applied(to: change.bytes, path: "M.md", roles: anyTable) else {
          Issue.record("not taken back: \(comment)")
          continue
        }
        let restored = renderedCells(undone.bytes)
        #expect(restored.cells == old.cells && restored.outside == old.outside, comment)
      }
    }
    #expect(counts.edits > seeds * 2 && counts.unchanged < counts.edits / 5)
  }

  private let anyTable: ColumnRoleFinder = { _ in ColumnRoles(label: 0, status: 0) }

  /// The HTML that cmark-gfm makes of a file, in and outside the cells of tables.
  private func renderedCells(_ bytes: [UInt8]) -> (cells: [Substring], outside: [Substring]) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_UNSAFE)
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var text = lines.hasPrefix("\u{FEFF}") ? String(lines.unicodeScalars.dropFirst()) : lines
    if text.hasPrefix("---\n"), let end = text.range(of: "\n---\n", after: 3) {
      text = text[..<end].filter { $0 == "\n" } + "\n" + text[text.index(end, offsetBy: 4)...]
    }
    text.withUTF8 { $0.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) } }
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser)) else {
      return ([], [])
    }
    defer { free(html) }
    let parts = String(cString: html).split(separator: "<t", omittingEmptySubsequences: false)
    var cells: [Substring] = []
    var outside: [Substring] = []
    for part in parts {
      if part.hasPrefix("d") || part.hasPrefix("h>") || part.hasPrefix("h ") {
        let pieces = part.split(separator: "</t", maxSplits: 1, omittingEmptySubsequences: false)
        cells.append(pieces[0])
        outside += pieces.dropFirst()
      } else {
        outside.append(part)
      }
    }
    return (cells, outside)
  }
}

extension String {
  fileprivate func range(of needle: String, after offset: Int) -> Index? {
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    return self[start...].range(of: needle)?.lowerBound
  }
}
