import Readiness
import TerminalText

extension DashboardState {
  /// The severity board: lanes side by side where there is room, below one another where there is not.
  func drawSeverity(on canvas: inout Canvas, _ layout: Layout) {
    if layout.hasLanes { drawLanes(on: &canvas, layout) } else { drawTable(on: &canvas, layout) }
  }

  // MARK: Side by side

  static var laneGap: Int { 3 }

  func laneWidth(_ layout: Layout) -> Int {
    let count = shownLanes.count
    return (layout.list.width - Self.laneGap * (count - 1)) / max(1, count)
  }

  private func drawLanes(on canvas: inout Canvas, _ layout: Layout) {
    let lanes = lanes
    let width = laneWidth(layout)
    for (number, lane) in lanes.enumerated() {
      let leading = number * (width + Self.laneGap)
      drawLaneHeading(lane.severity, count: lane.cards.count, on: &canvas, row: layout.list.row, leading + 1, width - 1)
      canvas.rule(row: layout.list.row + 1, leading: leading + 1, width: width - 1)
      let top = laneTops[lane.severity] ?? 0
      for (offset, card) in lane.cards.dropFirst(top).prefix(layout.cardsPerLane).enumerated() {
        let area = Area(
          row: layout.list.row + 2 + offset * Layout.cardRows, leading: leading, rows: Layout.cardRows - 1, width: width
        )
        drawCard(card, on: &canvas, area)
      }
      let hidden = lane.cards.count - top - layout.cardsPerLane
      if hidden > 0 {
        canvas.put(
          numerals("↓ \(hidden)"), .muted, row: layout.list.row, leading: leading, width: width - 1,
          alignment: .trailing)
      }
      if lane.cards.isEmpty, layout.list.rows > 2 {
        canvas.put(
          Strings.laneEmpty(language), .muted, row: layout.list.row + 2, leading: leading + 2, width: width - 2)
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
    canvas.putPieces(pieces, gap: 2, row: row, leading: leading, width: width)
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
    canvas.put(age, row: area.row, leading: leading + inner - ageWidth, width: ageWidth)
    canvas.put(
      highlighted(StyledText(incident.id, isSelected ? .selected : .muted, theme)), row: area.row, leading: leading,
      width: inner - ageWidth - 1, alignment: .leading)
    canvas.put(
      highlighted(StyledText(incident.title(in: language), .text, theme)), row: area.row + 1, leading: leading,
      width: inner)
    canvas.putPieces(
      [stateCell(incident), clockCell(incident), ownerCell(incident)].filter { !$0.string.isEmpty }, gap: 2,
      row: area.row + 2, leading: leading, width: inner)
  }

  private func incident(at index: Int) -> Incident? {
    guard let assessment, case .incident(let number) = shownEntries[index].content else { return nil }
    return assessment.incidents[number]
  }

  // MARK: Cells

  /// A cell of an incident's row where the lanes stand below one another.
  func cell(_ column: Column, of incident: Incident, isSelected: Bool) -> StyledText {
    let theme = options.theme
    return switch column {
    case .incident: highlighted(StyledText(incident.id, isSelected ? .selected : .muted, theme))
    case .state: stateCell(incident)
    case .owner: ownerCell(incident)
    case .age: ageCell(incident)
    case .clock: clockCell(incident)
    default: highlighted(StyledText(incident.title(in: language), .text, theme))
    }
  }

  private func stateCell(_ incident: Incident) -> StyledText {
    let theme = options.theme
    if incident.exception != nil { return StyledText(Strings.excepted(language), .notice, theme) }
    if incident.isOpen, incident.compensation != nil {
      return StyledText(Strings.compensated(language), .notice, theme)
    }
    let role: Role =
      switch incident.state {
      case .open: incident.severity.role
      case .acknowledged: .text
      case .mitigated: .notice
      case .resolved: .muted
      }
    return highlighted(StyledText(incident.state.wording(language), role, theme))
  }

  private func ownerCell(_ incident: Incident) -> StyledText {
    guard let owner = incident.owner, !owner.isEmpty else {
      return StyledText(Strings.nobody(language), .missing, options.theme)
    }
    return highlighted(StyledText(owner, .text, options.theme))
  }

  private func ageCell(_ incident: Incident) -> StyledText {
    let age = incident.openedAt.map { numerals(ageText(now.seconds(since: $0.instant), language)) } ?? "—"
    return StyledText(age, .muted, options.theme)
  }

  /// What its service level asks next and how long that is off.
  func clockCell(_ incident: Incident) -> StyledText {
    guard let clock = incident.clock, incident.isOpen else { return StyledText("", .muted, options.theme) }
    let left = clock.secondsLeft(at: now)
    let goal = clock.goal == .acknowledge ? Strings.toAcknowledge : Strings.toResolve
    if clock.pausedAt != nil {
      return StyledText(Strings.clockPaused(numerals(ageText(abs(left), language)))(language), .muted, options.theme)
    }
    return left < 0
      ? StyledText(Strings.clockBreached(goal, numerals(ageText(-left, language)))(language), .missing, options.theme)
      : StyledText(Strings.clockRunning(goal, numerals(ageText(left, language)))(language), .text, options.theme)
  }
}
