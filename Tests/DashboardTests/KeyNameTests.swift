import TerminalText
import Testing

@testable import Dashboard

@Suite struct KeyNameTests {
  @Test func `every key of the table is read back from its name`() {
    for key in Binding.all.flatMap(\.keys) { #expect(Key(name: key.name) == key, "\(key.name)") }
  }

  @Test func `every key that a terminal sends is read back from its name`() {
    var keys: [Key] = (1...12).map { Key(.function($0)) }
    for code: Key.Code in [.backtab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown] {
      for (control, alt) in [(false, false), (true, false), (false, true), (true, true)] {
        keys.append(Key(code, control: control, alt: alt))
      }
    }
    for code: Key.Code in [.enter, .escape, .tab, .backspace] { keys += [Key(code), Key(code, alt: true)] }
    for value in UInt8(0x20)..<0x7F {
      let character = Character(Unicode.Scalar(value))
      keys += [Key(.character(character)), Key(.character(character), alt: true)]
    }
    for letter in "abcdefgjklnopqrstuvwxyz " {
      keys += [Key(.character(letter), control: true), Key(.character(letter), control: true, alt: true)]
    }
    for letter in "ضجé↵" { keys.append(Key(.character(letter))) }
    for key in keys { #expect(Key(name: key.name) == key, "\(key.name)") }
  }

  @Test(
    arguments: [
      ("ctrl-f", Key(.character("f"), control: true)), ("C-f", Key(.character("f"), control: true)),
      ("<c-f>", Key(.character("f"), control: true)), ("Ctrl+F", Key(.character("f"), control: true)),
      ("alt-x", Key(.character("x"), alt: true)), ("M-X", Key(.character("X"), alt: true)),
      ("ctrl-alt-d", Key(.character("d"), control: true, alt: true)), ("shift-tab", Key(.backtab)),
      ("shift-g", Key(.character("G"))), ("Space", Key(.character(" "))), ("f1", Key(.function(1))), ("F", "F"),
      ("PageDown", Key(.pageDown)), ("pgup", Key(.pageUp)), ("Down", Key(.down)), ("^↓", Key(.down, control: true)),
      ("RETURN", Key(.enter)), ("-", "-"), ("^", "^"), ("<", "<"), ("ctrl--", nil),
      ("alt--", Key(.character("-"), alt: true)),
      ("^I", Key(.tab)), ("^m", Key(.enter)), ("^H", Key(.backspace)), ("ctrl-[", Key(.escape)),
    ] as [(String, Key?)])
  func `a key is read as people write it`(name: String, key: Key?) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", " ", "jj", "F0", "F25", "F+1", "ctrl-", "ctrl-1", "shift-1", "shift-up", "hyper-x", "PgDnn", "\u{1}",
  ])
  func `what names no key is refused`(name: String) {
    #expect(Key(name: name) == nil)
  }
}
