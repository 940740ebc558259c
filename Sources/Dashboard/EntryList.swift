import Readiness

/// The entries of one view and what is asked of them at every key, found out once: a list may hold ten thousand.
package struct EntryList: Sendable {
  package var entries: [Entry]
  /// The indices of those that can be selected.
  let selectable: [Int]
  /// The lanes of the severity board, gravest first; none in other views.
  let lanes: [Lane]
  /// How many could be selected if no filter hid any.
  let total: Int

  /// One lane of the severity board: the indices of its cards among the entries.
  struct Lane: Hashable, Sendable {
    var severity: Severity
    var cards: Range<Int>
  }

  init(_ entries: [Entry] = [], total: Int = 0) {
    self.entries = entries
    self.total = total
    var selectable: [Int] = []
    var lanes: [Lane] = []
    for index in entries.indices {
      if case .lane(let severity, _) = entries[index].content {
        lanes.append(Lane(severity: severity, cards: index + 1..<index + 1))
      } else if entries[index].isSelectable {
        selectable.append(index)
        if !lanes.isEmpty { lanes[lanes.count - 1].cards = lanes[lanes.count - 1].cards.lowerBound..<index + 1 }
      }
    }
    self.selectable = selectable
    self.lanes = lanes
  }

  /// Where an index stands among those that can be selected; the nearest before it where it cannot be.
  func rank(of index: Int) -> Int? {
    var (low, high) = (0, selectable.count)
    while low < high {
      let middle = (low + high) / 2
      if selectable[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}

/// What the header counts.
struct HeaderCounts: Hashable, Sendable {
  /// Open incidents by their severity.
  var open: [Severity: Int] = [:]
  var blocked = 0
  var failed = 0

  init() {}

  init(_ assessment: Assessment) {
    for index in assessment.incidents.indices where assessment.incidents[index].isOpen {
      open[assessment.incidents[index].severity, default: 0] += 1
    }
    blocked = assessment.dimensions.count { $0.dimension.status == .blocked }
    failed = assessment.checkpoints.count { !$0.succeeded }
  }
}
