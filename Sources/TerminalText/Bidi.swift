import CFriBidi

// The Unicode Bidirectional Algorithm (UAX #9) by FriBidi, for raw text: embedding levels, and the order that follows.

/// The levels of a paragraph and its direction.
public struct BidiLevels: Hashable, Sendable {
  /// One for each scalar; odd reads from right to left.
  public var levels: [Int8]
  public var direction: Direction
}

/// Finds the embedding levels of one paragraph, rules P2 to L1.
///
/// - Parameters:
///   - direction: nil: that of the first strong letter (P2, P3).
///   - fallback: where there is no strong letter.
public func bidiLevels(
  of scalars: [UInt32], direction: Direction?, fallback: Direction = .leftToRight
) -> BidiLevels {
  guard !scalars.isEmpty else { return BidiLevels(levels: [], direction: direction ?? fallback) }
  let count = FriBidiStrIndex(scalars.count)
  var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
  var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
  fribidi_get_bidi_types(scalars, count, &types)
  fribidi_get_bracket_types(scalars, count, types, &brackets)
  var base: FriBidiParType =
    switch direction {
    case .leftToRight?: FriBidiParType(rawValue: FriBidiMask.leftToRight)
    case .rightToLeft?: FriBidiParType(rawValue: FriBidiMask.rightToLeft)
    case nil:
      FriBidiParType(
        rawValue: fallback == .rightToLeft ? FriBidiMask.weakRightToLeft : FriBidiMask.weakLeftToRight)
    }
  var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
  let highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels)
  let isRightToLeft = base.rawValue & FriBidiMask.rightToLeftBit != 0
  guard highest > 0 else {
    return BidiLevels(levels: levels.map { _ in 0 }, direction: direction ?? fallback)
  }
  // L1, part 4: blanks and formatting at the end of the line.
  var index = scalars.count - 1
  while index >= 0, types[index].rawValue & FriBidiMask.trailing != 0 {
    levels[index] = isRightToLeft ? 1 : 0
    index -= 1
  }
  return BidiLevels(levels: levels, direction: isRightToLeft ? .rightToLeft : .leftToRight)
}

/// The order in which they stand from the left (L2): the indices of the levels.
public func visualOrder(of levels: [Int8]) -> [Int] {
  var order = Array(levels.indices)
  guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 % 2 != 0 }).min() else { return order }
  var level = highest
  while level >= lowestOdd {
    var start = 0
    while start < order.count {
      guard levels[order[start]] >= level else {
        start += 1
        continue
      }
      var end = start
      while end < order.count, levels[order[end]] >= level { end += 1 }
      order[start..<end].reverse()
      start = end
    }
    level -= 1
  }
  return order
}

/// The Arabic letters in the forms that their neighbours give them, mirrored characters turned at odd levels.
func shaped(_ scalars: [UInt32], levels: [Int8], joins: Bool) -> [UInt32] {
  guard !scalars.isEmpty else { return [] }
  let count = FriBidiStrIndex(scalars.count)
  var result = scalars
  var properties = [FriBidiArabicProp](repeating: 0, count: scalars.count)
  var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
  fribidi_get_bidi_types(scalars, count, &types)
  fribidi_get_joining_types(scalars, count, &properties)
  fribidi_join_arabic(types, count, levels, &properties)
  fribidi_shape(FriBidiMask.mirroring | (joins ? FriBidiMask.forms : 0), levels, count, &properties, &result)
  return result
}

/// The character that stands for another at an odd level (UAX #9, L4); the same where it has no mirror image.
func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  var other: FriBidiChar = 0
  guard fribidi_get_mirror_char(scalar.value, &other) != 0 else { return scalar }
  return Unicode.Scalar(other) ?? scalar
}

/// Of type L.
func isStrongLeftToRight(_ scalar: Unicode.Scalar) -> Bool { bidiType(scalar) == FriBidiMask.leftToRight }

/// Of type R or AL: letters, but the Arabic question mark and semicolon too.
func isStrongRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x590 && bidiType(scalar) & FriBidiMask.strongRightToLeft == FriBidiMask.strongRightToLeft
}

/// Of type AN, which acts on the neutrals beside it as a right-to-left letter does (rule N1).
func isArabicNumber(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x590 && bidiType(scalar) == FriBidiMask.arabicNumber
}

/// Neither strong nor a number.
func isNeutralOrSeparator(_ scalar: Unicode.Scalar) -> Bool {
  bidiType(scalar) & (FriBidiMask.strong | FriBidiMask.number) == 0
}

private func bidiType(_ scalar: Unicode.Scalar) -> UInt32 { fribidi_get_bidi_type(scalar.value).rawValue }

/// FriBidi's macros, which Swift does not see (`fribidi-types.h`, `fribidi-common.h` of FriBidi 1.0).
private enum FriBidiMask {
  static let leftToRight: UInt32 = 0x0000_0110
  static let rightToLeft: UInt32 = 0x0000_0111
  static let weakLeftToRight: UInt32 = 0x0000_0020
  static let weakRightToLeft: UInt32 = 0x0000_0021
  static let rightToLeftBit: UInt32 = 0x0000_0001
  /// White space, separators, and explicit or isolate formatting, and boundary neutrals.
  static let trailing: UInt32 = 0x0080_0000 | 0x0000_2000 | 0x0000_1000 | 0x0000_8000 | 0x0010_0000
  static let strong: UInt32 = 0x0000_0010
  static let strongRightToLeft: UInt32 = 0x0000_0111
  static let number: UInt32 = 0x0000_0200
  static let arabicNumber: UInt32 = 0x0000_0222
  static let mirroring: UInt32 = 0x0000_0001
  static let forms: UInt32 = 0x0000_0100
}
