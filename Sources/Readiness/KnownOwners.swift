/// Everybody who owns something here, for completion: who owns most comes first.
package func knownOwners(_ workspace: Workspace, _ assessment: Assessment) -> [String] {
  let rows = workspace.matrix?.tables ?? []
  let names =
    rows.flatMap { $0.dimensions.map(\.owner) + $0.candidates.map(\.owner) }
    + assessment.incidents.compactMap(\.owner)
  var counts: [String: (name: String, count: Int)] = [:]
  for name in names where !folded(name).isEmpty { counts[folded(name), default: (name, 0)].count += 1 }
  return counts.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map(\.name)
}
