import Readiness
import TerminalText

/// The text of the detail pane while it is made: blocks that become lines of the pane's width.
struct DetailText {
  private var lines: [Line] = []
  private var links: [DetailLink] = []
  /// Fields that follow one another wait until the last of them is known: their labels share one column.
  private var fields: [Field] = []
  private let state: DashboardState
  private let width: Int
  private let direction: Direction

  private struct Field {
    var label: CellText
    var value: CellText
    var link: LinkTarget?
    /// A value that does not fit beside its label goes below it, rather than into many short lines.
    var mayGoBelow = false
  }

  init(_ state: DashboardState, width: Int) {
    self.state = state
    self.width = max(1, width)
    direction = state.direction
  }

  private var theme: Theme { state.options.theme }

  /// What it has become.
  func laidOut() -> Detail {
    var whole = self
    whole.layOutFields()
    return Detail(lines: whole.lines, links: whole.links)
  }

  /// The title of the thing, wrapped; a name stands where reading begins, a sentence where its own direction wants it.
  mutating func heading(_ text: String, isName: Bool = false) {
    append(StyledText(text, .heading, theme), alignment: isName ? .leading : .byDirection)
  }

  /// Where the thing stands, under its title. From one row to the next this line keeps its place, so that only the number in
  /// it is sent anew.
  mutating func place(_ location: SourceLocation) {
    layOutFields()
    let link = LinkTarget(location)
    let start = lines.count
    append(linked(StyledText(location.description, .muted, theme), link), alignment: .leading)
    links.append(DetailLink(target: link, lines: start..<lines.count))
  }

  mutating func blank() {
    layOutFields()
    if !lines.isEmpty, lines.last?.width != 0 { lines.append(Line()) }
  }

  /// A heading within the details.
  mutating func section(_ title: Wording) {
    blank()
    append(StyledText(title(state.language), theme[.accent].adding(.bold)), alignment: .leading)
  }

  mutating func paragraph(_ text: String, _ role: Role = .text) {
    guard !text.isEmpty else { return }
    append(StyledText(text, role, theme), alignment: .byDirection)
  }

  // MARK: Fields

  /// `label  value`; left out where there is no value.
  mutating func field(_ label: Wording, _ value: String?, _ role: Role = .text, link: LinkTarget? = nil) {
    guard let value, !value.isEmpty else { return }
    field(label, CellText(value, role, theme), link: link)
  }

  mutating func field(_ label: Wording, _ value: CellText, link: LinkTarget? = nil) {
    let shown = value.mapped { linked(state.highlighted($0), link) }
    fields.append(Field(label: CellText(label(state.language), .muted, theme), value: shown, link: link))
  }

  /// What is said further of the field before it, below its value.
  mutating func more(_ text: String, _ role: Role = .muted) {
    field(Wording("", ""), text, role)
  }

  /// `label  value` where the label has a shape and leads somewhere.
  mutating func entry(_ label: CellText, _ value: CellText, link: LinkTarget?) {
    var label = label
    label.text = linked(state.highlighted(label.text), link)
    fields.append(
      Field(label: label, value: value.mapped { state.highlighted($0) }, link: link, mayGoBelow: true))
  }

  private mutating func layOutFields() {
    let fields = fields
    guard !fields.isEmpty else { return }
    self.fields = []
    let widest = max(16, width / 2)
    let widths = fields.map { columns(of: $0.label) }
    let nameWidth = min(max(widths.filter { $0 <= widest }.max() ?? 0, min(12, width / 3)), width)
    for (field, labelWidth) in zip(fields, widths) {
      let start = lines.count
      layOut(field, labelWidth, nameWidth: nameWidth)
      if let link = field.link { links.append(DetailLink(target: link, lines: start..<lines.count)) }
    }
  }

  private mutating func layOut(_ field: Field, _ labelWidth: Int, nameWidth: Int) {
    let room = width - nameWidth - Self.gap
    let isBelow = field.mayGoBelow && columns(of: field.value) > room
    guard room >= 12, labelWidth <= nameWidth, !isBelow else {
      if labelWidth > 0 { lines += shaped(field.label, width) }
      let indent = room >= 12 && !isBelow ? nameWidth + Self.gap : min(2, width - 1)
      for line in shaped(field.value, width - indent) {
        lines.append(joined(Line(), indent, line, width))
      }
      return
    }
    let label = shaped(field.label, nameWidth).first ?? Line()
    for (index, line) in shaped(field.value, room).enumerated() {
      lines.append(joined(index == 0 ? label : Line(), nameWidth + Self.gap, line, width))
    }
  }

