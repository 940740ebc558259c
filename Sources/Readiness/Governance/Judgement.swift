// The places of a governed repository that stand beside the matrix, the GX results and the incidents (connector sheets,
// schemas, watchlists …) are judged alike: pure rules make derived incidents, which decide as any incident does, and
// findings, which are shown and decide nothing.

/// What the rules make of one source.
package struct Judgement: Hashable, Sendable {
  /// The row of the matrix that it speaks of.
  package var topic: Topic
  package var incidents: [DerivedIncident]
  package var findings: [Finding]
  /// When the passing of time alone will make it another.
  package var nextChange: Instant?

  package init(
    _ topic: Topic, incidents: [DerivedIncident] = [], findings: [Finding] = [], nextChange: Instant? = nil
  ) {
    self.topic = topic
    self.incidents = incidents
    self.findings = findings
    self.nextChange = nextChange
  }
}
