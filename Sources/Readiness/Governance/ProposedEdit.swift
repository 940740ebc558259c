// What the evidence would change in the matrix. It fills in what nobody has claimed and takes back what is claimed too well;
// it never calls a row better than people do, for they may know what no file shows.

/// A status that the evidence proposes for one row.
package struct ProposedEdit: Hashable, Sendable {
  package var dimension: Dimension
  package var proposal: Proposal

  /// What goes into the log: the gravest thing that speaks for it.
  package func reason(_ language: Language) -> String {
    let ground = proposal.grounds.first?(language)
    let word = proposal.status.wording
    let said = Wording("the evidence says \(word.english)", "يقول الدليل: \(word.arabic)")(language)
    return ground.map { "\(said) — \($0)" } ?? said
  }
}

/// The edits that the evidence proposes, in the order of the matrix.
package func proposedEdits(_ assessment: Assessment) -> [ProposedEdit] {
  assessment.dimensions.compactMap { assessed in
    guard let proposal = assessed.proposal else { return nil }
    guard assessed.isContradicted || assessed.dimension.status == .unset else { return nil }
    return ProposedEdit(dimension: assessed.dimension, proposal: proposal)
  }
}