  /// Between labels and values.
  private static let gap = 2

  // MARK: Items

  /// `mark text`, with what the text wraps into standing under it.
  mutating func item(
    _ mark: String, _ markRole: Role, _ text: String, _ role: Role = .text, link: LinkTarget? = nil,
    isName: Bool = false
  ) {
    item(StyledText(mark, markRole, theme), StyledText(text, role, theme), indent: 2, link: link, isName: isName)
  }

  /// - Parameter isName: it stands beside its mark even where it reads the other way.
  mutating func item(
    _ mark: StyledText, _ text: StyledText, indent: Int, link: LinkTarget? = nil, isName: Bool = false
  ) {
    layOutFields()
    let start = lines.count
    let room = max(1, width - indent)
    let leading = paragraph(mark).line(fitting: indent)
    for (index, line) in paragraph(linked(state.highlighted(text), link)).wrapped(to: room).enumerated() {
      let shown = aligned(line, to: room, isName ? .leading : .byDirection)
      lines.append(joined(index == 0 ? leading : Line(), indent, shown, width))
    }
    if let link { links.append(DetailLink(target: link, lines: start..<lines.count)) }
  }

  // MARK: Lines

  /// A link is underlined; the one under the marker looks selected.
  private func linked(_ text: StyledText, _ link: LinkTarget?) -> StyledText {
    guard link != nil else { return text }
    var text = text
    let isSelected = state.link == links.count + fields.count { $0.link != nil }
    let selected = theme[.selected].adding([.underline, .reverse])
    text.restyle(0..<text.string.unicodeScalars.count) { isSelected ? selected : $0.adding(.underline) }
    return text
  }

  private mutating func append(_ text: StyledText, alignment: TextAlignment) {
    layOutFields()
    lines += paragraph(state.highlighted(text)).wrapped(to: width).map { aligned($0, to: width, alignment) }
  }

  private func paragraph(_ text: StyledText) -> Paragraph {
    Paragraph(text, fallback: direction, way: state.options.way)
  }

  private func columns(of cell: CellText) -> Int { cell.columns { paragraph($0).width } }

  /// A cell as lines of the width: its shape in columns of its own. One line stands where reading begins, so that the eye
  /// finds it beside its label; what takes several is prose and stands where its direction wants it.
  private func shaped(_ cell: CellText, _ width: Int) -> [Line] {
    let icon = cell.icon.map { paragraph($0) }
    let indent = icon.map { $0.width + 1 } ?? 0
    let text = cell.mark.map { cell.text + " " + $0 } ?? cell.text
    let room = max(1, width - indent)
    let wrapped = paragraph(text).wrapped(to: room)
    let alignment = wrapped.count > 1 ? TextAlignment.byDirection : .leading
    return (wrapped.isEmpty ? [Line()] : wrapped).enumerated().map { index, line in
      let shown = aligned(line, to: room, alignment)
      guard let icon else { return shown }
      return joined(index == 0 ? icon.line(fitting: indent) : Line(), indent, shown, width)
    }
  }

  /// One line from a leading piece and what stands behind it, each in its own columns.
  private func joined(_ leading: Line, _ indent: Int, _ value: Line, _ width: Int) -> Line {
    let name = aligned(leading, to: indent, .leading)
    let rest = aligned(value, to: max(0, width - indent), .leading)
    return Line(
      cells: direction == .rightToLeft ? rest.cells + name.cells : name.cells + rest.cells, direction: direction)
  }

  private func aligned(_ line: Line, to width: Int, _ alignment: TextAlignment) -> Line {
    line.padded(to: width, alignment: alignment.side(isMirrored: direction == .rightToLeft))
  }
}

/// The details as they are shown.
struct Detail {
  var lines: [Line] = []
  var links: [DetailLink] = []
}
