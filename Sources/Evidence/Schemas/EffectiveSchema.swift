// What a schema asks of a value, all in one place: its own keywords with those of what it refers to and of `allOf`, which all
// hold together. References in a circle and far too many parts are cut off.

/// One end of a range of numbers.
struct SchemaBound: Hashable {
  var value: Double
  var isExclusive: Bool
  /// The number as written.
  var text: String
}

struct EffectiveSchema {
  /// `false`: no value at all.
  var isImpossible = false
  var types = SchemaTypes.all
  /// `const` and `enum`: the values by their canonical text.
  var allowed: [String: JSONTree]?
  var properties: [String: [SchemaNode]] = [:]
  var patternProperties: [String: [SchemaNode]] = [:]
  var required: Set<String> = []
  var dependentRequired: [String: Set<String>] = [:]
  /// What properties must be that are not listed; nil where anything goes.
  var additional: [SchemaNode]?
  var prefix: [[SchemaNode]] = []
  /// What the elements behind `prefix` must be.
  var items: [SchemaNode]?
  var lower: SchemaBound?
  var upper: SchemaBound?
  /// `minLength`, `maxItems` … by keyword.
  var counts: [String: Double] = [:]
  var multiples: [Double] = []
  var isUnique = false
  /// `pattern` and `format` with their values.
  var textRules: [String: Set<String>] = [:]
  /// `anyOf` and `oneOf`: of each group, one must hold.
  var choices: [[SchemaNode]] = []
  /// `not`, `if` … by keyword, as canonical JSON.
  var conditions: [String: Set<String>] = [:]
  /// Where its first part stands.
  var origin: SchemaNode?
  var isPartial = false

  mutating func add(_ bound: SchemaBound, isLower: Bool) {
    let tighter: (SchemaBound, SchemaBound?) -> Bool = { new, old in
      guard let old else { return true }
      if new.value == old.value { return new.isExclusive && !old.isExclusive }
      return isLower ? new.value > old.value : new.value < old.value
    }
    if isLower {
      if tighter(bound, lower) { lower = bound }
    } else if tighter(bound, upper) {
      upper = bound
    }
  }
}

extension SchemaLibrary {
  /// How many parts one schema is made of at most.
  private static let partLimit = 200

  /// - Parameter nodes: schemas that hold together.
  func effective(_ nodes: [SchemaNode]) -> EffectiveSchema {
    var schema = EffectiveSchema()
    schema.origin = nodes.first
    var seen: Set<SchemaNode> = []
    var waiting = Array(nodes.reversed())
    while let node = waiting.popLast() {
      guard seen.insert(node).inserted, let tree = tree(node) else { continue }
      guard seen.count <= Self.partLimit else {
        schema.isPartial = true
        break
      }
      if tree.bool == false { schema.isImpossible = true }
      guard tree.isObject else { continue }
      for keyword in referenceKeywords {
        if let text = tree[keyword]?.string, case .found(let target) = target(of: text, from: node) {
          waiting.append(target)
        }
      }
      for index in (tree["allOf"]?.elements ?? []).indices { waiting.append(node.step("allOf", String(index))) }
      schema.add(tree, at: node)
    }
    narrowByChoices(&schema)
    return schema
  }

  /// What every one of the choices asks for is asked for.
  private func narrowByChoices(_ schema: inout EffectiveSchema) {
    for choice in schema.choices.prefix(8) where choice.count <= 64 {
      var types = SchemaTypes()
      var allowed: [String: JSONTree]? = [:]
      var required: Set<String>?
      for node in choice {
        let part = shallow(node)
        types.formUnion(part.types)
        if let values = part.allowed { allowed?.merge(values) { known, _ in known } } else { allowed = nil }
        required = required?.intersection(part.required) ?? part.required
      }
      schema.types.formIntersection(types)
      schema.required.formUnion(required ?? [])
      if let allowed { schema.restrict(to: allowed) }
    }
  }

  /// The types, values and required properties of one choice.
  private func shallow(_ node: SchemaNode) -> EffectiveSchema {
    var part = EffectiveSchema()
    var seen: Set<SchemaNode> = []
    var waiting = [node]
    while let node = waiting.popLast(), seen.count < 32 {
      guard seen.insert(node).inserted, let tree = tree(node) else { continue }
      if tree.bool == false {
        part.types = []
        part.allowed = [:]
        return part
      }
      for keyword in referenceKeywords {
        if let text = tree[keyword]?.string, case .found(let target) = target(of: text, from: node) {
          waiting.append(target)
        }
      }
      for index in (tree["allOf"]?.elements ?? []).indices { waiting.append(node.step("allOf", String(index))) }
      part.addTypesAndValues(tree)
      part.required.formUnion((tree["required"]?.elements ?? []).compactMap(\.string))
    }
    return part
  }
}

extension SchemaNode {
  func step(_ names: String...) -> SchemaNode {
    SchemaNode(document: document, pointer: names.reduce(pointer) { "\($0)/\(escaped($1))" })
  }
}

