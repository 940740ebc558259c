package import TerminalText

// A line below Arabic letters runs through their dots: ب and ن, ي and ى become one. What would be underlined looks otherwise
// there; Latin text keeps its line.

extension Theme {
  /// The look that stands in for an underlined one where the text is Arabic: the accent's colour for plain text, bold where
  /// its own colour says something or there are no colours; never reversed, or a long sentence would outshout the verdict.
  package func withoutUnderline(_ style: Style) -> Style {
    var result = style
    result.attributes.remove(.underline)
    guard style.background == .standard, !style.attributes.contains(.reverse) else { return result }
    let isPlain = [.standard, self[.text].foreground, self[.muted].foreground].contains(style.foreground)
    result.attributes.remove(.dim)
    if isPlain, self[.accent].foreground != .standard {
      result.foreground = self[.accent].foreground
    } else {
      result.attributes.insert(.bold)
    }
    return result
  }

  /// The line without underlines where they would touch Arabic; an underlined piece that is partly Arabic looks one way.
  func sparingDots(_ line: Line) -> Line {
    guard line.cells.contains(where: { $0.style.attributes.contains(.underline) }) else { return line }
    var result = line
    var start = 0
    while start < line.cells.count {
      guard line.cells[start].style.attributes.contains(.underline) else {
        start += 1
        continue
      }
      let end = line.cells[start...].firstIndex { !$0.style.attributes.contains(.underline) } ?? line.cells.count
      if line.cells[start..<end].contains(where: isArabic) {
        for index in start..<end { result.cells[index].style = withoutUnderline(line.cells[index].style) }
      }
      start = end
    }
    return result
  }
}

/// Letters of right-to-left scripts, as they are written and as they are shaped.
private func isArabic(_ cell: Cell) -> Bool {
  guard let value = cell.text.unicodeScalars.first?.value else { return false }
  return (0x0590..<0x0900).contains(value) || (0xFB1D..<0xFE00).contains(value) || (0xFE70..<0xFEFF).contains(value)
}
