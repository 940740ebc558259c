import Glibc
import TerminalText
import Testing

@Suite struct SanitisingTests {
  private let poison =
    "a\u{1B}]0;x\u{7}\u{9B}31m\u{0}\u{7F}\u{202E}b\u{2066}\u{200B}\u{FEFF}\u{E0041}\n\r\tجا\u{202C}هز"

  @Test(arguments: OutputWay.allCases)
  func nothingOfAFileSteersTheTerminal(way: OutputWay) {
    let cells = Paragraph(StyledText(poison), way: way).line(fitting: 200).cells
    for scalar in cells.flatMap(\.text.unicodeScalars) + sanitised(poison).unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(![0x200B, 0xFEFF].contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
    #expect(cells.contains { $0.text == "\u{241B}" }, "a control is shown, not hidden")
  }

  @Test func honestMarksActAndAreGone() {
    let cells = Paragraph("می\u{200C}خ\u{200F}").line(fitting: 20).cells
    #expect(cells.count == 3)
    #expect(cells.allSatisfy { $0.text.unicodeScalars.count == 1 })
  }

  @Test func widthsAreThoseOfGlibc() throws {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    // The Glibc module leaves wcwidth out: it hides X/Open functions.
    typealias Function = @convention(c) (Int32) -> Int32
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Function.self)
    var wrong: [UInt32] = []
    for value in (0xA0...0xD7FF as ClosedRange<UInt32>) where value != 0xAD {
      guard let scalar = Unicode.Scalar(value), wcwidth(Int32(value)) > 0 else { continue }
      let text = String(Character(scalar))
      if sanitised(text) == text, displayWidth(of: text) != Int(wcwidth(Int32(value))) { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func wideCharactersTakeTwoColumns() {
    let cells = Paragraph("漢字").line(fitting: 3).cells
    #expect(cells.map(\.width) == [2, 0, 1])
    #expect(displayWidth(of: "漢字") == 4)
  }
}
