import Readiness
package import TerminalText

// What is worth keeping from one session to the next, as lines of words that one can read and delete. A line that a newer
// or older jahiz wrote and this one does not understand is left out.

/// How the user left the screen.
package struct Remembered: Hashable, Sendable {
  package var view = ViewKind.readiness
  package var pane = DashboardState.Pane.closed
  package var paneShare = PaneShare()
  package var sorts: [ViewKind: Sort] = [:]
  package var hiddenColumns: [ViewKind: Set<Column>] = [:]
  /// The theme that was chosen last.
  package var theme: String?
  /// The output way that was chosen for a terminal, by what the terminal is known by.
  package var ways: [String: OutputWay] = [:]

  package init() {}

  /// Reads what `text` wrote.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("view", 2): view = ViewKind(name: words[1]) ?? view
      case ("pane", 4):
        pane = DashboardState.Pane(rawValue: words[1]) ?? pane
        if let beside = Int(words[2]), let below = Int(words[3]) {
          paneShare = PaneShare(beside: beside, below: below)
        }
      case ("sort", 3), ("sort", 4):
        if let view = ViewKind(name: words[1]), let column = Column(rawValue: words[2]),
          Column.all(of: view).contains(column)
        {
          sorts[view] = Sort(column, isReversed: words.last == "reversed")
        }
      case ("hide", 3...):
        if let view = ViewKind(name: words[1]) {
          let columns = words.dropFirst(2).compactMap(Column.init(rawValue:)).filter(Column.all(of: view).contains)
          hiddenColumns[view] = Set(columns).subtracting([Column.name(of: view)])
        }
      case ("theme", 2): theme = words[1]
      case ("way", 3...):
        if let way = OutputWay(rawValue: words[1]) { ways[words.dropFirst(2).joined(separator: " ")] = way }
      default: break
      }
    }
  }

  package var text: String {
    var lines = ["view \(view.name)", "pane \(pane.rawValue) \(paneShare.beside) \(paneShare.below)"]
    for view in ViewKind.allCases {
      if let sort = sorts[view] {
        lines.append("sort \(view.name) \(sort.column.rawValue)" + (sort.isReversed ? " reversed" : ""))
      }
      if let hidden = hiddenColumns[view], !hidden.isEmpty {
        lines.append("hide \(view.name) " + hidden.map(\.rawValue).sorted().joined(separator: " "))
      }
    }
    if let theme { lines.append("theme \(theme)") }
    lines += ways.sorted { $0.key < $1.key }.map { "way \($1.rawValue) \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension DashboardState {
  /// Puts everything back as the user left it.
  package mutating func restore(_ remembered: Remembered) {
    view = remembered.view
    pane = remembered.pane
    paneShare = remembered.paneShare
    sorts = remembered.sorts
    hiddenColumns = remembered.hiddenColumns
  }

  /// Writes down how the user leaves it; what the dashboard does not know of stays as it was.
  package func remember(in remembered: inout Remembered) {
    remembered.view = view
    // A detail pane over everything is a moment, not a habit.
    remembered.pane = pane == .zoomed ? .beside : pane
    remembered.paneShare = paneShare
    remembered.sorts = sorts
    remembered.hiddenColumns = hiddenColumns
  }
}

extension ViewKind {
  /// As a file names it.
  var name: String { "\(self)" }

  init?(name: String) {
    guard let view = ViewKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = view
  }
}
