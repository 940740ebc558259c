package import Readiness

/// One line of a list: a heading or something that can be selected. It holds an index into the assessment's arrays, so that
/// ten thousand of them cost little.
package struct Entry: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case lane(Severity, count: Int)
    case candidatesHeading
    case dimension(Int)
    case candidate(Int)
    case incident(Int)
    case checkpoint(Int)
    case connector(Int)
    case task(Int)
    case reason(Int)
    case finding(Int)
  }

  /// Stays the same from one reading to the next.
  package var id: String
  package var content: Content

  package var isSelectable: Bool {
    switch content {
    case .lane, .candidatesHeading: false
    default: true
    }
  }
}

extension DashboardState {
  /// Makes the entries of every view from the assessment, narrowed by its filter and in the order of its sort.
  mutating func rebuildEntries() {
    lists = [:]
    guard assessment != nil else { return }
    for view in ViewKind.allCases {
      let all = allEntries(of: view)
      let total = all.count(where: \.isSelectable)
      lists[view] = EntryList(sorted(filtered(all, in: view), in: view), total: total)
    }
  }

  /// After a filter or a sort has changed: the selection stays on what it was on.
  mutating func refreshEntries() {
    rebuildEntries()
    restoreSelections()
  }

  private func allEntries(of view: ViewKind) -> [Entry] {
    guard let assessment else { return [] }
    return switch view {
    case .readiness: readinessEntries(assessment)
    case .severity: severityEntries(assessment)
    case .checkpoints:
      assessment.checkpoints.indices.map { Entry(id: assessment.checkpoints[$0].id, content: .checkpoint($0)) }
    case .connectors:
      zip(distinct(assessment.connectors.map(connectorID)), assessment.connectors.indices)
        .map { Entry(id: $0, content: .connector($1)) }
    case .tasks:
      zip(distinct(assessment.tasks.map(taskID)), assessment.tasks.indices).map { Entry(id: $0, content: .task($1)) }
    case .reasons:
      distinct(assessment.reasons.map(reasonID)).enumerated().map { Entry(id: $0.element, content: .reason($0.offset)) }
    case .findings:
      distinct(assessment.findings.map(findingID)).enumerated().map {
        Entry(id: $0.element, content: .finding($0.offset))
      }
    }
  }

  private func readinessEntries(_ assessment: Assessment) -> [Entry] {
    var result = zip(
      distinct(assessment.dimensions.map { "dimension:\($0.dimension.key)" }), assessment.dimensions.indices
    ).map { Entry(id: $0, content: .dimension($1)) }
    guard !assessment.candidates.isEmpty else { return result }
    result.append(Entry(id: "candidates", content: .candidatesHeading))
    result += zip(distinct(assessment.candidates.map { "candidate:\($0.name)" }), assessment.candidates.indices)
      .map { Entry(id: $0, content: .candidate($1)) }
    return result
  }

  private func severityEntries(_ assessment: Assessment) -> [Entry] {
    var lanes: [Severity: [Entry]] = [:]
    for (index, incident) in assessment.incidents.enumerated() where incident.isOpen || showsResolved {
      lanes[incident.severity, default: []].append(Entry(id: incident.id, content: .incident(index)))
    }
    return shownLanes.flatMap { severity in
      let cards = lanes[severity] ?? []
      return [Entry(id: "lane:\(severity.name)", content: .lane(severity, count: cards.count))] + cards
    }
  }

  /// The lanes of the severity board, gravest first.
  var shownLanes: [Severity] {
    showsInformational ? [.v3, .v2, .v1, .v0] : [.v3, .v2, .v1]
  }
}

/// Its incident's, so that one can act on it; its own where it has none.
func connectorID(_ connector: Connector) -> String { connector.incidentID ?? "connector:\(connector.key)" }

/// That of the incident which it makes once its SLA has passed.
func taskID(_ task: WatchedTask) -> String {
  DerivedIncident.id(.taskSlipped, prefix: "TK", subject: task.identity)
}

func reasonID(_ reason: Reason) -> String {
  "\(reason.code.rawValue):\(reason.incident ?? reason.dimension ?? ""):\(reason.location?.description ?? "")"
}

func findingID(_ finding: Finding) -> String {
  "\(finding.code.rawValue):\(finding.location.description):\(finding.message.english)"
}

/// Makes equal ids differ by their count, so that each names one entry.
private func distinct(_ ids: [String]) -> [String] {
  var seen: [String: Int] = [:]
  return ids.map { id in
    let count = seen[id, default: 0]
    seen[id] = count + 1
    return count == 0 ? id : "\(id)#\(count)"
  }
}
