import TerminalText
import Testing

@testable import Dashboard

@Suite struct TextFieldTests {
  /// A field with the cursor where `|` stands.
  private func field(_ marked: String) -> TextField {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(String(parts[0]))
    field.insert(String(parts[1]))
    for _ in parts[1] { field.moveBackward() }
    return field
  }

  private func marked(_ field: TextField) -> String {
    field.text.prefix(field.cursor) + "|" + field.text.dropFirst(field.cursor)
  }

  @Test(arguments: [
    ("ab|c", Key(.backspace), "a|c"), ("ab|c", Key(.delete), "ab|"), ("|abc", Key(.backspace), "|abc"),
    ("abc|", Key(.delete), "abc|"), ("ab|c", Key(.left), "a|bc"), ("ab|c", Key(.right), "abc|"),
    ("ab|c", Key(.home), "|abc"), ("ab|c", Key(.end), "abc|"), ("ab|c", "x", "abx|c"),
    ("ab cd|ef", .control("u"), "|ef"), ("ab cd|ef", .control("k"), "ab cd|"), ("ab cd:e|f", .control("w"), "ab |f"),
    ("ab  |", .control("w"), "|"), ("ab|c", .control("a"), "|abc"), ("|abc", .control("e"), "abc|"),
    ("owner:x|", Key(.backspace, alt: true), "owner:|"), ("ab cd|", Key(.left, control: true), "ab |cd"),
    ("ab| cd:e", Key(.right, alt: true), "ab cd|:e"), ("ab| cd", Key(.character("d"), alt: true), "ab|"),
    ("ab cd|", Key(.character("b"), alt: true), "ab |cd"), ("سلام|", Key(.backspace), "سلا|"),
    ("السلام عليكم|", .control("w"), "السلام |"), ("السلام عليكم|", Key(.character("b"), alt: true), "السلام |عليكم"),
    ("👩‍👩‍👦|", Key(.backspace), "|"), ("é|", Key(.backspace), "|"),
  ])
  func keysEdit(before: String, key: Key, after: String) {
    var field = field(before)
    let wasTaken = field.press(key)
    #expect(wasTaken)
    #expect(marked(field) == after)
  }

  @Test func otherKeysAreNotTheFields() {
    let keys = [
      Key(.enter), Key(.escape), Key(.tab), Key(.up), Key(.down), Key(.pageUp), .function(1), .control("c"),
      .control("z"),
      Key(.character("x"), alt: true),
    ]
    for key in keys {
      var field = TextField("a")
      let wasTaken = field.press(key)
      #expect(!wasTaken, "\(key)")
      #expect(field == TextField("a"))
    }
  }

  @Test func theArrowsPointAtWhereTheyGo() {
    var field = field("سل|ام")
    _ = field.press(Key(.left))
    #expect(marked(field) == "سلا|م")
    _ = field.press(Key(.right))
    _ = field.press(Key(.right))
    #expect(marked(field) == "س|لام")
  }

  @Test func aPastedTextBecomesOneLineThatSteersNothing() {
    var field = TextField("a")
    field.insert("b\r\nc\td\u{1B}[2J\u{202E}e\u{2028}f\u{7F}\u{200B}g\u{200D}\u{200F}")
    #expect(field.text == "ab c d[2Je fg\u{200D}\u{200F}")
    #expect(field.cursor == field.text.count)
  }

  @Test func aWrongMarkIsTakenAwayBeforeItsLetter() {
    var field = TextField("مدّ")
    field.deleteBackward()
    #expect(field.text == "مد")
    field.deleteBackward()
    #expect(field.text == "م")
    field.insert("\u{064F}")
    #expect(field.text == "مُ")
    #expect(field.cursor == 1)
  }

  @Test func aMarkThatIsPutInJoinsTheLetterBeforeIt() {
    var field = field("ab|c")
    field.insert("\u{301}")
    #expect(field.text == "ab\u{301}c")
    #expect(field.cursor == 2)
    #expect(field.scalarCursor == 3)
  }

  @Test func aCompletionReplacesScalars() {
    var field = field("الحالة:مح| x")
    field.replace(7..<9, with: "محظور")
    #expect(marked(field) == "الحالة:محظور| x")
    field.replace(7..<400, with: "")
    #expect(marked(field) == "الحالة:|")
  }
}
