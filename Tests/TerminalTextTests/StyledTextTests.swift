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
    let sources = [
      "", "a", "release 2.4 (rc-1)", "x | y", "[12/3] --", "  a  b ", " ", "docs/a_file.md:32 and/so_on", "12",
      "averyverylongword/and-more.json",
    ]
    for source in sources {
      for (base, width) in [nil, Direction.leftToRight, .rightToLeft].flatMap({ base in (0...40).map { (base, $0) } }) {
        let text = StyledText(source, red)
        let short = Paragraph(text, base: base)
        let long = Paragraph(text + StyledText("\u{200E}", red), base: base ?? .leftToRight)
        #expect(short.line(fitting: width).cells.count == short.sources(fitting: width).count)
        guard base != .rightToLeft else { continue }
        #expect(short.line(fitting: width) == long.line(fitting: width), "\(source) in \(width)")
        #expect(short.sources(fitting: width) == long.sources(fitting: width), "\(source) in \(width)")
        #expect(short.wrapped(to: width) == long.wrapped(to: width), "\(source) in \(width)")
      }
    }
  }

  @Test func aTextWithoutLettersFollowsTheScreensDirection() {
    #expect(Paragraph("12/3", fallback: .rightToLeft).direction == .rightToLeft)
    #expect(Paragraph("12/3 ok", fallback: .rightToLeft).direction == .leftToRight)
  }
}
