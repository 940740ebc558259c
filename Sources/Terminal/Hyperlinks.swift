import TerminalText

// OSC 8: text that a terminal knows to lead somewhere. ncurses would print the sequence as text, so links are written once
// more over what it has painted, between DECSC and DECRC, which leave its cursor and attributes as they were.

/// Whether the terminal that answered so shows OSC 8 as links; others print nothing either, but the bytes would be lost.
func knowsHyperlinks(_ answers: TerminalAnswers) -> Bool {
  let version = answers.version?.lowercased() ?? ""
  let names = ["kitty", "konsole", "wezterm", "foot", "ghostty", "iterm", "contour", "vte"]
  return names.contains(where: version.hasPrefix) || answers.secondary?.first == 65
}

/// The links of a frame that the screen does not show yet.
func newLinks(in frame: Frame, since shown: Frame?, changedRows: [Int]) -> [FrameLink] {
  guard let shown else { return frame.links }
  let changed = Set(changedRows)
  return frame.links.filter { changed.contains($0.row) || !shown.links.contains($0) }
}

/// What writes a link over its cells.
func sequence(of link: FrameLink, in frame: Frame, look: (Style) -> Look) -> String {
  guard (0..<frame.rows).contains(link.row), isPlainURI(link.target) else { return "" }
  let cells = frame[row: link.row]
  let columns = link.columns.clamped(to: 0..<frame.columns)
  guard !columns.isEmpty else { return "" }
  var text = "\u{1B}7\u{1B}[\(link.row + 1);\(columns.lowerBound + 1)H\u{1B}]8;;\(link.target)\u{1B}\\"
  var shown: Look?
  for column in columns {
    let cell = cells[cells.startIndex + column]
    guard cell.width > 0 else { continue }
    let next = look(cell.style)
    if next != shown {
      text += rendition(of: next)
      shown = next
    }
    text += cell.text
  }
  return text + "\u{1B}]8;;\u{1B}\\\u{1B}8"
}

/// The look as SGR (ECMA-48 §8.3.117; colours as xterm has them).
private func rendition(of look: Look) -> String {
  var codes = ["0"]
  let attributes: [(Style.Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
  codes += attributes.filter { look.attributes.contains($0.0) }.map(\.1)
  for (color, base) in [(look.foreground, 30), (look.background, 40)] where color >= 0 {
    switch color {
    case 0..<8: codes.append("\(base + Int(color))")
    case 8..<16: codes.append("\(base + 52 + Int(color))")
    case 16..<256: codes.append("\(base + 8);5;\(color)")
    default: codes.append("\(base + 8);2;\(color >> 16 & 255);\(color >> 8 & 255);\(color & 255)")
    }
  }
  return "\u{1B}[\(codes.joined(separator: ";"))m"
}

/// Nothing that could end the sequence or steer the terminal.
private func isPlainURI(_ text: String) -> Bool {
  text.utf8.count <= 2_000 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
}
