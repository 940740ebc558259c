// A paragraph goes through these steps: sanitise, cut into clusters (what stands in one cell), find the levels of UAX #9 for
// the whole paragraph, cut or wrap in logical order, and then, line by line, join the Arabic letters, turn what is to be
// mirrored and put the clusters in visual order.

/// One paragraph of text, laid out for the grid.
public struct Paragraph: Sendable {
  private let text: StyledText
  private let way: OutputWay
  private let clusters: Clusters
  private let levels: [Int8]
  /// Printable ASCII that reads from the left: each scalar is a cell, and nothing of the above is needed.
  private let isASCII: Bool
  /// What the caller gave as the base; else first-strong, or the fallback where the text has no strong letter.
  public let direction: Direction
  /// Columns that it takes in one line.
  public let width: Int

  /// - Parameters:
  ///   - base: the direction whatever the letters are; nil: that of the first strong letter.
  ///   - fallback: the direction where the text has no strong letter.
  ///   - way: what the terminal needs to show Arabic right.
  public init(
    _ text: StyledText, base: Direction? = nil, fallback: Direction = .leftToRight, way: OutputWay = .visual
  ) {
    self.init(text, base, fallback, way, takesShortcut: true)
  }

  private init(
    _ text: StyledText, _ base: Direction?, _ fallback: Direction, _ way: OutputWay, takesShortcut: Bool
  ) {
    self.text = text
    self.way = way
    isASCII = takesShortcut && isPlainASCII(text.string, base, fallback)
    guard !isASCII else {
      (clusters, levels, direction) = (Clusters(), [], .leftToRight)
      width = text.string.utf8.count
      return
    }
    let clusters = cut(text.string.unicodeScalars, staysLogical: way == .terminal)
    self.clusters = clusters
    width = clusters.all.reduce(0) { $0 + $1.columns }
    if !clusters.isComplex, readsFromLeft(base, fallback, hasLetter: clusters.scalars.contains(where: isLatinLetter)) {
      levels = []
      direction = .leftToRight
    } else {
      let found = bidiLevels(of: clusters.scalars, direction: base, fallback: fallback)
      levels = found.levels
      direction = found.direction
    }
  }

  /// The paragraph as one line, cut with an ellipsis, in logical order, where it is wider than `width`.
  public func line(fitting width: Int) -> Line {
    guard !isASCII else { return plainLine(fitting: width) }
    let (shown, isCut) = lineClusters(fitting: width)
    return LineLayout(self, shown, isCut: isCut).line
  }

  /// For each cell of `line(fitting:)`, the scalars of the source that it shows; an empty range where it shows none.
  public func sources(fitting width: Int) -> [Range<Int>] {
    guard !isASCII else { return whole.sources(fitting: width) }
    let (shown, isCut) = lineClusters(fitting: width)
    return LineLayout(self, shown, isCut: isCut).sources
  }

  /// The paragraph in lines of at most `width` columns, broken between words in logical order. A word that is longer than
  /// a line is broken where it reads best, as a path behind a slash. Blanks at a break are left out.
  public func wrapped(to width: Int) -> [Line] {
    let width = max(1, width)
    guard !isASCII else {
      let isOneLine = self.width > 0 && self.width <= width && text.string.utf8.last != 0x20
      return isOneLine ? [plainLine(fitting: width)] : whole.wrapped(to: width)
    }
    let all = clusters.all
    var lines: [Line] = []
    var start = 0
    while start < all.count {
      var end = start
      var used = 0
      var wordStart = start
      while end < all.count, used + all[end].columns <= width || end == start {
        used += all[end].columns
        if all[end].mayBreak, end + 1 < all.count, !all[end + 1].mayBreak { wordStart = end + 1 }
        end += 1
      }
      if end < all.count, !all[end].mayBreak {
        let hasWordBefore = all[start..<wordStart].contains { !$0.mayBreak }
        end = hasWordBefore ? wordStart : breakInWord(all, from: start, fitting: end, width: width)
      }
      var shownEnd = end
      while shownEnd > start, all[shownEnd - 1].mayBreak { shownEnd -= 1 }
      lines.append(LineLayout(self, start..<shownEnd, isCut: false).line)
      start = end
      while start < all.count, all[start].mayBreak { start += 1 }
    }
    return lines
  }

  /// The same without the shortcut, which only texts that read from the left take.
  private var whole: Paragraph { Paragraph(text, .leftToRight, .leftToRight, way, takesShortcut: false) }

  private func plainLine(fitting width: Int) -> Line {
    let isCut = self.width > width
    var shown = isCut ? max(0, width - 1) : self.width
    if isCut, let word = text.string.utf8.prefix(shown).lastIndex(where: { $0 != 0x20 }) {
      shown = text.string.utf8.distance(from: text.string.utf8.startIndex, to: word) + 1
    }
    var cells: [Cell] = []
    cells.reserveCapacity(min(width, self.width))
    var bytes = text.string.utf8.makeIterator()
    for (style, end) in text.runs {
      while cells.count < min(end, shown), let byte = bytes.next() {
        cells.append(Cell(String(Unicode.Scalar(byte)), style: style))
      }
    }
    if isCut, width > 0 { cells.append(Cell("…", style: text.style(at: max(0, shown - 1)))) }
    return Line(cells: cells, direction: .leftToRight)
  }

