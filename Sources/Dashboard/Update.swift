import Readiness
import TerminalText

extension DashboardState {
  /// Takes in what happened. The only place that changes a state.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ event: DashboardEvent) -> [Effect] {
    switch event {
    case .key(let key):
      let effects = press(key)
      keepSelectionVisible()
      return effects
    case .resized(let columns, let rows):
      (self.columns, self.rows) = (columns, rows)
    case .read(let workspace, let judged, let filesRead, let filesTotal, let isComplete):
      // What was read before is whole: it stays until the new reading is whole too.
      let isFirst = self.workspace == nil || showsPartial
      reading = isComplete ? nil : Reading(filesRead: filesRead, filesTotal: filesTotal, since: reading?.since ?? now)
      guard isComplete || isFirst else { break }
      showsPartial = !isComplete
      failure = nil
      self.workspace = workspace
      if let judged, judged.criteria == criteria { adopt(judged.assessment) } else { assessAnew() }
    case .readingStarted:
      reading = Reading(since: now)
    case .failed(let message):
      reading = nil
      failure = message
    case .tick(let moment):
      now = moment
      if let end = assessment?.validUntil, end <= moment { assessAnew() }
    case .notice(let message):
      notice = message
    }
    keepSelectionVisible()
    return []
  }

  /// Judges the snapshot anew and finds the selection again.
  mutating func assessAnew() {
    guard let workspace else { return }
    adopt(Judged(workspace, by: criteria, now: now).assessment)
  }

  private mutating func adopt(_ assessment: Assessment) {
    self.assessment = assessment
    rebuildEntries()
    restoreSelections()
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if isSearching {
      return typeIntoSearch(key)
    }
    guard let action = Binding.action(for: key) else { return [] }
    if showsHelp { return performInHelp(action) }
    return perform(action)
  }

  /// Does what the action says.
  package mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last:
      if pane == .zoomed { scrollPane(action) } else { moveSelection(action) }
    case .left: moveAcrossLanes(toTheRight: false)
    case .right: moveAcrossLanes(toTheRight: true)
    case .previousBlocker: selectBlocker(after: false)
    case .nextBlocker: selectBlocker(after: true)
    case .readiness: show(.readiness)
    case .severity: show(.severity)
    case .checkpoints: show(.checkpoints)
    case .reasons: show(.reasons)
    case .findings: show(.findings)
    case .nextView: showNeighbour(1)
    case .previousView: showNeighbour(-1)
    case .open: open()
    case .back: goBack()
    case .scrollDown: scrollPane(.down)
    case .scrollUp: scrollPane(.up)
    case .search:
      isSearching = true
      query = ""
      searchOrigin = position.index
    case .nextMatch: selectMatch(from: position.index, step: 1, includingStart: false)
    case .previousMatch: selectMatch(from: position.index, step: -1, includingStart: false)
    case .toggleInformational:
      showsInformational.toggle()
      rebuildEntries()
      restoreSelections()
    case .toggleResolved:
      showsResolved.toggle()
      rebuildEntries()
      restoreSelections()
    case .nextCandidate: chooseCandidate(step: 1)
    case .previousCandidate: chooseCandidate(step: -1)
    case .toggleTarget:
      criteria.target = (assessment?.target ?? criteria.target ?? .prod) == .prod ? .canary : .prod
      assessAnew()
    case .help:
      showsHelp = true
      helpTop = 0
    case .reload: return [.reload]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func performInHelp(_ action: Action) -> [Effect] {
    switch action {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .help, .back, .open: showsHelp = false
    default: helpTop = scrolled(helpTop, by: action, page: Layout(self).helpRows, count: helpLineCount)
    }
    return []
  }

  private mutating func show(_ view: ViewKind) {
    self.view = view
    paneTop = 0
    if pane == .zoomed { pane = .beside }
  }

  private mutating func showNeighbour(_ step: Int) {
    let all = ViewKind.allCases
    show(all[(view.rawValue - 1 + step + all.count) % all.count])
  }

  private mutating func goBack() {
    switch pane {
    case .zoomed: pane = .beside
    case .beside: pane = .closed
    case .closed: query = ""
    }
    paneTop = 0
  }

  /// Enter: a reason jumps to what it names; anything else opens its details, then fills the screen with them.
  private mutating func open() {
    guard let entry = selectedEntry else { return }
    if case .reason(let index) = entry.content, let assessment {
      jump(to: assessment.reasons[index])
      return
    }
    switch pane {
    case .closed: pane = .beside
    case .beside: pane = .zoomed
    case .zoomed: pane = .beside
    }
    paneTop = 0
  }

  private mutating func jump(to reason: Reason) {
    guard let assessment else { return }
    let goal: (ViewKind, String)? =
      if let id = reason.incident, assessment.incidents.contains(where: { $0.id == id }) {
        (.severity, id)
      } else if let id = reason.incident {
        (.checkpoints, id)
      } else if let key = reason.dimension {
        (.readiness, "dimension:\(key)")
      } else if [.noCandidate, .candidateNotFound].contains(reason.code) {
        (.readiness, "candidates")
      } else if let location = reason.location {
        place(of: location, code: reason.code)
      } else {
        nil
      }
    guard let (view, id) = goal else {
      pane = .beside
      return
    }
    show(view)
    if let index = shownEntries.firstIndex(where: { $0.id == id && $0.isSelectable }) { select(index) }
    pane = .beside
  }

  /// Where a reason that names only a place in a file is shown.
  private func place(of location: SourceLocation, code: Reason.Code) -> (ViewKind, String)? {
    guard let assessment else { return nil }
    if let index = assessment.candidates.firstIndex(where: { $0.location == location }) {
      return (.readiness, "candidate:\(assessment.candidates[index].name)")
    }
    if let checkpoint = assessment.checkpoints.first(where: { $0.result.path == location.path }) {
      return (.checkpoints, checkpoint.id)
    }
    let index = assessment.findings.firstIndex { $0.location == location && $0.code.rawValue == code.rawValue }
    return index.flatMap { entries[.findings]?[$0].id }.map { (.findings, $0) }
  }

  private mutating func chooseCandidate(step: Int) {
    guard let assessment, !assessment.candidates.isEmpty else {
      notice = Wording("No RC row in the matrix to choose from", "لا يوجد صف مرشح إصدار في المصفوفة")
      return
    }
    let names = assessment.candidates.map(\.name)
    let current = assessment.candidate.flatMap { names.firstIndex(of: $0.name) } ?? (step > 0 ? -1 : names.count)
    criteria.candidateName = names[(current + step + names.count) % names.count]
    assessAnew()
  }
}
