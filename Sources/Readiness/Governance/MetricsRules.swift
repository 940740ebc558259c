// One key, one definition, one owner. Nothing here decides: these are findings, on the row for data quality.
//
// Which names in code are keys of metrics? `orders.id` may be a column, `orders.created` an event, `orders.title` a text of
// the screen. Two rules keep these apart from `orders.gmv_weekly`:
// 1. What is given to something called metric is a key, if it is shaped like the dictionary's: dotted if all keys are
//    dotted, in several words if all keys are.
// 2. A quoted name in a namespace of the dictionary (`orders.`, all up to the last dot) is a key where the same file also
//    uses a key of that namespace that the dictionary holds, or where it is a slip of the hand (two letters at most) away
//    from one.

extension MetricsDictionary {
  /// What is wrong with the dictionary, and which keys in use it does not hold.
  package func judged(now: Instant) -> Judgement {
    let findings = rowFindings() + repeatFindings() + useFindings()
    return Judgement(.dataQuality, findings: findings.withoutRepeats())
  }

  /// Keys in use that the dictionary does not hold, each with the places where it is used.
  package func unknownKeys() -> [(key: String, mentions: [MetricMention])] {
    let keys = MetricKeys(definitions)
    guard !keys.isEmpty else { return [] }
    var knownNamespaces: [String: Set<String>] = [:]
    for mention in mentions where keys.contains(mention.key) {
      guard let namespace = metricNamespace(of: mention.key) else { continue }
      knownNamespaces[mention.location.path, default: []].insert(namespace)
    }
    var order: [String] = []
    var places: [String: [MetricMention]] = [:]
    for mention in mentions where !keys.contains(mention.key) {
      guard
        keys.isMeant(mention, among: knownNamespaces[mention.location.path] ?? [])
      else { continue }
      let name = folded(mention.key)
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(mention)
    }
    return order.compactMap { name in
      places[name].flatMap { found in found.first.map { (key: $0.key, mentions: found) } }
    }
  }

  private func finding(_ code: Finding.Code, _ english: Sentence, _ arabic: Sentence, at place: SourceLocation)
    -> Finding
  {
    Finding(code, .v1, Wording(english, arabic), at: place, topic: .dataQuality)
  }

  private func rowFindings() -> [Finding] {
    var findings = ownerlessTables.map { table in
      finding(
        .metricUnowned, "the dictionary’s table has no column for the owner: add one",
        "لا عمود للمالك في جدول القاموس: أضفه", at: table.location)
    }
    for row in definitions {
      if folded(row.key).isEmpty {
        findings.append(
          finding(
            .metricUndefined, "a row of the dictionary names no metric: give it a key",
            "صف في القاموس لا يسمي مقياسًا: أعطه مفتاحًا", at: row.location))
        continue
      }
      if putsOff(row.definition) {
        findings.append(
          finding(
            .metricUndefined, "metric \(row.key) has no definition: write one",
            "المقياس \(row.key) بلا تعريف: اكتب تعريفه", at: row.location))
      }
      if let owner = row.owner, putsOff(owner) || hasGap(owner) {
        findings.append(
          finding(
            .metricUnowned, "metric \(row.key) has no owner: name one", "المقياس \(row.key) بلا مالك: عيّن مالكًا له",
            at: row.location))
      }
    }
    return findings
  }

  private func repeatFindings() -> [Finding] {
    var first: [String: MetricDefinition] = [:]
    var findings: [Finding] = []
    for row in definitions {
      let name = folded(row.key)
      guard !name.isEmpty else { continue }
      guard let earlier = first[name] else {
        first[name] = row
        continue
      }
      let place = earlier.location.description
      findings.append(
        finding(
          .metricDuplicate, "metric \(row.key) stands in the dictionary twice, first at \(place): keep one",
          "المقياس \(row.key) مكرر في القاموس، وأوله في \(place): أبقِ واحدًا", at: row.location))
    }
    for row in others {
      guard let known = first[folded(row.key)] else { continue }
      let place = known.location.description
      findings.append(
        finding(
          .metricRedefined, "metric \(row.key) is defined a second time: link to \(place) instead",
          "المقياس \(row.key) معرّف مرة ثانية: أحِل إلى \(place) بدلًا من ذلك", at: row.location))
    }
    return findings
  }

  private func useFindings() -> [Finding] {
    let keys = definitions.map(\.key)
    return unknownKeys().compactMap { key, mentions in
      guard let first = mentions.first else { return nil }
      let more = mentions.count - 1
      let others = PluralForms(
        zero: "", one: " (وموضع آخر)", two: " (وموضعان آخران)", few: " (و\(more) مواضع أخرى)",
        many: " (و\(more) موضعًا آخر)", other: " (و\(more) موضع آخر)")
      let english = more == 0 ? "" : more == 1 ? " (and 1 more place)" : " (and \(more) more places)"
      let meant = nearestWord(to: key, of: keys).map { (" — \($0)?", "، أهو \($0)؟") } ?? ("", "")
      return finding(
        .metricUnknown, "metric \(key) is used but not in the dictionary\(english): define it\(meant.0)",
        "المقياس \(key) مستخدم وليس في القاموس\(others.form(for: more)): عرّفه\(meant.1)", at: first.location)
    }
  }
}

/// `orders` of `orders.gmv_daily`, folded; nil for a key without a dot.
package func metricNamespace(of key: String) -> String? {
  let name = folded(key)
  return name.lastIndex(of: ".").map { String(name[..<$0]) }
}

/// What the keys of a dictionary have in common.
private struct MetricKeys {
  private let names: Set<String>
  private let namespaces: [String: [[Unicode.Scalar]]]
  private let areDotted: Bool
  private let areCompound: Bool

  init(_ definitions: [MetricDefinition]) {
    names = Set(definitions.map { folded($0.key) }.filter { !$0.isEmpty })
    areDotted = names.allSatisfy { $0.contains(".") }
    areCompound = names.allSatisfy { $0.contains { "._-".contains($0) } }
    namespaces = Dictionary(grouping: names) { metricNamespace(of: $0) ?? "" }
      .mapValues { $0.sorted().map { Array($0.unicodeScalars) } }
  }

  var isEmpty: Bool { names.isEmpty }

  func contains(_ key: String) -> Bool { names.contains(folded(key)) }

  func isMeant(_ mention: MetricMention, among knownNamespaces: Set<String>) -> Bool {
    let name = folded(mention.key)
    if mention.isNamed {
      return areDotted ? name.contains(".") : !areCompound || name.contains { "._-".contains($0) }
    }
    guard let namespace = metricNamespace(of: name), let family = namespaces[namespace] else { return false }
    if knownNamespaces.contains(namespace) { return true }
    let written = Array(name.unicodeScalars)
    return written.count <= 128
      && family.contains { abs($0.count - written.count) <= 2 && editDistance($0, written) <= 2 }
  }
}
