// Of every (suite, asset) only the newest run decides; older ones are its history. An entry that names neither is its own.

/// The checkpoints of a workspace at a moment, unordered.
struct CheckpointSelection {
  var checkpoints: [Checkpoint] = []
  var findings: [Finding] = []
  var nextChange: Instant?

  init(_ workspace: Workspace, now: Instant) {
    var groups: [String: [ValidationResult]] = [:]
    var order: [String] = []
    for result in workspace.results {
      if let time = result.runTime?.instant, time > now {
        nextChange = min(nextChange ?? time, time)
        findings.append(
          Finding(
            .futureResult, .v0,
            Wording("a result of the future: ignored until then", "نتيجة من المستقبل: لا تُحتسب قبل أوانها"),
            at: SourceLocation(path: result.path)))
        continue
      }
      let key =
        result.suite == nil && result.asset == nil
        ? "path\0\(result.path)\0\(result.position)" : "name\0\(result.suite ?? "")\0\(result.asset ?? "")"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(result)
    }
    let sensitive = SensitiveColumns(workspace.configuration)
    for key in order {
      guard let runs = groups[key], let checkpoint = checkpoint(of: runs, workspace.configuration, sensitive, now)
      else {
        continue
      }
      checkpoints.append(checkpoint)
    }
  }

  private mutating func checkpoint(
    of runs: [ValidationResult], _ configuration: Configuration, _ sensitive: SensitiveColumns, _ now: Instant
  ) -> Checkpoint? {
    let timed = runs.filter { $0.runTime != nil }.sorted {
      ($0.runTime?.instant ?? now, $0.path, $0.position) < ($1.runTime?.instant ?? now, $1.path, $1.position)
    }
    // Nobody knows when a run without a time was: a failure among them counts, so that nothing newer hides it.
    let untimed = runs.filter { $0.runTime == nil }
    // Of two that claim the same newest moment the failed one counts.
    let latest = timed.filter { $0.runTime?.instant == timed.last?.runTime?.instant }
    let newestTimed = latest.last(where: \.hasFailed) ?? latest.last
    guard let newest = untimed.first(where: \.hasFailed) ?? newestTimed ?? untimed.last else { return nil }
    // A run stands in several files where it was copied: it is no history of itself.
    let history = timed.filter { $0.runTime?.instant != newest.runTime?.instant }.map {
      PastRun(
        runTime: $0.runTime, success: !$0.hasFailed, evaluated: $0.evaluated, unsuccessful: $0.unsuccessful,
        path: $0.path)
    }
    var checkpoint = Checkpoint(id: checkpointID(newest), result: newest, history: history)
    if newest.hasFailed {
      let derived = derivedSeverity(of: newest, configuration, sensitive)
      checkpoint.severity = derived.severity
      checkpoint.rule = derived.rule
      checkpoint.failedSeverities = derived.each
    }
    if let time = newest.runTime?.instant {
      let age = now.seconds(since: time)
      checkpoint.isOld = age > configuration.maxAge
      if !checkpoint.isOld {
        let moment = time.advanced(bySeconds: configuration.maxAge).advanced(bySeconds: 1)
        nextChange = min(nextChange ?? moment, moment)
      }
    }
    return checkpoint
  }
}

extension ValidationResult {
  /// A result that does not say that it succeeded has failed; a raised exception proved nothing.
  var hasFailed: Bool { success != true || unsuccessful > 0 || exceptions > 0 || !failed.isEmpty }
}

/// `GX-` and the first 12 hex digits of SHA-256(suite, NUL, asset), or of the path where both are unknown.
private func checkpointID(_ result: ValidationResult) -> String {
  let name =
    result.suite == nil && result.asset == nil
    ? result.path + (result.position > 0 ? "#\(result.position)" : "") : "\(result.suite ?? "")\0\(result.asset ?? "")"
  return "GX-" + sha256Hex(name.utf8).prefix(12)
}

/// The severity of a failed result by the rules of §2: PII first, then who consumes the data, then GX's own severity.
func derivedSeverity(
  of result: ValidationResult, _ configuration: Configuration, _ sensitive: SensitiveColumns
) -> (severity: Severity, rule: DerivationRule, each: [Severity]) {
  let base = consumption(of: result.asset ?? result.suite, configuration)
  func isRegulated(_ sensitivity: String?) -> Bool { sensitivity.map { folded($0) } == "s3" }
  let isSuiteSensitive = isRegulated(result.sensitivity)
  func derive(_ failed: FailedExpectation) -> (Severity, DerivationRule) {
    if isSuiteSensitive || isRegulated(failed.sensitivity) || failed.columns.contains(where: sensitive.contains) {
      return (.v3, .pii)
    }
    switch failed.gxSeverity {
    case .info: return (.v0, .info)
    case .warning where base.0 > .v1: return (.v1, .warning)
    default: return base
    }
  }
  let each = result.failed.map(derive)
  // A failure that the file counts but does not list lowers nothing: nobody knows what it was.
  let isPartial = each.isEmpty || result.unsuccessful > each.count
  let unlisted: (Severity, DerivationRule) = isSuiteSensitive ? (.v3, .pii) : base
  let worst =
    (each + (isPartial ? [unlisted] : [])).enumerated().max {
      ($0.element.0, $1.offset) < ($1.element.0, $0.offset)
    }?.element ?? unlisted
  return (worst.0, worst.1, each.map(\.0))
}

private func consumption(of asset: String?, _ configuration: Configuration) -> (Severity, DerivationRule) {
  let name = folded(asset ?? "")
  guard let consumers = entry(of: configuration.consumers, for: name) else {
    return (.v2, .consumersUnknown)
  }
  if consumers.customerReports || consumers.models { return (.v2, .consumed) }
  return consumers.isInternal ? (.v1, .consumedInternally) : (.v2, .consumersUnknown)
}

/// The value under a key that folds to `name`; the first in order where several do, so that the answer is always the same.
func entry<Value>(of dictionary: [String: Value], for name: String) -> Value? {
  dictionary.keys.filter { folded($0) == name }.min().flatMap { dictionary[$0] }
}
