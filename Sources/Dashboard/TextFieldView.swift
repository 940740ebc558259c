package import TerminalText

// Where the cursor stands in mixed text: on the letter that comes next in logical order, wherever that is shown. Behind the
// last letter of a run, beside the letter that was typed last, on the side to which its run reads: there the next one
// appears, in an Arabic run at its left edge. A text wider than the field is laid out whole, in its final order, and the
// field is a window on it.

extension TextField {
  /// A field as it is painted.
  package struct View: Hashable, Sendable {
    /// As wide as the field.
    package var line: Line
    /// The column of the cursor in it.
    package var cursor: Int
  }

  /// - Parameters:
  ///   - marks: styles of some scalars, as of the word that an error is about.
  package func view(
    width: Int, way: OutputWay = .visual, style: Style = .plain, marks: [(range: Range<Int>, style: Style)] = []
  ) -> View {
    let width = max(1, width)
    var styled = StyledText(text, style)
    for mark in marks { styled.restyle(mark.range) { _ in mark.style } }
    let final = Row(styled, fallback: fallback, way: way == .terminal ? .terminal : .visual, style)
    let cursor = visualCursor(in: final, isOrdered: way != .terminal)
    let window = Window(width: width, count: final.cells.count, cursor: cursor, way: way, direction: final.direction)
    guard way == .words || way == .runs else {
      return View(line: window.line(final.cells, fallback, style), cursor: window.column(cursor, fallback))
    }
    // What terminals that turn words themselves are sent has the same cells in another order.
    let sent = Row(styled, fallback: fallback, way: way, style)
    let visible = Set(final.sources[window.inner].filter { !$0.isEmpty })
    let shown = sent.sources.indices.filter {
      sent.sources[$0].isEmpty ? window.inner.contains($0) : visible.contains(sent.sources[$0])
    }
    let cells = shown.prefix(window.inner.count).map { sent.cells[$0] }
    let line = window.line(cells, isCut: true, fallback, style)
    // Those that reorder whole lines move the cursor along with the letter; those that only shape runs do not.
    var column = cursor
    if way == .words, final.sources.indices.contains(cursor), !final.sources[cursor].isEmpty,
      let place = shown.firstIndex(where: { sent.sources[$0] == final.sources[cursor] })
    {
      column = window.inner.lowerBound + place
    }
    return View(line: line, cursor: window.column(column, fallback))
  }

  private func visualCursor(in row: Row, isOrdered: Bool) -> Int {
    let all = scalars
    let levels =
      isOrdered
      ? bidiLevels(of: all.map(\.value), direction: nil, fallback: fallback).levels
      : [Int8](repeating: 0, count: all.count)
    let position = scalarCursor
    // What takes no cell, as a direction mark, is passed over.
    let next = (position..<all.count).lazy.first { !row.columns(of: $0).isEmpty }
    let previous = (0..<position).last { !row.columns(of: $0).isEmpty }
    if let next, let column = row.columns(of: next).first {
      guard let previous, levels[next] < levels[previous] else { return column }
    }
    guard let previous, !levels.isEmpty else { return row.end }
    let columns = row.columns(of: previous)
    let beside = levels[previous] % 2 == 0 ? (columns.last ?? 0) + 1 : (columns.first ?? 0) - 1
    return min(max(0, beside), row.cells.count - 1)
  }
}

/// The whole text in one line, with a blank at its end where the next letter may come.
private struct Row {
  var cells: [Cell]
  /// The scalars that each cell shows; empty for the blank.
  var sources: [Range<Int>]
  var direction: Direction
  /// The column of the blank.
  var end: Int
  private var columnsOfScalars: [Int: [Int]] = [:]

  init(_ text: StyledText, fallback: Direction, way: OutputWay, _ style: Style) {
    let paragraph = Paragraph(text, fallback: fallback, way: way)
    direction = way == .terminal ? .leftToRight : paragraph.direction
    cells = paragraph.line(fitting: paragraph.width).cells
    sources = paragraph.sources(fitting: paragraph.width)
    end = direction == .leftToRight ? cells.count : 0
    cells.insert(.blank(style), at: end)
    sources.insert(0..<0, at: end)
    for (column, source) in sources.enumerated() {
      for scalar in source { columnsOfScalars[scalar, default: []].append(column) }
    }
  }

  /// The columns of the cell that shows a scalar, from the left; none where no cell does.
  func columns(of scalar: Int) -> [Int] { columnsOfScalars[scalar] ?? [] }
}

/// The part of a row that a field has room for.
private struct Window {
  let width: Int
  /// The columns of the row that are shown, without the marks of what is cut.
  private(set) var inner: Range<Int>
  private var isCutAtLeft = false
  private var isCutAtRight = false
  private let direction: Direction
  /// The mark; where a terminal would turn it with the word that it touches, a blank keeps them apart.
  private let mark: Int

  init(width: Int, count: Int, cursor: Int, way: OutputWay, direction: Direction) {
    self.width = width
    self.direction = direction
    mark = width < 8 ? 0 : way == .runs ? 2 : 1
    guard count > width else {
      inner = 0..<count
      return
    }
    // From the start of the text as long as the cursor is seen there, then with some of what follows the cursor.
    let distance = direction == .leftToRight ? cursor : count - 1 - cursor
    let context = width / 4
    let hidden = distance < width - context ? 0 : min(count - width, distance - (width - 1 - context))
    let start = direction == .leftToRight ? hidden : count - width - hidden
    isCutAtLeft = start > 0
    isCutAtRight = start + width < count
    inner = start + (isCutAtLeft ? mark : 0)..<start + width - (isCutAtRight ? mark : 0)
  }

  func line(_ cells: [Cell], isCut: Bool = false, _ fallback: Direction, _ style: Style) -> Line {
    var shown = isCut ? cells : Array(cells[inner])
    // Half of a wide character is none.
    if shown.first?.width == 0 { shown[0] = .blank(style) }
    if let last = shown.last, last.width == 2 { shown[shown.count - 1] = .blank(last.style) }
    let ellipsis = [Cell("…", style: style)]
    let gap = [Cell](repeating: .blank(style), count: max(0, mark - 1))
    if isCutAtLeft, mark > 0 { shown = ellipsis + gap + shown }
    if isCutAtRight, mark > 0 { shown += gap + ellipsis }
    return Line(cells: shown, direction: direction)
      .padded(to: width, alignment: fallback == .rightToLeft ? .right : .left)
  }

  /// Where a column of the row stands in the field.
  func column(_ column: Int, _ fallback: Direction) -> Int {
    let left = isCutAtLeft ? mark : 0
    let used = inner.count + left + (isCutAtRight ? mark : 0)
    let padding = fallback == .rightToLeft ? max(0, width - used) : 0
    return min(max(0, padding + left + column - inner.lowerBound), width - 1)
  }
}
