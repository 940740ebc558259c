import Readiness
import TerminalText

// Incremental search: typing selects the first match from where the search began; n and N go on from there, round the
// ends.

extension DashboardState {
  mutating func selectMatch(from start: Int, step: Int, includingStart: Bool) {
    let shown = shownEntries
    let needle = FoldedText(query)
    guard !shown.isEmpty, !needle.scalars.isEmpty else {
      if input == nil { notice = Strings.nothingSought(options.keymap.name(of: .search)) }
      return
    }
    for distance in (includingStart ? 0 : 1)...shown.count {
      let index = ((start + step * distance) % shown.count + shown.count) % shown.count
      if shown[index].isSelectable, !FoldedText(searchText(of: shown[index])).ranges(of: needle).isEmpty {
        select(index)
        return
      }
    }
    notice = Wording("No match for “\(query)”", "لا نتيجة للبحث عن «\(query)»")
  }

  /// Everything the list shows of an entry, as one text.
  func searchText(of entry: Entry) -> String {
    guard let assessment else { return "" }
    switch entry.content {
    case .lane, .candidatesHeading:
      return ""
    case .dimension(let index):
      let dimension = assessment.dimensions[index].dimension
      return [
        dimension.label, dimension.rawStatus, dimension.status.wording(language), dimension.owner, dimension.notes,
      ]
      .joined(separator: "\n")
    case .candidate(let index):
      let candidate = assessment.candidates[index]
      return [candidate.label, candidate.rawStatus, candidate.owner, candidate.notes].joined(separator: "\n")
    case .incident(let index):
      let incident = assessment.incidents[index]
      return [
        incident.id, incident.title, incident.titleArabic ?? "", incident.owner ?? "", incident.state.wording(language),
        incident.severity.name, incident.dimension ?? "",
      ].joined(separator: "\n")
    case .checkpoint(let index):
      let checkpoint = assessment.checkpoints[index]
      return [
        checkpoint.result.suite ?? "", checkpoint.result.asset ?? "", checkpoint.result.name ?? "",
        checkpoint.severity?.name ?? "", checkpoint.rule?.wording(language) ?? "", checkpoint.result.path,
      ].joined(separator: "\n")
    case .connector(let index): return searchText(of: assessment.connectors[index])
    case .task(let index): return searchText(of: assessment.tasks[index])
    case .reason(let index):
      let reason = assessment.reasons[index]
      return [reason.message(language), reason.location?.description ?? ""].joined(separator: "\n")
    case .finding(let index):
      let finding = assessment.findings[index]
      return [finding.message(language), finding.location.description].joined(separator: "\n")
    }
  }

  /// `text` with what search and filter found in it marked.
  func highlighted(_ text: StyledText) -> StyledText {
    let needles = needles
    guard !needles.isEmpty else { return text }
    var result = text
    let haystack = FoldedText(text.string)
    for needle in needles {
      for range in haystack.ranges(of: needle) { result.restyle(range) { matched($0) } }
    }
    return result
  }

  func highlighted(_ cell: CellText) -> CellText { cell.mapped { highlighted($0) } }

  /// How a piece looks that was found.
  func matched(_ style: Style) -> Style {
    let match = options.theme[.match]
    return Style(
      foreground: match.foreground == .standard ? style.foreground : match.foreground,
      background: match.background, attributes: style.attributes.union(match.attributes))
  }

  /// What is searched for, and the words of the filter.
  private var needles: [FoldedText] {
    (query.isEmpty ? [] : [FoldedText(query)]) + filterWords
  }
}
