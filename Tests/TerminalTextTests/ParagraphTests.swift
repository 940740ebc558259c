import TerminalText
import Testing

@Suite struct ParagraphTests {
  private func shown(_ text: String, _ width: Int = 80, way: OutputWay = .visual) -> String {
    Paragraph(StyledText(text), way: way).line(fitting: width).cells.map(\.text).joined()
  }

  @Test(arguments: [
    // Letter by letter from the left: what the terminal is sent.
    ("جاهز", "\u{FEB0}\u{FEEB}\u{FE8E}\u{FE9F}"),
    ("البُعد", "\u{FEAA}\u{FECC}\u{FE92}\u{64F}\u{FEDF}\u{FE8D}"),
    ("لا", "\u{FEFB}"), ("لأنّه", "\u{FEEA}\u{FEE7}\u{651}\u{FEF7}"), ("سلام", "\u{FEE1}\u{FEFC}\u{FEB3}"),
    ("سماء", "\u{621}\u{FE8E}\u{FEE4}\u{FEB3}"),
    ("می‌خواهم", "\u{FEE2}\u{FEEB}\u{FE8D}\u{FEEE}\u{FEA7}\u{FBFD}\u{FEE3}"),
  ])
  func lettersJoinAndStandInOrder(text: String, visual: String) {
    #expect(Array(shown(text).unicodeScalars) == Array(visual.unicodeScalars))
  }

  @Test func numbersAndLatinKeepTheirOrderWithinArabic() {
    #expect(shown("خالد (VIP) 7").hasPrefix("7 (VIP) "))
    #expect(shown("RC-2026-W47 جاهز").hasPrefix("RC-2026-W47 "))
  }

  @Test func bracketsTurnWithTheText() {
    let text = shown("(عقد)")
    #expect(text.first == "(" && text.last == ")")
  }

  @Test func marksStayOnTheirLetterAtMostFour() {
    let cells = Paragraph("مُحَمَّد").line(fitting: 20).cells
    #expect(cells.count == 4)
    #expect(cells.map { $0.text.unicodeScalars.count } == [1, 3, 2, 2])
    let many = Paragraph("ب\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}").line(fitting: 20).cells
    #expect(many.map { $0.text.unicodeScalars.count } == [5])
  }

  @Test func lamAlefIsOneCellAndZWNJKeepsItApart() {
    #expect(Paragraph("لا").width == 1)
    #expect(Paragraph("ل\u{200C}ا").width == 2)
    #expect(Paragraph("لَا").width == 1)
  }

  @Test func cuttingHappensInLogicalOrder() {
    let line = Paragraph("الأسباب الأسوأ أولًا").line(fitting: 8)
    #expect(line.width <= 8)
    #expect(line.cells.first?.text == "…")
    #expect(line.cells.last?.text == "\u{FE8D}")
    #expect(shown("schema adherence", 7) == "schema…")
    #expect(shown("abc", 3) == "abc")
    #expect(shown("abc", 0) == "")
  }

  @Test func theEllipsisStandsWhereReadingEnds() {
    // "rollback (خطة التراجع)", cut within the Arabic: its last letter shown stands at the left of the phrase.
    let line = Paragraph("rollback (خطة التراجع)").line(fitting: 17)
    #expect(line.cells.map(\.text).joined().hasPrefix("rollback (…"))
    #expect(line.width == 17)
    // kitty turns each run, with the ellipsis that touches it: behind the letters of its word, before the bracket.
    let run = Paragraph("rollback (خطة التراجع)", way: .runs).line(fitting: 17)
    #expect(run.cells.map(\.text).joined().contains("…) "))
    // Cut within the English that follows, it stands behind what is shown of it.
    #expect(Paragraph("خطة rollback").line(fitting: 9).cells.map(\.text).joined().hasPrefix("roll…"))
  }

  @Test func wrappingLosesNothingButBlanksAtBreaks() {
    for text in ["one two three four", "لا يوجد مجلد بهذا الاسم في مساحة العمل", "averyveryverylongword here", ""] {
      for width in 1...24 {
        let lines = Paragraph(StyledText(text), way: .terminal).wrapped(to: width)
        #expect(lines.allSatisfy { $0.width <= width })
        let joined = lines.map { $0.cells.map(\.text).joined() }.joined().filter { $0 != " " }
        #expect(joined == text.filter { $0 != " " })
      }
    }
  }

  @Test func stylesSurviveReordering() {
    let bold = Style(attributes: .bold)
    var text = StyledText("جاهز ")
    text.append("go", bold)
    let cells = Paragraph(text).line(fitting: 20).cells
    #expect(cells.filter { $0.style == bold }.map(\.text).joined() == "go")
  }

  @Test func everyCellKnowsItsSource() {
    let text = "لا go"
    let paragraph = Paragraph(StyledText(text))
    let cells = paragraph.line(fitting: 20).cells
    let sources = paragraph.sources(fitting: 20)
    #expect(cells.count == sources.count)
    #expect(sources[cells.firstIndex { $0.text == "\u{FEFB}" } ?? 0] == 0..<2)
    #expect(Set(sources.flatMap(Array.init)) == Set(0..<5))
  }

  @Test func theDirectionIsThatOfTheFirstStrongLetter() {
    #expect(Paragraph("12 جاهز").direction == .rightToLeft)
    #expect(Paragraph("12 ready جاهز").direction == .leftToRight)
    #expect(Paragraph("12", fallback: .rightToLeft).direction == .rightToLeft)
  }

  @Test func wordsKeepTheirLettersInLogicalOrder() {
    let text = shown("جاهز الآن", way: .words)
    // The second word stands first; its letters as one reads them.
    let expected = "\u{FE8D}\u{FEF5}\u{FEE5} \u{FE9F}\u{FE8E}\u{FEEB}\u{FEB0}"
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(shown("(عقد)", way: .runs).unicodeScalars.first == "(")
    #expect(shown("جاهز", way: .terminal) == "جاهز")
  }

  @Test func aFrameForWordsIsAnchoredAtEveryNeutral() {
    var frame = Frame(columns: 12, rows: 2)
    frame.draw(Paragraph("جاهز الآن", way: .words).line(fitting: 10), row: 0, column: 1)
    let prepared = frame.prepared(for: .words)
    #expect(prepared[row: 0].first?.text == " \u{200E}")
    #expect(prepared[row: 0].count { $0.text.contains("\u{200E}") } >= 2)
    #expect(prepared[row: 1].allSatisfy { !$0.text.contains("\u{200E}") })
    #expect(prepared[row: 0].allSatisfy { $0.text.unicodeScalars.first != "\u{200E}" })
    #expect(frame.prepared(for: .visual) == frame)
  }
}
