// Jobs and datasets as a graph: data flows from a dataset into the jobs that read it and from a job into the datasets it
// writes. Nodes are numbers and edges lie in two arrays, so that a hundred thousand of them are walked in milliseconds.

/// The edges of a graph by their beginnings.
struct Adjacency: Sendable {
  private var starts: [Int32]
  private var ends: [Int32]

  init(count: Int, _ edges: [(from: Int32, to: Int32)]) {
    starts = Array(repeating: 0, count: count + 1)
    for edge in edges { starts[Int(edge.from) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    ends = Array(repeating: 0, count: edges.count)
    var next = starts
    for edge in edges {
      ends[Int(next[Int(edge.from)])] = edge.to
      next[Int(edge.from)] += 1
    }
  }

  subscript(node: Int32) -> ArraySlice<Int32> { ends[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])] }
}

/// The graph of jobs and datasets as the events up to one moment have it.
package struct LineageGraph: Sendable {
  package enum Kind: Sendable { case dataset, job }

  package struct Node: Hashable, Sendable {
    package var kind: Kind
    package var name: LineageName
    /// Other names of a dataset.
    package var aliases: [LineageName] = []
    package var tags: [String] = []
  }

  /// Datasets and jobs, in the order in which they are first named.
  package private(set) var nodes: [Node]
  /// Where data flows.
  let downstream: Adjacency
  let upstream: Adjacency
  /// The same, and from a job to what it is part of.
  let dependents: Adjacency
  private let names: DatasetNames

  /// - Parameter now: later events are ignored.
  package init(_ events: [LineageEvent], now: Instant) {
    var building = LineageGraphBuilding()
    for event in events where event.time.map({ $0.instant <= now }) ?? true { building.add(event) }
    building.connect()
    nodes = building.nodes
    downstream = Adjacency(count: nodes.count, building.edges)
    upstream = Adjacency(count: nodes.count, building.edges.map { ($0.to, $0.from) })
    dependents = Adjacency(count: nodes.count, building.edges + building.partOf)
    let (downstream, upstream) = (downstream, upstream)
    names = DatasetNames(nodes) { !downstream[$0].isEmpty || !upstream[$0].isEmpty }
  }

  /// The datasets that an asset of GX may be, by the plainest likeness that any has: the same name; the same but for case;
  /// one the end of the other (`orders`, `public.orders`, `shop.public.orders`); the same last part. Several: all of them.
  package func datasets(named asset: String) -> [Int] { names.matches(asset).map(Int.init) }

  /// The jobs that read a dataset directly, and those that write it.
  package func neighbours(of dataset: Int) -> (readers: [LineageName], writers: [LineageName]) {
    func names(_ ends: ArraySlice<Int32>) -> [LineageName] {
      ends.lazy.map { nodes[Int($0)] }.filter { $0.kind == .job }.map(\.name).sorted()
    }
    return (names(downstream[Int32(dataset)]), names(upstream[Int32(dataset)]))
  }
}
