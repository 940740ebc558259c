// Of every (suite, asset) only the newest run decides; older ones are its history. An entry that names neither is its own.

/// The checkpoints of a workspace at a moment, unordered.
struct CheckpointSelection {
  var checkpoints: [Checkpoint] = []
  var findings: [Finding] = []
  var nextChange: Instant?

  init(_ workspace: Workspace, _ lineage: LineageGraph? = nil, now: Instant) {
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
    var derivation = SeverityDerivation(workspace.configuration, lineage)
    for key in order {
      let runs = groups[key] ?? []
      guard let checkpoint = checkpoint(of: runs, &derivation, workspace.configuration.maxAge, now) else { continue }
      checkpoints.append(checkpoint)
    }
  }

  private mutating func checkpoint(
    of runs: [ValidationResult], _ derivation: inout SeverityDerivation, _ maxAge: Int64, _ now: Instant
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
      let derived = derivation.severity(of: newest)
      checkpoint.severity = derived.severity
      checkpoint.rule = derived.rule
      checkpoint.failedSeverities = derived.each
    }
    checkpoint.spell = FailureSpell(newest: newest, timed: timed, &derivation)
    if let time = newest.runTime?.instant {
      let age = now.seconds(since: time)
      checkpoint.isOld = age > maxAge
      if !checkpoint.isOld {
        let moment = time.advanced(bySeconds: maxAge).advanced(bySeconds: 1)
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
