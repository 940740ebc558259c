import Foundation
import Testing

@testable import TerminalText

/// What kitty makes of a row was looked at in kitty 0.26 itself; `seen` does the same.
@Suite struct KittyRunsTests {
  @Test(arguments: [
    "٢٦", "٢٦%", "(٢٦)", "٢٦٫٥", "۲۶", "۲۶%", "2026-٢٦", "٢٠٢٦-١١-٠٣", "١٢:٣٠", "٪٥٠", "-٥", "<١٢>", "#١٢",
    "WAIT ٢٦ HOURS",
    "rc٢٦", "RC٢٦", "٢٦RC", "(RC) ٢٦,", "docs (FOR TRUTH)", "docs (FOR", "A)", "(docs) 12", "12؟", "؟12", "،12 A،",
    "ـ12",
    "٢│٣", "─AB─", "A\u{A0}٢٦", "a [AB] ([c])", "v٢.٤-W٤٧",
  ])
  func runsAreSentSoThatKittysTurningPutsThemRight(capitals text: String) {
    for base in [Direction.leftToRight, .rightToLeft] {
      let paragraph = Paragraph(StyledText(arabic(text)), base: base, way: .runs)
      let visual = Paragraph(StyledText(arabic(text)), base: base)
      for width in 1...visual.width {
        let wanted = capitals(visual.line(fitting: width).cells)
        #expect(capitals(seen(paragraph.line(fitting: width).cells)) == wanted, "\(base), \(width)")
      }
    }
  }

  @Test(arguments: [
    // A number stays where it is, in digits that kitty does not turn.
    ("٢٦rc", Direction.leftToRight, "26rc"), ("٢٦rc", .rightToLeft, "26rc"), ("۲۶٫۵٪-rc A", .leftToRight, "26.5%-rc A"),
    // Words change places, brackets stay around them.
    ("ABrc", .leftToRight, "rcBA"), ("(AB/rc)", .leftToRight, "(rc/BA)"), ("rc-AB٢", .rightToLeft, "rc-٢BA"),
    ("AB-v2.4", .leftToRight, "v2.4-BA"), ("«AB»/x [1]", .leftToRight, "x/«BA» [1]"),
  ])
  func whatNoOrderOfTheCellsCanShowIsStillLegible(capitals text: String, base: Direction, wanted: String) {
    let cells = Paragraph(StyledText(arabic(text)), base: base, way: .runs).line(fitting: 80).cells
    #expect(capitals(seen(cells)) == wanted)
  }

