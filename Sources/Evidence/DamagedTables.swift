import Readiness

// What an author wrote as a table and cmark-gfm, as GitHub, does not take for one: a delimiter row that does not fit its
// header, a blank line in the middle, a table indented into code or swallowed by a fence or comment that nobody closed. Its
// rows would be lost without a word, so each such place is unreadable. Whatever stands in a table that was read, in a closed
// code fence or in a closed comment is covered and not looked at.

struct DamagedTables {
  /// A table that was read: where it ends, and where its statuses stand.
  struct Neighbour {
    var columnCount: Int
    var statuses: [Int]
  }

  private let lines: [Substring]
  private var isCovered: [Bool]
  /// By the 0-based line behind the table.
  private var neighbours: [Int: Neighbour] = [:]

  init(_ lines: [Substring]) {
    self.lines = lines
    isCovered = Array(repeating: false, count: lines.count)
  }

  /// - Parameter range: 1-based lines.
  mutating func cover(_ range: ClosedRange<Int>) {
    for line in range.clamped(to: 1...max(1, lines.count)) where isCovered.indices.contains(line - 1) {
      isCovered[line - 1] = true
    }
  }

  mutating func coverTable(_ range: ClosedRange<Int>, _ columns: TableColumns) {
    cover(range)
    guard !columns.statuses.isEmpty || columns.namesDimension else { return }
    neighbours[range.upperBound] = Neighbour(columnCount: columns.titles.count, statuses: columns.statuses)
  }

  /// The 1-based first lines of what looks like a table and is none, one for each run of lines.
  var damagedLines: [Int] {
    var found: [Int] = []
    var index = 0
    var neighbour: Neighbour?
    while index < lines.count {
      if let next = neighbours[index] { neighbour = next }
      guard !isCovered[index] else {
        neighbour = nil
        index += 1
        continue
      }
      let start = index
      var hasPipe = false
      while index < lines.count, !isCovered[index], !isBlank(lines[index]) {
        hasPipe = hasPipe || lines[index].utf8.contains(UInt8(ascii: "|"))
        index += 1
      }
      if index == start {
        index += 1
        continue
      }
      if hasPipe {
        let run = lines[start..<index].map { TableLine($0).withoutListMarker }
        if let offset = damage(in: run, after: neighbour) { found.append(start + offset + 1) }
      }
      neighbour = nil
    }
    return found
  }

  /// Blank, perhaps inside a quote.
  private func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy { $0 == 32 || $0 == 9 || $0 == 0x3E } }

  private func damage(in run: [TableLine], after neighbour: Neighbour?) -> Int? {
    for index in run.indices {
      let line = run[index]
      if line.isDelimiter {
        if index > 0, run[index - 1].cells != nil { return index - 1 }
        if index + 1 < run.count, run[index + 1].cells != nil { return index }
      }
      guard let cells = line.cells else { continue }
      let next = index + 1 < run.count ? run[index + 1] : nil
      if line.isFramed {
        let isRow = neighbour != nil && index == 0 || next?.isFramed == true || cells.contains(where: isStatus)
        if isRow || namesColumns(cells) { return index }
      } else if let next, namesColumns(cells), next.cells != nil || isRule(next) {
        return index
      } else if let neighbour, index == 0, cells.count == neighbour.columnCount,
        cells.count(where: isStatus) == 1,
        neighbour.statuses.contains(where: { isStatus(cells[$0]) })
      {
        return index
      }
    }
    return nil
  }

  private func isStatus(_ cell: String) -> Bool {
    let status = Status(cell: cell.filter { !"*_`".contains($0) })
    return status != .unset && status != .unknown
  }

  /// Whether cells are the header of a readiness table.
  private func namesColumns(_ cells: [String]) -> Bool {
    let roles = cells.filter { $0.utf8.count < 200 }.compactMap {
      ColumnRole(exactHeader: $0.filter { !"*_`".contains($0) })
    }
    return roles.count > 1 && roles.contains { $0 == .status || $0 == .dimension }
  }

  /// Dashes that make a heading of the line before.
  private func isRule(_ line: TableLine) -> Bool { line.text.trimmed.allSatisfy { "-=".contains($0) } }
}

/// Whether HTML holds a table with a column for a status, which GitHub shows and jahiz does not read.
func holdsStatusTable(html: String) -> Bool {
  guard folded(html).contains("<table") else { return false }
  return html.split(separator: "<").contains { piece in
    guard let end = piece.firstIndex(of: ">") else { return false }
    let text = piece[piece.index(after: end)...].trimmed
    return !text.isEmpty && ColumnMatch(header: text)?.role == .status
  }
}
