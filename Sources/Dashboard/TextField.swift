import TerminalText

package struct TextField: Hashable, Sendable {
  var text: String
  package init(_ text: String) { self.text = text }
  mutating func press(_ key: Key) -> Bool {
    switch key.code {
    case .character(let c) where !key.control && !key.alt: text.append(c); return true
    case .character("u") where key.control: text = ""; return true
    case .backspace: if !text.isEmpty { text.removeLast() }; return true
    default: return false
    }
  }
  mutating func insert(_ s: String) { text += s }
  func view(width: Int, style: Style, fallback: Direction, way: OutputWay) -> (Line, Int) {
    let line = Paragraph(StyledText(text, style), fallback: fallback, way: way).line(fitting: max(1, width - 1))
    return (line, line.direction == .rightToLeft ? -1 : line.width)
  }
}
