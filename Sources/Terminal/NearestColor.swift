import TerminalText

// Styles as a theme names them → what a terminal of so many colours can show. Two promises: text never has the colour of what
// is behind it, and text on the terminal's own background is never black, because that is what most of them are.
//
// With 16 colours and fewer the distance in RGB misleads (a pale green is nearest to grey): there the hue decides, because
// the colours mean something.

/// What colours a terminal has.
enum ColorDepth: Int, Comparable {
  case none, eight, sixteen, palette256, direct

  init(colors: Int, isDirect: Bool) {
    self =
      switch colors {
      case _ where isDirect && colors >= 1 << 24: .direct
      case 256...: .palette256
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
  }

  static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

/// How a cell looks on this terminal: numbers of colours, −1 for the terminal's own.
struct Look: Hashable {
  static let plain = Look()
  var foreground: Int32 = -1
  var background: Int32 = -1
  var attributes: Style.Attributes = []

  /// Whether a blank with this look shows more than the terminal's own background.
  var showsOnBlanks: Bool {
    background >= 0 || attributes.contains(.underline) || attributes.contains(.reverse)
  }
}

func look(of style: Style, depth: ColorDepth) -> Look {
  var look = Look(attributes: style.attributes)
  guard depth > .none else {
    // A colour behind text means something: without colours it is shown reversed.
    if style.background != .standard { look.attributes.insert(.reverse) }
    return look
  }
  if depth >= .palette256 {
    look.foreground = index(of: style.foreground, depth)
    look.background = index(of: style.background, depth)
    if look.foreground >= 0, look.foreground == look.background {
      look.foreground = contrast(to: look.background, depth)
    }
    return look
  }
  look.foreground = index(of: style.foreground, depth)
  guard style.background != .standard else {
    if isGray(style.foreground, depth), look.foreground == 0 || (depth == .eight && look.foreground >= 0) {
      // Black, or one of the two greys of 8 colours: the terminal's own colour, dimmed, can be read on any background.
      if isMuted(style.foreground) { look.attributes.insert(.dim) }
      look.foreground = -1
    }
    return look
  }
  look.background = index(of: style.background, depth)
  if look.background == 0, isMuted(style.background), style.foreground == .standard || !isGray(style.foreground, depth)
  {
    // A dark grey that only sets a row off would be lost in black.
    look.background = -1
    look.attributes.formSymmetricDifference(.reverse)
  } else if look.foreground < 0 || look.foreground == look.background {
    // Whatever the terminal's own colour is, it was not chosen for this background.
    look.foreground = contrast(to: look.background, depth)
  }
  return look
}

private func index(of color: Color, _ depth: ColorDepth) -> Int32 {
  switch color {
  case .standard: return -1
  case .palette(let index):
    switch depth {
    case .direct where index >= 8: return direct(xtermColors[Int(index) & 15])
    case .none, .eight: return index == 8 ? 0 : Int32(index) % 8
    case .direct, .sixteen: return Int32(index) % 16
    case .palette256: return Int32(index)
    }
  case .rgb(let red, let green, let blue):
    let color = RGB(red: Int(red), green: Int(green), blue: Int(blue))
    switch depth {
    case .direct: return direct(color)
    case .palette256: return nearest256(color)
    case .none, .eight, .sixteen: return nearest16(color, depth)
    }
  }
}

struct RGB: Hashable {
  var red: Int
  var green: Int
  var blue: Int

  fileprivate func distance(to other: RGB) -> Int {
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return r * r + g * g + b * b
  }

  fileprivate var highest: Int { max(red, green, blue) }
  fileprivate var lowest: Int { min(red, green, blue) }
  fileprivate var lightness: Int { (299 * red + 587 * green + 114 * blue) / 1_000 }
  fileprivate var isGray: Bool { highest - lowest < 32 || 4 * (highest - lowest) < highest }
}

/// terminfo's direct colours: 0xRRGGBB, but below 8 the palette's (xterm-direct).
private func direct(_ color: RGB) -> Int32 {
  let number = Int32(color.red << 16 | color.green << 8 | color.blue)
  return (1..<8).contains(number) ? 8 : number
}

/// The nearest of xterm's 6×6×6 cube and 24 greys.
func nearest256(_ color: RGB) -> Int32 {
  let steps = [0, 95, 135, 175, 215, 255]
  func step(_ value: Int) -> Int { steps.indices.min { abs(steps[$0] - value) < abs(steps[$1] - value) } ?? 0 }
  let (r, g, b) = (step(color.red), step(color.green), step(color.blue))
  let gray = min(23, max(0, ((color.red + color.green + color.blue) / 3 - 3) / 10))
  let level = 8 + gray * 10
  let cube = color.distance(to: RGB(red: steps[r], green: steps[g], blue: steps[b]))
  let isGrayNearer = color.distance(to: RGB(red: level, green: level, blue: level)) < cube
  return Int32(isGrayNearer ? 232 + gray : 16 + 36 * r + 6 * g + b)
}

/// The nearest of 8 or 16 colours: the hue first, then, of 16, the light or the dark one.
func nearest16(_ color: RGB, _ depth: ColorDepth) -> Int32 {
  let candidates: [Int]
  if color.isGray {
    candidates = depth == .eight ? [0, 7] : [0, 8, 7, 15]
  } else {
    // A dark colour is made for a light background, on which yellow and cyan cannot be read: its strongest part decides.
    let middle = color.lightness < 110 ? color.highest * 3 / 4 : (color.highest + color.lowest) / 2
    let hue = (color.red >= middle ? 1 : 0) | (color.green >= middle ? 2 : 0) | (color.blue >= middle ? 4 : 0)
    candidates = depth == .eight ? [hue] : [hue, hue + 8]
  }
  return Int32(
    candidates.min { color.distance(to: xtermColors[$0]) < color.distance(to: xtermColors[$1]) } ?? 7)
}

private func isGray(_ color: Color, _ depth: ColorDepth) -> Bool {
  switch color {
  case .standard: false
  // White of the palette is what it says; black and bright black are to be seen.
  case .palette(let index): depth == .eight ? [0, 8].contains(index) : index == 0
  case .rgb(let red, let green, let blue): RGB(red: Int(red), green: Int(green), blue: Int(blue)).isGray
  }
}

/// Whether a grey stands for something between the two ends.
private func isMuted(_ color: Color) -> Bool {
  switch color {
  case .standard: false
  case .palette(let index): index == 8
  case .rgb(let red, let green, let blue):
    (24..<200).contains(RGB(red: Int(red), green: Int(green), blue: Int(blue)).lightness)
  }
}

/// Black or white, whichever can be read on that colour.
private func contrast(to background: Int32, _ depth: ColorDepth) -> Int32 {
  let color =
    switch depth {
    case .direct where background >= 8:
      RGB(red: Int(background) >> 16, green: Int(background) >> 8 & 255, blue: Int(background) & 255)
    case .palette256 where background >= 232:
      RGB(
        red: 8 + (Int(background) - 232) * 10, green: 8 + (Int(background) - 232) * 10,
        blue: 8 + (Int(background) - 232) * 10)
    case .palette256 where background >= 16: cubeColor(Int(background) - 16)
    default: xtermColors[Int(background) & 15]
    }
  let isLight = color.lightness >= 128
  return switch depth {
  case .direct: isLight ? 0 : 0xFFFFFF
  case .palette256: isLight ? 16 : 231
  case .sixteen: isLight ? 0 : 15
  case .none, .eight: isLight ? 0 : 7
  }
}

private func cubeColor(_ index: Int) -> RGB {
  let steps = [0, 95, 135, 175, 215, 255]
  return RGB(red: steps[index / 36 % 6], green: steps[index / 6 % 6], blue: steps[index % 6])
}

/// The 16 colours as xterm has them.
private let xtermColors: [RGB] = [
  RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0), RGB(red: 0, green: 205, blue: 0),
  RGB(red: 205, green: 205, blue: 0), RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
  RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229), RGB(red: 127, green: 127, blue: 127),
  RGB(red: 255, green: 0, blue: 0), RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
  RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255), RGB(red: 0, green: 255, blue: 255),
  RGB(red: 255, green: 255, blue: 255),
]
