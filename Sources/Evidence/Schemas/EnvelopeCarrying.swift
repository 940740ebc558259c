import Readiness

extension SchemaLibrary {
  /// The names of the properties that a schema carries, wherever among its parts they stand: its own, of what it refers to, of
  /// `allOf`, and those that each choice of an `anyOf` or `oneOf` has. One that may never be there is not carried.
  func carriedProperties(of node: SchemaNode) -> Set<String> { carried([node], depth: 0) }

  private func carried(_ nodes: [SchemaNode], depth: Int) -> Set<String> {
    let schema = effective(nodes)
    var names = Set(
      schema.properties.filter { _, nodes in !nodes.contains { tree($0)?.bool == false } }.keys)
    guard depth < 2 else { return names }
    for choice in schema.choices where choice.count <= 64 {
      var common: Set<String>?
      for node in choice {
        let theirs = carried([node], depth: depth + 1)
        common = common?.intersection(theirs) ?? theirs
      }
      names.formUnion(common ?? [])
    }
    return names
  }

  /// The one text that a property of the event may be, as `event_type` in the schema of one event.
  ///
  /// - Parameter ownOnly: not where it is only referred to.
  func fixedText(of property: String, in node: SchemaNode, ownOnly: Bool = false) -> String? {
    let nodes =
      ownOnly
      ? (tree(node)?["properties"]?[property] == nil ? [] : [node.step("properties", property)])
      : effective([node]).properties[property] ?? []
    guard !nodes.isEmpty else { return nil }
    if ownOnly {
      guard let value = nodes.first.flatMap({ tree($0) }) else { return nil }
      if let fixed = value["const"] { return fixed.string ?? fixed.int.map(String.init) }
      let values = value["enum"]?.elements ?? []
      return values.count == 1 ? values[0].string : nil
    }
    guard let allowed = effective(nodes).allowed, allowed.count == 1, let value = allowed.values.first else {
      return nil
    }
    return value.string ?? value.int.map(String.init)
  }
}
