import Readiness
import TerminalText

extension DashboardState {
  func draw(_ overlay: Overlay, on canvas: inout Canvas, _ layout: Layout) {
    switch overlay {
    case .help: drawHelp(on: &canvas, layout)
    case .palette(let picker): draw(picker, overlay, Strings.palette, on: &canvas, layout)
    case .columns(let picker): draw(picker, overlay, Strings.columns, on: &canvas, layout)
    case .themes(let picker, _): draw(picker, overlay, Strings.themes, on: &canvas, layout)
    case .bidi: drawBidi(on: &canvas, layout)
    case .acts(let picker): draw(picker, overlay, Strings.acts(on: targets.map { name(of: $0) }), on: &canvas, layout)
    case .exceptions(let picker): draw(picker, overlay, Strings.exceptions, on: &canvas, layout)
    case .form(let form): draw(form, on: &canvas, layout)
    case .history(let id, let top): drawHistory(of: id, top: top, on: &canvas, layout)
    }
  }

  /// A picker stands where reading begins, over the list: a title, the text, the lines.
  private func draw(
    _ picker: Picker, _ overlay: Overlay, _ title: Wording, on canvas: inout Canvas, _ layout: Layout
  ) {
    let theme = options.theme
    let items = pickerItems(overlay)
    let box = pickerBox(items.count, hasField: picker.field != nil, saysWhyNot: saysWhyNot(overlay), layout)
    let width = box.width
    canvas.clear(box)
    canvas.frame(box, title: say(title))
    var row = box.row + 1
    if let field = picker.field {
      drawField(field, prompt: ":", on: &canvas, row: row, leading: box.leading + 2, width: width - 4)
      row += 1
    }
    if items.isEmpty {
      var nothing = Strings.noAction
      if case .exceptions = overlay { nothing = Strings.noExceptions }
      canvas.put(nothing(language), .muted, row: row, leading: box.leading + 4, width: width - 6)
    }
    let shown = box.row + box.rows - 1 - row
    let top = pickerTop(picker, items.count, shown)
    for (offset, item) in items.dropFirst(top).prefix(shown).enumerated() {
      let isSelected = top + offset == picker.index
      if isSelected {
        canvas.put(canvas.marker, .marker, row: row + offset, leading: box.leading + 2, width: 1)
      }
      canvas.put(item.mark, .accent, row: row + offset, leading: box.leading + 4, width: 1)
      let detail = StyledText(item.detail, item.isUnavailable ? .muted : .accent, theme)
      var text = StyledText(item.title, isSelected ? .selected : item.isUnavailable ? .muted : .text, theme)
      let detailWidth = min(
        canvas.width(of: detail), max(item.isUnavailable ? 0 : width / 2, width - 10 - canvas.width(of: text)))
      for range in item.found { text.restyle(range) { matched($0) } }
      canvas.put(
        text, row: row + offset, leading: box.leading + 6, width: width - 9 - detailWidth, alignment: .leading)
      canvas.put(
        detail, row: row + offset, leading: box.leading + width - 2 - detailWidth, width: detailWidth,
        alignment: .trailing)
    }
  }

  /// Whether its lines may say why something cannot be done: that takes more room than names and keys.
  private func saysWhyNot(_ overlay: Overlay) -> Bool {
    switch overlay {
    case .acts: true
    case .palette: unavailable != nil
    default: false
    }
  }

  private func pickerBox(_ count: Int, hasField: Bool, saysWhyNot: Bool, _ layout: Layout) -> Area {
    let width = min(columns - 2, saysWhyNot ? 104 : 72)
    let extra = hasField ? 3 : 2
    // With a text the box keeps its height while the lines under it come and go.
    let wanted = hasField ? Binding.all.count : max(1, count)
    let rows = min(layout.footerRow - layout.tabRow - 1, wanted + extra)
    return Area(row: layout.tabRow + 1, leading: max(0, (columns - width) / 2), rows: max(3, rows), width: width)
  }

  private func pickerTop(_ picker: Picker, _ count: Int, _ shown: Int) -> Int {
    max(0, min(picker.index - shown / 2, count - shown))
  }

