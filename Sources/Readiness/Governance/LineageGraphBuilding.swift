/// Makes nodes and edges of events. Names are numbered as they come: a name is hashed once for each event that holds it.
struct LineageGraphBuilding {
  private(set) var nodes: [LineageGraph.Node] = []
  private(set) var edges: [(from: Int32, to: Int32)] = []
  private(set) var partOf: [(from: Int32, to: Int32)] = []
  private var datasets = DatasetSets()
  private var datasetTags: [(dataset: Int32, tags: [String])] = []
  /// From events about a dataset alone: it comes from these.
  private var derivations: [(from: Int32, to: Int32)] = []
  private var jobs: [LineageName: Int32] = [:]
  private var jobNames: [LineageName] = []
  private var jobTags: [Int32: Set<String>] = [:]
  private var runs: [[LineageRun]] = []
  private var positions: [RunKey: Int] = [:]

  private struct RunKey: Hashable {
    var job: Int32
    var id: String
  }

  mutating func add(_ event: LineageEvent) {
    let inputs = event.inputs.map { number($0) }
    let outputs = event.outputs.map { number($0) }
    guard let name = event.job else {
      for input in inputs { derivations += outputs.map { (input, $0) } }
      return
    }
    let job = number(job: name)
    if !event.tags.isEmpty { jobTags[job, default: []].formUnion(event.tags) }
    let parents = event.parents.map { number(job: $0) }
    let position: Int
    let key = event.runID.map { RunKey(job: job, id: $0) }
    if let key, let known = positions[key] {
      position = known
    } else {
      position = runs[Int(job)].count
      runs[Int(job)].append(LineageRun())
      if let key { positions[key] = position }
    }
    runs[Int(job)][position].add(event, inputs: inputs, outputs: outputs, parents: parents)
  }

  /// Once all events are added.
  mutating func connect() {
    nodes = datasets.nodes()
    for (dataset, tags) in datasetTags { nodes[Int(datasets.node(dataset))].tags += tags }
    let first = Int32(nodes.count)
    for (job, name) in jobNames.enumerated() {
      nodes.append(LineageGraph.Node(kind: .job, name: name, tags: (jobTags[Int32(job)] ?? []).sorted()))
    }
    for job in runs.indices {
      let node = first + Int32(job)
      let current = LineageEdges(runs[job])
      for input in current.inputs { edges.append((datasets.node(input), node)) }
      for output in current.outputs { edges.append((node, datasets.node(output))) }
      var part = node
      for parent in current.parents where parent != Int32(job) {
        partOf.append((part, first + parent))
        part = first + parent
      }
    }
    for (from, to) in derivations { edges.append((datasets.node(from), datasets.node(to))) }
  }

  private mutating func number(_ dataset: LineageDataset) -> Int32 {
    let number = datasets.add(dataset.name, aliases: dataset.aliases)
    if !dataset.tags.isEmpty { datasetTags.append((number, dataset.tags)) }
    return number
  }

  private mutating func number(job name: LineageName) -> Int32 {
    if let known = jobs[name] { return known }
    let number = Int32(jobNames.count)
    jobs[name] = number
    jobNames.append(name)
    runs.append([])
    return number
  }
}

/// Names that stand for the same dataset, joined by their symlinks (union-find).
private struct DatasetSets {
  private var numbers: [LineageName: Int32] = [:]
  private var names: [LineageName] = []
  private var isAlias: [Bool] = []
  private var parents: [Int32] = []
  private var nodeOfRoot: [Int32] = []

  mutating func add(_ name: LineageName, aliases: [LineageName]) -> Int32 {
    let number = number(name, isAlias: false)
    for alias in aliases { join(number, self.number(alias, isAlias: true)) }
    return number
  }

  /// One node for each set, named as the events’ inputs and outputs first name it.
  mutating func nodes() -> [LineageGraph.Node] {
    var nodes: [LineageGraph.Node] = []
    nodes.reserveCapacity(names.count)
    nodeOfRoot = Array(repeating: -1, count: names.count)
    for pass in [false, true] {
      for number in names.indices where isAlias[number] == pass {
        let root = Int(self.root(Int32(number)))
        if nodeOfRoot[root] >= 0 {
          nodes[Int(nodeOfRoot[root])].aliases.append(names[number])
        } else {
          nodeOfRoot[root] = Int32(nodes.count)
          nodes.append(LineageGraph.Node(kind: .dataset, name: names[number]))
        }
      }
    }
    return nodes
  }

  mutating func node(_ number: Int32) -> Int32 { nodeOfRoot[Int(root(number))] }

  private mutating func number(_ name: LineageName, isAlias alias: Bool) -> Int32 {
    if let known = numbers[name] {
      if !alias { isAlias[Int(known)] = false }
      return known
    }
    let number = Int32(names.count)
    numbers[name] = number
    parents.append(number)
    isAlias.append(alias)
    names.append(name)
    return number
  }

  private mutating func root(_ number: Int32) -> Int32 {
    var number = Int(number)
    while parents[number] != number {
      parents[number] = parents[Int(parents[number])]
      number = Int(parents[number])
    }
    return Int32(number)
  }

  private mutating func join(_ left: Int32, _ right: Int32) {
    let (left, right) = (root(left), root(right))
    if left != right { parents[Int(max(left, right))] = min(left, right) }
  }
}
