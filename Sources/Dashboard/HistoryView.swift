import Readiness
import TerminalText

// Who did what to one thing, newest first, then who last changed its line in Git. What was said is told whole: it wraps
// below its line.

/// One row of the history.
enum HistoryLine {
  case pieces([StyledText])
  /// What did not fit beside them.
  case text(Line)
}

extension DashboardState {
  func drawHistory(of id: String, top: Int, on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let width = columns - 2
    let box = Area(
      row: layout.tabRow + 1, leading: 1, rows: max(3, layout.footerRow - layout.tabRow - 1), width: width)
    canvas.clear(box)
    canvas.frame(box, title: say(Strings.historyOf(id)))
    let lines = historyLines(of: id)
    for (offset, line) in lines.dropFirst(top).prefix(box.rows - 2).enumerated() {
      let row = box.row + 1 + offset
      switch line {
      case .pieces(let pieces):
        canvas.putPieces(pieces, gap: 2, row: row, leading: box.leading + 2, width: width - 4, cutsLast: true)
      case .text(let line):
        canvas.put(line, row: row, leading: box.leading + 4, width: width - 6, alignment: .leading)
      }
    }
    if lines.isEmpty {
      canvas.put(StyledText(say(Strings.noHistory), .muted, theme), row: box.row + 1, leading: 3, width: width - 4)
    }
  }

  func historyLines(of id: String) -> [HistoryLine] {
    guard let workspace, let assessment else { return [] }
    let theme = options.theme
    var lines = story(workspace, assessment, of: id).reversed().flatMap { entry in
      historyLines(entry.moment.instant, eventWording(entry.type), entry.author, entry.detail(language))
    }
    guard let blame = blames[id] else { return lines }
    if !lines.isEmpty { lines.append(.pieces([])) }
    lines.append(.pieces([StyledText(say(Strings.inGit(blame.location.description)), .heading, theme)]))
    if let commit = blame.commit {
      let short = String(commit.prefix(12))
      lines += historyLines(blame.moment, Wording(verbatim: short, short), blame.author, blame.summary)
    } else {
      lines.append(.pieces([StyledText(say(Strings.notCommitted), .muted, theme)]))
    }
    return lines
  }

  private func historyLines(_ moment: Instant, _ what: Wording, _ author: String, _ detail: String) -> [HistoryLine] {
    let theme = options.theme
    let pieces = [
      StyledText(numerals(dateTime(moment, utcOffset: options.utcOffset)), .muted, theme),
      StyledText(what(language), .accent, theme), StyledText(author, .text, theme),
    ].filter { !$0.string.isEmpty }
    let said = Paragraph(StyledText(detail, .text, theme), fallback: direction, way: options.way)
    let used = pieces.reduce(0) { $0 + Paragraph($1, fallback: direction, way: options.way).width + 2 }
    if detail.isEmpty { return [.pieces(pieces)] }
    if used + said.width <= columns - 6 { return [.pieces(pieces + [StyledText(detail, .text, theme)])] }
    return [.pieces(pieces)] + said.wrapped(to: max(10, columns - 8)).map(HistoryLine.text)
  }

  /// Asks Git who last changed the line of a row; an answer of before may be of another line.
  mutating func showHistory() -> [Effect] {
    guard let entry = selectedEntry, let assessment else { return [] }
    guard let name = subject(of: entry, assessment) else {
      notice = Strings.noHistoryHere
      return []
    }
    overlay = .history(name, top: 0)
    blames[name] = nil
    let location: SourceLocation? =
      switch entry.content {
      case .dimension(let index): assessment.dimensions[index].dimension.location
      case .candidate(let index): assessment.candidates[index].location
      default: assessment.location(ofRow: name)
      }
    return location.map { [.blame(name, $0)] } ?? []
  }

  /// What has a history: what a reason is about rather than the reason, which is made anew with every reading.
  private func subject(of entry: Entry, _ assessment: Assessment) -> String? {
    switch entry.content {
    case .reason(let index): assessment.reasons[index].incident ?? assessment.reasons[index].dimension
    case .finding: nil
    default: name(of: entry)
    }
  }
}
