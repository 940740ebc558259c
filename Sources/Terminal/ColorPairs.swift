import CNcurses
import TerminalText

/// Turns styles into what this terminal has: pairs of the nearest colours, or attributes alone.
struct ColorPairs {
  private let colors: Int
  private let limit: Int
  private var pairs: [Int64: Int32] = [:]

  init(_ choice: ColorChoice, isForbidden: Bool) {
    let isOff =
      switch choice {
      case .never: true
      case .always: false
      case .auto: isForbidden
      }
    guard !isOff, has_colors(), start_color() != ERR else {
      (colors, limit) = (0, 0)
      return
    }
    use_default_colors()
    colors = Int(jahiz_colors())
    limit = Int(jahiz_color_pairs())
  }

  mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= attr_t(1) << 21 }
    if style.attributes.contains(.dim) { attributes |= attr_t(1) << 20 }
    if style.attributes.contains(.underline) { attributes |= attr_t(1) << 17 }
    if style.attributes.contains(.reverse) { attributes |= attr_t(1) << 18 }
    if style.attributes.contains(.italic) { attributes |= attr_t(1) << 31 }
    guard colors >= 8 else {
      // A colour behind text means something: without colours it is shown reversed.
      if style.background != .standard { attributes |= attr_t(1) << 18 }
      return (attributes, 0)
    }
    return (attributes, pair(index(of: style.foreground), index(of: style.background)))
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground < 0, background < 0 { return 0 }
    let key = Int64(foreground) << 32 | Int64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard number < limit, init_extended_pair(number, foreground, background) != ERR else { return 0 }
    pairs[key] = number
    return number
  }

  private func index(of color: Color) -> Int32 {
    switch color {
    case .standard: return -1
    case .palette(let index): return Int32(colors >= 16 ? index : index % 8)
    case .rgb(let red, let green, let blue):
      if colors >= 256 { return nearest256(Int(red), Int(green), Int(blue)) }
      let near = nearest16(Int(red), Int(green), Int(blue))
      return colors >= 16 ? near : near % 8
    }
  }
}

/// The nearest of xterm's 6×6×6 cube and 24 greys.
func nearest256(_ red: Int, _ green: Int, _ blue: Int) -> Int32 {
  let steps = [0, 95, 135, 175, 215, 255]
  func step(_ value: Int) -> Int { steps.indices.min { abs(steps[$0] - value) < abs(steps[$1] - value) } ?? 0 }
  let (r, g, b) = (step(red), step(green), step(blue))
  let gray = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
  func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
    (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue)
  }
  let cube = distance(steps[r], steps[g], steps[b])
  let level = 8 + gray * 10
  return Int32(distance(level, level, level) < cube ? 232 + gray : 16 + 36 * r + 6 * g + b)
}

/// The nearest of the 16 colours as xterm has them.
private func nearest16(_ red: Int, _ green: Int, _ blue: Int) -> Int32 {
  let palette = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
  func distance(_ index: Int) -> Int {
    let (r, g, b) = palette[index]
    return (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue)
  }
  return Int32(palette.indices.min { distance($0) < distance($1) } ?? 7)
}
