import Readiness
import TerminalText

extension DashboardState {
  private var readinessColumns: [TableColumn] {
    [
      TableColumn(title: Strings.dimension(language), minimum: 16, ideal: 30, weight: 3, priority: 9),
      TableColumn(title: Strings.status(language), minimum: 10, ideal: 12, priority: 8),
      TableColumn(title: Strings.openSeverity(language), minimum: 5, ideal: 5, priority: 6),
      TableColumn(title: Strings.evidence(language), minimum: 8, ideal: 10, priority: 5),
      TableColumn(title: Strings.owner(language), minimum: 8, ideal: 14, weight: 1, priority: 4),
      TableColumn(title: Strings.notes(language), minimum: 14, ideal: 22, weight: 3, priority: 1),
    ]
  }

  /// Every dimension of the matrix, then the rows of its release candidates.
  func drawReadiness(on canvas: inout Canvas, _ layout: Layout) {
    guard let assessment else { return }
    let area = layout.list
    let columns = readinessColumns
    let widths = columnWidths(columns, available: area.width - Canvas.markerWidth - 1)
    if let row = layout.titleRow { canvas.putTitles(columns, widths: widths, row: row, leading: 0) }
    let shown = shownEntries
    for offset in 0..<area.rows where position.top + offset < shown.count {
      let index = position.top + offset
      let isSelected = index == position.index
      let row = area.row + offset
      switch shown[index].content {
      case .dimension(let index):
        canvas.putRow(
          cells(of: assessment.dimensions[index], isSelected: isSelected), columns: columns, widths: widths, row: row,
          leading: 0, isSelected: isSelected)
      case .candidate(let index):
        canvas.putRow(
          cells(of: assessment.candidates[index], isSelected: isSelected), columns: columns, widths: widths, row: row,
          leading: 0, isSelected: isSelected)
      case .candidatesHeading:
        canvas.put(
          Strings.candidates(language), .muted, row: row, leading: Canvas.markerWidth,
          width: area.width - Canvas.markerWidth)
      default: break
      }
    }
  }

  private func cells(of assessed: AssessedDimension, isSelected: Bool) -> [StyledText] {
    let theme = options.theme
    let dimension = assessed.dimension
    return [
      label(dimension.label, key: dimension.key, isSelected: isSelected),
      statusCell(dimension.status, raw: dimension.rawStatus),
      assessed.highestOpenSeverity.map { StyledText($0.name, $0.role, theme) } ?? StyledText("·", .muted, theme),
      evidenceCell(dimension.evidence),
      highlighted(
        StyledText(dimension.owner.isEmpty ? "—" : dimension.owner, dimension.owner.isEmpty ? .muted : .text, theme)),
      highlighted(StyledText(notes(of: assessed), .muted, theme)),
    ]
  }

  private func notes(of assessed: AssessedDimension) -> String {
    if let exception = assessed.exception, let end = exception.expiresAt {
      return Strings.exceptionUntil(dateTime(end.instant, utcOffset: options.utcOffset))(language)
    }
    return assessed.dimension.notes
  }

  private func cells(of candidate: Candidate, isSelected: Bool) -> [StyledText] {
    let theme = options.theme
    let isJudged = candidate.location == assessment?.candidate?.location
    var name = label(candidate.label, key: candidate.name, isSelected: isSelected)
    if isJudged { name.append(" \(isMirrored ? "◂" : "◂") \(Strings.judged(language))", theme[.accent]) }
    return [
      name, statusCell(candidate.status, raw: candidate.rawStatus), StyledText(""), evidenceCell(candidate.evidence),
      highlighted(StyledText(candidate.owner, .text, theme)), highlighted(StyledText(candidate.notes, .muted, theme)),
    ]
  }

  /// The first cell of a row: its key stands out, what the matrix adds to it steps back.
  private func label(_ label: String, key: String, isSelected: Bool) -> StyledText {
    let theme = options.theme
    var text = StyledText(label, theme[.muted])
    let keyScalars = Array(key.unicodeScalars)
    let scalars = Array(label.unicodeScalars)
    let start = keyScalars.isEmpty ? nil : scalars.indices.first { scalars[$0...].starts(with: keyScalars) }
    let range = start.map { $0..<$0 + keyScalars.count } ?? 0..<scalars.count
    text.restyle(range) { _ in isSelected ? theme[.selected] : theme[.text] }
    return highlighted(text)
  }

  func statusCell(_ status: Status, raw: String) -> StyledText {
    let theme = options.theme
    let word = status == .unknown ? raw : status.wording(language)
    return StyledText("\(status.symbol) \(word)", status.role, theme)
  }

  /// How many of the things that can be looked up are there: `√ 2` or `× 1/3`.
  private func evidenceCell(_ evidence: [EvidenceItem]) -> StyledText {
    let theme = options.theme
    let paths = evidence.filter { $0.kind == .path }
    let gone = paths.count { $0.state == .missing || $0.state == .outside }
    if gone > 0 { return StyledText("× \(gone)/\(paths.count)", .missing, theme) }
    if !paths.isEmpty { return StyledText("√ \(paths.count)", .present, theme) }
    return evidence.isEmpty ? StyledText("—", .muted, theme) : StyledText("· \(evidence.count)", .muted, theme)
  }
}
