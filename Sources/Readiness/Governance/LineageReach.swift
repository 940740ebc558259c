/// The nearest of several sources to every node of a graph, breadth first, and the way there. No recursion: a chain of any
/// length and cycles are walked alike, each edge once.
struct LineageReach: Sendable {
  /// For each node: the source, or −1 where none reaches it.
  private var sources: [Int32]
  /// For each node: the one before it on a shortest way; −1 at a source.
  private var previous: [Int32]
  private var distances: [Int32]
  /// The nodes that are reached, nearest first.
  private(set) var reached: [Int32] = []

  /// - Parameter isClosed: a node that is reached, but nothing beyond it.
  init(from starts: [Int32], over edges: Adjacency, count: Int, isClosed: (Int32) -> Bool = { _ in false }) {
    sources = Array(repeating: -1, count: count)
    previous = Array(repeating: -1, count: count)
    distances = Array(repeating: 0, count: count)
    for start in starts where sources[Int(start)] < 0 {
      sources[Int(start)] = start
      reached.append(start)
    }
    var next = 0
    while next < reached.count {
      let node = reached[next]
      next += 1
      if isClosed(node) { continue }
      for neighbour in edges[node] where sources[Int(neighbour)] < 0 {
        sources[Int(neighbour)] = sources[Int(node)]
        previous[Int(neighbour)] = node
        distances[Int(neighbour)] = distances[Int(node)] + 1
        reached.append(neighbour)
      }
    }
  }

  func reaches(_ node: Int32) -> Bool { sources[Int(node)] >= 0 }
  func source(of node: Int32) -> Int32? { reaches(node) ? sources[Int(node)] : nil }
  /// Edges from the source.
  func distance(of node: Int32) -> Int { Int(distances[Int(node)]) }
  /// The node before it on the way from the source; nil at the source.
  func before(_ node: Int32) -> Int32? { previous[Int(node)] < 0 ? nil : previous[Int(node)] }
}
