import Readiness

// What a new version of a schema takes from the one before. Both are walked together, property by property; a rule counts only
// where the old schema admits values that it touches (a minimum says nothing of texts). New optional properties, more types and
// values, looser bounds and new texts for people are no break.
//
// Whether one schema admits less than another cannot always be told (`not`, `if`): there, what differs counts as narrower.

struct SchemaComparison {
  private(set) var changes: [SchemaChange] = []
  private(set) var isPartial = false

  private let library: SchemaLibrary
  /// The document whose lines are told.
  private let document: Int
  /// How many places were compared.
  private(set) var steps = 0
  private let limit: Int
  /// Pairs of places, with whether one narrows the other; nil while that is being found out: in a circle nothing new comes.
  private var known: [Pair: Bool?] = [:]

  private struct Pair: Hashable {
    var old: [SchemaNode]
    var new: [SchemaNode]
  }

  /// Far more than any event has properties.
  private static let stepLimit = 5_000
  private static let depthLimit = 48
  private static let changeLimit = 200

  /// Properties that name the version itself, so that they change with it.
  private static let versionProperties: Set<String> = [
    "schema_version", "schemaVersion", "event_version", "eventVersion", "version",
  ]

  /// - Parameter budget: how many places may be compared.
  init(_ library: SchemaLibrary, from old: SchemaNode, to new: SchemaNode, budget: Int = .max) {
    self.library = library
    limit = min(Self.stepLimit, budget)
    document = new.document
    _ = compare([old], [new], path: "", depth: 0)
  }

  // MARK: Walking

  /// Notes what is narrower; whether anything is.
  private mutating func compare(_ old: [SchemaNode], _ new: [SchemaNode], path: String, depth: Int) -> Bool {
    let pair = Pair(old: old, new: new)
    if let narrows = known[pair], narrows != true { return false }
    steps += 1
    guard steps <= limit, depth <= Self.depthLimit, changes.count < Self.changeLimit else {
      isPartial = true
      return false
    }
    known[pair] = .some(nil)
    let count = changes.count
    compare(library.effective(old), library.effective(new), path: path, depth: depth)
    known[pair] = changes.count > count
    return changes.count > count
  }

  /// Whether a comparison would note anything; it notes nothing itself.
  private mutating func narrows(_ old: EffectiveSchema, _ new: EffectiveSchema, path: String, depth: Int) -> Bool {
    steps += 1
    guard steps <= limit, depth <= Self.depthLimit else {
      isPartial = true
      return false
    }
    let before = changes
    changes = []
    compare(old, new, path: path, depth: depth)
    defer { changes = before }
    return !changes.isEmpty
  }

  private mutating func compare(_ old: EffectiveSchema, _ new: EffectiveSchema, path: String, depth: Int) {
    if old.isPartial || new.isPartial { isPartial = true }
    guard !old.isImpossible, !old.types.isEmpty else { return }
    let line = new.origin.flatMap { $0.document == document ? library.tree($0)?.line : nil }
    func note(_ kind: SchemaChange.Kind, _ place: String? = nil) -> SchemaChange {
      SchemaChange(kind, path: place ?? path, line: line)
    }
    if new.isImpossible || new.types.isEmpty { return changes.append(note(.removed)) }
    let before = changes.count
    // Of a list of values, those that are gone tell more.
    if old.allowed == nil, !old.types.isSubset(of: new.types) {
      changes.append(note(.typeNarrowed(from: old.types.names, to: new.types.names)))
    }
    let types = old.types.intersection(new.types)
    compareValues(old, new, note)
    if types.contains(.object) { compareObjects(old, new, path: path, depth: depth, note) }
    if types.contains(.array) { compareArrays(old, new, path: path, depth: depth, note) }
    // What a finite list of values may be is told by the list.
    if old.allowed == nil {
      if !types.isDisjoint(with: [.integer, .fraction]) { compareNumbers(old, new, note) }
      if types.contains(.string) { compareTexts(old, new, note) }
      compareConditions(old, new, note)
    } else if types.contains(.string) {
      compareRules(old, new, note)
    }
    // Where the rules that always hold are narrower, the choices add nothing that has to be said.
    if changes.count == before { compareChoices(old, new, path: path, depth: depth, note) }
  }

