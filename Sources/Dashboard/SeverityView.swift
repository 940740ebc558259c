import Readiness
import TerminalText

extension DashboardState {
  /// The severity board: lanes side by side where there is room, below one another where there is not.
  func drawSeverity(on canvas: inout Canvas, _ layout: Layout) {
    if layout.hasLanes { drawLanes(on: &canvas, layout) } else { drawTable(on: &canvas, layout) }
  }

  // MARK: Side by side

  private static var laneGap: Int { 3 }

  /// Where a lane stands. The last ends where header and footer do, so the widths may differ by one.
  func laneArea(_ number: Int, _ layout: Layout) -> Area {
    let whole = layout.list.width - 1 + Self.laneGap
    let count = max(1, shownLanes.count)
    let start = whole * number / count
    let end = whole * (number + 1) / count
    return Area(row: layout.list.row, leading: start, rows: layout.list.rows, width: end - start - Self.laneGap)
  }

  private func drawLanes(on canvas: inout Canvas, _ layout: Layout) {
    for (number, lane) in lanes.enumerated() {
      let area = laneArea(number, layout)
      let (leading, width) = (area.leading, area.width)
      let top = laneTops[lane.severity] ?? 0
      let hidden = lane.cards.count - top - layout.cardsPerLane
      let more = hidden > 0 ? numerals("↓ \(hidden)") : ""
      let moreWidth = displayWidth(of: more)
      canvas.put(more, .muted, row: area.row, leading: leading + width - moreWidth, width: moreWidth)
      drawLaneHeading(
        lane.severity, count: lane.cards.count, on: &canvas, row: area.row, leading + 1,
        width - 1 - (hidden > 0 ? moreWidth + 2 : 0))
      canvas.rule(row: area.row + 1, leading: leading + 1, width: width - 1)
      for (offset, card) in lane.cards.dropFirst(top).prefix(layout.cardsPerLane).enumerated() {
        drawCard(
          card, on: &canvas,
          Area(
            row: area.row + 2 + offset * Layout.cardRows, leading: leading, rows: Layout.cardRows - 1, width: width))
      }
      if lane.cards.isEmpty, area.rows > 2 {
        canvas.put(Strings.laneEmpty(language), .muted, row: area.row + 2, leading: leading + 2, width: width - 2)
      }
    }
  }

  func drawLaneHeading(
    _ severity: Severity, count: Int, on canvas: inout Canvas, row: Int, _ leading: Int, _ width: Int
  ) {
    let theme = options.theme
    let pieces = [
      StyledText(severity.name, theme[severity.role].adding(.bold)), StyledText(numerals("\(count)"), .heading, theme),
      StyledText(severity.wording(language), .muted, theme),
    ]
    canvas.putPieces(pieces, gap: 2, row: row, leading: leading, width: width, cutsLast: true)
  }

  /// A card: what it is, its title, how it stands.
  private func drawCard(_ index: Int, on canvas: inout Canvas, _ area: Area) {
    guard let incident = incident(at: index) else { return }
    let theme = options.theme
    let isSelected = index == position.index
    let inner = area.width - Canvas.markerWidth
    let leading = area.leading + Canvas.markerWidth
    if isSelected { canvas.put("\(canvas.marker) ", .selected, row: area.row, leading: area.leading + 1, width: 2) }
    if marked[view]?.contains(incident.id) == true {
      canvas.put("+", .accent, row: area.row, leading: area.leading + 2, width: 1)
    }
    let age = ageCell(incident)
    let ageWidth = canvas.width(of: age)
    canvas.put(age, row: area.row, leading: leading + inner - ageWidth, width: ageWidth, alignment: .trailing)
    canvas.put(
      highlighted(StyledText(incident.id, isSelected ? .selected : .muted, theme)), row: area.row, leading: leading,
      width: inner - ageWidth - 1, alignment: .leading)
    canvas.put(
      highlighted(StyledText(incident.title(in: language), isSelected ? .selected : .text, theme)), row: area.row + 1,
      leading: leading,
      width: inner)
    drawStanding(of: incident, on: &canvas, row: area.row + 2, leading, inner)
  }

