import Readiness

// All schemas of a registry, so that a reference finds its target: within its document (`#/$defs/x`, `#anchor`), in another
// file, or by `$id`. A place in a document is told by its JSON pointer (RFC 6901), which tells two places apart however alike
// they look: references in a circle end by it.

/// A parsed schema file.
struct SchemaDocument {
  /// Relative to the workspace.
  var path: String
  var tree: JSONTree
}

/// A place in a document where a schema stands.
struct SchemaNode: Hashable {
  var document: Int
  var pointer: String
}

struct SchemaLibrary {
  private struct Place {
    var tree: JSONTree
    /// Of `resources`.
    var resource: Int
  }

  /// What an `$id` or a file begins: the base of the references within.
  private struct Resource {
    var root: SchemaNode
    /// The addresses by which it is known; references are tried from each.
    var addresses: [String]
  }

  struct Reference {
    var text: String
    var from: SchemaNode
    var line: Int
  }

  private(set) var documents: [SchemaDocument] = []
  private var places: [[String: Place]] = []
  private var resources: [Resource] = []
  private var byAddress: [String: SchemaNode] = [:]
  /// By resource, then by name.
  private var anchors: [[String: SchemaNode]] = []
  private(set) var references: [[Reference]] = []

  /// The address of a file of the workspace.
  static func address(of path: String) -> String { "file:///\(path)" }

  mutating func add(_ document: SchemaDocument) {
    let index = documents.count
    documents.append(document)
    places.append([:])
    references.append([])
    resources.append(Resource(root: SchemaNode(document: index, pointer: ""), addresses: []))
    anchors.append([:])
    let own = resources.count - 1
    learn(Self.address(of: document.path), own)
    walk(document.tree, in: index, resource: own)
  }

  func tree(_ node: SchemaNode) -> JSONTree? { places[node.document][node.pointer]?.tree }

  // MARK: Finding

  enum Target: Hashable {
    case found(SchemaNode)
    /// The schema of schemas, which everybody knows.
    case metaSchema
    case missing
  }

  func target(of reference: String, from node: SchemaNode) -> Target {
    guard let place = places[node.document][node.pointer] else { return .missing }
    let split = SplitReference(reference)
    if split.address.isEmpty { return inside(place.resource, split.fragment) }
    for base in resources[place.resource].addresses {
      let address = resolvedAddress(split.address, from: base)
      if let root = byAddress[address], let resource = places[root.document][root.pointer]?.resource {
        return inside(resource, split.fragment)
      }
      if address.hasPrefix("http://json-schema.org/") || address.hasPrefix("https://json-schema.org/") {
        return .metaSchema
      }
    }
    return .missing
  }

  /// The files of the workspace that a reference could mean and the library does not hold.
  func missingFiles(of document: Int) -> [String] {
    references[document].compactMap { reference in
      guard target(of: reference.text, from: reference.from) == .missing else { return nil }
      let split = SplitReference(reference.text)
      guard !split.address.isEmpty, scheme(of: split.address) == nil else { return nil }
      let address = resolvedAddress(split.address, from: Self.address(of: documents[document].path))
      return String(address.dropFirst("file:///".utf8.count))
    }
  }

  private func inside(_ resource: Int, _ fragment: String?) -> Target {
    let root = resources[resource].root
    guard let fragment, !fragment.isEmpty else { return .found(root) }
    if fragment.hasPrefix("/") {
      let node = SchemaNode(document: root.document, pointer: root.pointer + fragment)
      return places[node.document][node.pointer] == nil ? .missing : .found(node)
    }
    return anchors[resource][fragment].map { .found($0) } ?? .missing
  }

  // MARK: Walking

  private mutating func learn(_ address: String, _ resource: Int) {
    resources[resource].addresses.append(address)
    // The first of two that call themselves alike.
    if byAddress[address] == nil { byAddress[address] = resources[resource].root }
  }

