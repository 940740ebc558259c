package import Readiness

// Moving the marker: through a list, between the lanes of the severity board, to blockers, and back to where it was after
// the data changed.

extension DashboardState {
  mutating func select(_ index: Int) {
    let shown = shownEntries
    guard shown.indices.contains(index) else { return }
    var position = position
    if position.index != index {
      paneTop = 0
      link = nil
    }
    position.index = index
    position.selected = shown[index].id
    positions[view] = position
  }

  /// Moves within the list, or within one lane where lanes stand side by side.
  mutating func moveSelection(_ action: Action) {
    let layout = Layout(self)
    let list = list
    // Where lanes stand side by side, up and down stay within theirs.
    let lane = layout.hasLanes ? list.lanes.first { $0.severity == selectedLane } : nil
    let count = lane?.cards.count ?? list.selectable.count
    guard count > 0 else { return }
    let current = lane.map { position.index - $0.cards.lowerBound } ?? list.rank(of: position.index) ?? 0
    let page = max(1, layout.pageSize)
    let goal =
      switch action {
      case .up: current - 1
      case .down: current + 1
      case .pageUp: current - page
      case .pageDown: current + page
      case .halfPageUp: current - max(1, page / 2)
      case .halfPageDown: current + max(1, page / 2)
      case .last: count - 1
      default: 0
      }
    let reached = min(max(0, goal), count - 1)
    select(lane.map { $0.cards.lowerBound + reached } ?? list.selectable[reached])
  }

  var lanes: [EntryList.Lane] { lists[.severity]?.lanes ?? [] }

  package var selectedLane: Severity? {
    let index = positions[.severity]?.index ?? 0
    return lanes.first { $0.cards.contains(index) }?.severity ?? lanes.first { !$0.cards.isEmpty }?.severity
  }

  /// Left and right, as they point: in a mirrored screen the gravest lane stands at the right.
  mutating func moveAcrossLanes(toTheRight: Bool) {
    let layout = Layout(self)
    guard view == .severity, layout.hasLanes, pane != .zoomed else { return }
    let lanes = lanes
    guard let lane = selectedLane, let from = lanes.firstIndex(where: { $0.severity == lane }) else { return }
    let step = toTheRight == isMirrored ? -1 : 1
    let height = max(0, position.index - lanes[from].cards.lowerBound) - (laneTops[lane] ?? 0)
    var to = from + step
    while lanes.indices.contains(to), lanes[to].cards.isEmpty { to += step }
    guard lanes.indices.contains(to) else { return }
    let card = (laneTops[lanes[to].severity] ?? 0) + height
    select(lanes[to].cards.lowerBound + min(max(0, card), lanes[to].cards.count - 1))
  }

  /// To the next or previous entry that keeps the candidate from shipping.
  mutating func selectBlocker(after: Bool) {
    let shown = shownEntries
    let indices = after ? Array(shown.indices) : shown.indices.reversed()
    let found = indices.first {
      (after ? $0 > position.index : $0 < position.index) && shown[$0].isSelectable && verdict(of: shown[$0]) >= .hold
    }
    guard let found else {
      notice =
        after
        ? Wording("No blocker below", "لا موانع بعد هذا")
        : Wording("No blocker above", "لا موانع قبل هذا")
      return
    }
    select(found)
  }

  /// The worst verdict that an entry alone would give.
  package func verdict(of entry: Entry) -> Verdict {
    guard let assessment else { return .go }
    switch entry.content {
    case .dimension(let index): return assessment.dimensions[index].verdict
    case .reason(let index): return assessment.reasons[index].verdict
    case .incident(let index): return worst { $0.incident == assessment.incidents[index].id }
    case .checkpoint(let index): return worst { $0.incident == assessment.checkpoints[index].id }
    case .connector, .task: return worst { $0.incident == entry.id }
    case .candidate(let index): return worst { $0.location == assessment.candidates[index].location }
    case .finding(let index): return assessment.findings[index].code.failsClosed ? .hold : .go
    case .lane, .candidatesHeading: return .go
    }
  }

  private func worst(_ concerns: (Reason) -> Bool) -> Verdict {
    assessment?.reasons.filter(concerns).map(\.verdict).max() ?? .go
  }

  /// Finds every selection again by its id; where it is gone, the nearest entry takes its place.
  mutating func restoreSelections() {
    for view in ViewKind.allCases {
      let shown = lists[view]?.entries ?? []
      var position = positions[view] ?? ListPosition()
      if let id = position.selected, let index = shown.firstIndex(where: { $0.id == id }) {
        position.index = index
      } else {
        let clamped = min(max(0, position.index), max(0, shown.count - 1))
        position.index =
          shown.indices.first { $0 >= clamped && shown[$0].isSelectable }
          ?? shown.indices.last { shown[$0].isSelectable } ?? 0
        // Where nobody has chosen yet, the first row stays the one, whatever else is read later.
        if position.selected != nil {
          position.selected = shown.indices.contains(position.index) ? shown[position.index].id : nil
        }
      }
      positions[view] = position
    }
  }

  /// Scrolls just as far as the marker needs to be seen.
  mutating func keepSelectionVisible() {
    let layout = Layout(self)
    if view == .severity, layout.hasLanes {
      for lane in lanes {
        let visible = max(1, layout.cardsPerLane)
        var top = min(laneTops[lane.severity] ?? 0, max(0, lane.cards.count - visible))
        if lane.cards.contains(position.index) {
          let card = position.index - lane.cards.lowerBound
          top = min(top, card)
          top = max(top, card - visible + 1)
        }
        laneTops[lane.severity] = top
      }
    } else {
      var position = position
      let count = shownEntries.count
      let visible = max(1, layout.list.rows)
      position.top = min(position.top, max(0, count - visible))
      // The heading above the first entry comes along.
      let first = position.index == 1 && !(shownEntries.first?.isSelectable ?? true) ? 0 : position.index
      position.top = min(position.top, first)
      position.top = max(position.top, position.index - visible + 1)
      positions[view] = position
    }
    if pane != .closed, let area = layout.paneText {
      paneTop = min(paneTop, max(0, detail(width: area.width).lines.count - area.rows))
    }
  }

  mutating func scrollPane(_ action: Action) {
    guard pane != .closed, let area = Layout(self).paneText else { return }
    paneTop = scrolled(paneTop, by: action, page: area.rows, count: detail(width: area.width).lines.count)
  }

  /// Where a text of `count` lines that starts at `top` starts after the action.
  func scrolled(_ top: Int, by action: Action, page: Int, count: Int) -> Int {
    let goal =
      switch action {
      case .up, .scrollUp: top - 1
      case .down, .scrollDown: top + 1
      case .pageUp: top - page
      case .pageDown: top + page
      case .halfPageUp: top - page / 2
      case .halfPageDown: top + page / 2
      case .first: 0
      case .last: count
      default: top
      }
    return max(0, min(goal, count - page))
  }
}
