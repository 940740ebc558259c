import Readiness
package import TerminalText

extension DashboardState {
  /// The whole screen. Pure: same state, same frame.
  package func frame() -> Frame {
    var canvas = Canvas(self)
    let layout = Layout(self)
    guard rows >= 4, columns >= 20 else {
      canvas.put(StyledText(Strings.tooSmall(language)), row: 0, leading: 0, width: columns, alignment: .leading)
      return canvas.frame
    }
    // Laid out once for the pane and for the hints about it.
    let detail = layout.paneText.map { self.detail(width: $0.width) }
    drawHeader(on: &canvas, layout)
    drawTabs(on: &canvas, layout)
    if overlay != .help {
      if !layout.isZoomed { drawList(on: &canvas, layout) }
      drawPane(detail, on: &canvas, layout)
    }
    drawFooter(detail, on: &canvas, layout)
    if let overlay { draw(overlay, on: &canvas, layout) }
    return canvas.frame
  }

  private func drawList(on canvas: inout Canvas, _ layout: Layout) {
    guard assessment != nil else {
      drawEmpty(on: &canvas, layout, failure ?? Strings.reading)
      return
    }
    let isFiltered = filters[view]?.query.isEmpty == false && list.total > 0
    let hasNoRow = isFiltered || view == .severity && !layout.hasLanes
    if shownEntries.isEmpty || hasNoRow && list.selectable.isEmpty {
      let keymap = options.keymap
      let nothing = Strings.nothingMatches(
        change: keymap.name(of: .filter) ?? "—", remove: keymap.name(of: .back) ?? "—")
      drawEmpty(on: &canvas, layout, isFiltered ? nothing : Strings.empty(view))
      return
    }
    if view == .severity { drawSeverity(on: &canvas, layout) } else { drawTable(on: &canvas, layout) }
  }

  private func drawEmpty(on canvas: inout Canvas, _ layout: Layout, _ text: Wording) {
    let width = max(1, layout.list.width - 4)
    let lines = Paragraph(
      StyledText(say(text), .muted, options.theme), fallback: canvas.direction, way: options.way
    ).wrapped(to: width)
    for (index, line) in lines.enumerated() where index < layout.list.rows {
      canvas.put(line, row: layout.list.row + min(1, layout.list.rows - 1) + index, leading: 2, width: width)
    }
  }

  private func drawPane(_ detail: Detail?, on canvas: inout Canvas, _ layout: Layout) {
    guard let area = layout.paneText, let detail else { return }
    if layout.paneIsBeside {
      canvas.verticalRule(row: area.row, leading: area.leading - 2, rows: area.rows)
    } else if !layout.isZoomed {
      canvas.rule(row: area.row - 1, leading: 0, width: columns)
    }
    let lines = detail.lines
    // Where more follows, the last row says how much, and covers nothing.
    let isLonger = lines.count - paneTop > area.rows
    let rows = isLonger ? max(0, area.rows - 1) : area.rows
    for (offset, line) in lines.dropFirst(paneTop).prefix(rows).enumerated() {
      canvas.put(line, row: area.row + offset, leading: area.leading, width: area.width)
    }
    markLinks(detail, in: Area(row: area.row, leading: area.leading, rows: rows, width: area.width), on: &canvas)
    if isLonger {
      let pieces = moreBelow(lines.count - paneTop - rows)
      let width = pieces.reduce(-1) { $0 + 1 + canvas.width(of: $1) }
      canvas.putPieces(
        pieces, gap: 1, row: area.row + area.rows - 1, leading: area.leading + area.width - width, width: width)
    }
  }

  /// Tells the terminal which cells lead to a file or an address: those of a link's lines that are underlined, before the
  /// canvas spares Arabic its underlines.
  private func markLinks(_ detail: Detail, in area: Area, on canvas: inout Canvas) {
    guard let root = options.rootURI else { return }
    let start = canvas.isMirrored ? canvas.columns - area.leading - area.width : area.leading
    for link in detail.links {
      guard let target = link.target.uri(below: root) else { continue }
      for line in link.lines where (paneTop..<paneTop + area.rows).contains(line) {
        let row = area.row + line - paneTop
        let cells = detail.lines[line].cells
        func isUnderlined(_ cell: Cell) -> Bool { cell.style.attributes.contains(.underline) }
        guard let first = cells.firstIndex(where: isUnderlined), let last = cells.lastIndex(where: isUnderlined)
        else { continue }
        canvas.frame.links.append(FrameLink(row: row, columns: start + first..<start + last + 1, target: target))
      }
    }
  }
}
