package import TerminalText

/// A one-line text field: its text in logical order and where in it the next letter goes.
package struct TextField: Hashable, Sendable {
  package private(set) var text: String
  /// Graphemes of the text before the cursor.
  package private(set) var cursor: Int
  /// The direction while the text has no strong letter: the screen's. The field begins at that side.
  package var fallback: Direction

  /// The cursor stands at the end.
  package init(_ text: String = "", fallback: Direction = .leftToRight) {
    self.text = accepted(text)
    self.fallback = fallback
    cursor = self.text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Scalars of the text before the cursor.
  package var scalarCursor: Int { text.prefix(cursor).unicodeScalars.count }

  /// The direction of the text as a paragraph.
  package var direction: Direction {
    bidiLevels(of: scalars.map(\.value), direction: nil, fallback: fallback).direction
  }

  var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// Puts a text in at the cursor; of a pasted one the lines become one, and what would steer the terminal goes.
  package mutating func insert(_ string: String) { replace(scalarCursor..<scalarCursor, with: string) }

  /// Replaces scalars, as a completion does; the cursor then stands behind what was put in.
  package mutating func replace(_ range: Range<Int>, with string: String) {
    let old = scalars
    let range = range.clamped(to: 0..<old.count)
    let new = accepted(string).unicodeScalars
    var view = String.UnicodeScalarView()
    view.append(contentsOf: old[..<range.lowerBound])
    view.append(contentsOf: new)
    view.append(contentsOf: old[range.upperBound...])
    text = String(view)
    moveCursor(toScalar: range.lowerBound + new.count)
  }

  /// To the grapheme boundary at that scalar, or the next one: a mark that was put in joins the letter before it.
  private mutating func moveCursor(toScalar offset: Int) {
    var passed = 0
    cursor = 0
    for character in text where passed < offset {
      passed += character.unicodeScalars.count
      cursor += 1
    }
  }

  /// Takes away what stands before the cursor: of an Arabic letter with marks the last mark first, so that a wrong one can be
  /// mended without the letter.
  package mutating func deleteBackward() {
    guard let before = text.prefix(cursor).last else { return }
    let end = scalarCursor
    let isMarked = before.unicodeScalars.count > 1 && (before.unicodeScalars.last.map(isArabicMark) ?? false)
    replace(end - (isMarked ? 1 : before.unicodeScalars.count)..<end, with: "")
  }

  package mutating func deleteForward() { delete(to: cursor + 1) }

  package mutating func clear() { self = TextField(fallback: fallback) }

  package mutating func moveBackward() { cursor = max(0, cursor - 1) }
  package mutating func moveForward() { cursor = min(text.count, cursor + 1) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = text.count }
  package mutating func moveWordBackward() { cursor = wordStart(isPart: isWordPart) }
  package mutating func moveWordForward() { cursor = wordEnd }

  /// Deletes what stands between the cursor and another place.
  private mutating func delete(to goal: Int) {
    let goal = min(max(0, goal), text.count)
    let (lower, upper) = (min(goal, cursor), max(goal, cursor))
    let start = text.prefix(lower).unicodeScalars.count
    replace(start..<text.prefix(upper).unicodeScalars.count, with: "")
  }

  private func wordStart(isPart: (Character) -> Bool) -> Int {
    let before = Array(text.prefix(cursor))
    var index = before.count
    while index > 0, !isPart(before[index - 1]) { index -= 1 }
    while index > 0, isPart(before[index - 1]) { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    let all = Array(text)
    var index = cursor
    while index < all.count, !isWordPart(all[index]) { index += 1 }
    while index < all.count, isWordPart(all[index]) { index += 1 }
    return index
  }

  /// Does what a key means in a text field.
  ///
  /// - Returns: whether the key was one of the field's.
  package mutating func press(_ key: Key) -> Bool {
    switch key.code {
    case .character(let character) where !key.control && !key.alt: insert(String(character))
    case .character(let character): return edit(character, control: key.control, alt: key.alt)
    case .backspace where key.alt || key.control: delete(to: wordStart(isPart: isWordPart))
    case .backspace: deleteBackward()
    case .delete where key.alt || key.control: delete(to: wordEnd)
    case .delete: deleteForward()
    // The arrows point at where they go: in a text that reads from the right, forward is to the left.
    case .left, .right:
      let isForward = (key.code == .right) == (direction == .leftToRight)
      if key.control || key.alt {
        if isForward { moveWordForward() } else { moveWordBackward() }
      } else {
        if isForward { moveForward() } else { moveBackward() }
      }
    case .home: moveToStart()
    case .end: moveToEnd()
    default: return false
    }
    return true
  }

  /// The keys of readline.
  private mutating func edit(_ character: Character, control: Bool, alt: Bool) -> Bool {
    switch (character, control, alt) {
    case ("a", true, false): moveToStart()
    case ("e", true, false): moveToEnd()
    case ("b", true, false): moveBackward()
    case ("f", true, false): moveForward()
    case ("d", true, false): deleteForward()
    case ("h", true, false): deleteBackward()
    case ("u", true, false): delete(to: 0)
    case ("k", true, false): delete(to: text.count)
    case ("w", true, false): delete(to: wordStart { !$0.isWhitespace })
    case ("b", false, true): moveWordBackward()
    case ("f", false, true): moveWordForward()
    case ("d", false, true): delete(to: wordEnd)
    default: return false
    }
    return true
  }
}

private func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

private func isArabicMark(_ scalar: Unicode.Scalar) -> Bool {
  (0x064B...0x065F).contains(scalar.value) || scalar.value == 0x0670
}

/// A text as one line: breaks become blanks; controls, and whatever orders text behind the writer's back, go. The joiners and
/// direction marks that honest Arabic needs stay.
private func accepted(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var wasReturn = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A where wasReturn: break
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    case 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: break
    default: if scalar.properties.generalCategory != .control { result.append(scalar) }
    }
    wasReturn = scalar.value == 0x0D
  }
  return String(result)
}
