import Readiness
import TerminalText

extension DashboardState {
  func draw(_ form: ActForm, on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let width = min(columns - 2, 76)
    let room = max(1, layout.footerRow - layout.tabRow - 1 - form.fields.count - 5)
    let about = lines(naming: form.targets, width: width - 4, rows: room)
    let aboutRows = about.count
    let rows = min(layout.footerRow - layout.tabRow - 1, form.fields.count + aboutRows + 5)
    let box = Area(
      row: layout.tabRow + 1, leading: max(0, (columns - width) / 2), rows: max(3, rows), width: width)
    canvas.clear(box)
    canvas.frame(box, title: say(title(of: form)))
    var row = box.row + 1
    for line in about {
      canvas.put(line, row: row, leading: box.leading + 2, width: width - 4, alignment: .leading)
      row += 1
    }
    let labels = form.fields.map { $0.question.wording(language) }
    let labelWidth = (labels.map { displayWidth(of: $0) }.max() ?? 0) + 1
    for (index, field) in form.fields.enumerated() where row < box.row + box.rows - 2 {
      let isFocused = index == form.focus
      canvas.put(
        StyledText(labels[index], isFocused ? .selected : .muted, theme), row: row, leading: box.leading + 2,
        width: labelWidth, alignment: .leading)
      let leading = box.leading + 3 + labelWidth
      let room = width - labelWidth - 5
      if field.isClosed {
        canvas.putPieces(
          choices(of: field, isFocused: isFocused), gap: 2, row: row, leading: leading, width: room, cutsLast: true)
      } else if isFocused {
        drawField(field.text, prompt: "", on: &canvas, row: row, leading: leading, width: room)
      } else {
        canvas.put(
          StyledText(field.text.text, .text, theme), row: row, leading: leading, width: room, alignment: .leading)
      }
      row += 1
    }
    let known = form.fields[form.focus].completions
    if !known.isEmpty, !form.isBusy, row < box.row + box.rows - 2 {
      canvas.put(
        StyledText(Strings.known(known)(language), .muted, theme), row: row, leading: box.leading + 3 + labelWidth,
        width: width - labelWidth - 5, alignment: .leading)
      row += 1
    }
    let message =
      form.isBusy
      ? StyledText(Strings.writing(language), .muted, theme)
      : form.error.map { StyledText($0(language), .error, theme) }
        ?? StyledText(Strings.formKeys(language), .muted, theme)
    let lines = Paragraph(message, fallback: direction, way: options.way).wrapped(to: width - 4)
    let start = max(row, box.row + box.rows - 1 - max(1, lines.count))
    for (offset, line) in lines.enumerated() where start + offset < box.row + box.rows - 1 {
      canvas.put(line, row: start + offset, leading: box.leading + 2, width: width - 4, alignment: .leading)
    }
  }

  /// All that is acted upon, by name; of more than there is room for, how many more.
  private func lines(naming targets: [String], width: Int, rows: Int) -> [Line] {
    // With its comma a name takes three columns at least: of thousands only those are looked at that could have room.
    var shown = min(targets.count, rows * width / 3)
    let entries = entries(of: targets.prefix(shown))
    let names = targets.prefix(shown).map { id in entries[id].map { name(of: $0) } ?? id }
    while true {
      let rest = targets.count - shown
      let list = names.prefix(shown).joined(separator: language.comma)
      let text = rest == 0 ? list : "\(list) \(Strings.andMore(rest)(language))"
      let lines = Paragraph(StyledText(text, .accent, options.theme), fallback: direction, way: options.way)
        .wrapped(to: width)
      if lines.count <= rows || shown == 0 { return Array(lines.prefix(rows)) }
      // Every line too many has held a name at least.
      shown = max(0, shown - max(1, lines.count - rows))
    }
  }

  private func title(of form: ActForm) -> Wording {
    let title = form.kind.wording
    let count = form.targets.count
    return count > 1 ? Wording("\(title.english) · \(count)", "\(title.arabic) · \(count)") : title
  }

  private func choices(of field: ActForm.Field, isFocused: Bool) -> [StyledText] {
    field.choices.map { choice in
      let isChosen = choice == field.text.text
      let status = field.question == .status ? Status.allCases.first { $0.matrixWord == choice } : nil
      let word = status?.wording(language) ?? choice
      return StyledText(
        "\(isChosen ? "●" : "○") \(word)", isChosen ? (isFocused ? .selected : .text) : .muted, options.theme)
    }
  }
}