  /// How an incident stands, in one row of a card. Where not all fits, the clock says no more which step is late, then the
  /// owner is cut, then left out, and only then the state is cut; a span never is.
  private func drawStanding(of incident: Incident, on canvas: inout Canvas, row: Int, _ leading: Int, _ width: Int) {
    var cells = [stateCell(incident), clockCell(incident), ownerCell(incident)].map(\.text)
    func excess() -> Int { cells.map { canvas.width(of: $0) }.filter { $0 > 0 }.reduce(-2) { $0 + $1 + 2 } - width }
    if excess() > 0 { cells[1] = clockCell(incident, isShort: true).text }
    var widths = cells.map { canvas.width(of: $0) }
    var left = excess()
    func shrink(_ index: Int, to least: Int) {
      let less = max(0, min(left, widths[index] - least))
      widths[index] -= less
      left -= less
    }
    // How it stands is worth more than whose it is, of which three letters say nothing; the details have it whole.
    shrink(2, to: 4)
    if left > 0 {
      left -= widths[2] + 2
      widths[2] = 0
    }
    shrink(0, to: 1)
    var start = leading
    for (cell, width) in zip(cells, widths) where width > 0 {
      canvas.put(cell, row: row, leading: start, width: width, alignment: .leading)
      start += width + 2
    }
  }

  private func incident(at index: Int) -> Incident? {
    guard let assessment, case .incident(let number) = shownEntries[index].content else { return nil }
    return assessment.incidents[number]
  }

  // MARK: Cells

  /// A cell of an incident's row where the lanes stand below one another.
  func cell(_ column: Column, of incident: Incident, isSelected: Bool) -> CellText {
    let theme = options.theme
    return switch column {
    case .incident: highlighted(CellText(incident.id, isSelected ? .selected : .muted, theme))
    case .state: stateCell(incident)
    case .owner: ownerCell(incident)
    case .age: ageCell(incident)
    case .clock: clockCell(incident)
    default: highlighted(CellText(incident.title(in: language), isSelected ? .selected : .text, theme))
    }
  }

  private func stateCell(_ incident: Incident) -> CellText {
    let theme = options.theme
    if incident.exception != nil { return CellText(Strings.excepted(language), .notice, theme) }
    if incident.isOpen, incident.compensation != nil {
      return CellText(Strings.compensated(language), .notice, theme)
    }
    let role: Role =
      switch incident.state {
      case .open: incident.severity.role
      case .acknowledged: .text
      case .mitigated: .notice
      case .resolved: .muted
      }
    return highlighted(CellText(incident.state.wording(language), role, theme))
  }

  private func ownerCell(_ incident: Incident) -> CellText {
    guard let owner = incident.owner, !owner.isEmpty else {
      return CellText(Strings.nobody(language), .missing, options.theme)
    }
    return highlighted(CellText(owner, .text, options.theme))
  }

  private func ageCell(_ incident: Incident) -> CellText {
    let age = incident.openedAt.map { numerals(ageText(now.seconds(since: $0.instant), language)) } ?? "—"
    return CellText(age, .muted, options.theme)
  }

  /// What its service level asks next and how long that is off.
  ///
  /// - Parameter isShort: it is not said what is asked: the state beside it tells.
  func clockCell(_ incident: Incident, isShort: Bool = false) -> CellText {
    let theme = options.theme
    guard let clock = incident.clock, incident.isOpen else { return CellText("", .muted, theme) }
    let left = clock.secondsLeft(at: now)
    let span = numerals(ageText(left == .min ? .max : abs(left), language))
    if clock.pausedAt != nil {
      return left < 0
        ? CellText(Strings.clockPausedLate(span)(language), .missing, theme)
        : CellText(Strings.clockPaused(span)(language), .muted, theme)
    }
    let goal = clock.goal == .acknowledge ? Strings.toAcknowledge : Strings.toResolve
    if left < 0 {
      let late = isShort ? Strings.late(span) : Strings.clockBreached(goal, span)
      return CellText(late(language), .missing, theme)
    }
    let running = isShort ? Strings.exceptionLeft((span, span)) : Strings.clockRunning(goal, span)
    return CellText(running(language), .text, theme)
  }
}
