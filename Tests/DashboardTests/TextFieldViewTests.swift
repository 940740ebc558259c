import Dashboard
import TerminalText
import Testing

@Suite struct TextFieldViewTests {
  /// The field with the cursor at each place of its text, from the start to the end.
  private func cursors(
    _ text: String, width: Int = 20, _ fallback: Direction = .leftToRight, way: OutputWay = .visual
  ) -> [Int] {
    (0...text.count).map { place in
      var field = TextField(text, fallback: fallback)
      for _ in place..<text.count { field.moveBackward() }
      return field.view(width: width, way: way).cursor
    }
  }

  private func text(_ view: TextField.View) -> String { view.line.cells.map(\.text).joined() }

  private func field(_ text: String, at place: Int, _ fallback: Direction = .leftToRight) -> TextField {
    var field = TextField(text, fallback: fallback)
    for _ in place..<text.count { field.moveBackward() }
    return field
  }

  @Test func theCursorStandsOnTheNextLetter() {
    #expect(cursors("") == [0])
    #expect(cursors("abc") == [0, 1, 2, 3])
    #expect(cursors("a漢b") == [0, 1, 3, 4])
    #expect(cursors("e\u{301}x") == [0, 1, 2])
  }

  /// `abc ` and then, from the right, س, the cell of لا, and م: at the end the next letter appears at the left of م.
  @Test func anArabicRunIsWalkedFromTheRightToItsLeftEdge() {
    let view = TextField("abc سلام").view(width: 9)
    #expect(text(view) == "abc ﻡﻼﺳ  ")
    #expect(cursors("abc سلام") == [0, 1, 2, 3, 6, 5, 5, 4, 3])
    #expect(cursors("abc سلام x") == [0, 1, 2, 3, 6, 5, 5, 4, 3, 8, 9])
    #expect(cursors("abc سلام ") == [0, 1, 2, 3, 6, 5, 5, 4, 3, 8])
  }

  @Test func anArabicTextBeginsAtTheRightOfABlankForTheNextLetter() {
    #expect(text(TextField("سلام").view(width: 6)) == " ﻡﻼﺳ  ")
    #expect(cursors("سلام", width: 6) == [3, 2, 2, 1, 0])
    #expect(text(TextField("سلام", fallback: .rightToLeft).view(width: 6)) == "   ﻡﻼﺳ")
    #expect(cursors("سلام", width: 6, .rightToLeft) == [5, 4, 4, 3, 2])
    #expect(cursors("", width: 6, .rightToLeft) == [5])
  }

  @Test func aLatinRunInAnArabicTextIsWalkedToItsRightEdge() {
    #expect(text(TextField("سم abc", fallback: .rightToLeft).view(width: 7)) == " abc ﻢﺳ")
    #expect(cursors("سم abc", width: 7, .rightToLeft) == [6, 5, 4, 1, 2, 3, 4])
    #expect(cursors("سم 12", width: 6, .rightToLeft) == [5, 4, 3, 1, 2, 3])
  }

  @Test func whatTakesNoCellIsPassedOver() {
    #expect(cursors("a\u{200E}b") == [0, 1, 1, 2])
    #expect(cursors("a\u{200E}") == [0, 1, 1])
  }

  @Test func aLongTextScrolls() {
    let long = "abcdefghijklmnopqrstuvwxyz"
    #expect(text(TextField(long).view(width: 10)) == "…stuvwxyz ")
    #expect(TextField(long).view(width: 10).cursor == 9)
    #expect(text(field(long, at: 0).view(width: 10)) == "abcdefghi…")
    #expect(text(field(long, at: 13).view(width: 10)) == "…hijklmno…")
    #expect(field(long, at: 13).view(width: 10).cursor == 7)
  }

  @Test func aLongArabicTextScrollsFromTheRight() {
    let long = "ابجد هوز حطي كلمن سعفص"
    let start = field(long, at: 0, .rightToLeft).view(width: 10)
    #expect(start.cursor == 9)
    #expect(start.line.cells.first?.text == "…")
    let end = field(long, at: long.count, .rightToLeft).view(width: 10)
    #expect(end.cursor == 0)
    #expect(end.line.cells.last?.text == "…")
    #expect(end.line.cells.first == .blank())
  }

  @Test func everyPlaceOfALongMixedTextIsSeen() {
    let long = "status:blocked المالك:«منصة البيانات» -قديم 漢字 age:>3d «سلام» x"
    for way in OutputWay.allCases {
      for fallback in [Direction.leftToRight, .rightToLeft] {
        for width in [1, 2, 5, 8, 9, 33, 200] {
          for place in 0...long.count {
            let view = field(long, at: place, fallback).view(width: width, way: way)
            #expect(view.line.width == width)
            #expect((0..<width).contains(view.cursor))
            if width >= 8 { #expect(view.line.cells[view.cursor].text != "…", "\(way) \(width) \(place)") }
          }
        }
      }
    }
  }

  @Test func terminalsThatTurnWordsGetTheCursorOnTheSameLetter() {
    for (place, letter) in zip(4..<8, ["ﺳ", "ﻼ", "ﻼ", "ﻡ"]) {
      let view = field("abc سلام x", at: place).view(width: 12, way: .words)
      #expect(text(view) == "abc ﺳﻼﻡ x   ")
      #expect(view.line.cells[view.cursor].text == letter)
    }
    #expect(cursors("abc سلام", way: .terminal) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
    #expect(cursors("abc سلام", way: .runs) == cursors("abc سلام"))
  }

  @Test func theWordOfAnErrorIsMarked() {
    let red = Style(foreground: .palette(1))
    let view = TextField("a bad b").view(width: 9, marks: [(2..<5, red)])
    #expect(view.line.cells.map { $0.style == red } == [false, false, true, true, true, false, false, false, false])
  }
}
