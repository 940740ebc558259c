import Readiness
import TerminalText

// Every exception in one list: what still excuses something comes first, with what is left of it.

extension DashboardState {
  /// Live ones first, soonest to end first; then the others, newest first.
  private var orderedExceptions: [ExceptionRecord] {
    let all = assessment?.exceptions ?? []
    func end(_ exception: ExceptionRecord) -> Instant { exception.expiresAt?.instant ?? now }
    let live = all.filter { $0.isLive(at: now) }.sorted { end($0) < end($1) }
    return live + all.filter { !$0.isLive(at: now) }.reversed()
  }

  var exceptionItems: [PickerItem] {
    orderedExceptions.map { exception in
      let isLive = exception.isLive(at: now)
      let ends = exception.expiresAt?.instant
      let left = ends.map { Strings.exceptionLeft(spans(until: $0)) }
      let state = isLive ? left ?? exception.state(at: now).wording : exception.state(at: now).wording
      return PickerItem(
        mark: isLive ? "●" : "○", title: "\(exception.covers): \(exception.reason) — \(exception.approver)",
        detail: numerals(state(language)))
    }
  }

  /// What is left until a moment, in both languages.
  func spans(until end: Instant) -> (english: String, arabic: String) {
    let left = max(0, end.seconds(since: now))
    return (ageText(left, .english), ageText(left, .arabic))
  }

  /// Enter goes to what the exception covers: there it can be revoked.
  mutating func pressInExceptions(_ key: Key, _ picker: Picker) {
    var picker = picker
    let all = orderedExceptions
    switch key.code {
    case .enter:
      overlay = nil
      if all.indices.contains(picker.index) { goToCovered(by: all[picker.index]) }
    case .escape, .character("q"), .character("e"): overlay = nil
    default: if moves(&picker, key, count: all.count) { overlay = .exceptions(picker) }
    }
  }

  private mutating func goToCovered(by exception: ExceptionRecord) {
    guard let assessment else { return }
    let covers = folded(exception.covers)
    if let dimension = assessment.dimensions.first(where: { folded($0.dimension.key) == covers }) {
      go(to: .readiness, "dimension:\(dimension.dimension.key)")
    } else if let candidate = assessment.candidates.first(where: { folded($0.name) == covers }) {
      go(to: .readiness, "candidate:\(candidate.name)")
    } else {
      goWhereShown([(.severity, exception.covers), (.checkpoints, exception.covers)])
    }
  }
}
