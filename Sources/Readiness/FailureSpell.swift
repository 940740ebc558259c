// A checkpoint fails, fails again, is repaired, passes; weeks later it fails anew. Each unbroken spell of failures is one
// incident: it opens with the spell's first run, lasts while runs fail and is resolved by the run that passes. What people
// did in an earlier spell says nothing of a later one.

/// An unbroken spell of failing runs of one checkpoint.
package struct FailureSpell: Hashable, Sendable {
  /// The time of its first run; nil where the failing result names none.
  package var began: Timestamp?
  /// What calmed the incident counts only where it was done no earlier than this; nil: always.
  package var countsFrom: Instant?
  /// Of its newest run.
  package var severity: Severity
  package var rule: DerivationRule
  package var path: String
  /// The run that passed and so ended it; nil while it lasts.
  package var endedBy: PastRun?
}

extension FailureSpell {
  /// The last spell of a checkpoint; nil where no run failed.
  ///
  /// - Parameters:
  ///   - newest: the run that decides.
  ///   - timed: the runs whose time is known, oldest first.
  init?(newest: ValidationResult, timed: [ValidationResult], _ derivation: inout SeverityDerivation) {
    let runs = Self.moments(timed)
    guard newest.hasFailed else {
      guard newest.runTime != nil, let last = runs.lastIndex(where: \.hasFailed), last + 1 < runs.count else {
        return nil
      }
      self.init(runs, endingAt: last, failed: runs[last], &derivation)
      let run = runs[last + 1]
      endedBy = PastRun(
        runTime: run.runTime, success: true, evaluated: run.evaluated, unsuccessful: run.unsuccessful, path: run.path)
      return
    }
    if newest.runTime != nil {
      self.init(runs, endingAt: runs.count - 1, failed: newest, &derivation)
    } else {
      // Nobody knows when it failed: at least what was done before a run passed says nothing of it.
      let derived = derivation.severity(of: newest)
      self.init(
        countsFrom: runs.last { !$0.hasFailed }?.runTime?.instant, severity: derived.severity, rule: derived.rule,
        path: newest.path)
    }
  }

  private init(
    _ runs: [ValidationResult], endingAt end: Int, failed: ValidationResult, _ derivation: inout SeverityDerivation
  ) {
    let start = runs[...end].lastIndex { !$0.hasFailed }.map { $0 + 1 } ?? 0
    let derived = derivation.severity(of: failed)
    let began = runs[start].runTime
    self.init(
      began: began, countsFrom: began?.instant, severity: derived.severity, rule: derived.rule, path: failed.path)
  }

  /// One run for each moment: of several that claim the same one the failed counts.
  private static func moments(_ timed: [ValidationResult]) -> [ValidationResult] {
    var runs: [ValidationResult] = []
    for run in timed {
      if let last = runs.last, last.runTime?.instant == run.runTime?.instant {
        if run.hasFailed || !last.hasFailed { runs[runs.count - 1] = run }
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}

extension Checkpoint {
  /// The incident that it makes, with what people did about it; nil where it makes none of its own.
  func incident(in fold: EventFold) -> Incident? {
    let opened = fold.incidents[id]
    // Where somebody opened it by hand it is still one incident, and no passing run resolves what a person opened.
    if succeeded, opened != nil { return nil }
    return incident(events: (fold.derivedEvents[id] ?? []) + (opened?.history ?? []))
  }

  /// While its newest run fails it is open, whatever an event says, and at least as grave as the run; once one passes it
  /// is resolved, whatever an event says.
  private func incident(events: [Event]) -> Incident? {
    guard let spell else { return nil }
    let name = [result.suite, result.asset].compactMap(\.self).joined(separator: " · ")
    let shown = name.isEmpty ? result.path : name
    var incident = Incident(
      id: id, title: "Data quality: \(shown)", titleArabic: "جودة البيانات: \(shown)", severity: spell.severity,
      openedAt: spell.began, dimension: dimension, origin: .checkpoint, rule: spell.rule,
      location: SourceLocation(path: spell.path))
    for event in events {
      if event.type != "incident.resolved", spell.counts(event) || outlastsSpells.contains(event.type) {
        incident.apply(event)
      } else {
        incident.history.append(event)
      }
    }
    incident.severity = max(incident.severity, spell.severity)
    if let run = spell.endedBy {
      incident.state = .resolved
      incident.resolvedAt = run.runTime
      incident.evidence = run.path
    }
    return incident
  }
}

extension FailureSpell {
  fileprivate func counts(_ event: Event) -> Bool {
    let moment = event.timestamp.instant
    if let countsFrom, moment < countsFrom { return false }
    if let end = endedBy?.runTime?.instant, moment > end { return false }
    return true
  }
}

/// Who owns it and how grave somebody found it: neither calms anything.
private let outlastsSpells: Set<String> = [
  "incident.opened", "incident.reassigned", "incident.severity_changed", "incident.noted",
]
