import Foundation
import TerminalText
import Testing

/// Unicode's own `BidiCharacterTest.txt` (Debian package unicode-data): levels and order of 91,707 cases.
@Suite struct BidiConformanceTests {
  @Test func everyCaseOfUnicodeIsRight() throws {
    let text = try String(contentsOfFile: "/usr/share/unicode/BidiCharacterTest.txt", encoding: .utf8)
    var cases = 0
    var wrong: [String] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      guard fields.count >= 5 else { continue }
      func words(_ index: Int) -> [String] {
        fields[index].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      }
      let scalars = words(0).compactMap { UInt32($0, radix: 16) }
      let direction: Direction? =
        switch words(1).first {
        case "0": .leftToRight
        case "1": .rightToLeft
        default: nil
        }
      let found = bidiLevels(of: scalars, direction: direction)
      let expected = words(3)
      // Level x: the character is removed by rule X9.
      let kept = expected.indices.filter { expected[$0] != "x" }
      let levels = kept.map { found.levels[$0] }
      let order = visualOrder(of: levels).map { String(kept[$0]) }
      let isRight =
        (found.direction == .rightToLeft) == (words(2).first == "1")
        && levels.map(String.init) == kept.map { expected[$0] } && order == words(4)
      if !isRight { wrong.append(String(decoding: line, as: UTF8.self)) }
      cases += 1
    }
    #expect(cases == 91_707)
    #expect(wrong.isEmpty, "\(wrong.count) wrong, as \(wrong.first ?? "")")
  }
}