  // MARK: Rules

  private mutating func compareValues(
    _ old: EffectiveSchema, _ new: EffectiveSchema, _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    if let before = old.finiteValues {
      let gone = before.filter { text, value in
        old.admits(value) && !(new.allowed.map { $0[text] != nil } ?? true && new.admits(value))
      }
      // What `types` says already.
      let told = old.allowed == nil ? gone.filter { new.types.contains(SchemaTypes(of: $0.value)) } : gone
      if !told.isEmpty { changes.append(note(.valuesRemoved(told.values.map(shown).sorted()), nil)) }
    } else if let allowed = new.allowed, !old.types.isDisjoint(with: new.types) {
      changes.append(note(.valuesFixed(allowed.values.map(shown).sorted()), nil))
    }
  }

  private func shown(_ value: JSONTree) -> String { value.string ?? value.canonicalText }

  private mutating func compareObjects(
    _ old: EffectiveSchema, _ new: EffectiveSchema, path: String, depth: Int,
    _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    for name in new.required.subtracting(old.required).sorted() { changes.append(note(.required, place(name))) }
    for (name, needed) in new.dependentRequired.sorted(by: { $0.key < $1.key }) {
      let more = needed.subtracting(old.dependentRequired[name] ?? []).subtracting(old.required)
      if !more.isEmpty { changes.append(note(.condition(keyword: "dependentRequired"), place(name))) }
    }
    for (name, nodes) in old.properties.sorted(by: { $0.key < $1.key }) {
      if path.isEmpty, Self.versionProperties.contains(name) { continue }
      if let newNodes = new.properties[name] {
        _ = compare(nodes, newNodes, path: place(name), depth: depth + 1)
      } else if !library.effective(nodes).isImpossible, !isInSomeChoice(name, of: new) {
        changes.append(note(.removed, place(name)))
      }
    }
    if let rest = old.additional, !library.effective(rest).isImpossible {
      for (name, nodes) in new.properties.sorted(by: { $0.key < $1.key }) where old.properties[name] == nil {
        _ = compare(rest, nodes, path: place(name), depth: depth + 1)
      }
    }
    for (pattern, nodes) in new.patternProperties.sorted(by: { $0.key < $1.key }) {
      let name = place("/\(pattern)/")
      if let oldNodes = old.patternProperties[pattern] {
        _ = compare(oldNodes, nodes, path: name, depth: depth + 1)
      } else if old.additional == nil, library.effective(nodes).isRestricting {
        changes.append(note(.condition(keyword: "patternProperties"), name))
      }
    }
    if new.additional != nil {
      for pattern in old.patternProperties.keys.sorted() where new.patternProperties[pattern] == nil {
        changes.append(note(.removed, place("/\(pattern)/")))
      }
    }
    compareRest(old.additional, new.additional, path: place("*"), depth: depth) { note(.closed, nil) }
    compareCounts(["minProperties", "maxProperties"], old, new, note)
  }

  private mutating func compareArrays(
    _ old: EffectiveSchema, _ new: EffectiveSchema, path: String, depth: Int,
    _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    for index in 0..<max(old.prefix.count, new.prefix.count) {
      let before = index < old.prefix.count ? old.prefix[index] : old.items ?? []
      let after = index < new.prefix.count ? new.prefix[index] : new.items ?? []
      _ = compare(before, after, path: "\(path)[\(index)]", depth: depth + 1)
    }
    if let items = new.items { _ = compare(old.items ?? [], items, path: "\(path)[]", depth: depth + 1) }
    compareCounts(["minItems", "maxItems", "minContains", "maxContains"], old, new, note)
    if new.isUnique, !old.isUnique { changes.append(note(.bound(keyword: "uniqueItems", from: nil, to: "true"), nil)) }
  }

