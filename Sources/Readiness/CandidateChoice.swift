/// Which release candidate is judged: the one asked for, else the configured one, else the last in the file.
struct CandidateChoice {
  var candidate: Candidate?
  /// The name that was asked for or found.
  var name: String?
  var all: [Candidate]
  var reasons: [Reason] = []
  var findings: [Finding] = []
  /// Those that stand in no template.
  private var filled: [Candidate]

  init(_ workspace: Workspace, asked: String?) {
    let configuration = workspace.configuration
    let tables = workspace.matrix?.tables ?? []
    all = tables.flatMap(\.candidates)
    filled = tables.filter { !$0.isTemplate }.flatMap(\.candidates)
    noteDuplicates(in: tables)
    guard let wanted = asked ?? configuration.releaseCandidate else {
      candidate = (filled.isEmpty ? all : filled).last.map(\.name).flatMap(worst)
      name = candidate?.name
      if candidate == nil, let matrix = workspace.matrix {
        let message = Wording("no release candidate row", "لا صف لمرشح إصدار")
        let location = SourceLocation(path: matrix.path)
        findings.append(Finding(.noCandidate, .v1, message, at: location))
        if configuration.requireReleaseCandidate {
          reasons.append(Reason(.noCandidate, .hold, message: message, location: location))
        }
      }
      return
    }
    candidate = worst(wanted)
    name = candidate?.name ?? wanted
    if candidate == nil {
      reasons.append(
        Reason(
          .candidateNotFound, .hold,
          message: Wording(
            "no release candidate “\(wanted)” in the matrix", "لا مرشح إصدار باسم «\(wanted)» في المصفوفة"),
          location: asked == nil ? configuration.locations["release_candidate"] : nil))
    }
  }

  /// The row of that name; where it stands twice, the worse counts, and a template's only where there is no other.
  private func worst(_ name: String) -> Candidate? {
    let rows = filled.filter { folded($0.name) == folded(name) }
    return (rows.isEmpty ? all.filter { folded($0.name) == folded(name) } : rows).max {
      VerdictRules.Row($0).gravity < VerdictRules.Row($1).gravity
    }
  }

  private mutating func noteDuplicates(in tables: [MatrixTable]) {
    for table in tables {
      var names: Set<String> = []
      for row in table.candidates where !names.insert(folded(row.name)).inserted {
        findings.append(
          Finding(
            .duplicateKey, .v1,
            Wording(
              "release candidate “\(row.name)” stands twice: the worse counts",
              "مرشح الإصدار «\(row.name)» مكرر: يُحتسب الأسوأ"),
            at: row.location))
      }
    }
  }
}
