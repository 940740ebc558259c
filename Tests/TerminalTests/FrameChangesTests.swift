import TerminalText
import Testing

@testable import Terminal

@Suite struct FrameChangesTests {
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
