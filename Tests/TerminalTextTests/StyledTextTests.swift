import Testing

@testable import TerminalText

struct StyledTextTests {
  private let red = Style(foreground: .palette(1))
  private let bold = Style(attributes: .bold)

  @Test func restylingChangesJustTheScalarsNamed() {
    // Every range of a text of three styles, against one style for each scalar.
    let text = StyledText("ab", red) + StyledText("سلام", .plain) + StyledText("cd", red)
    for lower in 0...9 {
      for upper in lower...9 {
        var restyled = text
        restyled.restyle(lower..<upper) { Style(foreground: $0.foreground, attributes: .bold) }
        var expected = text.styles
        for offset in lower..<upper where offset < expected.count {
          expected[offset] = Style(foreground: expected[offset].foreground, attributes: .bold)
        }
        #expect(restyled.styles == expected)
        for offset in 0..<9 { #expect(restyled.style(at: offset) == (offset < 8 ? expected[offset] : .plain)) }
      }
    }
  }

  @Test func textsThatLookTheSameAreEqualHoweverTheyWereMade() {
    var pieces = StyledText()
    for piece in ["a", "", "b", "c"] { pieces.append(piece, red) }
    #expect(pieces == StyledText("abc", red))
    var changedBack = StyledText("abc", red)
    changedBack.restyle(1..<2) { _ in bold }
    changedBack.restyle(1..<2) { _ in red }
    #expect(changedBack == StyledText("abc", red))
    #expect(StyledText("", red) == StyledText())
  }

  @Test func plainASCIIIsLaidOutAsTheLongWayWould() {
    // U+200E acts on order and takes no cell: with it the text takes the long way.
    for source in ["", "a", "release 2.4 (rc-1)", "x | y", "[12/3] --"] {
      for width in 0...20 {
        let text = StyledText(source, red)
        let short = Paragraph(text).line(fitting: width)
        let long = Paragraph(text + StyledText("\u{200E}", red)).line(fitting: width)
        #expect(short == long, "\(source) in \(width)")
        #expect(short.cells.count == Paragraph(text).sources(fitting: width).count)
      }
    }
  }

  @Test func aTextWithoutLettersFollowsTheScreensDirection() {
    #expect(Paragraph("12/3", fallback: .rightToLeft).direction == .rightToLeft)
    #expect(Paragraph("12/3 ok", fallback: .rightToLeft).direction == .leftToRight)
  }
}
