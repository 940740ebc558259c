import Readiness
import TerminalText

/// A column of a view.
private struct Place: Hashable {
  var column: Column
  var view: ViewKind
}

// Asked for at every frame; they never change.
private let englishWidths = widthsOfWords(.english)
private let arabicWidths = widthsOfWords(.arabic)

/// The width of the widest of its own words, or of its title, for each column.
private func widthsOfWords(_ language: Language) -> [Place: Int] {
  var widths: [Place: Int] = [:]
  for view in ViewKind.allCases {
    for column in Column.all(of: view) {
      let texts = [column.wording(language)] + column.words(in: view, language)
      widths[Place(column: column, view: view)] = texts.map { displayWidth(of: $0) }.max()
    }
  }
  return widths
}

extension Column {
  /// How wide it wants to be in a view and what it does when there is no room.
  func shape(in view: ViewKind, _ language: Language) -> TableColumn {
    let title = wording(language)
    let words = (language == .arabic ? arabicWidths : englishWidths)[Place(column: self, view: view)] ?? 0
    return switch self {
    case .dimension: TableColumn(title: title, minimum: 20, comfortable: 26, ideal: 36, weight: 3, priority: 9)
    case .status where view == .tasks: TableColumn(title: title, minimum: words, ideal: words, priority: 8)
    case .status: TableColumn(title: title, minimum: words, ideal: max(12, words), priority: 8)
    // On a narrow screen a mark behind the status stands for it.
    case .proposal: TableColumn(title: title, minimum: words, ideal: words, priority: 2)
    case .open: TableColumn(title: title, minimum: 5, ideal: 5, priority: 6)
    case .evidence: TableColumn(title: title, minimum: 8, ideal: 8, priority: 5)
    case .owner where view == .severity: TableColumn(title: title, minimum: 10, ideal: 14, priority: 4)
    case .owner: TableColumn(title: title, minimum: 12, ideal: 14, weight: 1, priority: 4)
    case .notes: TableColumn(title: title, minimum: 24, ideal: 30, weight: 3, alignment: .byDirection, priority: 1)
    case .incident: TableColumn(title: title, minimum: 15, ideal: 15, priority: 6)
    case .title:
      TableColumn(
        title: title, minimum: 18, comfortable: 26, ideal: 30, weight: 1, alignment: .byDirection, priority: 9)
    case .state: TableColumn(title: title, minimum: words, ideal: words, priority: 8)
    case .age: TableColumn(title: title, minimum: words, ideal: 6, alignment: .trailing, priority: 5)
    case .clock: TableColumn(title: title, minimum: words, ideal: words, priority: 7)
    case .suite: TableColumn(title: title, minimum: 14, ideal: 22, weight: 2, priority: 9)
    case .asset: TableColumn(title: title, minimum: 12, ideal: 18, weight: 1, priority: 6)
    case .result: TableColumn(title: title, minimum: words, ideal: words + 1, priority: 8)
    case .failed: TableColumn(title: title, minimum: 6, ideal: 7, alignment: .trailing, priority: 5)
    case .severity: TableColumn(title: title, minimum: words, ideal: words, priority: 7)
    case .rule: TableColumn(title: title, minimum: 22, ideal: 30, weight: 1, priority: 2)
    case .history: TableColumn(title: title, minimum: 7, ideal: 12, priority: 3)
    case .grade: TableColumn(title: title, minimum: words, ideal: words, priority: 8)
    case .message: TableColumn(title: title, minimum: 20, ideal: 40, weight: 3, alignment: .byDirection, priority: 9)
    case .place: TableColumn(title: title, minimum: 18, ideal: 28, weight: 1, priority: 5)
    case .connector where view == .tasks: TableColumn(title: title, minimum: 10, ideal: 16, weight: 1, priority: 4)
    case .connector: TableColumn(title: title, minimum: 16, ideal: 20, weight: 1, priority: 9)
    case .stage: TableColumn(title: title, minimum: words, ideal: words + 1, priority: 6)
    case .fields: TableColumn(title: title, minimum: 17, ideal: 17, priority: 8)
    case .gaps: TableColumn(title: title, minimum: 18, ideal: 30, weight: 3, priority: 5)
    case .task: TableColumn(title: title, minimum: 18, ideal: 26, weight: 3, priority: 9)
    case .running: TableColumn(title: title, minimum: words, ideal: words, alignment: .trailing, priority: 6)
    case .left: TableColumn(title: title, minimum: words, ideal: words, priority: 7)
    case .polling: TableColumn(title: title, minimum: 12, ideal: 16, weight: 1, priority: 2)
    }
  }

  /// Everything that jahiz itself writes into the column: what is said in a few known words must never be cut, and of a
  /// span least of all, which would say something else.
  func words(in view: ViewKind, _ language: Language) -> [String] {
    let longest = ageText(9_999 * 86_400, language)
    let goals = [Strings.toAcknowledge, Strings.toResolve]
    let wordings: [Wording] =
      switch self {
      case .status where view == .tasks: WatchedTask.Status.allCases.map(\.wording)
      case .status, .proposal: Status.allCases.filter { $0 != .unknown }.map(\.wording)
      case .state: Incident.State.allCases.map(\.wording) + [Strings.excepted, Strings.compensated]
      case .clock:
        goals.flatMap { [Strings.clockRunning($0, longest), Strings.clockBreached($0, longest)] }
          + [Strings.clockPaused(longest), Strings.clockPausedLate(longest)]
      case .age, .running: [Wording(verbatim: longest, longest)]
      case .left: [Strings.over(longest), Strings.exceptionLeft((longest, longest))]
      case .result: [Strings.passed, Strings.failedWord, Strings.emptyResult]
      case .severity: Severity.allCases.map { Wording(verbatim: $0.name, $0.name) }
      case .grade: Verdict.allCases.map(\.wording)
      case .stage: ConnectorStage.allCases.map(\.wording)
      default: []
      }
    return wordings.map { hasIcon ? "■ \($0(language))" : $0(language) }
  }

  /// Whether a shape stands before its words.
  private var hasIcon: Bool {
    switch self {
    case .status, .proposal, .result, .grade: true
    default: false
    }
  }
}
