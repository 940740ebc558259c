import Readiness
import TerminalText

extension DashboardState {
  /// A cell of a dimension's row.
  func cell(_ column: Column, of assessed: AssessedDimension, isSelected: Bool) -> CellText {
    let theme = options.theme
    let dimension = assessed.dimension
    return switch column {
    case .status: highlighted(claimCell(assessed))
    case .proposal: proposalCell(assessed)
    case .open:
      assessed.highestOpenSeverity.map { CellText($0.name, $0.role, theme) } ?? CellText("")
    case .evidence: evidenceCell(dimension.evidence)
    case .owner:
      highlighted(
        CellText(dimension.owner.isEmpty ? "—" : dimension.owner, dimension.owner.isEmpty ? .muted : .text, theme))
    case .notes: highlighted(CellText(notes(of: assessed), .muted, theme))
    default: label(dimension.label, key: dimension.key, isSelected: isSelected)
    }
  }

  private func notes(of assessed: AssessedDimension) -> String {
    if let exception = assessed.exception, let end = exception.expiresAt {
      return Strings.exceptionUntil(
        numerals(dateTime(end.instant, utcOffset: options.utcOffset)), left: spans(until: end.instant))(language)
    }
    return assessed.dimension.notes
  }

  /// A cell of a release candidate's row.
  func cell(_ column: Column, of candidate: Candidate, width: Int, isSelected: Bool) -> CellText {
    let theme = options.theme
    switch column {
    case .status: return highlighted(statusCell(candidate.status, raw: candidate.rawStatus))
    case .open, .proposal: return CellText("")
    case .evidence: return evidenceCell(candidate.evidence)
    case .owner: return highlighted(CellText(candidate.owner, .text, theme))
    case .notes: return highlighted(CellText(candidate.notes, .muted, theme))
    default:
      var name = label(candidate.label, key: candidate.name, isSelected: isSelected)
      if candidate.location == assessment?.candidate?.location {
        // The sign alone where the word would leave no room for the name.
        let sign = isMirrored ? "▸" : "◂"
        let mark = "\(sign) \(Strings.judged(language))"
        let fits = displayWidth(of: candidate.name) + 3 + displayWidth(of: mark) <= width
        name.mark = StyledText(fits ? mark : sign, .accent, theme)
      }
      return name
    }
  }

  /// The first cell of a row: its key stands out, what the matrix adds to it steps back.
  private func label(_ label: String, key: String, isSelected: Bool) -> CellText {
    let theme = options.theme
    var text = StyledText(label, theme[.muted])
    let keyScalars = Array(key.unicodeScalars)
    let scalars = Array(label.unicodeScalars)
    let start = keyScalars.isEmpty ? nil : scalars.indices.first { scalars[$0...].starts(with: keyScalars) }
    let range = start.map { $0..<$0 + keyScalars.count } ?? 0..<scalars.count
    text.restyle(range) { _ in isSelected ? theme[.selected] : theme[.text] }
    return CellText(highlighted(text))
  }

  /// What the matrix says, with a mark where the evidence is worse.
  private func claimCell(_ assessed: AssessedDimension) -> CellText {
    let dimension = assessed.dimension
    var text = statusCell(dimension.status, raw: dimension.rawStatus)
    if assessed.isContradicted { text.mark = StyledText("!", .blocked, options.theme) }
    return text
  }

  /// What the evidence proposes: it stands out only where it says something else than the matrix.
  func proposalCell(_ assessed: AssessedDimension) -> CellText {
    guard let proposal = assessed.proposal else { return CellText("") }
    if proposal.status == assessed.dimension.status {
      return CellText(proposal.status.wording(language), .muted, options.theme, icon: proposal.status.symbol)
    }
    return statusCell(proposal.status, raw: "")
  }

  func statusCell(_ status: Status, raw: String) -> CellText {
    let theme = options.theme
    let word = status == .unknown ? raw : status.wording(language)
    return CellText(word, status.role, theme, icon: status.symbol)
  }

  /// How many of the things that can be looked up are there: `√ 2` or `× 1/3`.
  private func evidenceCell(_ evidence: [EvidenceItem]) -> CellText {
    let theme = options.theme
    let paths = evidence.filter { $0.kind == .path }
    let gone = paths.count { $0.state == .missing || $0.state == .outside }
    if gone > 0 { return CellText(numerals("\(gone)/\(paths.count)"), .missing, theme, icon: "×") }
    if !paths.isEmpty { return CellText(numerals("\(paths.count)"), .present, theme, icon: "√") }
    return evidence.isEmpty
      ? CellText("—", .muted, theme) : CellText(numerals("\(evidence.count)"), .muted, theme, icon: "·")
  }
}
