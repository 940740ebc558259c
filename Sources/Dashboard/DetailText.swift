import Readiness
import TerminalText

/// The text of the detail pane while it is made: blocks that become lines of the pane's width.
struct DetailText {
  private(set) var lines: [Line] = []
  private(set) var links: [DetailLink] = []
  private let state: DashboardState
  private let width: Int
  private let direction: Direction

  init(_ state: DashboardState, width: Int) {
    self.state = state
    self.width = max(1, width)
    direction = state.isMirrored ? .rightToLeft : .leftToRight
  }

  private var theme: Theme { state.options.theme }

  /// The name of the thing, wrapped.
  mutating func heading(_ text: String) {
    append(StyledText(text, .heading, theme))
  }

  mutating func blank() {
    if !lines.isEmpty, lines.last?.width != 0 { lines.append(Line()) }
  }

  /// A heading within the details.
  mutating func section(_ title: Wording) {
    blank()
    append(StyledText(title(state.language), theme[.accent].adding(.bold)))
  }

  /// `label  value`; left out where there is no value.
  mutating func field(_ label: Wording, _ value: String?, _ role: Role = .text, link: LinkTarget? = nil) {
    guard let value, !value.isEmpty else { return }
    let start = lines.count
    field(label, linked(StyledText(value, role, theme), link))
    note(link, from: start)
  }

  /// A link is underlined; the one under the marker looks selected.
  private func linked(_ text: StyledText, _ link: LinkTarget?) -> StyledText {
    guard link != nil else { return text }
    var text = text
    let isSelected = state.link == links.count
    let selected = theme[.selected].adding([.underline, .reverse])
    text.restyle(0..<text.string.unicodeScalars.count) { isSelected ? selected : $0.adding(.underline) }
    return text
  }

  private mutating func note(_ link: LinkTarget?, from start: Int) {
    if let link { links.append(DetailLink(target: link, lines: start..<lines.count)) }
  }

  mutating func field(_ label: Wording, _ value: StyledText) {
    let name = label(state.language)
    let nameWidth = min(max(displayWidth(of: name), min(14, width / 3)), width)
    let room = width - nameWidth - 1
    guard room >= 12 else {
      append(StyledText(name, .muted, theme))
      append(value, indent: 1)
      return
    }
    let wrapped = Paragraph(state.highlighted(value), fallback: direction, way: state.options.way).wrapped(to: room)
    let label = Paragraph(StyledText(name, .muted, theme), fallback: direction, way: state.options.way)
    for (index, line) in (wrapped.isEmpty ? [Line()] : wrapped).enumerated() {
      lines.append(
        joined(leading: index == 0 ? label.line(fitting: nameWidth) : Line(), nameWidth: nameWidth, value: line))
    }
  }

  mutating func paragraph(_ text: String, _ role: Role = .text) {
    guard !text.isEmpty else { return }
    append(StyledText(text, role, theme))
  }

  /// `mark text`, with what the text wraps into standing under it.
  mutating func item(_ mark: String, _ markRole: Role, _ text: String, _ role: Role = .text, link: LinkTarget? = nil) {
    item(StyledText(mark, markRole, theme), StyledText(text, role, theme), indent: 2, link: link)
  }

  mutating func item(_ mark: StyledText, _ text: StyledText, indent: Int, link: LinkTarget? = nil) {
    let start = lines.count
    append(linked(text, link), mark: mark, indent: indent)
    note(link, from: start)
  }

  private mutating func append(_ text: StyledText, mark: StyledText? = nil, indent: Int = 0) {
    let room = max(1, width - indent)
    let wrapped = Paragraph(state.highlighted(text), fallback: direction, way: state.options.way).wrapped(to: room)
    for (index, line) in wrapped.enumerated() {
      guard indent > 0 else {
        lines.append(aligned(line, to: width))
        continue
      }
      let leading =
        index == 0 && mark != nil
        ? Paragraph(mark ?? "", fallback: direction, way: state.options.way).line(fitting: indent) : Line()
      lines.append(joined(leading: leading, nameWidth: indent - 1, value: line))
    }
  }

  /// One line from a leading piece and a value, each in its own columns, from the side where reading begins.
  private func joined(leading: Line, nameWidth: Int, value: Line) -> Line {
    let room = width - nameWidth - 1
    let name = leading.padded(to: nameWidth, alignment: direction == .rightToLeft ? .right : .left)
    let shown = aligned(value, to: room)
    var result = Line()
    result.direction = direction
    let gap = [Cell.blank()]
    result.cells =
      direction == .rightToLeft ? shown.cells + gap + name.cells : name.cells + gap + shown.cells
    return result
  }

  /// A value stands at the side where reading begins on this screen, so that the eye finds it beside its label; a text
  /// of several words in the other direction stands at its own side.
  private func aligned(_ line: Line, to room: Int) -> Line {
    line.padded(to: room, alignment: .byDirection)
  }
}
