import Readiness

// OpenLineage 2-0-2: run, job and dataset events, of any producer. Facets that make no edge of the graph (schemas, plans,
// sources) are most of the bytes and are not read. Members that are missing are no fault here: producers differ.

/// Why a JSON value is no OpenLineage event.
enum LineageEventProblem: Error {
  case noObject
  case noJobOrDataset
}

/// The members to read: of facets only what the graph needs.
func keepsForLineage(_ holder: String, _ name: String) -> Bool {
  guard ["facets", "inputFacets", "outputFacets"].contains(holder) else { return true }
  return keptFacets.contains(name)
}

private let keptFacets: Set<String> = ["parent", "tags", "symlinks", "columnLineage", "dataQualityAssertions"]

/// Reads one event.
func lineageEvent(_ tree: JSONTree, path: String) throws(LineageEventProblem) -> LineageEvent {
  guard tree.isObject else { throw .noObject }
  let location = SourceLocation(path: path, line: tree.line)
  let time = tree["eventTime"]?.string.flatMap { Timestamp(rfc3339: $0) }
  let run = tree["run"]
  let jobTree = tree["job"]
  let job = jobTree.flatMap(lineageName)
  guard let job else {
    guard let dataset = tree["dataset"], let named = lineageDataset(dataset) else { throw .noJobOrDataset }
    return LineageEvent(
      .dataset, time: time, inputs: sources(of: dataset), outputs: [named], location: location)
  }
  let outputs = tree["outputs"]?.elements ?? []
  let state = tree["eventType"]?.string?.uppercased()
  let kind = run == nil && state == nil ? .job : state.flatMap { LineageEvent.Kind(rawValue: $0) } ?? .other
  return LineageEvent(
    kind, time: time, runID: run?["runId"]?.string, job: job, parents: parents(of: run),
    tags: tags(jobTree?["facets"]) + tags(run?["facets"]),
    inputs: (tree["inputs"]?.elements ?? []).compactMap(lineageDataset) + outputs.flatMap(sources),
    outputs: outputs.compactMap(lineageDataset), location: location)
}

private func lineageName(_ tree: JSONTree) -> LineageName? {
  guard let name = tree["name"]?.string, !name.isEmpty else { return nil }
  return LineageName(tree["namespace"]?.string ?? "", name)
}

private func lineageDataset(_ tree: JSONTree) -> LineageDataset? {
  guard let name = lineageName(tree) else { return nil }
  let facets = tree["facets"]
  let aliases = (facets?["symlinks"]?["identifiers"]?.elements ?? []).compactMap(lineageName)
  // The spec has it among the input facets; older producers wrote it among the dataset's own.
  let assertions = (tree["inputFacets"]?["dataQualityAssertions"] ?? facets?["dataQualityAssertions"])?["assertions"]
  let failed = assertions?.elements.filter { $0["success"]?.bool == false }.map { assertion in
    let name = assertion["assertion"]?.string ?? "assertion"
    return assertion["column"]?.string.map { "\(name)(\($0))" } ?? name
  }
  return LineageDataset(name, aliases: aliases, tags: tags(facets), failedAssertions: failed)
}

/// `key=value` of the tags facet.
private func tags(_ facets: JSONTree?) -> [String] {
  (facets?["tags"]?["tags"]?.elements ?? []).compactMap { tag in
    guard let key = tag["key"]?.string else { return nil }
    // A tag that is switched off says the contrary.
    guard let value = tag["value"]?.string, !["false", "no", "0"].contains(value.lowercased()) else { return nil }
    return value.lowercased() == "true" ? key : "\(key)=\(value)"
  }
}

/// What an output's columns come from: producers may name there what they leave out of the inputs.
private func sources(of dataset: JSONTree) -> [LineageDataset] {
  guard let facet = dataset["facets"]?["columnLineage"] else { return [] }
  let fields = (facet["fields"]?.members ?? []).flatMap { $0.value["inputFields"]?.elements ?? [] }
  var seen: Set<LineageName> = []
  return (fields + (facet["dataset"]?.elements ?? [])).compactMap(inputField).filter { seen.insert($0.name).inserted }
}

private func inputField(_ tree: JSONTree) -> LineageDataset? { lineageName(tree).map { LineageDataset($0) } }

private func parents(of run: JSONTree?) -> [LineageName] {
  guard let facet = run?["facets"]?["parent"] else { return [] }
  let named = [facet["job"], facet["root"]?["job"]].compactMap { $0.flatMap(lineageName) }
  return named.count == 2 && named[0] == named[1] ? [named[0]] : named
}