  /// What is not listed: nil is anything.
  private mutating func compareRest(
    _ old: [SchemaNode]?, _ new: [SchemaNode]?, path: String, depth: Int, closed: () -> SchemaChange
  ) {
    guard let new else { return }
    guard let old else { return changes.append(closed()) }
    if library.effective(old).isImpossible { return }
    if library.effective(new).isImpossible { return changes.append(closed()) }
    _ = compare(old, new, path: path, depth: depth + 1)
  }

  private mutating func compareNumbers(
    _ old: EffectiveSchema, _ new: EffectiveSchema, _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    let isWhole = !old.types.contains(.fraction)
    for isLower in [true, false] {
      guard let after = isLower ? new.lower : new.upper else { continue }
      let before = isLower ? old.lower : old.upper
      if let before {
        let (left, right) = (before.closed(isWhole, isLower: isLower), after.closed(isWhole, isLower: isLower))
        let isTighter =
          left.value == right.value
          ? right.isExclusive && !left.isExclusive : (isLower ? right.value > left.value : right.value < left.value)
        guard isTighter else { continue }
      }
      let name = isLower ? "minimum" : "maximum"
      let keyword = after.isExclusive ? "exclusive\(name.prefix(1).uppercased())\(name.dropFirst())" : name
      changes.append(note(.bound(keyword: keyword, from: before?.text, to: after.text), nil))
    }
    for multiple in new.multiples where !(isWhole && multiple == 1) {
      let isKept = old.multiples.contains { before in
        let ratio = before / multiple
        return ratio.isFinite && abs(ratio - ratio.rounded()) < 1e-9
      }
      if !isKept {
        let before = old.multiples.first.map { JSONTree(kind: .number("\($0)"), line: 0).canonicalText }
        let after = JSONTree(kind: .number("\(multiple)"), line: 0).canonicalText
        changes.append(note(.bound(keyword: "multipleOf", from: before, to: after), nil))
      }
    }
  }

  private mutating func compareTexts(
    _ old: EffectiveSchema, _ new: EffectiveSchema, _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    compareCounts(["minLength", "maxLength"], old, new, note)
    compareRules(old, new, note)
  }

  private mutating func compareRules(
    _ old: EffectiveSchema, _ new: EffectiveSchema, _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    for keyword in ["pattern", "format"] {
      for rule in (new.textRules[keyword] ?? []).subtracting(old.textRules[keyword] ?? []).sorted() {
        changes.append(note(.textRule(keyword: keyword, rule), nil))
      }
    }
  }

  private mutating func compareCounts(
    _ keywords: [String], _ old: EffectiveSchema, _ new: EffectiveSchema,
    _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    for keyword in keywords {
      guard let after = new.counts[keyword] else { continue }
      let before = old.counts[keyword]
      let isTighter = before.map { keyword.hasPrefix("min") ? after > $0 : after < $0 } ?? true
      func text(_ value: Double) -> String { JSONTree(kind: .number("\(value)"), line: 0).canonicalText }
      if isTighter { changes.append(note(.bound(keyword: keyword, from: before.map(text), to: text(after)), nil)) }
    }
  }

  private mutating func compareConditions(
    _ old: EffectiveSchema, _ new: EffectiveSchema, _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    for (keyword, values) in new.conditions.sorted(by: { $0.key < $1.key }) {
      if !values.isSubset(of: old.conditions[keyword] ?? []) { changes.append(note(.condition(keyword: keyword), nil)) }
    }
  }

  // MARK: Choices