extension EffectiveSchema {
  fileprivate mutating func restrict(to values: [String: JSONTree]) {
    allowed = allowed.map { known in known.filter { values[$0.key] != nil } } ?? values
  }

  fileprivate mutating func addTypesAndValues(_ tree: JSONTree) {
    if let value = tree["type"] {
      let names = value.string.map { [$0] } ?? value.elements.compactMap(\.string)
      let known = names.compactMap { schemaTypes[$0] }
      if known.count == names.count, !known.isEmpty { types.formIntersection(SchemaTypes(known)) }
    }
    if let value = tree["const"] { restrict(to: [value.canonicalText: value]) }
    if let values = tree["enum"], case .array(let elements) = values.kind {
      restrict(to: Dictionary(elements.map { ($0.canonicalText, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    if let allowed { types.formIntersection(SchemaTypes(allowed.values.map { SchemaTypes(of: $0) })) }
  }

  fileprivate mutating func add(_ tree: JSONTree, at node: SchemaNode) {
    addTypesAndValues(tree)
    addObjectRules(tree, at: node)
    addArrayRules(tree, at: node)
    addNumberAndTextRules(tree)
    for keyword in ["anyOf", "oneOf"] {
      if let elements = tree[keyword]?.elements, !elements.isEmpty {
        choices.append(elements.indices.map { node.step(keyword, String($0)) })
      }
    }
    for keyword in ["not", "contains", "propertyNames", "dependentSchemas"] {
      if let value = tree[keyword] { conditions[keyword, default: []].insert(value.canonicalText) }
    }
    if let condition = tree["if"], tree["then"] != nil || tree["else"] != nil {
      let parts = [condition, tree["then"], tree["else"]].map { $0?.canonicalText ?? "" }
      conditions["if", default: []].insert(parts.joined(separator: "\n"))
    }
  }

  private mutating func addObjectRules(_ tree: JSONTree, at node: SchemaNode) {
    for member in tree["properties"]?.members ?? [] {
      properties[member.name, default: []].append(node.step("properties", member.name))
    }
    for member in tree["patternProperties"]?.members ?? [] {
      patternProperties[member.name, default: []].append(node.step("patternProperties", member.name))
    }
    required.formUnion((tree["required"]?.elements ?? []).compactMap(\.string))
    for keyword in ["dependentRequired", "dependencies"] {
      for member in tree[keyword]?.members ?? [] {
        dependentRequired[member.name, default: []].formUnion(member.value.elements.compactMap(\.string))
      }
    }
    for keyword in ["additionalProperties", "unevaluatedProperties"] {
      guard let value = tree[keyword], value.bool != true, value.bool == false || !value.members.isEmpty else {
        continue
      }
      additional = (additional ?? []) + [node.step(keyword)]
    }
  }

  private mutating func addArrayRules(_ tree: JSONTree, at node: SchemaNode) {
    let isTuple = !(tree["items"]?.elements ?? []).isEmpty
    let prefixKeyword = isTuple ? "items" : "prefixItems"
    for index in (tree[prefixKeyword]?.elements ?? []).indices {
      if index >= prefix.count { prefix.append([]) }
      prefix[index].append(node.step(prefixKeyword, String(index)))
    }
    for keyword in [isTuple ? "additionalItems" : "items", "unevaluatedItems"] {
      guard let value = tree[keyword], value.bool == false || !value.members.isEmpty else { continue }
      items = (items ?? []) + [node.step(keyword)]
    }
    if tree["uniqueItems"]?.bool == true { isUnique = true }
  }

  private mutating func addNumberAndTextRules(_ tree: JSONTree) {
    for (isLower, keyword, exclusive) in [
      (true, "minimum", "exclusiveMinimum"), (false, "maximum", "exclusiveMaximum"),
    ] {
      // Draft 4 marks the other bound as exclusive.
      let isExclusive = tree[exclusive]?.bool == true
      if let value = tree[keyword]?.number {
        add(
          SchemaBound(value: value, isExclusive: isExclusive, text: tree[keyword]?.canonicalText ?? ""),
          isLower: isLower)
      }
      if let value = tree[exclusive]?.number {
        add(
          SchemaBound(value: value, isExclusive: true, text: tree[exclusive]?.canonicalText ?? ""), isLower: isLower)
      }
    }
    for keyword in ["minLength", "minItems", "minProperties", "minContains"] {
      if let value = tree[keyword]?.number, value > 0 { counts[keyword] = max(counts[keyword] ?? 0, value) }
    }
    for keyword in ["maxLength", "maxItems", "maxProperties", "maxContains"] {
      if let value = tree[keyword]?.number { counts[keyword] = min(counts[keyword] ?? .infinity, value) }
    }
    if let value = tree["multipleOf"]?.number, value > 0 { multiples.append(value) }
    for keyword in ["pattern", "format"] {
      if let text = tree[keyword]?.string { textRules[keyword, default: []].insert(text) }
    }
  }
}
