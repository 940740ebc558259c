/// What the places of a governed repository beside matrix, GX and incidents say: one value for each source, nil where
/// nothing of it was found.
package struct Governance: Hashable, Sendable {
  package init() {}

  /// What the rules make of each source that was found.
  func judgements(_ workspace: Workspace, now: Instant) -> [Judgement] {
    []
  }
}
