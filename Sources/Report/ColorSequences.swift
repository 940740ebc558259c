import TerminalText

/// A laid-out line as bytes for a terminal. Only the 16 colours of its palette are used, so that its user's choice holds.
func terminalText(_ line: Line, usesColor: Bool) -> String {
  guard usesColor else { return line.cells.map(\.text).joined() }
  var text = ""
  var current = Style.plain
  for cell in line.cells {
    if cell.style != current {
      text += sequence(for: cell.style)
      current = cell.style
    }
    text += cell.text
  }
  return current == .plain ? text : text + "\u{1B}[0m"
}

private func sequence(for style: Style) -> String {
  var codes = ["0"]
  if style.attributes.contains(.bold) { codes.append("1") }
  if style.attributes.contains(.dim) { codes.append("2") }
  if case .palette(let color) = style.foreground {
    codes.append(color < 8 ? "\(30 + Int(color))" : "\(82 + Int(min(color, 15)))")
  }
  return "\u{1B}[\(codes.joined(separator: ";"))m"
}
