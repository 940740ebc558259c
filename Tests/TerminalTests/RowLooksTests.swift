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

  @Test func aWideGapIsErased() {
    #expect(numbers(("a", red), ("      ", red), ("b", green)) == [1, -1, -1, -1, -1, -1, -1, 2])
  }

  @Test func aBlankThatShowsItsBackgroundKeepsIt() {
    #expect(numbers(("a ", marked), (" ", red)) == [1, 1, -1])
  }

  @Test func onlyRowsThatDifferAreWritten() {
    var shown = Frame(columns: 10, rows: 4)
    var next = shown
    next.draw(Paragraph("x").line(fitting: 5), row: 2, column: 0)
    #expect(changedRows(from: shown, to: next) == [2])
    #expect(changedRows(from: nil, to: next) == [0, 1, 2, 3])
    shown = Frame(columns: 11, rows: 4)
    #expect(changedRows(from: shown, to: next).count == 4)
  }

  @Test func aStepAndAScrollAreSmallAndAPageIsLarge() {
    func list(from first: Int) -> Frame {
      var frame = Frame(columns: 20, rows: 30)
      for row in 0..<30 {
        frame.draw(Paragraph(StyledText("row \(first + row)")).line(fitting: 20), row: row, column: 0)
      }
      return frame
    }
    let shown = list(from: 0)
    func isLargeChange(to next: Frame) -> Bool { isLarge(changedRows(from: shown, to: next), from: shown, to: next) }
    #expect(!isLargeChange(to: list(from: 1)))
    #expect(isLargeChange(to: list(from: 30)))
    var step = shown
    step.draw(Paragraph(">").line(fitting: 1), row: 3, column: 19)
    #expect(!isLargeChange(to: step))
    #expect(isLarge(changedRows(from: nil, to: shown), from: nil, to: shown))
  }
}
