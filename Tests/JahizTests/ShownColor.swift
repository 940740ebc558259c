import Foundation
import TerminalText

/// A colour as it is seen, by WCAG 2.2 and CIE; the palette's 16 as xterm has them.
struct ShownColor: Hashable {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Int, _ green: Int, _ blue: Int) {
    (self.red, self.green, self.blue) = (Double(red), Double(green), Double(blue))
  }

  /// The nearest of xterm's 6×6×6 cube and 24 greys.
  var nearestOf256: ShownColor {
    let steps = [0.0, 95, 135, 175, 215, 255]
    let cube = [red, green, blue].map { value in steps.min { abs($0 - value) < abs($1 - value) } ?? 0 }
    let grays = (0..<24).map { Double(8 + $0 * 10) }.map { [$0, $0, $0] }
    let best = (grays + [cube]).min { distance(to: $0) < distance(to: $1) } ?? cube
    return ShownColor(Int(best[0]), Int(best[1]), Int(best[2]))
  }

  private func distance(to other: [Double]) -> Double {
    pow(red - other[0], 2) + pow(green - other[1], 2) + pow(blue - other[2], 2)
  }

  /// Two thirds of it, as xterm and VTE dim.
  var dimmed: ShownColor { ShownColor(Int(red) * 2 / 3, Int(green) * 2 / 3, Int(blue) * 2 / 3) }

  fileprivate var linear: [Double] {
    [red, green, blue].map { $0 / 255 }.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
  }

  var luminance: Double { 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] }

  func contrast(with other: ShownColor) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  /// ΔE*ab (CIE 1976) of two colours as this vision sees them.
  func difference(from other: ShownColor, seen vision: ColourVision) -> Double {
    let (mine, theirs) = (lab(linear, vision), lab(other.linear, vision))
    return sqrt(zip(mine, theirs).reduce(0) { $0 + pow($1.0 - $1.1, 2) })
  }
}

/// Simulated by the matrices of Machado, Oliveira and Fernandes (2009), at full severity, on linear colours.
enum ColourVision: CaseIterable {
  case usual, deuteranopia, protanopia, tritanopia

  fileprivate var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

private func lab(_ linear: [Double], _ vision: ColourVision) -> [Double] {
  let seen = vision.matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
  let x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505
  let y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
  let z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089
  let f = [x, y, z].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
  return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
}

enum Depth: CaseIterable {
  case fullColor, colors256
}

/// The two colours that a cell of this style shows; text without a colour is light grey on dark and black on light.
func shownColors(_ style: Style, on backdrop: Color, _ depth: Depth) -> (text: ShownColor, background: ShownColor) {
  let ground = shownColor(backdrop) ?? ShownColor(0, 0, 0)
  let plain = ground.luminance < 0.18 ? ShownColor(229, 229, 229) : ShownColor(0, 0, 0)
  func shown(_ color: Color) -> ShownColor? {
    guard case .rgb = color, depth == .colors256 else { return shownColor(color) }
    return shownColor(color)?.nearestOf256
  }
  var text = shown(style.foreground) ?? plain
  var background = shown(style.background) ?? ground
  if style.attributes.contains(.dim) { text = text.dimmed }
  if style.attributes.contains(.reverse) { swap(&text, &background) }
  return (text, background)
}

private func shownColor(_ color: Color) -> ShownColor? {
  switch color {
  case .standard: nil
  case .rgb(let red, let green, let blue): ShownColor(Int(red), Int(green), Int(blue))
  case .palette(let index): xtermPalette[Int(index)]
  }
}

private let xtermPalette = [
  ShownColor(0, 0, 0), ShownColor(205, 0, 0), ShownColor(0, 205, 0), ShownColor(205, 205, 0), ShownColor(0, 0, 238),
  ShownColor(205, 0, 205), ShownColor(0, 205, 205), ShownColor(229, 229, 229), ShownColor(127, 127, 127),
  ShownColor(255, 0, 0), ShownColor(0, 255, 0), ShownColor(255, 255, 0), ShownColor(92, 92, 255),
  ShownColor(255, 0, 255), ShownColor(0, 255, 255), ShownColor(255, 255, 255),
]
