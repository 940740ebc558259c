// GX calls an asset `orders`; OpenLineage calls the same table `shop.public.orders` in `postgres://warehouse:5432`, and the
// file behind it `/lake/raw/orders.parquet`. Nothing says that they are one, so likeness must.

/// The datasets of a graph by the last parts of their names: whatever is alike in any way has the same.
struct DatasetNames: Sendable {
  private struct Entry: Sendable {
    var node: Int32
    var name: LineageName
  }

  private var entries: [String: [Entry]] = [:]

  /// - Parameter isConnected: whether any job reads or writes a node now; of others the lineage has nothing to tell.
  init(_ nodes: [LineageGraph.Node], where isConnected: (Int32) -> Bool) {
    entries.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() where node.kind == .dataset && isConnected(Int32(index)) {
      insert(node.name, Int32(index))
      for alias in node.aliases { insert(alias, Int32(index)) }
    }
  }

  private mutating func insert(_ name: LineageName, _ node: Int32) {
    let last = lastPart(of: name.name)
    if !last.isEmpty { entries[last, default: []].append(Entry(node: node, name: name)) }
  }

  func matches(_ asset: String) -> [Int32] {
    guard let alike = entries[lastPart(of: asset)] else { return [] }
    func nodes(_ fits: (LineageName) -> Bool) -> [Int32]? {
      let found = alike.filter { fits($0.name) }
      return found.isEmpty ? nil : Set(found.map(\.node)).sorted()
    }
    if let exact = nodes({ $0.name == asset || "\($0.namespace)/\($0.name)" == asset }) { return exact }
    let name = folded(asset)
    if let same = nodes({ folded($0.name) == name || folded("\($0.namespace)/\($0.name)") == name }) { return same }
    let parts = nameParts(asset)
    let ends = nodes { other in
      let others = nameParts(other.name)
      let count = min(others.count, parts.count)
      return others.suffix(count) == parts.suffix(count)
    }
    return ends ?? nodes { _ in true } ?? []
  }
}

/// The folded parts between dots and slashes, without the endings of data files.
private func nameParts(_ name: String) -> [String] {
  var parts = folded(name).split(whereSeparator: { "./\\:".contains($0) }).map(String.init)
  while parts.count > 1, let last = parts.last, endings.contains(last) { parts.removeLast() }
  return parts
}

/// The last of these, without making the others.
private func lastPart(of name: String) -> String {
  var rest = name.utf8[...]
  var fallback = ""
  while true {
    while let last = rest.last, isBreak(last) { rest.removeLast() }
    guard !rest.isEmpty else { return fallback }
    let start = rest.lastIndex(where: isBreak).map { rest.index(after: $0) } ?? rest.startIndex
    let part = folded(Substring(rest[start...]))
    if !part.isEmpty {
      if !endings.contains(part) { return part }
      fallback = part
    }
    rest = rest[..<start]
  }
}

private func isBreak(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2F || byte == 0x5C || byte == 0x3A }

private let endings: Set<String> = [
  "csv", "tsv", "txt", "json", "jsonl", "ndjson", "parquet", "avro", "orc", "xlsx", "delta", "gz", "zst", "snappy",
  "bz2",
]
