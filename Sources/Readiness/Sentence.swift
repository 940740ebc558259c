// A sentence of ours that holds a name, a path or a title of another direction must still read from its own side, and what
// is put in must neither come apart nor pull the words beside it along (UAX #9, rules P2 and N1). Isolates are made for
// that, but no file may steer the order of text with them, so they are shown as damage wherever they stand. The two
// implicit marks do as well: each value that could disturb the order stands between a mark of its own direction and one of
// the sentence's, and a sentence that happens to begin with a foreign letter begins with its own mark.
//
// Ours are told from those that somebody wrote: they are the noncharacters U+FDD0 and U+FDD1, which Unicode keeps for such
// use within a program. Where text is laid out they act as U+200E and U+200F; a pipe, a document and a clipboard get none.

/// A text of ours as it is written in the source, which remembers what was put into it.
///
///     Wording("\(id): open", "\(id): مفتوحة")
package struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
  private var pieces: [Piece] = []

  fileprivate enum Piece: Hashable, Sendable {
    case ours(String)
    case value(String)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.ours(literal)) }
    }

    /// A bare number disturbs nothing.
    package mutating func appendInterpolation(_ number: some BinaryInteger) { pieces.append(.ours(String(number))) }

    /// A part of the same sentence.
    package mutating func appendInterpolation(_ phrase: Sentence) { pieces += phrase.pieces }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.value(value.description))
    }
  }

  package init(stringLiteral value: String) { pieces = [.ours(value)] }

  /// A text that stands already, with a direction of its own.
  package init(_ text: String) { pieces = [.value(text)] }

  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  package static func + (left: Sentence, right: Sentence) -> Sentence {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  /// The text with the marks that keep it in order.
  package func text(in language: Language) -> String {
    let isRightToLeft = language == .arabic
    if pieces.count == 1, case .value(let value)? = pieces.first { return value }
    var text = ""
    for piece in pieces {
      switch piece {
      case .ours(let words): text += words
      case .value(let value): text += guarded(value, isRightToLeft: isRightToLeft)
      }
    }
    // Most are written in the letters of their language alone.
    guard isRightToLeft || mayHoldArabic(text) else { return text }
    let letters = Letters(text)
    guard letters.hasBoth, letters.beginsRightToLeft != isRightToLeft else { return text }
    return (isRightToLeft ? rightToLeftMark : leftToRightMark) + text
  }
}

// Literals take no noncharacters.
private let leftToRightMark = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
private let rightToLeftMark = String(decoding: [0xEF, 0xB7, 0x91], as: UTF8.self)

extension String {
  /// The text without our marks: what a program reads, or somebody pastes elsewhere.
  package var withoutDirectionMarks: String {
    guard utf8.contains(0xEF) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars where scalar.value != 0xFDD0 && scalar.value != 0xFDD1 { result.append(scalar) }
    return String(result)
  }
}

/// Puts the marks around a value that it needs within a sentence. Blanks at its ends are the sentence's.
private func guarded(_ value: String, isRightToLeft: Bool) -> String {
  guard isRightToLeft || mayHoldArabic(value) else { return value }
  let outer = isRightToLeft ? rightToLeftMark : leftToRightMark
  guard let inner = innerMark(of: value, isRightToLeft: isRightToLeft) else { return value }
  let start = value.firstIndex { $0 != " " } ?? value.startIndex
  let end = value.lastIndex { $0 != " " }.map(value.index(after:)) ?? value.endIndex
  return value[..<start] + outer + inner + value[start..<end] + inner + outer + value[end...]
}

/// The mark of the value's own direction, empty where it has the sentence's; nil where it needs none at all.
private func innerMark(of value: String, isRightToLeft: Bool) -> String? {
  let letters = Letters(value)
  switch (letters.beginsRightToLeft, letters.hasBoth) {
  // A date or a version: its parts would change places. A number alone, or a sign alone, would not.
  case (nil, _): return isRightToLeft && letters.hasCompoundNumber ? leftToRightMark : nil
  case (isRightToLeft, let hasBoth): return hasBoth ? "" : nil
  case (let begins?, _): return begins ? rightToLeftMark : leftToRightMark
  }
}

/// Whether any byte begins a letter of a script that is read from the right; says yes too often rather than too rarely.
private func mayHoldArabic(_ text: String) -> Bool {
  text.utf8.contains { (0xD6...0xDF).contains($0) || $0 == 0xE0 || $0 == 0xEF || $0 == 0xE2 || $0 == 0xF0 }
}

/// Which directions the letters of a text have.
private struct Letters {
  /// Of the first letter; nil where there is none.
  private(set) var beginsRightToLeft: Bool?
  private(set) var hasBoth = false
  /// Digits with signs among or beside them.
  var hasCompoundNumber: Bool { hasDigit && hasSign }
  private var hasDigit = false
  private var hasSign = false

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A, 0x200E, 0xFDD0: take(false)
      case 0x20: break
      case 0x21...0x7E: hasSign = true
      case 0x200F, 0x061C, 0xFDD1: take(true)
      default: if scalar.properties.isAlphabetic { take(isReadFromTheRight(scalar)) }
      }
      if hasBoth { return }
    }
  }

  private mutating func take(_ isRightToLeft: Bool) {
    if let beginsRightToLeft, beginsRightToLeft != isRightToLeft { hasBoth = true }
    beginsRightToLeft = beginsRightToLeft ?? isRightToLeft
  }

  /// Hebrew, Arabic and the scripts between and beside them, with their presentation forms.
  private func isReadFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