  /// Every value that the old schema admits must have a choice left.
  private mutating func compareChoices(
    _ old: EffectiveSchema, _ new: EffectiveSchema, path: String, depth: Int,
    _ note: (SchemaChange.Kind, String?) -> SchemaChange
  ) {
    for choice in new.choices {
      let choices = choice.map { node in
        var part = library.effective([node])
        // What stands beside the choices has been compared; it is there whichever is taken.
        part.properties.merge(new.properties) { own, _ in own }
        part.patternProperties.merge(new.patternProperties) { own, _ in own }
        return part
      }
      let isCovered =
        old.choices.contains { before in
          if before.count > 64 || choices.count > 64 { return before.count <= choices.count }
          let parts = before.map { library.effective([$0]) }
          return allCovered(parts, by: choices, path: path, depth: depth)
        } || allCovered(old.split(), by: choices, path: path, depth: depth)
      if !isCovered { return changes.append(note(.alternatives, nil)) }
    }
    // The choices are gone: each of them must still be good.
    if new.choices.isEmpty, old.choices.count == 1, old.choices[0].count <= 64 {
      for node in old.choices[0] {
        var part = library.effective([node])
        // What always holds, holds of each of them.
        part.types.formIntersection(old.types)
        part.properties.merge(old.properties) { $0 + $1 }
        part.required.formUnion(old.required)
        part.additional = part.additional ?? old.additional
        part.items = part.items ?? old.items
        part.lower = part.lower ?? old.lower
        part.upper = part.upper ?? old.upper
        part.counts.merge(old.counts) { known, _ in known }
        part.textRules.merge(old.textRules) { $0.union($1) }
        part.conditions.merge(old.conditions) { $0.union($1) }
        if narrows(part, new, path: path, depth: depth + 1) { return changes.append(note(.alternatives, nil)) }
      }
    }
  }

  private func isInSomeChoice(_ name: String, of schema: EffectiveSchema) -> Bool {
    schema.choices.contains { choice in
      choice.count <= 64 && choice.contains { library.effective([$0]).properties[name] != nil }
    }
  }

  private mutating func allCovered(
    _ parts: [EffectiveSchema], by choices: [EffectiveSchema], path: String, depth: Int
  ) -> Bool {
    for part in parts {
      var isCovered = false
      for choice in choices where !isCovered {
        isCovered = !narrows(part, choice, path: path, depth: depth + 1)
      }
      if !isCovered { return false }
    }
    return true
  }
}

extension EffectiveSchema {
  /// The values that it admits where they can be listed.
  fileprivate var finiteValues: [String: JSONTree]? {
    if let allowed { return allowed }
    guard types.isSubset(of: [.null, .boolean]) else { return nil }
    var values: [JSONTree] = types.contains(.null) ? [JSONTree(kind: .null, line: 0)] : []
    if types.contains(.boolean) {
      values += [JSONTree(kind: .bool(true), line: 0), JSONTree(kind: .bool(false), line: 0)]
    }
    return Dictionary(values.map { ($0.canonicalText, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the types, bounds and lengths hold for a value.
  fileprivate func admits(_ value: JSONTree) -> Bool {
    guard !isImpossible, types.isSuperset(of: SchemaTypes(of: value)) else { return false }
    if let number = value.number {
      if let lower, lower.isExclusive ? number <= lower.value : number < lower.value { return false }
      if let upper, upper.isExclusive ? number >= upper.value : number > upper.value { return false }
      return multiples.allSatisfy { multiple in
        let ratio = number / multiple
        return abs(ratio - ratio.rounded()) < 1e-9
      }
    }
    if let text = value.string {
      let length = Double(text.unicodeScalars.count)
      return length >= counts["minLength"] ?? 0 && length <= counts["maxLength"] ?? .infinity
    }
    return true
  }

  /// Whether it asks for anything at all.
  fileprivate var isRestricting: Bool {
    isImpossible || types != .all || allowed != nil || !required.isEmpty || !properties.isEmpty || additional != nil
      || items != nil || lower != nil || upper != nil || !counts.isEmpty || !textRules.isEmpty || !choices.isEmpty
      || !conditions.isEmpty
  }

  /// One for each type that it admits.
  fileprivate func split() -> [EffectiveSchema] {
    SchemaTypes.single.filter { types.contains($0) }.map { type in
      var part = self
      part.types = type
      part.choices = []
      return part
    }
  }
}

extension SchemaBound {
  /// For whole numbers, above 0 is from 1 on.
  fileprivate func closed(_ isWhole: Bool, isLower: Bool) -> SchemaBound {
    guard isWhole else { return self }
    var bound = self
    let rounded = isLower ? value.rounded(.up) : value.rounded(.down)
    bound.value = isExclusive && rounded == value ? (isLower ? value + 1 : value - 1) : rounded
    bound.isExclusive = false
    return bound
  }
}
