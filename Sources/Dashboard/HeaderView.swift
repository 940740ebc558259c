import Readiness
import TerminalText

extension DashboardState {
  /// The verdict in words, colour and shape; what is judged; what is open; when it was read. Then the gravest reason.
  func drawHeader(on canvas: inout Canvas, _ layout: Layout) {
    let theme = options.theme
    let isStale = failure != nil
    var pieces: [StyledText] = []
    if let assessment, !showsPartial {
      let verdict = assessment.verdict
      pieces.append(StyledText(" \(verdict.symbol) \(verdict.wording(language)) ", verdict.badge, theme))
    } else if failure != nil {
      pieces.append(StyledText(" × \(Strings.notRead(language)) ", .stop, theme))
    } else {
      pieces.append(StyledText(" ○ \(Strings.readingBadge(language)) ", .reading, theme))
    }
    let used = canvas.putPieces(pieces, gap: 2, row: 0, leading: 0, width: columns)
    let trailing = isStale && assessment != nil ? say(Strings.stale(options.keymap.name(of: .reload))) : asOf
    let trailingWidth = min(displayWidth(of: trailing), max(0, columns - used - 2))
    let hasRoom = columns >= 60
    if hasRoom {
      canvas.put(
        trailing, isStale ? .error : .muted, row: 0, leading: columns - trailingWidth - 1, width: trailingWidth)
    }
    let room = max(0, columns - used - 2 - (hasRoom ? trailingWidth + 3 : 1))
    let subjectWidth = canvas.putPieces(subject, gap: 1, row: 0, leading: used + 2, width: room)
    let countsStart = subjectWidth + 3
    if let first = counts.first, canvas.width(of: first) <= room - countsStart {
      canvas.putPieces(counts, gap: 2, row: 0, leading: used + 2 + countsStart, width: room - countsStart)
    }
    if let row = layout.reasonRow { drawGravestReason(on: &canvas, row: row) }
  }

  /// What is judged, and for which target; pieces of their own, so that the arrow points the way the screen reads.
  private var subject: [StyledText] {
    let theme = options.theme
    let name = assessment?.candidate?.name ?? assessment?.candidateName ?? Strings.noCandidate(language)
    let target = assessment?.target ?? criteria.target ?? .prod
    return [
      StyledText(name, .heading, theme), StyledText(isMirrored ? "←" : "→", .muted, theme),
      StyledText(target.rawValue, .heading, theme),
    ]
  }

  private var counts: [StyledText] {
    guard let assessment else { return [] }
    let theme = options.theme
    var result: [StyledText] = []
    for severity in [Severity.v3, .v2, .v1] {
      let count = headerCounts.open[severity] ?? 0
      if count > 0 { result.append(StyledText(numerals("\(severity.name) \(count)"), severity.role, theme)) }
    }
    let blocked = headerCounts.blocked
    if blocked > 0 { result.append(StyledText(say(Strings.blocked(blocked)), .blocked, theme)) }
    let failed = headerCounts.failed
    if failed > 0 {
      result.append(StyledText(say(Strings.failed(failed, of: assessment.checkpoints.count)), .blocked, theme))
    }
    return result
  }

  private var asOf: String {
    if let reading, reading.filesTotal > 0 {
      return say(Strings.progress(reading.filesRead, of: reading.filesTotal))
    }
    guard let workspace else { return "" }
    return say(Strings.asOf(clockTime(workspace.readAt, utcOffset: options.utcOffset)))
  }

  private func drawGravestReason(on canvas: inout Canvas, row: Int) {
    let theme = options.theme
    if let failure {
      canvas.put(StyledText(failure(language), .error, theme), row: row, leading: 1, width: columns - 2)
      return
    }
    guard let assessment, !showsPartial else { return }
    guard let reason = assessment.reasons.first else {
      canvas.put(StyledText(Strings.nothingInTheWay(language), .ok, theme), row: row, leading: 1, width: columns - 2)
      return
    }
    let more = assessment.reasons.count - 1
    let rest = more > 0 ? rest(more) : []
    let restWidth = rest.reduce(-1) { $0 + 1 + canvas.width(of: $1) }
    canvas.putPieces(rest, gap: 1, row: row, leading: max(1, columns - restWidth - 1), width: max(0, restWidth))
    canvas.put(
      StyledText(reason.message(language), reason.verdict.textRole, theme), row: row, leading: 1,
      width: max(0, columns - 2 - (more > 0 ? restWidth + 2 : 0)), alignment: .leading)
  }
}

extension DashboardState {
  /// `+41 more: 7`: how many reasons more there are, and the key that shows them.
  private func rest(_ count: Int) -> [StyledText] {
    let text = say(Strings.moreReasons(count))
    guard view != .reasons, let key = keyName(of: .reasons) else { return [StyledText(text, .muted, options.theme)] }
    return [StyledText("\(text):", .muted, options.theme), StyledText(key, .accent, options.theme)]
  }
}

extension Style {
  func adding(_ attributes: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: self.attributes.union(attributes))
  }
}
