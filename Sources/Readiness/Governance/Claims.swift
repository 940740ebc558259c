// The matrix says what people claim of a dimension; the evidence that lands on it proposes a status of its own. Where the
// evidence is worse than the claim, that is an incident: somebody has to know before the release, not after it. Evidence is
// what files show. What people opened by hand is judged by itself, and what they have calmed (mitigated, compensated or
// excepted) contradicts nobody: else no mitigation could ever let a release go on.

/// What the evidence proposes for a dimension.
package struct Proposal: Hashable, Sendable {
  /// `ok`, `risk` or `blocked`.
  package var status: Status
  /// What speaks for it, gravest first; empty where all that was found is well.
  package var grounds: [Wording]
  /// Where the first of them stands.
  package var location: SourceLocation?

  package init(status: Status, grounds: [Wording] = [], location: SourceLocation? = nil) {
    self.status = status
    self.grounds = grounds
    self.location = location
  }

  /// Whether it is worse than what the matrix claims. An empty or unknown status claims nothing.
  package func isWorse(than claim: Status) -> Bool {
    switch claim {
    case .ok: status != .ok
    case .risk: status == .blocked
    case .blocked, .unset, .unknown: false
    }
  }

  /// What one open incident of a file proposes: nothing where it is of V0 or calmed, a risk at V1, else a block.
  private static func status(for incident: Incident) -> Status {
    let isCalmed =
      incident.severity < .v3
      && (incident.state == .mitigated || incident.exception != nil
        || (incident.severity == .v1 && incident.compensation != nil))
    return isCalmed || incident.severity == .v0 ? .ok : incident.severity == .v1 ? .risk : .blocked
  }

  /// - Parameters:
  ///   - incidents: the open ones that files make and that land on the dimension, gravest first.
  ///   - findings: those that land on it.
  ///   - hasSource: whether anything that could speak for or against it was read.
  init?(incidents: [Incident], findings: [Finding], hasSource: Bool) {
    var said: [(status: Status, ground: Wording, location: SourceLocation?)] = incidents.map { incident in
      (
        Proposal.status(for: incident),
        Wording(
          "\(incident.severity.name) \(incident.title(in: .english))",
          "\(incident.severity.name) \(incident.title(in: .arabic))"),
        incident.location
      )
    }
    said += findings.filter { $0.severity >= .v1 }.map { (.risk, $0.message, $0.location) }
    said.removeAll { $0.status == .ok }
    guard hasSource || !said.isEmpty else { return nil }
    let worst = said.map(\.status).max { $0.gravity < $1.gravity } ?? .ok
    let first = said.first { $0.status == worst }
    self.init(status: worst, grounds: said.map(\.ground), location: first?.location)
  }

  /// The incident of a claim that the evidence contradicts; nil where it does not.
  func contradiction(of dimension: Dimension, topic: Topic?, isCustomerFacing: Bool) -> DerivedIncident? {
    guard isWorse(than: dimension.status) else { return nil }
    let (claim, proposed) = (dimension.status.wording, status.wording)
    return DerivedIncident(
      .claimContradicted, isCustomerFacing ? .v2 : .v1, prefix: "CL", subject: folded(dimension.key),
      title: Wording(
        "\(dimension.key): the matrix says \(claim.english), the evidence \(proposed.english)",
        "\(dimension.key): تقول المصفوفة «\(claim.arabic)» ويقول الدليل «\(proposed.arabic)»"),
      owner: dimension.owner.isEmpty ? nil : dimension.owner, topic: topic ?? .docsTruth, location: dimension.location)
  }
}

extension AssessedDimension {
  /// Whether the evidence is worse than what the matrix claims.
  package var isContradicted: Bool { proposal?.isWorse(than: dimension.status) ?? false }
}
