import Testing

@testable import Readiness

@Suite struct FoldingTests {
  @Test(arguments: [
    ("  Docs \t truth\n", "docs truth"), ("الضوابط السعوديّة", "الضوابط السعوديه"), ("إقامة", "اقامه"), ("مدى", "مدي"),
    ("الـهـويـة", "الهويه"), ("مسؤول", "مسوول"), ("R\u{202E}C\u{200F}-١", "rc-1"), ("", ""), ("\u{200B}", ""),
  ])
  func spellingsThatAReaderTakesForOneWordFoldTogether(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func aMatchIsFoundInTheOriginalWithItsMarks() {
    let text = FoldedText("قال: السُّعُوديّة")
    let ranges = text.ranges(of: FoldedText("السعوديه"))
    #expect(ranges == [5..<17])
    #expect(text.ranges(of: FoldedText("")).isEmpty)
  }
}