  /// The rows of the screen that show a picker's lines, and the line that the first of them shows.
  func pickerRows(_ overlay: Overlay, _ layout: Layout) -> (picker: Picker, rows: Range<Int>, first: Int)? {
    let picker: Picker
    switch overlay {
    case .palette(let shown), .columns(let shown), .themes(let shown, _), .acts(let shown), .exceptions(let shown):
      picker = shown
    case .help, .bidi, .form, .history: return nil
    }
    let count = pickerItems(overlay).count
    let hasField = picker.field != nil
    let box = pickerBox(count, hasField: hasField, saysWhyNot: saysWhyNot(overlay), layout)
    let start = box.row + (hasField ? 2 : 1)
    let shown = box.row + box.rows - 1 - start
    return (picker, start..<start + min(shown, count), pickerTop(picker, count, shown))
  }

  /// A sample to judge by: in the right way it reads as the sentence beside it says.
  private func drawBidi(on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let width = min(columns - 2, 76)
    let box = Area(
      row: max(0, layout.footerRow - 8), leading: max(0, (columns - width) / 2), rows: min(8, layout.footerRow),
      width: width)
    canvas.clear(box)
    canvas.frame(box, title: say(Strings.bidiTitle(options.way)))
    let lines = [
      StyledText(Strings.bidiHow(language), .muted, theme), StyledText(),
      StyledText("جاهز للإصدار: 14/19 (canary) — RC-2026-W47", .heading, theme),
      StyledText("status: «محظور» منذ يومين (RC 4.2)", .heading, theme), StyledText(),
      StyledText(Strings.bidiKeys(language), .accent, theme),
    ]
    for (offset, line) in lines.prefix(box.rows - 2).enumerated() {
      canvas.put(line, row: box.row + 1 + offset, leading: box.leading + 2, width: width - 4)
    }
  }

  /// A text field with its cursor.
  func drawField(
    _ field: TextField, prompt: String, on canvas: inout Canvas, row: Int, leading: Int, width: Int,
    marks: [(range: Range<Int>, style: Style)] = []
  ) {
    let promptWidth = displayWidth(of: prompt)
    canvas.put(prompt, .accent, row: row, leading: leading, width: promptWidth)
    let start = leading + promptWidth
    let room = max(1, width - promptWidth)
    let view = field.view(width: room, way: options.way, style: options.theme[.text], marks: marks)
    canvas.put(view.line, row: row, leading: start, width: room, alignment: .leading)
    let left = canvas.isMirrored ? canvas.columns - start - room : start
    canvas.frame.cursor = Position(row: row, column: min(max(0, left + view.cursor), canvas.columns - 1))
  }
}

extension Canvas {
  /// Blanks a rectangle and a column at either side of it, so that nothing touches its edge.
  mutating func clear(_ area: Area) {
    let leading = max(0, area.leading - 1)
    let width = min(columns - leading, area.width + 2)
    for offset in 0..<max(0, area.rows) {
      put(
        StyledText(String(repeating: " ", count: max(0, width))), row: area.row + offset, leading: leading, width: width
      )
    }
  }

  /// A thin frame with a title in its upper line: what lies over something else needs an edge.
  mutating func frame(_ area: Area, title: String) {
    guard area.rows >= 2, area.width >= 4 else { return }
    rule(row: area.row, leading: area.leading + 1, width: area.width - 2)
    rule(row: area.row + area.rows - 1, leading: area.leading + 1, width: area.width - 2)
    verticalRule(row: area.row + 1, leading: area.leading, rows: area.rows - 2)
    verticalRule(row: area.row + 1, leading: area.leading + area.width - 1, rows: area.rows - 2)
    let corners = isMirrored ? ["┐", "┌", "┘", "└"] : ["┌", "┐", "└", "┘"]
    put(corners[0], .line, row: area.row, leading: area.leading, width: 1)
    put(corners[1], .line, row: area.row, leading: area.leading + area.width - 1, width: 1)
    put(corners[2], .line, row: area.row + area.rows - 1, leading: area.leading, width: 1)
    put(corners[3], .line, row: area.row + area.rows - 1, leading: area.leading + area.width - 1, width: 1)
    let text = StyledText(" \(title) ", .heading, theme)
    let titleWidth = min(width(of: text), area.width - 4)
    put(text, row: area.row, leading: area.leading + 2, width: titleWidth, alignment: .leading)
  }
}