  @Test func everyWordAndNumberReadsRightInMixedText() throws {
    var random = Seeded(state: 2026)
    let signs = [
      "A", "B", "C", "a", "b", "c", "1", "2", "٣", "٤", "۵", " ", " ", "(", ")", "-", "/", "%", "٪", "؟", "│", ".",
    ]
    let letters = try Regex("[A-Z]+|[a-c]+")
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 2...9, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
        .joined()
      let base = Bool.random(using: &random) ? Direction.leftToRight : .rightToLeft
      let width = Int.random(in: 1...text.unicodeScalars.count, using: &random)
      let visual = Paragraph(StyledText(arabic(text)), base: base).line(fitting: width).cells
      let shown = seen(Paragraph(StyledText(arabic(text)), base: base, way: .runs).line(fitting: width).cells)
      let isPossible = runs(of: visual).allSatisfy { run in
        let scripts = visual[run].compactMap(script)
        return scripts.first != .rightToLeft || scripts.last == .rightToLeft
      }
      if isPossible {
        #expect(capitals(shown) == capitals(visual), "\(text), \(base), \(width)")
      } else {
        let words = { (cells: [Cell]) in capitals(cells).matches(of: letters).map { String(capitals(cells)[$0.range]) }
        }
        #expect(words(shown).sorted() == words(visual).sorted(), "\(text), \(base), \(width)")
      }
    }
  }

  @Test func coloursStayWhereTheirLettersAreSeen() {
    // kitty turns the letters of a run and leaves the colours with the cells.
    let red = Style(foreground: .palette(1))
    let text = StyledText(arabic("AB"), red) + StyledText(arabic("CD"))
    let cells = Paragraph(text, way: .runs).line(fitting: 10).cells
    #expect(cells.map(\.style) == [.plain, .plain, red, red])
    #expect(capitals(seen(cells)) == "DCBA")
  }

  @Test func aBoldPartOfAWordIsARunOfItsOwn() {
    for attribute in [Style.Attributes.bold, .italic] {
      let text = StyledText(arabic("AB"), Style(attributes: attribute)) + StyledText(arabic("CD"))
      let cells = Paragraph(text, way: .runs).line(fitting: 10).cells
      #expect(capitals(cells) == "CDAB")
      #expect(capitals(seen(cells)) == "DCBA")
    }
  }

  @Test func marksAreLeftOutWhereKittyWouldSqueezeLettersForThem() {
    #expect(capitals(Paragraph("مُنَى", way: .runs).line(fitting: 9).cells.map { Cell($0.text) }).hasPrefix("WX"))
    // In a run that kitty leaves alone they take no cell.
    let cells = Paragraph("API-مُنى", way: .runs).line(fitting: 9).cells
    #expect(cells.last?.text.unicodeScalars.count == 2)
  }

  @Test func scriptsAreThoseOfUnicode() throws {
    let scripts = try unicodeScripts()
    var wrong: [String] = []
    for value in UInt32(0x20)..<0x20000 where !(0xD800..<0xE000).contains(value) {
      guard let scalar = Unicode.Scalar(value), sanitised(scalar) == .shown(scalar), columns(of: scalar) == 1 else {
        continue
      }
      let expected = scripts[value]
      let isLikely = value < 0x530 || (0x2000..<0x2500).contains(value)
      guard isLikely || expected == .rightToLeft || scriptDirection(of: scalar) == .rightToLeft else { continue }
      if scriptDirection(of: scalar) != expected { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong)")
  }

  /// What kitty shows for cells that it is sent.
  private func seen(_ cells: [Cell]) -> [Cell] {
    var result = cells
    for run in runs(of: cells) where cells[run].lazy.compactMap(script).first == .rightToLeft {
      for (place, cell) in zip(run, cells[run].reversed()) {
        result[place] = Cell(mirrorImages[cell.text] ?? cell.text, style: cells[place].style)
      }
    }
    return result
  }

  private func runs(of cells: [Cell]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, cell) in cells.enumerated() where ![" ", "│", "─"].contains(cell.text) {
      if let last = runs.last, last.upperBound == index, cells[index - 1].style.attributes == cell.style.attributes {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private func script(_ cell: Cell) -> Direction? {
    guard let first = cell.text.unicodeScalars.first else { return nil }
    switch first.value {
    case 0x41...0x5A, 0x61...0x7A: return .leftToRight
    case 0x60C, 0x61F, 0x640: return nil
    case 0x600..<0x700, 0xFE70..<0xFF00: return .rightToLeft
    default: return nil
    }
  }

  private let mirrorImages = [
    "(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«",
  ]

  /// The direction of each scalar's script, from Unicode's own list (Debian package unicode-data).
  private func unicodeScripts() throws -> [UInt32: Direction] {
    let fromTheRight: Set<Substring> = [
      "Arabic", "Hebrew", "Syriac", "Thaana", "Nko", "Samaritan", "Mandaic", "Cypriot", "Kharoshthi", "Phoenician",
      "Lydian",
      "Avestan", "Imperial_Aramaic", "Inscriptional_Pahlavi", "Inscriptional_Parthian", "Old_South_Arabian",
      "Old_Turkic",
      "Meroitic_Cursive", "Meroitic_Hieroglyphs", "Manichaean", "Mende_Kikakui", "Nabataean", "Old_North_Arabian",
      "Palmyrene",
      "Psalter_Pahlavi", "Hatran", "Adlam", "Hanifi_Rohingya", "Old_Sogdian", "Sogdian", "Elymaic", "Chorasmian",
      "Yezidi",
      "Old_Uyghur",
    ]
    var scripts: [UInt32: Direction] = [:]
    let text = try String(contentsOfFile: "/usr/share/unicode/Scripts.txt", encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(whereSeparator: { " ;.#".contains($0) })
      guard let lower = UInt32(fields[0], radix: 16), lower < 0x20000 else { continue }
      let upper = UInt32(fields[1], radix: 16)
      let name = upper == nil ? fields[1] : fields[2]
      let isShared = ["Common", "Inherited", "Unknown"].contains(name)
      let direction: Direction = fromTheRight.contains(name) ? .rightToLeft : .leftToRight
      for value in lower...(upper ?? lower) where !isShared { scripts[value] = direction }
    }
    return scripts
  }
}

/// Reproducible, unlike the system's.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
