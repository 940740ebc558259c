import Readiness

// A list sorted by one of its columns. The order that the rules give (worst first, or the file's) is the one without a
// sort; it also decides between equals. Headings stay where they are, and rows stay under theirs.

/// By which column a list is sorted.
package struct Sort: Hashable, Sendable {
  package var column: Column
  package var isReversed: Bool

  package init(_ column: Column, isReversed: Bool = false) {
    self.column = column
    self.isReversed = isReversed
  }
}

extension DashboardState {
  /// Sorts by a column; again: the other way round; a third time: as the rules have it.
  mutating func sort(by column: Column) {
    switch sorts[view] {
    case Sort(column): sorts[view] = Sort(column, isReversed: true)
    case Sort(column, isReversed: true): sorts[view] = nil
    default: sorts[view] = Sort(column)
    }
    refreshEntries()
  }

  /// The entries of a view in its order, each heading with what stands under it.
  func sorted(_ entries: [Entry], in view: ViewKind) -> [Entry] {
    guard let sort = sorts[view] else { return entries }
    var result: [Entry] = []
    var section: [(key: SortKey, entry: Entry)] = []
    func flush() {
      result += section.enumerated().sorted { left, right in
        if left.element.key == right.element.key { return left.offset < right.offset }
        // What has no value stands last, whichever way.
        if left.element.key == .none || right.element.key == .none { return right.element.key == .none }
        return (left.element.key < right.element.key) != sort.isReversed
      }.map(\.element.entry)
      section = []
    }
    for entry in entries {
      if entry.isSelectable {
        section.append((sortKey(of: entry, by: sort.column), entry))
      } else {
        flush()
        result.append(entry)
      }
    }
    flush()
    return result
  }

  private func sortKey(of entry: Entry, by column: Column) -> SortKey {
    guard let assessment else { return .none }
    switch entry.content {
    case .dimension(let index): return key(of: assessment.dimensions[index], column)
    case .candidate(let index): return key(of: assessment.candidates[index], column)
    case .incident(let index): return key(of: assessment.incidents[index], column)
    case .checkpoint(let index): return key(of: assessment.checkpoints[index], column)
    case .connector(let index): return key(of: assessment.connectors[index], column)
    case .task(let index): return key(of: assessment.tasks[index], column)
    case .reason(let index):
      let reason = assessment.reasons[index]
      return switch column {
      case .grade: SortKey(gravity(of: reason.verdict))
      case .place: SortKey(reason.location)
      default: SortKey(reason.message(language))
      }
    case .finding(let index):
      let finding = assessment.findings[index]
      return switch column {
      case .severity: SortKey(-Int64(finding.severity.rawValue))
      case .place: SortKey(finding.location)
      default: SortKey(finding.message(language))
      }
    case .lane, .candidatesHeading: return .none
    }
  }

  private func key(of assessed: AssessedDimension, _ column: Column) -> SortKey {
    let dimension = assessed.dimension
    return switch column {
    case .status: SortKey(gravity(of: dimension.status))
    case .proposal: assessed.proposal.map { SortKey(gravity(of: $0.status)) } ?? .none
    case .open: assessed.highestOpenSeverity.map { SortKey(-Int64($0.rawValue)) } ?? .none
    case .evidence: SortKey(gravity(of: dimension.evidence))
    case .owner: SortKey(dimension.owner)
    case .notes: SortKey(dimension.notes)
    default: SortKey(dimension.label)
    }
  }

  private func key(of connector: Connector, _ column: Column) -> SortKey {
    switch column {
    case .stage: connector.stage.map { SortKey(-Int64(ConnectorStage.allCases.firstIndex(of: $0) ?? 0)) } ?? .none
    // Most is missing first.
    case .fields, .gaps: SortKey(Int64(connector.fields(.filled).count * 10 - connector.fields(.missing).count))
    case .owner: SortKey(connector.owner ?? "")
    default: SortKey(connector.name)
    }
  }

  private func key(of task: WatchedTask, _ column: Column) -> SortKey {
    switch column {
    case .connector: SortKey(task.connector)
    case .status: SortKey(task.status.map { Int64(WatchedTask.Status.allCases.firstIndex(of: $0) ?? 0) } ?? -1)
    case .running: task.runningSeconds(at: now).map { SortKey(-$0) } ?? .none
    case .left: task.slaSecondsLeft(at: now).map { SortKey($0) } ?? .none
    case .polling: SortKey(task.polling.isEmpty ? task.webhook : task.polling)
    case .owner: SortKey(task.owner)
    default: SortKey(task.label)
    }
  }

  private func key(of candidate: Candidate, _ column: Column) -> SortKey {
    switch column {
    case .status: SortKey(gravity(of: candidate.status))
    case .open, .proposal: .none
    case .evidence: SortKey(gravity(of: candidate.evidence))
    case .owner: SortKey(candidate.owner)
    case .notes: SortKey(candidate.notes)
    default: SortKey(candidate.name)
    }
  }

  private func key(of incident: Incident, _ column: Column) -> SortKey {
    switch column {
    case .incident: SortKey(incident.id)
    case .state: SortKey(Int64(Incident.State.allCases.firstIndex(of: incident.state) ?? 0))
    case .owner: SortKey(incident.owner ?? "")
    // The oldest first: it has waited longest.
    case .age: incident.openedAt.map { SortKey($0.instant.seconds) } ?? .none
    case .clock: incident.clock.map { SortKey($0.secondsLeft(at: now)) } ?? .none
    default: SortKey(incident.title(in: language))
    }
  }

  private func key(of checkpoint: Checkpoint, _ column: Column) -> SortKey {
    let result = checkpoint.result
    return switch column {
    case .asset: SortKey(result.asset ?? "")
    case .result: SortKey(checkpoint.succeeded ? 1 : 0)
    case .failed: SortKey(-Int64(max(result.unsuccessful, result.failed.count)))
    case .severity: checkpoint.severity.map { SortKey(-Int64($0.rawValue)) } ?? .none
    case .age: result.runTime.map { SortKey($0.instant.seconds) } ?? .none
    case .rule: SortKey(checkpoint.rule?.wording(language) ?? "")
    case .history: SortKey(-Int64(checkpoint.history.count { !$0.success }))
    default: SortKey(result.suite ?? result.path)
    }
  }
}

/// What two rows are compared by.
private enum SortKey: Comparable {
  case number(Int64)
  /// Folded.
  case text(String)
  /// A path and a line of it.
  case place(String, Int)
  case none

  init(_ number: Int64) { self = .number(number) }

  init(_ text: String) {
    let key = folded(text)
    self = key.isEmpty ? .none : .text(key)
  }

  init(_ location: SourceLocation?) {
    self = location.map { .place($0.path, $0.line ?? 0) } ?? .none
  }
}

/// The worst first.
private func gravity(of status: Status) -> Int64 {
  switch status {
  case .blocked: 0
  case .unknown: 1
  case .unset: 2
  case .risk: 3
  case .ok: 4
  }
}

private func gravity(of verdict: Verdict) -> Int64 { -Int64(Verdict.allCases.firstIndex(of: verdict) ?? 0) }

/// What is missing first, then what was never named.
private func gravity(of evidence: [EvidenceItem]) -> Int64 {
  if evidence.contains(where: { $0.state == .missing || $0.state == .outside }) { return 0 }
  return evidence.isEmpty ? 1 : 2
}
