import CNcurses
import TerminalText

/// Turns styles into what this terminal has: pairs of the nearest colours, or attributes alone.
struct ColorPairs {
  private let depth: ColorDepth
  private let limit: Int
  /// The terminal's own colours. Not pair 0: on the way back to that ncurses sends `sgr0` on top of `SGR 39`, 11 bytes instead
  /// of 5.
  private let standardPair: Int32
  private var looks: [Style: Look] = [:]
  private var pairs: [Int64: Int32] = [:]

  init(_ choice: ColorChoice, isForbidden: Bool) {
    let isOff =
      switch choice {
      case .never: true
      case .always: false
      case .auto: isForbidden
      }
    guard !isOff, has_colors(), start_color() != ERR else {
      (depth, limit, standardPair) = (.none, 0, 0)
      return
    }
    use_default_colors()
    // The extension `RGB` says that a colour's number is 0xRRGGBB (terminfo's user_caps).
    depth = ColorDepth(colors: Int(jahiz_colors()), isDirect: jahiz_flag("RGB") != 0)
    limit = Int(jahiz_color_pairs())
    // Where some attributes exclude colours (`ncv`), any pair but 0 would lose them.
    let isExclusive = jahiz_number("ncv") > 0
    standardPair = isExclusive || init_extended_pair(1, -1, -1) == ERR ? 0 : 1
    pairs[Self.key(-1, -1)] = standardPair
    jahiz_set_background(standardPair)
  }

  mutating func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let found = Terminal.look(of: style, depth: depth)
    looks[style] = found
    return found
  }

  /// What ncurses shows a look by.
  mutating func rendition(of look: Look) -> (attributes: attr_t, pair: Int32) {
    var attributes: attr_t = 0
    for (attribute, bit) in attributeBits where look.attributes.contains(attribute) { attributes |= bit }
    if let pair = pair(look.foreground, look.background) { return (attributes, pair) }
    return (look.background >= 0 ? attributes | reverse : attributes, standardPair)
  }

  /// nil: the terminal has no more pairs.
  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32? {
    if depth == .none { return 0 }
    let key = Self.key(foreground, background)
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count) + 1
    guard number < limit, init_extended_pair(number, foreground, background) != ERR else { return nil }
    pairs[key] = number
    return number
  }

  private static func key(_ foreground: Int32, _ background: Int32) -> Int64 {
    Int64(foreground) << 32 | Int64(UInt32(bitPattern: background))
  }
}

// curses.h makes these bits by macros that Swift does not see.
private let reverse = attr_t(1) << 18
private let attributeBits: [(Style.Attributes, attr_t)] = [
  (.bold, attr_t(1) << 21), (.dim, attr_t(1) << 20), (.underline, attr_t(1) << 17), (.reverse, reverse),
  (.italic, attr_t(1) << 31),
]
