// Which rows of a matrix speak of the candidate that is judged: tables under a heading that names it, tables that belong to
// all, and templates only where nothing else does.

struct ApplicableDimensions {
  var dimensions: [Dimension] = []
  var findings: [Finding] = []

  init(_ matrix: Matrix?, candidate: String?) {
    let tables = (matrix?.tables ?? []).filter { !$0.dimensions.isEmpty }
    let ours = tables.filter { table in
      guard let owner = table.candidate, let candidate else { return true }
      return folded(owner) == folded(candidate)
    }
    let filled = ours.filter { !$0.isTemplate }
    var indices: [String: Int] = [:]
    for dimension in (filled.isEmpty ? ours : filled).flatMap(\.dimensions) {
      let key = folded(dimension.key)
      guard let index = indices[key] else {
        indices[key] = dimensions.count
        dimensions.append(dimension)
        continue
      }
      // A table under a heading that names two candidates is there once for each.
      if dimension == dimensions[index] { continue }
      findings.append(
        Finding(
          .duplicateKey, .v1,
          Wording(
            "dimension “\(dimension.key)” stands twice: the worse counts", "البُعد «\(dimension.key)» مكرر: يُحتسب الأسوأ"
          ),
          at: dimension.location))
      if VerdictRules.Row(dimension).gravity > VerdictRules.Row(dimensions[index]).gravity {
        dimensions[index] = dimension
      }
    }
  }
}

extension Status {
  /// How much worse a status is than another, for rows that contradict each other.
  var gravity: Int {
    switch self {
    case .ok: 0
    case .risk: 1
    case .unset: 2
    case .unknown: 3
    case .blocked: 4
    }
  }
}

extension VerdictRules.Row {
  init(_ dimension: Dimension) {
    self.init(
      key: dimension.key, status: dimension.status, rawStatus: dimension.rawStatus, owner: dimension.owner,
      evidence: dimension.evidence, location: dimension.location)
  }

  init(_ candidate: Candidate) {
    self.init(
      key: candidate.name, status: candidate.status, rawStatus: candidate.rawStatus, owner: candidate.owner,
      evidence: candidate.evidence, location: candidate.location, isCandidate: true)
  }

  /// How much worse a row is than another that contradicts it: by what it does to prod, then by its status.
  var gravity: (Verdict, Int) {
    (VerdictRules(target: .prod).reason(for: self, exception: nil)?.verdict ?? .go, status.gravity)
  }
}
