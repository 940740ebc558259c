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

  @Test func aNarrowGapKeepsTheLookOfTheLetterBeforeIt() {
    #expect(numbers(("a", red), ("  ", .plain), ("b", green)) == [1, 1, 1, 2])
    #expect(numbers(("a b", red)) == [1, 1, 1])
  }

  @Test func aGapBeforePlainTextIsPlain() {
    #expect(numbers(("a", red), ("  ", red), ("b", .plain)) == [1, -1, -1, -1])
  }

  @Test func theBlankBehindALineOfTheScreenStaysWhatItIs() {
    #expect(numbers(("│", red), (" ", .plain), ("b", green)) == [1, -1, 2])
  }

  @Test func aWideGapIsErased() {
    #expect(numbers(("a", red), ("      ", red), ("b", green)) == [1, -1, -1, -1, -1, -1, -1, 2])
  }

  @Test func aBlankThatShowsItsBackgroundKeepsIt() {
    #expect(numbers(("a ", marked), (" ", red)) == [1, 1, -1])
  }
}
