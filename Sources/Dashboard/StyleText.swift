package import TerminalText

// A theme file writes a style as people say it: `#e6b450 on #1b1f27 bold`, `bright-red underline`, `default`.

/// Why a style of a theme file cannot be read.
package struct StyleTextError: Error, Hashable {
  /// The word that is wrong.
  package var word: String
}

/// Reads one style of a theme file.
///
/// - Throws: `StyleTextError` with the first word that is neither a colour, `on` nor an attribute.
package func parseStyle(_ text: String) throws(StyleTextError) -> Style {
  var style = Style.plain
  var expectsBackground = false
  for word in text.split(separator: " ").map({ $0.lowercased() }) {
    if word == "on" {
      expectsBackground = true
    } else if let attribute = attributeNames[word] {
      style.attributes.insert(attribute)
    } else if let color = parseColor(word) {
      if expectsBackground { style.background = color } else { style.foreground = color }
      expectsBackground = false
    } else {
      throw StyleTextError(word: word)
    }
  }
  if expectsBackground { throw StyleTextError(word: "on") }
  return style
}

/// Reads `#rrggbb`, `default` or the name of one of the terminal's 16 colours; nil for anything else.
package func parseColor(_ word: String) -> Color? {
  if word == "default" { return .standard }
  if let index = paletteNames.firstIndex(of: word) { return .palette(UInt8(index)) }
  guard word.utf8.count == 7, word.first == "#", let value = UInt32(word.dropFirst(), radix: 16) else { return nil }
  return .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
}

private let attributeNames: [String: Style.Attributes] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]

private let paletteNames = [
  "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
  "bright-white",
]
