import TerminalText

/// A column of a list: how wide it wants to be and what it does when there is no room.
struct TableColumn {
  var title: String
  var minimum: Int
  /// What it should have before a column that is only convenient gets any room; nil: its minimum.
  var comfortable: Int?
  var ideal: Int
  /// Its share of what is left when every column has its ideal width.
  var weight = 0
  /// Names and values stand where reading begins, so that the eye runs down one edge; sentences where their own direction
  /// wants them.
  var alignment = TextAlignment.leading
  /// The lowest goes first where not all fit; the highest stays to the end.
  var priority = 0
}

/// The width of each column, 0 for those that have no room. One blank column stands between two.
func columnWidths(_ columns: [TableColumn], available: Int) -> [Int] {
  var kept = Set(columns.indices)
  func total(_ width: (TableColumn) -> Int) -> Int {
    kept.reduce(0) { $0 + width(columns[$1]) } + 2 * max(0, kept.count - 1)
  }
  func least(upTo priority: Int) -> Int? {
    kept.filter { columns[$0].priority <= priority }
      .min { (columns[$0].priority, $1) < (columns[$1].priority, $0) }
  }
  // Ids, owners and ages stand in the details too: a list is read by its titles.
  while total({ $0.comfortable ?? $0.minimum }) > available, let least = least(upTo: 6) { kept.remove(least) }
  while kept.count > 1, total(\.minimum) > available, let least = least(upTo: .max) { kept.remove(least) }
  var widths = columns.indices.map { kept.contains($0) ? columns[$0].minimum : 0 }
  var left = available - total(\.minimum)
  // First everyone grows to the ideal, the important ones first; then the weighted share the rest.
  for index in kept.sorted(by: { (-columns[$0].priority, $0) < (-columns[$1].priority, $1) }) where left > 0 {
    let growth = min(left, max(0, columns[index].ideal - widths[index]))
    widths[index] += growth
    left -= growth
  }
  let weights = kept.reduce(0) { $0 + columns[$1].weight }
  if weights > 0, left > 0 {
    let share = left
    for index in kept.sorted() {
      let growth = share * columns[index].weight / weights
      widths[index] += growth
      left -= growth
    }
    if let widest = kept.filter({ columns[$0].weight > 0 }).min() { widths[widest] += left }
  }
  if kept.count == 1, let only = kept.first { widths[only] = max(0, min(widths[only], available)) }
  return widths
}

extension Canvas {
  /// The columns before every list row: a blank, because column 0 belongs to the direction mark of *words*, the marker, and
  /// a blank.
  static var markerWidth: Int { 3 }

  mutating func putTitles(_ columns: [(shape: TableColumn, width: Int, mark: String?)], row: Int, leading: Int) {
    var start = leading + Self.markerWidth
    for (shape, width, mark) in columns {
      let title = StyledText(mark.map { "\(shape.title) \($0)" } ?? shape.title, mark == nil ? .muted : .accent, theme)
      put(
        title, row: row, leading: start, width: width, alignment: shape.alignment == .trailing ? .trailing : .leading)
      start += width + 2
    }
  }

  /// Puts one row of a list: the marker where it is selected, then a cell for each column.
  mutating func putRow(
    _ cells: [CellText], _ columns: [(shape: TableColumn, width: Int)], row: Int, leading: Int, isSelected: Bool,
    isMarked: Bool = false
  ) {
    // With the blank behind it, in the look of the name: one piece for the terminal, not three.
    if isSelected { put("\(marker) ", .selected, row: row, leading: leading + 1, width: 2) }
    if isMarked { put("+", .accent, row: row, leading: leading + 2, width: 1) }
    var start = leading + Self.markerWidth
    for ((shape, width), cell) in zip(columns, cells) {
      put(cell, row: row, leading: start, width: width, alignment: shape.alignment)
      start += width + 2
    }
  }

  var marker: String { isMirrored ? "◄" : "►" }
}
