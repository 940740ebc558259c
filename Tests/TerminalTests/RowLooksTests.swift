import TerminalText
import Testing

@testable import Terminal

@Suite struct RowLooksTests {
  private let red = Style(foreground: .palette(1))
  private let green = Style(foreground: .palette(2))
  private let marked = Style(foreground: .palette(1), background: .palette(3))

  private func numbers(_ parts: (String, Style)...) -> [Int32] {
    let cells = parts.flatMap { text, style in text.map { Cell(String($0), style: style) } }
    return looks(of: cells[...]) { look(of: $0, depth: .sixteen) }.map(\.foreground)
  }

  @Test func blanksAtTheEndOfARowAreTheTerminalsOwn() {
    #expect(numbers(("ab  ", red)) == [1, 1, -1, -1])
    #expect(numbers(("  ", red)) == [-1, -1])
  }

  @Test func aNarrowGapKeepsTheLookOfTheLetterBeforeItAWiderOneHasThatOfTheLetterBehind() {
    #expect(numbers(("a", red), ("  ", .plain), ("b", green)) == [1, 1, 1, 2])
    #expect(numbers(("a", red), ("     ", .plain), ("b", green)) == [1, 2, 2, 2, 2, 2, 2])
    #expect(numbers(("a b", red)) == [1, 1, 1])
  }

  @Test func aGapBeforePlainTextIsPlain() {
    #expect(numbers(("a", red), ("  ", red), ("b", .plain)) == [1, -1, -1, -1])
  }

  @Test func aWideGapIsErased() {
    func gap(_ width: Int, _ after: Style) -> Int32 {
      numbers(("a", red), (String(repeating: " ", count: width), red), ("b", after))[1]
    }
    #expect([gap(17, green), gap(18, green), gap(27, red), gap(28, red)] == [2, -1, 1, -1])
  }

  @Test func aGapBeforeLettersOnABackgroundDoesNotShowIt() {
    #expect(numbers(("a", red), ("  ", .plain), ("b", marked)) == [1, 1, 1, 1])
    #expect(
      looks(of: [Cell("a", style: red), Cell(" "), Cell("b", style: marked)][...]) { look(of: $0, depth: .sixteen) }[1]
        .background == -1)
  }

  @Test func aBlankThatShowsItsBackgroundKeepsIt() {
    #expect(numbers(("a ", marked), (" ", red)) == [1, 1, -1])
  }
}
