import Foundation
import TerminalText
import Testing

/// Letter by letter against `Expectations/Shaping.tsv`, which other programs made.
@Suite struct ShapingTests {
  @Test func lettersReadAsOtherProgramsShapeThem() throws {
    let file = try #require(Bundle.module.url(forResource: "Expectations/Shaping", withExtension: "tsv"))
    var cases = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      let source = try #require(fields.first)
      let cells = Paragraph(StyledText(String(source))).line(fitting: 100).cells
      let shown = cells.flatMap(\.text.unicodeScalars).map { hexadecimal($0) }
      #expect(shown == fields[1].split(separator: " ").map(String.init), "\(source)")
      cases += 1
    }
    #expect(cases == 34)
  }

  @Test func aMarkWithoutABaseGetsADottedCircle() {
    let cells = Paragraph("\u{64B} جا").line(fitting: 10).cells
    #expect(cells.last?.text == "\u{25CC}\u{64B}")
  }

  @Test func aJoinerBeforeTheMarksOfALamKeepsItsAlefApart() {
    #expect(Paragraph("ل\u{200C}\u{64E}ا").width == 2)
  }

  @Test func theQuestionMarkTurnsWithItsWordWhereTheTerminalTurnsWords() {
    // It is a strong right-to-left character (AL): a terminal that turns words turns it with its word.
    let cells = Paragraph("عقد؟", way: .words).line(fitting: 10).cells
    #expect(cells.map(\.text) == ["\u{FECB}", "\u{FED8}", "\u{FEAA}", "؟"])
  }

  @Test func aLineDoesNotEndAtANoBreakSpace() {
    let lines = Paragraph("aa b\u{A0}c").wrapped(to: 5).map { $0.cells.map(\.text).joined() }
    #expect(lines == ["aa", "b\u{A0}c"])
  }

  @Test func newlinesGetControlPictures() {
    #expect(Paragraph("a\nb\r").line(fitting: 10).cells.map(\.text) == ["a", "\u{240A}", "b", "\u{240D}"])
  }

  @Test func directionMarksAreLeftOutOfAFramesText() {
    var frame = Frame(columns: 12, rows: 1)
    frame.draw(Paragraph("جاهز ١٢", way: .words).line(fitting: 10), row: 0, column: 1)
    #expect(frame.prepared(for: .words).text() == frame.text())
    #expect(frame.prepared(for: .words)[row: 0].allSatisfy { $0.text != "١\u{200E}" && $0.text != "٢\u{200E}" })
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
