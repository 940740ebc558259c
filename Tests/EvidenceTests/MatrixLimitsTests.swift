import Readiness
import Testing

@testable import Evidence

struct MatrixLimitsTests {
  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private func read(_ text: String) -> (Duration, Matrix?, [Finding.Code]) {
    let start = ContinuousClock.now
    let (matrix, findings) = readMatrix(Array(text.utf8), path: "m.md")
    return (ContinuousClock.now - start, matrix, findings.map(\.code))
  }

  @Test func `What would take the parser minutes is unreadable at once`() {
    let header = times(5_000, "a|") + "\n" + times(5_000, "-|") + "\n"
    for text in [
      times(100_000, "![[]()"), times(100_000, ">"), times(1_000_000, "|"), header + times(5_000, "y|\n"),
      times(100, "x|") + "\n" + times(100, "-|") + "\n" + times(50_000, "y|\n"), times(100_000, "a\n") + "-|-\n",
      times(50_000, "a|b\na|b\na|b\n-|-|-\n"), times(50_000, "- > ") + "x", times(50_000, "- ") + "x",
    ] {
      let (duration, matrix, codes) = read(text)
      #expect(duration < .seconds(30), "\(text.prefix(10))")
      #expect(matrix == nil && codes == [.matrixUnreadable], "\(text.prefix(10))")
    }
  }

  @Test func `What only looks abusive is parsed`() {
    for text in [
      times(100_000, "["), times(100_000, "*"), times(100_000, "*a "), times(100_000, "_a "), times(100_000, "[a]("),
      times(100_000, "<a "), times(150, "- "), times(90, ">") + " x",
      times(5_000, "2026-01-01\n"), times(500, "-\n"),
      "| Dimension | Status | Evidence |\n|-|-|-|\n" + times(2_000, "| **a** | OK | [x](x) + `y` |\n"),
    ] {
      let (duration, matrix, _) = read(text)
      #expect(duration < .seconds(30), "\(text.prefix(10))")
      #expect(matrix != nil, "\(text.prefix(10))")
    }
  }

  @Test func `The line that goes beyond a limit is named`() {
    let (_, findings) = readMatrix(Array("---\na: b\n---\n\n\(times(300, "|"))\n".utf8), path: "m.md")
    #expect(findings.map(\.location.line) == [5])
  }
}
