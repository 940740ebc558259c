// The severity of a failed result: PII first, then who consumes the data, then GX's own severity, which only lowers.

/// Derives the severity of failed results under one configuration.
struct SeverityDerivation {
  private let consumers: FoldedKeys<Configuration.Consumers>
  /// Who consumes what the configuration does not name.
  private let lineage: LineageConsumers?
  private var derived: [String: Configuration.Consumers?] = [:]
  private let sensitive: SensitiveColumns
  /// What is known of the columns seen so far: thousands of results name the same few.
  private var answers: [String: Bool] = [:]

  init(_ configuration: Configuration, _ lineage: LineageGraph? = nil) {
    self.lineage = lineage.map { LineageConsumers($0, configured: configuration.consumers) }
    consumers = FoldedKeys(configuration.consumers)
    sensitive = SensitiveColumns(configuration)
  }

  /// The worst of a result's failures, the rule that made it so, and each failure's own severity.
  mutating func severity(of result: ValidationResult) -> (severity: Severity, rule: DerivationRule, each: [Severity]) {
    let base = consumption(of: result.asset ?? result.suite)
    let isSuiteSensitive = isRegulated(result.sensitivity)
    var each: [(Severity, DerivationRule)] = []
    for failed in result.failed { each.append(isSuiteSensitive ? (.v3, .pii) : severity(of: failed, base)) }
    // A failure that the file counts but does not list lowers nothing: nobody knows what it was.
    let isPartial = each.isEmpty || result.unsuccessful > each.count
    let unlisted: (Severity, DerivationRule) = isSuiteSensitive ? (.v3, .pii) : base
    let worst = (each + (isPartial ? [unlisted] : [])).enumerated().max {
      ($0.element.0, $1.offset) < ($1.element.0, $0.offset)
    }
    return (worst?.element.0 ?? unlisted.0, worst?.element.1 ?? unlisted.1, each.map(\.0))
  }

  private mutating func severity(
    of failed: FailedExpectation, _ base: (Severity, DerivationRule)
  ) -> (Severity, DerivationRule) {
    if isRegulated(failed.sensitivity) { return (.v3, .pii) }
    for column in failed.columns where isSensitive(column) { return (.v3, .pii) }
    switch failed.gxSeverity {
    case .info: return (.v0, .info)
    case .warning where base.0 > .v1: return (.v1, .warning)
    default: return base
    }
  }

  private mutating func isSensitive(_ column: String) -> Bool {
    if let answer = answers[column] { return answer }
    let answer = sensitive.contains(column)
    answers[column] = answer
    return answer
  }

  private func isRegulated(_ sensitivity: String?) -> Bool { sensitivity.map { folded($0) } == "s3" }

  private mutating func consumption(of asset: String?) -> (Severity, DerivationRule) {
    guard let consumers = consumers[asset ?? ""] ?? consumersByLineage(of: asset) else {
      return (.v2, .consumersUnknown)
    }
    if consumers.customerReports || consumers.models { return (.v2, .consumed) }
    return consumers.isInternal ? (.v1, .consumedInternally) : (.v2, .consumersUnknown)
  }
}

extension SeverityDerivation {
  private mutating func consumersByLineage(of asset: String?) -> Configuration.Consumers? {
    guard let lineage, let asset else { return nil }
    if let known = derived[asset] { return known }
    let found = lineage.derived(for: asset)?.consumers
    derived[asset] = .some(found)
    return found
  }
}

/// Values by names that are the same where they fold to the same.
struct FoldedKeys<Value> {
  private var values: [String: Value] = [:]

  /// Of several keys that fold together the first in order counts, so that the answer is always the same.
  init(_ dictionary: [String: Value]) {
    for (key, value) in dictionary.sorted(by: { $0.key > $1.key }) { values[folded(key)] = value }
  }

  subscript(name: String) -> Value? { values[folded(name)] }
}
