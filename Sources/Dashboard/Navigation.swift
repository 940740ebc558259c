import Readiness

// Going from one thing to another: by the links in the details, from a reason to what it names, and back.

/// Where the user has been.
struct Trail: Hashable, Sendable {
  struct Visit: Hashable, Sendable {
    var view: ViewKind
    var selected: String?
    var pane: DashboardState.Pane
  }

  var back: [Visit] = []
  var forward: [Visit] = []
}

extension DashboardState {
  private var here: Trail.Visit { Trail.Visit(view: view, selected: selectedEntry?.id, pane: pane) }

  /// Remembers the place before leaving it.
  mutating func leave() {
    if trail.back.last != here { trail.back.append(here) }
    if trail.back.count > 100 { trail.back.removeFirst() }
    trail.forward = []
  }

  mutating func visitPrevious() {
    guard let visit = trail.back.popLast() else {
      notice = Wording("Nowhere to go back to", "لا مكان للرجوع إليه")
      return
    }
    trail.forward.append(here)
    arrive(visit)
  }

  mutating func visitNext() {
    guard let visit = trail.forward.popLast() else {
      notice = Wording("Nowhere to go forward to", "لا مكان للتقدّم إليه")
      return
    }
    trail.back.append(here)
    arrive(visit)
  }

  private mutating func arrive(_ visit: Trail.Visit) {
    show(visit.view)
    if let id = visit.selected, let index = shownEntries.firstIndex(where: { $0.id == id }) { select(index) }
    pane = visit.pane
  }

  mutating func show(_ view: ViewKind) {
    self.view = view
    paneTop = 0
    link = nil
    if pane == .zoomed { pane = .beside }
  }

  /// Goes to an entry, even one that a filter hides.
  mutating func go(to view: ViewKind, _ id: String) {
    let origin = self.view
    leave()
    show(view)
    // A key with a name needs no second look; a letter alone is easily overread.
    let keys = options.keymap.keys(for: .visitPrevious).map(\.name)
    let key = keys.first { $0.count > 1 } ?? keys.first
    let way = key.flatMap { origin == view ? nil : Strings.cameFrom(origin, $0) }
    notice = way
    if !reveals(id), filters[view] != nil {
      filters[view] = nil
      refreshEntries()
      let removal = Wording("The filter is taken away to show it", "أُزيلت التصفية لإظهاره")
      notice = way.map { Wording("\(removal.english). \($0.english)", "\(removal.arabic). \($0.arabic)") } ?? removal
    }
    if let index = shownEntries.firstIndex(where: { $0.id == id && $0.isSelectable }) { select(index) }
    pane = .beside
  }

  private func reveals(_ id: String) -> Bool { shownEntries.contains { $0.id == id } }

  // MARK: Links

  /// The links of the details as they are shown.
  var detailLinks: [DetailLink] {
    guard pane != .closed, let area = Layout(self).paneText else { return [] }
    return detail(width: area.width).links
  }

  mutating func moveLink(_ step: Int) {
    if pane == .closed { pane = .beside }
    let links = detailLinks
    guard !links.isEmpty else {
      notice = Wording("No link in these details", "لا روابط في هذه التفاصيل")
      return
    }
    let next = link.map { ($0 + step + links.count) % links.count } ?? (step > 0 ? 0 : links.count - 1)
    link = next
    guard let area = Layout(self).paneText else { return }
    let lines = links[next].lines
    paneTop = min(paneTop, lines.lowerBound)
    paneTop = max(paneTop, lines.upperBound - area.rows)
  }

  /// Follows the link under the marker, else the first.
  mutating func openLink() -> [Effect] {
    let links = detailLinks
    guard let target = links.indices.contains(link ?? 0) ? links[link ?? 0].target : nil else {
      notice = Wording("No link in these details", "لا روابط في هذه التفاصيل")
      return []
    }
    switch target {
    case .file(let path, let line): return [.openFile(path: path, line: line)]
    case .url(let url): return [.copy(url)]
    case .dimension(let key): goWhereShown([(.readiness, "dimension:\(key)")])
    case .incident(let id): goWhereShown([(.severity, id), (.checkpoints, id), (.connectors, id), (.tasks, id)])
    case .checkpoint(let id): goWhereShown([(.checkpoints, id)])
    }
    return []
  }

  /// Goes to the first of these that a view holds, shown or hidden by its filter.
  mutating func goWhereShown(_ places: [(view: ViewKind, id: String)]) {
    for place in places where holds(place.id, in: place.view) {
      go(to: place.view, place.id)
      return
    }
    notice = Wording("It is not in any list", "ليس في أي قائمة")
  }

  private func holds(_ id: String, in view: ViewKind) -> Bool {
    guard let assessment else { return false }
    return switch view {
    case .readiness: assessment.dimensions.contains { "dimension:\($0.dimension.key)" == id }
    case .severity:
      assessment.incidents.contains {
        $0.id == id && ($0.isOpen || showsResolved) && ($0.severity > .v0 || showsInformational)
      }
    case .checkpoints: assessment.checkpoints.contains { $0.id == id }
    case .connectors: assessment.connectors.contains { connectorID($0) == id }
    case .tasks: assessment.tasks.contains { taskID($0) == id }
    case .reasons, .findings: false
    }
  }

  // MARK: Copying

  /// Copies what is selected, as the file has it: the link under the marker, else the row's name.
  mutating func copySelected() -> [Effect] {
    guard let assessment, let entry = selectedEntry else { return [] }
    if pane != .closed, let link, detailLinks.indices.contains(link) {
      return [.copy(detailLinks[link].target.text)]
    }
    return switch entry.content {
    case .dimension(let index): [.copy(assessment.dimensions[index].dimension.label)]
    case .candidate(let index): [.copy(assessment.candidates[index].name)]
    case .incident(let index):
      [
        .copy(
          "\(assessment.incidents[index].id) \(assessment.incidents[index].title(in: language).withoutDirectionMarks)")
      ]
    case .checkpoint(let index):
      [
        .copy(
          [assessment.checkpoints[index].result.suite, assessment.checkpoints[index].result.asset]
            .compactMap(\.self).joined(separator: " · "))
      ]
    case .connector(let index): [.copy(assessment.connectors[index].name)]
    case .task(let index): [.copy(assessment.tasks[index].taskID ?? assessment.tasks[index].label)]
    case .reason(let index): [.copy(assessment.reasons[index].message(language).withoutDirectionMarks)]
    case .finding(let index):
      [
        .copy(
          "\(assessment.findings[index].location): \(assessment.findings[index].message(language).withoutDirectionMarks)"
        )
      ]
    case .lane, .candidatesHeading: []
    }
  }

  // MARK: Reasons

  /// From a reason to what it names.
  mutating func jump(to reason: Reason) {
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
    go(to: view, id)
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
    let finding = assessment.findings.first { $0.location == location && $0.code.rawValue == code.rawValue }
    return finding.map { (.findings, findingID($0)) }
  }
}