  private struct Step {
    var tree: JSONTree
    var pointer: String
    var resource: Int
    /// Its members are schemas by name: a property may be called `$id` or `default`.
    var isMap: Bool
  }

  /// Every object, list and boolean gets its pointer: a reference may lead to any, also below a word that is no keyword.
  private mutating func walk(_ tree: JSONTree, in document: Int, resource: Int) {
    let isDraft4 = SchemaDialect(tree["$schema"]?.string) == .draft4
    var waiting = [Step(tree: tree, pointer: "", resource: resource, isMap: false)]
    while var step = waiting.popLast() {
      let node = SchemaNode(document: document, pointer: step.pointer)
      if !step.isMap { note(step.tree, node, &step.resource, isDraft4: isDraft4) }
      places[document][step.pointer] = Place(tree: step.tree, resource: step.resource)
      func add(_ tree: JSONTree, _ name: String, isMap: Bool) {
        switch tree.kind {
        case .object, .array, .bool:
          waiting.append(
            Step(tree: tree, pointer: "\(step.pointer)/\(name)", resource: step.resource, isMap: isMap))
        default: break
        }
      }
      for member in step.tree.members where step.isMap || !valueKeywords.contains(member.name) {
        let shape = step.isMap ? nil : schemaKeywords[member.name]
        add(member.value, escaped(member.name), isMap: shape == .schemaMap || shape == .dependencies)
      }
      for (index, element) in step.tree.elements.enumerated() { add(element, String(index), isMap: false) }
    }
    references[document].sort { ($0.line, $0.from.pointer) < ($1.line, $1.from.pointer) }
  }

  /// What a schema is called and what it refers to.
  private mutating func note(_ tree: JSONTree, _ node: SchemaNode, _ resource: inout Int, isDraft4: Bool) {
    guard tree.isObject else { return }
    if let id = (tree["$id"] ?? (isDraft4 ? tree["id"] : nil))?.string, !id.isEmpty {
      resource = take(id, node, resource)
    }
    for name in ["$anchor", "$dynamicAnchor"] {
      if let anchor = tree[name]?.string, anchors[resource][anchor] == nil { anchors[resource][anchor] = node }
    }
    for name in referenceKeywords {
      if let text = tree[name]?.string, let line = tree[name]?.line {
        references[node.document].append(Reference(text: text, from: node, line: line))
      }
    }
  }

  /// The resource that an `$id` begins, or the one it is an anchor of (`#name`, as drafts 4 to 7 have it).
  private mutating func take(_ id: String, _ node: SchemaNode, _ outer: Int) -> Int {
    let split = SplitReference(id)
    if split.address.isEmpty {
      if let name = split.fragment, !name.isEmpty, anchors[outer][name] == nil { anchors[outer][name] = node }
      return outer
    }
    let addresses = resources[outer].addresses.map { resolvedAddress(split.address, from: $0) }
    guard !node.pointer.isEmpty else {
      for address in addresses.reversed() where !resources[outer].addresses.contains(address) {
        learn(address, outer)
        // What it calls itself comes before where it lies.
        resources[outer].addresses.swapAt(0, resources[outer].addresses.count - 1)
      }
      return outer
    }
    resources.append(Resource(root: node, addresses: []))
    anchors.append([:])
    for address in addresses where !resources[resources.count - 1].addresses.contains(address) {
      learn(address, resources.count - 1)
    }
    return resources.count - 1
  }
}

/// A dynamic reference is followed to where it leads without a context.
let referenceKeywords = ["$ref", "$dynamicRef", "$recursiveRef"]

/// Their values are data: what looks like a schema in them is none.
private let valueKeywords: Set<String> = ["const", "enum", "default", "examples"]

/// A name as a step of a JSON pointer.
func escaped(_ name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
  var result = ""
  for character in name.unicodeScalars {
    switch character {
    case "~": result += "~0"
    case "/": result += "~1"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
