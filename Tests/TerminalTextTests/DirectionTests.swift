import Testing

@testable import TerminalText

@Suite struct DirectionTests {
  private func seen(_ text: String, _ base: Direction? = nil, width: Int = 80, way: OutputWay = .visual) -> String {
    capitals(Paragraph(StyledText(arabic(text)), base: base, way: way).line(fitting: width).cells)
  }

  @Test(arguments: [
    ("(b) a", Direction.rightToLeft, "a (b)"), ("a (b)", .rightToLeft, "a (b)"), ("x: 1.", .rightToLeft, ".x: 1"),
    ("[1] - 2", .rightToLeft, "2 - [1]"), ("> 3", .rightToLeft, "3 <"), ("AB x", .leftToRight, "BA x"),
    ("x AB", .rightToLeft, "BA x"), ("(AB) x.", .leftToRight, "(BA) x."), ("12/3", .rightToLeft, "12/3"),
    ("-5", .leftToRight, "-5"), ("é (b).", .rightToLeft, ".é (b)"),
  ])
  func aGivenBaseOverridesTheLetters(text: String, base: Direction, wanted: String) {
    #expect(seen(text, base) == wanted)
    #expect(Paragraph(StyledText(arabic(text)), base: base).direction == base)
    let other: Direction = base == .leftToRight ? .rightToLeft : .leftToRight
    #expect(Paragraph(StyledText(arabic(text)), base: base, fallback: other).direction == base)
    #expect(Paragraph(StyledText(arabic(text)), base: base).wrapped(to: 80).map { capitals($0.cells) } == [wanted])
  }

  @Test func aGivenBaseHoldsForTextsThatAreCutAndWrapped() {
    #expect(seen("(b) axyz", .rightToLeft, width: 7) == "ax… (b)")
    let lines = Paragraph("(b) axyz c", base: .rightToLeft).wrapped(to: 8)
    #expect(lines.map { capitals($0.cells) } == ["axyz (b)", "c"])
    #expect(lines.allSatisfy { $0.direction == .rightToLeft })
  }

  @Test func signsOfCalculationAreNoLetters() {
    for text in ["× 1/1", "÷ 2", "√ 1", "✓ 3", "§ 4"] {
      #expect(Paragraph(StyledText(text), fallback: .rightToLeft).direction == .rightToLeft, "\(text)")
      #expect(Paragraph(StyledText(text)).direction == .leftToRight, "\(text)")
    }
    for text in ["é 1", "À 1", "ß 1", "ÿ 1"] {
      #expect(Paragraph(StyledText(text), fallback: .rightToLeft).direction == .leftToRight, "\(text)")
    }
  }

  @Test(arguments: [
    // At the start they give the paragraph its direction, at the end they act on the sign before them.
    ("\u{200F}abc!", "!abc"), ("abc!\u{200F}", "abc!"), ("\u{200E}AB!", "BA!"), ("\u{200E}AB!\u{200F}", "!BA"),
    ("\u{200F}abc!\u{200E}", "abc!"), ("x AB, CD", "x DC ,BA"), ("x AB\u{200E}, CD", "x BA, DC"),
    ("\u{200F}(1) a", "a (1)"),
    ("\u{200F}", ""), ("\u{200E}\u{200F}a.", "a."), ("\u{200F}\u{200E}a.", ".a"),
  ])
  func directionMarksActAndTakeNoCell(text: String, wanted: String) {
    #expect(seen(text) == wanted)
    for way in OutputWay.allCases {
      let paragraph = Paragraph(StyledText(arabic(text)), way: way)
      let cells = paragraph.line(fitting: 80).cells
      #expect(cells.count == wanted.count && paragraph.width == wanted.count, "\(way)")
      #expect(paragraph.direction == Paragraph(StyledText(arabic(text))).direction)
      #expect(cells.allSatisfy { !["\u{200E}", "\u{200F}"].contains($0.text.unicodeScalars.first) })
    }
  }

  @Test func directionMarksActWhereATextIsCut() {
    #expect(seen("x AB! cdef", width: 7) == "x BA!…")
    #expect(seen("x AB!\u{200F} cdef", width: 7) == "x …!BA")
    #expect(seen("\u{200F}abc! defg", width: 6) == "abc!…")
    for way in OutputWay.allCases {
      #expect(Paragraph("\u{200F}abc! \u{200E}defg\u{200E}", way: way).line(fitting: 6).width == 5)
    }
  }

  @Test func theOtherWaysKeepTheOrderThatMarksMake() {
    // Sent by words: the letters of each word in logical order.
    #expect(seen("x AB\u{200E}, CD", way: .words) == "x AB, CD")
    #expect(seen("x AB, CD", way: .words) == "x CD ,AB")
    #expect(seen("x AB\u{200E}, CD", way: .runs) == "x ,AB CD")
    #expect(seen("\u{200E}AB!", way: .words) == "AB!")
    #expect(seen("\u{200E}AB!", way: .runs) == "!AB")
  }

  @Test func aTerminalThatOrdersByItselfGetsTheMarks() {
    let cells = Paragraph("a\u{200F}! ب\u{200E}\u{200C}", way: .terminal).line(fitting: 9).cells
    #expect(
      cells.map { Array($0.text.unicodeScalars) } == [["a", "\u{200F}"], ["!"], [" "], ["ب", "\u{200E}", "\u{200C}"]])
    // ncurses keeps four scalars beside a base, and loses a cell that starts with one of these.
    let many = Paragraph("\u{200F}a\u{200E}\u{200E}\u{200E}\u{200E}\u{200E}", way: .terminal).line(fitting: 9).cells
    #expect(many.map { $0.text.unicodeScalars.count } == [5])
    #expect(many.first?.text.unicodeScalars.first == "a")
    // Emoji stay apart, in as many columns as are counted for them.
    let family = Paragraph("👨\u{200D}👩", way: .terminal).line(fitting: 9).cells
    #expect(family.map(\.text) == ["👨", "", "👩", ""])
  }
}
