// A control counts as answered where its row says how, with what evidence, and who owns it. A row that is still the
// template's looks like an answer from afar: that is what these findings are for.

/// How far the controls of one framework are answered.
package struct ControlCounts: Hashable, Sendable {
  package var framework: ControlFramework
  package var total: Int
  /// Answered and owned, or not applicable.
  package var complete: Int
  /// With a placeholder, or nothing, where an answer belongs.
  package var unanswered: Int
  package var unowned: Int

  package init(
    framework: ControlFramework, total: Int = 0, complete: Int = 0, unanswered: Int = 0, unowned: Int = 0
  ) {
    self.framework = framework
    self.total = total
    self.complete = complete
    self.unanswered = unanswered
    self.unowned = unowned
  }
}

extension Control {
  /// Whether its status says that it does not apply here; then it needs no answer.
  package var isInapplicable: Bool {
    let name = folded(status ?? "")
    return inapplicable.contains { name == $0 || name.hasPrefix($0 + " ") }
  }

  /// A placeholder where an answer belongs, or no answer at all.
  package var isUnanswered: Bool {
    if isInapplicable { return false }
    if ([id] + answers).contains(where: { isStandIn($0) }) || hasGap(status ?? "") { return true }
    if putsOff(id), putsOff(requirement) { return true }
    return answers.isEmpty ? putsOff(status ?? "") : answers.allSatisfy { putsOff($0) }
  }

  /// No owner, a placeholder for one, or no column for it.
  package var isUnowned: Bool { !isInapplicable && (owner.map { putsOff($0) || hasGap($0) } ?? true) }
}

extension ControlMatrices {
  /// For each framework that has controls, in the order of `ControlFramework`.
  package var counts: [ControlCounts] {
    var counts: [ControlFramework: ControlCounts] = [:]
    for control in controls {
      var count = counts[control.framework] ?? ControlCounts(framework: control.framework)
      count.total += 1
      if control.isUnanswered { count.unanswered += 1 }
      if control.isUnowned { count.unowned += 1 }
      if !control.isUnanswered, !control.isUnowned { count.complete += 1 }
      counts[control.framework] = count
    }
    return ControlFramework.allCases.compactMap { counts[$0] }
  }

  /// One finding for each control that is not answered or has no owner.
  package func judged(now: Instant) -> Judgement {
    let findings = controls.compactMap { control -> Finding? in
      let name = control.name
      switch (control.isUnanswered, control.isUnowned) {
      case (true, true):
        return finding(
          .controlPlaceholder, control,
          "control \(name) is not filled in and has no owner: answer it and name an owner",
          "الضابط \(name) غير مستوفى وبلا مالك: استوفِه وعيّن مالكًا له")
      case (true, false):
        return finding(
          .controlPlaceholder, control, "control \(name) is not filled in: say how it is met, with evidence",
          "الضابط \(name) غير مستوفى: اذكر كيفية تطبيقه مع دليله")
      case (false, true):
        return finding(
          .controlUnowned, control, "control \(name) has no owner: name one", "الضابط \(name) بلا مالك: عيّن مالكًا له")
      case (false, false): return nil
      }
    }
    return Judgement(.saudiControls, findings: findings.withoutRepeats())
  }

  private func finding(_ code: Finding.Code, _ control: Control, _ english: Sentence, _ arabic: Sentence) -> Finding {
    let framework = control.framework.wording
    return Finding(
      code, .v1, Wording("\(framework.english): \(english)", "\(framework.arabic): \(arabic)"), at: control.location,
      topic: .saudiControls)
  }
}

private let inapplicable = ["N/A", "NA", "Not applicable", "لا ينطبق", "غير منطبق", "غير قابل للتطبيق"].map {
  folded($0)
}