  private func lineClusters(fitting width: Int) -> (shown: Range<Int>, isCut: Bool) {
    guard self.width > width else { return (0..<clusters.all.count, false) }
    guard width > 0 else { return (0..<0, false) }
    var end = 0
    var used = 1
    while end < clusters.all.count, used + clusters.all[end].columns <= width {
      used += clusters.all[end].columns
      end += 1
    }
    // The ellipsis stands right behind what is shown, not behind a gap.
    if let word = clusters.all[..<end].lastIndex(where: { !$0.isBlank }) { end = word + 1 }
    return (0..<end, true)
  }

  /// Lays out one line of a paragraph.
  private struct LineLayout {
    var cells: [Cell] = []
    var sources: [Range<Int>] = []
    let direction: Direction
    private let paragraph: Paragraph

    var line: Line { Line(cells: cells, direction: direction) }

    init(_ paragraph: Paragraph, _ shown: Range<Int>, isCut: Bool) {
      self.paragraph = paragraph
      direction = paragraph.direction
      let clusters = paragraph.clusters.all[shown]
      if paragraph.levels.isEmpty || paragraph.way == .terminal || clusters.isEmpty {
        for cluster in clusters { append(glyph(cluster, cluster.base)) }
        if isCut { append(ellipsis(after: clusters.last)) }
        return
      }
      layOut(clusters, isCut: isCut)
    }

    private mutating func layOut(_ clusters: ArraySlice<Cluster>, isCut: Bool) {
      // The line's scalars: those of its clusters and the acting ones beside them.
      let all = paragraph.clusters
      let lower = clusters.startIndex == 0 ? 0 : all.all[clusters.startIndex].index
      let upper = clusters.endIndex < all.all.count ? all.all[clusters.endIndex].index : all.scalars.count
      // What is cut off still decides on the levels before it: a bracket whose partner is gone, or a sign between two
      // words, stays where the whole text has it.
      let scalars = Array(all.scalars[lower..<upper])
      let levels = Array(paragraph.levels[lower..<upper])
      let forms = shaped(scalars, levels: levels, joins: true)
      var order = clusters.map { levels[$0.index - lower] }
      if isCut {
        // The ellipsis reads on from what is shown last, so that a reader who comes to its end finds it there: at the left
        // of an Arabic phrase. As the neutral that it is, it would go to the far side of the phrase.
        order.append(order.last ?? 0)
      } else {
        for (index, cluster) in zip(order.indices, clusters).reversed() {
          guard cluster.isBlank else { break }
          order[index] = direction == .rightToLeft ? 1 : 0
        }
      }
      var row = visualOrder(of: order).map { index in
        guard index < clusters.count else { return ellipsis(after: clusters.last) }
        let cluster = clusters[clusters.startIndex + index]
        let position = cluster.index - lower
        var form = Unicode.Scalar(forms[position]) ?? cluster.base
        if scalars[position] != cluster.base.value {
          // A mark without a base: its form is no base either.
          form = cluster.base
        } else if let alef = cluster.alef {
          form = lamAlef(alef, isJoinedBefore: form == "\u{FEE0}" || form == "\u{FEDE}")
        }
        return glyph(cluster, form)
      }
      if paragraph.way == .words { turnWords(in: &row) }
      if paragraph.way == .runs { turnRuns(in: &row) }
      for glyph in row { append(glyph) }
    }

    private func glyph(_ cluster: Cluster, _ form: Unicode.Scalar) -> Glyph {
      Glyph(
        base: form, marks: cluster.marks, columns: cluster.columns, style: style(at: cluster.source.lowerBound),
        source: cluster.source)
    }

    private func ellipsis(after cluster: Cluster?) -> Glyph {
      let end = cluster?.source.upperBound ?? 0
      return Glyph(base: "…", style: style(at: cluster?.source.lowerBound ?? 0), source: end..<end)
    }

    private mutating func append(_ glyph: Glyph) {
      var text = String(glyph.base)
      for mark in glyph.marks { text.unicodeScalars.append(mark) }
      cells.append(Cell(text, width: glyph.columns, style: glyph.style))
      sources.append(glyph.source)
      if glyph.columns == 2 {
        cells.append(.continuation(glyph.style))
        sources.append(glyph.source)
      }
    }

    private func style(at offset: Int) -> Style { paragraph.text.style(at: offset) }
  }
}

/// Whether a text is nothing but printable ASCII and reads from the left.
private func isPlainASCII(_ text: String, _ base: Direction?, _ fallback: Direction) -> Bool {
  var hasLetter = false
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F else { return false }
    hasLetter = hasLetter || isLatinLetter(UInt32(byte))
  }
  return readsFromLeft(base, fallback, hasLetter: hasLetter)
}

/// Whether a text without right-to-left letters and marks reads from the left.
private func readsFromLeft(_ base: Direction?, _ fallback: Direction, hasLetter: @autoclosure () -> Bool) -> Bool {
  if let base { return base == .leftToRight }
  return fallback == .leftToRight || hasLetter()
}

/// Not every one, but none too many: × and ÷ stand among the letters of Latin-1.
private func isLatinLetter(_ value: UInt32) -> Bool {
  (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    || (0xC0..<0x2B0).contains(value) && value != 0xD7 && value != 0xF7
}
