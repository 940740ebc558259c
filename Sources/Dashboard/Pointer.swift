import TerminalText

/// What the mouse did, in cells from the top left.
package struct Pointer: Hashable, Sendable {
  package enum Kind: Sendable { case press, drag, release, wheelUp, wheelDown }

  package var kind: Kind
  package var row: Int
  package var column: Int

  package init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}

extension DashboardState {
  /// How far the wheel goes at a notch.
  private static let wheelStep = 3

  mutating func point(_ pointer: Pointer) -> [Effect] {
    let layout = Layout(self)
    let leading = isMirrored ? columns - 1 - pointer.column : pointer.column
    switch pointer.kind {
    case .release: isDragging = false
    case .drag: if isDragging { dragPane(to: pointer.row, leading, layout) }
    case .wheelUp, .wheelDown:
      roll(pointer.kind == .wheelDown ? Self.wheelStep : -Self.wheelStep, pointer.row, leading, layout)
    case .press:
      notice = nil
      return press(pointer.row, leading, layout)
    }
    return []
  }

  // MARK: Press

  private mutating func press(_ row: Int, _ leading: Int, _ layout: Layout) -> [Effect] {
    if let overlay { return pressOverlay(overlay, row, layout) }
    if row == layout.tabRow, let tab = tabs.first(where: { ($0.leading..<$0.leading + $0.width).contains(leading) }) {
      show(tab.view)
      return []
    }
    if row == layout.reasonRow {
      show(.reasons)
      return []
    }
    if isSeparator(row, leading, layout) {
      isDragging = true
      return []
    }
    if let pane = layout.pane, contains(pane, row, leading) { return pressDetails(pane, row) }
    if row == layout.titleRow, !layout.isZoomed {
      if let column = column(at: leading, layout) { sort(by: column) }
      return []
    }
    guard !layout.isZoomed, let index = entry(at: row, leading, layout) else { return [] }
    // A second click on what is selected does what Enter does.
    if index == position.index { return perform(.open) }
    select(index)
    return []
  }

  private mutating func pressOverlay(_ overlay: Overlay, _ row: Int, _ layout: Layout) -> [Effect] {
    // A click beside a form must not take away what was typed.
    if case .form = overlay { return [] }
    guard let shown = pickerRows(overlay, layout), shown.rows.contains(row) else {
      return press(Key(.escape), in: overlay)
    }
    let index = shown.first + row - shown.rows.lowerBound
    var picker = shown.picker
    picker.index = index
    switch overlay {
    case .palette: self.overlay = .palette(picker)
    case .columns: self.overlay = .columns(picker)
    case .themes(_, let before):
      if themes.indices.contains(index) { options.theme = themes[index] }
      self.overlay = .themes(picker, before: before)
    case .acts: self.overlay = .acts(picker)
    case .exceptions: self.overlay = .exceptions(picker)
    case .help, .bidi, .form, .history: return []
    }
    return self.overlay.map { press(Key(.enter), in: $0) } ?? []
  }

  private mutating func pressDetails(_ pane: Area, _ row: Int) -> [Effect] {
    let line = paneTop + row - pane.row
    guard let index = detailLinks.firstIndex(where: { $0.lines.contains(line) }) else { return [] }
    link = index
    return openLink()
  }

  // MARK: Wheel and drag

  private mutating func roll(_ step: Int, _ row: Int, _ leading: Int, _ layout: Layout) {
    if let overlay {
      for _ in 0..<abs(step) { _ = press(Key(step > 0 ? .down : .up), in: overlay) }
    } else if let pane = layout.pane, contains(pane, row, leading) {
      for _ in 0..<abs(step) { scrollPane(step > 0 ? .down : .up) }
    } else {
      for _ in 0..<abs(step) { moveSelection(step > 0 ? .down : .up) }
    }
  }

  private mutating func dragPane(to row: Int, _ leading: Int, _ layout: Layout) {
    if layout.paneIsBeside {
      paneShare = PaneShare(beside: (columns - leading) * 100 / max(1, columns), below: paneShare.below)
    } else {
      let body = max(1, layout.footerRow - layout.tabRow - 1)
      paneShare = PaneShare(beside: paneShare.beside, below: (layout.footerRow - row) * 100 / body)
    }
  }

  private func isSeparator(_ row: Int, _ leading: Int, _ layout: Layout) -> Bool {
    guard let pane = layout.pane, !layout.isZoomed else { return false }
    return layout.paneIsBeside
      ? (pane.leading - 3...pane.leading - 1).contains(leading) && (pane.row..<pane.row + pane.rows).contains(row)
      : row == pane.row - 1
  }

  // MARK: What is where

  private func contains(_ area: Area, _ row: Int, _ leading: Int) -> Bool {
    (area.row..<area.row + area.rows).contains(row) && (area.leading..<area.leading + area.width).contains(leading)
  }

  private func column(at leading: Int, _ layout: Layout) -> Column? {
    var start = layout.list.leading + Canvas.markerWidth
    for (column, _, width) in table(layout) {
      if (start - 1...start + width).contains(leading) { return column }
      start += width + 2
    }
    return nil
  }

  private func entry(at row: Int, _ leading: Int, _ layout: Layout) -> Int? {
    guard contains(layout.list, row, leading) else { return nil }
    let shown = shownEntries
    if view == .severity, layout.hasLanes {
      let lanes = lanes
      let found = lanes.indices.first { number in
        let area = laneArea(number, layout)
        return (area.leading..<area.leading + area.width).contains(leading)
      }
      guard let number = found, row >= layout.list.row + 2 else { return nil }
      let card = (laneTops[lanes[number].severity] ?? 0) + (row - layout.list.row - 2) / Layout.cardRows
      return lanes[number].cards.indices.contains(card + lanes[number].cards.lowerBound)
        ? lanes[number].cards.lowerBound + card : nil
    }
    let index = position.top + row - layout.list.row
    return shown.indices.contains(index) && shown[index].isSelectable ? index : nil
  }
}
