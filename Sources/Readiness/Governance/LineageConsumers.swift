// Who consumes a dataset, by what lies downstream of it: this makes a failed checkpoint V2 or V1 where `consumers` of
// jahiz.yaml does not name the asset. Lineage raises easily and lowers only on somebody's word:
// - Consumed: anything downstream is configured, tagged or named as reports for customers or as models.
// - Internal: something downstream is said to be internal, and every end of the lineage downstream lies at or behind
//   something that is.
// - Else nil: somebody reads it, and nobody has said for whom.
// What `consumers` says of a dataset wins over its tags, and these over its name.

/// Who consumes an asset, as the lineage has it.
package struct DerivedConsumers: Hashable, Sendable {
  package var consumers: Configuration.Consumers
  /// The dataset or job downstream that makes it so.
  package var because: LineageStep
  /// Steps from the asset to it; 0: it is the asset itself.
  package var distance: Int
  package var reason: Wording
}

/// The consumers of all datasets of a graph, found in four walks.
package struct LineageConsumers: Sendable {
  private let graph: LineageGraph
  private let reports: LineageReach
  private let models: LineageReach
  private let internalUse: LineageReach
  /// Ends of the lineage of which nobody has said who they are for, not behind anything internal.
  private let unsaid: LineageReach

  /// - Parameter configured: `consumers` of jahiz.yaml, by asset.
  package init(_ graph: LineageGraph, configured: [String: Configuration.Consumers]) {
    self.graph = graph
    var uses = graph.nodes.map { ConsumerWords.use(of: $0) }
    var isConfigured: Set<Int> = []
    for (asset, consumers) in configured.sorted(by: { $0.key < $1.key }) {
      for node in graph.datasets(named: asset) {
        let isFirst = isConfigured.insert(node).inserted
        let earlier = isFirst ? Configuration.Consumers() : uses[node] ?? Configuration.Consumers()
        uses[node] = Configuration.Consumers(
          customerReports: consumers.customerReports || earlier.customerReports,
          models: consumers.models || earlier.models, isInternal: consumers.isInternal || earlier.isInternal)
      }
    }
    func nodes(_ wanted: (Configuration.Consumers) -> Bool) -> [Int32] {
      uses.indices.filter { uses[$0].map(wanted) ?? false }.map(Int32.init)
    }
    let isInternal = uses.map { $0.map { $0.isInternal && !$0.customerReports && !$0.models } ?? false }
    let count = graph.nodes.count
    reports = LineageReach(from: nodes(\.customerReports), over: graph.upstream, count: count)
    models = LineageReach(from: nodes(\.models), over: graph.upstream, count: count)
    internalUse = LineageReach(
      from: isInternal.indices.filter { isInternal[$0] }.map(Int32.init), over: graph.upstream, count: count)
    let ends = (0..<Int32(count)).filter { graph.downstream[$0].isEmpty && !isInternal[Int($0)] }
    unsaid = LineageReach(from: ends, over: graph.upstream, count: count) { isInternal[Int($0)] }
  }

  /// Who consumes an asset, where the lineage tells; of several datasets that it may be, all count.
  ///
  /// An entry of `consumers` for the asset itself wins over this: who calls looks there first.
  package func derived(for asset: String) -> DerivedConsumers? {
    let nodes = graph.datasets(named: asset).map { Int32($0) }
    let isReported = nodes.contains { reports.reaches($0) }
    let isModelled = nodes.contains { models.reaches($0) }
    if isReported || isModelled {
      let consumers = Configuration.Consumers(
        customerReports: isReported, models: isModelled,
        isInternal: nodes.contains { internalUse.reaches($0) })
      let nearest = isReported ? nearest(nodes, reports) : nearest(nodes, models)
      return nearest.map { step, distance in
        let name = step.name.name
        let reason =
          isReported
          ? Wording("lineage: “\(name)” is for customers", "سلسلة البيانات: «\(name)» موجّه إلى العملاء")
          : Wording("lineage: “\(name)” is a model", "سلسلة البيانات: «\(name)» نموذج")
        return DerivedConsumers(consumers: consumers, because: step, distance: distance, reason: reason)
      }
    }
    // An internal node of its own stands for all behind it; else no end may be left of which nobody has spoken.
    guard !nodes.isEmpty, nodes.allSatisfy({ internalUse.reaches($0) }),
      nodes.allSatisfy({ !unsaid.reaches($0) || internalUse.distance(of: $0) == 0 })
    else { return nil }
    return nearest(nodes, internalUse).map { step, distance in
      DerivedConsumers(
        consumers: Configuration.Consumers(isInternal: true), because: step, distance: distance,
        reason: Wording(
          "lineage: all of it is for internal use, as “\(step.name.name)”",
          "سلسلة البيانات: كل ما يليها للاستخدام الداخلي، مثل «\(step.name.name)»"))
    }
  }

  private func nearest(_ nodes: [Int32], _ reach: LineageReach) -> (step: LineageStep, distance: Int)? {
    let best = nodes.filter { reach.reaches($0) }.min { reach.distance(of: $0) < reach.distance(of: $1) }
    guard let best, let source = reach.source(of: best) else { return nil }
    let node = graph.nodes[Int(source)]
    return (LineageStep(node.kind, node.name), reach.distance(of: best))
  }
}
