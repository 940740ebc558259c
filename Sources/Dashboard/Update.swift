import Readiness
import TerminalText

extension DashboardState {
  /// Takes in what happened. The only place that changes a state.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ event: DashboardEvent) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = press(key)
    case .pointer(let pointer): effects = point(pointer)
    case .pasted(let text): paste(text)
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
      let isJudged = judged?.criteria == criteria
      let fresh = judged.flatMap { isJudged ? $0 : nil } ?? Judged(workspace, by: criteria, now: now)
      effects = adopt(fresh.assessment, isAnotherReading: isComplete)
    case .readingStarted:
      reading = Reading(since: now)
    case .failed(let message):
      reading = nil
      failure = message
    case .tick(let moment):
      now = moment
      settle()
      if let end = assessment?.validUntil, end <= moment { assessAnew() }
    case .notice(let message):
      notice = message
    case .themes(let themes):
      self.themes = themes
      let index = themes.firstIndex { $0.name == options.theme.name } ?? 0
      overlay = .themes(Picker(index: index), before: options.theme)
    case .unavailable(let reason): unavailable = reason
    case .acted(let outcomes): finish(outcomes)
    case .undone(let outcome): finish(outcome)
    case .blamed(let name, let blame): blames[name] = blame
    case .theme(let theme):
      options.theme = theme
    case .way(let way):
      options.way = way
    }
    keepSelectionVisible()
    return effects
  }

  /// Judges the snapshot anew and finds the selection again.
  mutating func assessAnew() {
    guard let workspace else { return }
    _ = adopt(Judged(workspace, by: criteria, now: now).assessment, isAnotherReading: false)
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if let input { return type(key, into: input) }
    if let overlay { return press(key, in: overlay) }
    guard let action = options.keymap.action(for: key) else { return [] }
    // A digit is the number on a tab, and tabs count on where a source was not found.
    if let number = options.keymap.tabNumber(of: key, action) {
      let shown = shownViews
      guard shown.indices.contains(number - 1) else { return [] }
      show(shown[number - 1])
      return []
    }
    return perform(action)
  }

  private mutating func showSource(_ view: ViewKind) {
    if shownViews.contains(view) { show(view) } else { notice = Strings.empty(view) }
  }

  /// A pasted text goes where one is typed; elsewhere it would be a row of commands that nobody meant.
  private mutating func paste(_ text: String) {
    if let input {
      typed(into: input) { $0.insert(text) }
    } else if case .palette(var picker) = overlay {
      picker.field?.insert(text)
      overlay = .palette(picker)
    } else if case .form(var form) = overlay, !form.isBusy, !form.fields[form.focus].isClosed {
      form.fields[form.focus].text.insert(text)
      overlay = .form(form)
    } else {
      notice = Wording("Pasted where no text goes: ignored", "لُصق نص حيث لا يُكتب نص: أُهمل")
    }
  }

  /// Does what the action says.
  package mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last:
      if pane == .zoomed { scrollPane(action) } else { moveSelection(action) }
    case .left where !Layout(self).hasLanes: return showHistory()
    case .left: moveAcrossLanes(toTheRight: false)
    case .right: moveAcrossLanes(toTheRight: true)
    case .previousBlocker: selectBlocker(after: false)
    case .nextBlocker: selectBlocker(after: true)
    case .readiness: show(.readiness)
    case .severity: show(.severity)
    case .checkpoints: show(.checkpoints)
    case .connectors: showSource(.connectors)
    case .tasks: showSource(.tasks)
    case .findings: show(.findings)
    case .reasons: show(.reasons)
    case .nextView: showNeighbour(1)
    case .previousView: showNeighbour(-1)
    case .open: return open()
    case .back: goBack()
    case .scrollDown: scrollPane(.down)
    case .scrollUp: scrollPane(.up)
    case .widenPane: resizePane(5)
    case .narrowPane: resizePane(-5)
    case .nextLink: moveLink(1)
    case .previousLink: moveLink(-1)
    case .openLink: return openLink()
    case .visitPrevious: visitPrevious()
    case .visitNext: visitNext()
    case .copy: return copySelected()
    case .act: startActing()
    case .newIncident: openNew(.newIncident)
    case .newCandidate: openNew(.newCandidate)
    case .exceptions: overlay = .exceptions(Picker())
    case .undo: if isWritable() { return [.undo] }
    case .mark: toggleMark()
    case .markRange: markRange()
    case .markAll: toggleAllMarks()
    case .history: return showHistory()
    case .search: startSearch()
    case .nextMatch: selectMatch(from: position.index, step: 1, includingStart: false)
    case .previousMatch: selectMatch(from: position.index, step: -1, includingStart: false)
    case .filter: startFilter()
    case .columns: overlay = .columns(Picker(index: sortIndex))
    case .reverseSort: reverseSort()
    case .toggleInformational:
      showsInformational.toggle()
      refreshEntries()
    case .toggleResolved:
      showsResolved.toggle()
      refreshEntries()
    case .nextCandidate: chooseCandidate(step: 1)
    case .previousCandidate: chooseCandidate(step: -1)
    case .toggleTarget:
      criteria.target = (assessment?.target ?? criteria.target ?? .prod) == .prod ? .canary : .prod
      assessAnew()
    case .palette: overlay = .palette(Picker(field: TextField(fallback: direction)))
    case .themes: return [.loadThemes]
    case .bidi: overlay = .bidi(before: options.way)
    case .language: switchLanguage()
    case .help:
      overlay = .help
      helpTop = 0
    case .reload: return [.reload]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  private var sortIndex: Int {
    sorts[view].flatMap { Column.all(of: view).firstIndex(of: $0.column) } ?? 0
  }

  private mutating func reverseSort() {
    guard let sort = sorts[view] else {
      notice = Strings.notSorted(options.keymap.name(of: .columns))
      return
    }
    sorts[view] = Sort(sort.column, isReversed: !sort.isReversed)
    refreshEntries()
  }

  private mutating func switchLanguage() {
    options.language = options.language == .arabic ? .english : .arabic
    filterRecords = [:]
    refreshEntries()
  }

  private mutating func resizePane(_ step: Int) {
    guard pane != .closed else { return }
    paneShare =
      Layout(self).paneIsBeside
      ? PaneShare(beside: paneShare.beside + step, below: paneShare.below)
      : PaneShare(beside: paneShare.beside, below: paneShare.below + step)
  }

  private mutating func showNeighbour(_ step: Int) {
    let all = shownViews
    let index = all.firstIndex(of: view) ?? 0
    show(all[(index + step + all.count) % all.count])
  }

  /// One level back: from a link, from the whole screen, from the details, from the search, from the filter.
  private mutating func goBack() {
    if link != nil {
      link = nil
      return
    }
    if marked[view] != nil {
      marked[view] = nil
      return
    }
    switch pane {
    case .zoomed: pane = .beside
    case .beside: pane = .closed
    case .closed where !query.isEmpty: query = ""
    case .closed:
      guard filters[view] != nil else { break }
      filters[view] = nil
      refreshEntries()
    }
    paneTop = 0
  }

  /// Enter: a link is followed; a reason jumps to what it names; anything else opens its details, then fills the screen.
  private mutating func open() -> [Effect] {
    guard let entry = selectedEntry else { return [] }
    if pane != .closed, link != nil { return openLink() }
    if case .reason(let index) = entry.content, let assessment {
      jump(to: assessment.reasons[index])
      return []
    }
    switch pane {
    case .closed: pane = .beside
    case .beside: pane = .zoomed
    case .zoomed: pane = .beside
    }
    paneTop = 0
    return []
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
