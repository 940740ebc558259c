package import TerminalText

// A key as people write it in a configuration: as help shows it (`j`, `^F`, `PgDn`, `M-x`, `↓`), or as other programs'
// configurations do (`ctrl-f`, `C-f`, `<c-f>`, `alt+x`, `shift-tab`, `Down`). What a terminal sends as one byte is one key,
// whatever it is called: `^I` is Tab, `^M` Enter.

extension Key {
  /// The key of that name; nil where it names none, or one that no terminal sends.
  package init?(name: String) {
    var rest = name[...]
    if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var (control, alt, shift) = (false, false, false)
    while let (modifier, length) = Self.modifier(of: rest) {
      switch modifier {
      case .control: control = true
      case .alt: alt = true
      case .shift: shift = true
      }
      rest = rest.dropFirst(length)
    }
    guard var code = Self.code(of: rest) else { return nil }
    if shift {
      guard let shifted = Self.shifted(code) else { return nil }
      code = shifted
    }
    if control, case .character(let character) = code {
      switch character.lowercased() {
      case "i": (code, control) = (.tab, false)
      case "m": (code, control) = (.enter, false)
      case "h": (code, control) = (.backspace, false)
      case "[": (code, control) = (.escape, false)
      case let letter where ("a"..."z").contains(letter): code = .character(Character(letter))
      case " ": break
      default: return nil
      }
    }
    self.init(code, control: control, alt: alt)
  }

  private enum Modifier { case control, alt, shift }

  /// The modifier that the text begins with, where a key follows it, and how long it is.
  private static func modifier(of text: Substring) -> (Modifier, Int)? {
    if text.first == "^", text.count > 1 { return (.control, 1) }
    let word = text.prefix { $0 != "-" && $0 != "+" }
    guard text.count > word.count + 1, let modifier = modifiers[word.lowercased()] else { return nil }
    return (modifier, word.count + 1)
  }

  private static func code(of text: Substring) -> Code? {
    if text.count == 1, let character = text.first, let code = arrows[character] { return code }
    // A letter alone is that letter; a longer name is written as one likes.
    if text.count == 1, let character = text.first, !character.isWhitespace, !isControl(character) {
      return .character(character)
    }
    let word = text.lowercased()
    if word.first == "f", let number = Int(word.dropFirst()), (1...24).contains(number), word.dropFirst().first != "+" {
      return .function(number)
    }
    return named[word]
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// What Shift makes of a key; nil where a terminal does not tell.
  private static func shifted(_ code: Code) -> Code? {
    switch code {
    case .tab, .backtab: return .backtab
    case .character(let character) where character.isLetter && character.isASCII:
      return .character(Character(character.uppercased()))
    default: return nil
    }
  }

  private static let modifiers: [String: Modifier] = [
    "c": .control, "ctrl": .control, "control": .control, "m": .alt, "a": .alt, "alt": .alt, "meta": .alt,
    "option": .alt, "s": .shift, "shift": .shift,
  ]

  private static let arrows: [Character: Code] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let named: [String: Code] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "cr": .enter, "esc": .escape, "escape": .escape,
    "tab": .tab, "backtab": .backtab, "backspace": .backspace, "bs": .backspace, "del": .delete, "delete": .delete,
    "ins": .insert, "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
    "end": .end, "pgup": .pageUp, "pageup": .pageUp, "page-up": .pageUp, "pgdn": .pageDown, "pgdown": .pageDown,
    "pagedown": .pageDown, "page-down": .pageDown, "minus": .character("-"), "plus": .character("+"),
  ]
}
