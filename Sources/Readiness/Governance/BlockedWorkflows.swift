// A workflow may not be promoted while anything upstream of it has failed, however far upstream. The ways are not written
// out for each job: in a chain of 50,000 jobs that would be a billion steps. They are found again from the last step back.

/// One step of a way from failed data to a job.
package struct LineageStep: Hashable, Sendable {
  package var kind: LineageGraph.Kind
  package var name: LineageName

  package init(_ kind: LineageGraph.Kind, _ name: LineageName) {
    self.kind = kind
    self.name = name
  }
}

/// A job that may not be promoted.
package struct BlockedWorkflow: Hashable, Sendable {
  package var job: LineageName
  /// The failed asset nearest upstream, as it was given.
  package var asset: String
  /// Steps from the failed dataset to the job: 1 where the job reads it.
  package var distance: Int
  fileprivate var node: Int32
}

/// The jobs that may not be promoted because something upstream of them failed.
package struct BlockedWorkflows: Sendable {
  /// Nearest first, then by name.
  package let jobs: [BlockedWorkflow]
  /// Failed assets that no dataset of the lineage is.
  package let unmatched: [String]
  private let nodes: [LineageGraph.Node]
  private let reach: LineageReach

  fileprivate init(_ graph: LineageGraph, failed assets: [String]) {
    var assetOfNode: [Int32: String] = [:]
    var unmatched: [String] = []
    var starts: [Int32] = []
    for asset in assets {
      let matches = graph.datasets(named: asset).map { Int32($0) }
      if matches.isEmpty { unmatched.append(asset) }
      for node in matches where assetOfNode[node] == nil {
        assetOfNode[node] = asset
        starts.append(node)
      }
    }
    let reach = LineageReach(from: starts, over: graph.dependents, count: graph.nodes.count)
    jobs = reach.reached.compactMap { node -> BlockedWorkflow? in
      guard graph.nodes[Int(node)].kind == .job, let source = reach.source(of: node), let asset = assetOfNode[source]
      else { return nil }
      return BlockedWorkflow(
        job: graph.nodes[Int(node)].name, asset: asset, distance: reach.distance(of: node), node: node)
    }.sorted { ($0.distance, $0.job) < ($1.distance, $1.job) }
    self.unmatched = unmatched
    nodes = graph.nodes
    self.reach = reach
  }

  /// A shortest way from the failed dataset to the job, both included.
  ///
  /// - Parameter limit: of steps, at least 2; of a longer way the middle is left out.
  /// - Returns: the steps, and how many are left out after the first half of them.
  package func path(to workflow: BlockedWorkflow, limit: Int = .max) -> (steps: [LineageStep], omitted: Int) {
    let length = workflow.distance + 1
    let kept = min(length, max(2, limit))
    let head = (kept + 1) / 2
    var steps: [LineageStep] = []
    var node: Int32? = workflow.node
    var position = length - 1
    while let current = node {
      if position < head || position >= length - (kept - head) {
        steps.append(LineageStep(nodes[Int(current)].kind, nodes[Int(current)].name))
      }
      node = reach.before(current)
      position -= 1
    }
    return (steps.reversed(), length - kept)
  }
}

extension LineageGraph {
  /// Every job that may not be promoted because one of these assets failed, in time that grows with the graph alone.
  package func blockedWorkflows(failedAssets: [String]) -> BlockedWorkflows {
    BlockedWorkflows(self, failed: failedAssets)
  }
}
