import Readiness
import Testing

@testable import Dashboard

@Suite struct FoldedBytesTests {
  @Test(arguments: [
    "", " ", "\n\n", "  a  B\t c ", "\na\n\n b\n", "المُوافقات  تتجاوز\u{A0}المهلة", "إجـازة\nء\nأمن",
    "“Ünïcode”…\u{2003}x",
    "İ", "漢字 👩‍👩‍👦", "ﻻ", "a\n \u{200F}\n b", "٣٤\r\n۵",
  ])
  func eachLineIsFolded(text: String) {
    let lines = text.unicodeScalars.split(separator: "\n").map { folded(String($0)) }.filter { !$0.isEmpty }
    #expect(String(decoding: foldedBytes(text), as: UTF8.self) == lines.joined(separator: "\n"))
  }

  @Test func everyScalarFoldsAsEverywhereElse() {
    for value in UInt32(0)..<0x3100 where value != 0x0A {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      guard foldedBytes(text) != Array(folded(text).utf8) else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }
}
