import Readiness

// Which event a schema is of, and which version of it. Registries write it in many ways: `order.created.v2.json`,
// `order.created/2.0.0.json`, `v2/order.created.json`, `OrderCreatedV2.json`, SchemaVer's `order_created/jsonschema/1-0-0`. A
// schema may say it inside as well. What tells first, counts: the path, `$id`, `x-version` or `version`, then the value to which
// `schema_version` is fixed.

/// A name with the version that was cut off it.
struct VersionedName: Hashable {
  /// Folders and the file's stem, without the version; empty where the version is all there is.
  var name: String
  var version: SchemaVersion?

  /// - Parameter path: relative to the registry.
  init(path: String) {
    var parts = path.split(separator: "/").map(String.init)
    var stem = parts.popLast() ?? ""
    for ending in [".json", ".schema", ".jsonschema"] where stem.hasSuffix(ending) && stem != ending {
      stem = String(stem.dropLast(ending.utf8.count))
    }
    if let whole = SchemaVersion(stem) {
      version = whole
      stem = ""
    } else if let (rest, found) = Self.cut(stem) {
      version = found
      stem = rest
    } else if let index = parts.lastIndex(where: Self.isVersionFolder) {
      version = SchemaVersion(parts[index])
      parts.remove(at: index)
    }
    if version != nil { parts.removeAll(where: Self.formatFolders.contains) }
    if !stem.isEmpty, parts.isEmpty || (parts.last != stem && !Self.plainStems.contains(stem)) { parts.append(stem) }
    name = parts.joined(separator: "/")
  }

  private static let plainStems: Set<String> = ["schema", "event", "index", "payload"]
  private static let formatFolders: Set<String> = ["jsonschema"]

  private static func isVersionFolder(_ name: String) -> Bool {
    guard let version = SchemaVersion(name) else { return false }
    return name.first == "v" || name.first == "V" || version.numbers.count > 1 || name.contains(".")
  }

  /// `order.created.v2` as a name and a version.
  private static func cut(_ stem: String) -> (String, SchemaVersion)? {
    let characters = Array(stem)
    for index in characters.indices.dropFirst() where "._-@".contains(characters[index]) {
      let tail = String(characters[(index + 1)...])
      guard let version = SchemaVersion(tail) else { continue }
      let isMarked = tail.first == "v" || tail.first == "V" || ".@".contains(characters[index])
      if isMarked || tail.contains(where: { ".-".contains($0) }) { return (String(characters[..<index]), version) }
    }
    // `OrderCreatedV2`.
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = stem.dropLast(digits)
    if digits > 0, head.last == "V", head.dropLast().last?.isLowercase == true,
      let version = SchemaVersion(stem.suffix(digits))
    {
      return (String(head.dropLast()), version)
    }
    // `v2.order.created`.
    if let end = characters.firstIndex(where: { "._-@".contains($0) }), characters[0] == "v",
      let version = SchemaVersion(String(characters[..<end])), end + 1 < characters.count
    {
      return (String(characters[(end + 1)...]), version)
    }
    return nil
  }
}

/// What a schema says of its name and version.
struct SchemaIdentity {
  /// By its path.
  var name: String
  /// What `event_type` is fixed to.
  var eventType: String?
  var version: SchemaVersion?
  var otherVersion: OtherVersion?

  /// - Parameter path: relative to the registry.
  init(path: String, tree: JSONTree, node: SchemaNode, library: SchemaLibrary) {
    let own = VersionedName(path: path)
    var claims: [(place: String, version: SchemaVersion)] = []
    if let version = own.version { claims.append((path, version)) }
    var idName = ""
    if let id = tree["$id"]?.string ?? tree["id"]?.string {
      let parts = SplitReference(id).address.split { $0 == "/" || $0 == ":" }.suffix(2)
      let named = VersionedName(path: parts.joined(separator: "/"))
      idName = named.name.split(separator: "/").last.map(String.init) ?? ""
      if let version = named.version { claims.append(("$id", version)) }
    }
    for name in ["x-version", "x-schema-version", "version", "schemaVersion"] {
      if let version = Self.version(tree[name]) { claims.append((name, version)) }
    }
    if let version = Self.version(tree["self"]?["version"]) { claims.append(("self.version", version)) }
    // One that is only referred to is the envelope's own.
    if let text = library.fixedText(of: "schema_version", in: node, ownOnly: true),
      let version = SchemaVersion(text)
    {
      claims.append(("schema_version", version))
    }
    if claims.isEmpty, let text = library.fixedText(of: "schema_version", in: node),
      let version = SchemaVersion(text)
    {
      claims.append(("schema_version", version))
    }
    version = claims.first?.version
    for claim in claims.dropFirst() {
      guard let known = version else { break }
      if !known.agrees(with: claim.version) {
        otherVersion = otherVersion ?? OtherVersion(text: claim.version.text, place: claim.place)
      } else if claim.version.text.utf8.count > known.text.utf8.count {
        version = claim.version
      }
    }
    name = own.name.isEmpty ? idName : own.name
    eventType = library.fixedText(of: "event_type", in: node)
  }

  private static func version(_ value: JSONTree?) -> SchemaVersion? {
    switch value?.kind {
    case .string(let text)?, .number(let text)?: SchemaVersion(text)
    default: nil
    }
  }
}
