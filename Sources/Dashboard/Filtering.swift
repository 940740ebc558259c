import Readiness
import TerminalText

// The filter of each view: it takes effect with every letter; while it cannot be understood the list stays as it was and
// the word that is wrong is pointed at.

/// What narrows a view.
struct Filter: Hashable, Sendable {
  /// As it was typed and kept.
  var text = ""
  /// What the list is narrowed by now: the last text that was understood.
  var query = FilterQuery()
}

/// What the filter of a view is asked about, made once for all letters that are typed into it.
struct FilterRecords: Sendable {
  var entries: [Entry] = []
  var records: [FilterRecord?] = []
}

extension DashboardState {
  /// Narrows the entries of a view; headings stay.
  mutating func filtered(_ entries: [Entry], in view: ViewKind) -> [Entry] {
    guard let query = filters[view]?.query, !query.isEmpty, let assessment else { return entries }
    var records = filterRecords[view] ?? FilterRecords()
    if records.entries != entries {
      records = FilterRecords(
        entries: entries, records: FilterRecord.records(of: entries, in: assessment) { searchText(of: $0) })
      filterRecords[view] = records
    }
    let kept = zip(entries, records.records).compactMap { entry, record in
      record.map { query.matches($0, now: now) } ?? true ? entry : nil
    }
    // The lanes of the severity board stay, empty too; any other heading goes with the last row under it.
    return recounted(kept.last?.content == .candidatesHeading ? kept.dropLast() : kept)
  }

  /// The lanes with the number of cards that are left in them.
  private func recounted(_ entries: [Entry]) -> [Entry] {
    var entries = entries
    var count = 0
    for index in entries.indices.reversed() {
      if case .lane(let severity, _) = entries[index].content {
        entries[index].content = .lane(severity, count: count)
        count = 0
      } else {
        count += 1
      }
    }
    return entries
  }

  /// The words of the filter, to be marked where they are seen.
  var filterWords: [FoldedText] { filters[view]?.query.words ?? [] }

  mutating func startFilter() {
    input = .filter(TextField(filters[view]?.text ?? "", fallback: direction))
  }

  /// Lets what is typed take effect, as far as it is understood.
  mutating func narrow(by text: String) {
    let (query, error) = FilterQuery.parse(text)
    guard error == nil else { return }
    filters[view, default: Filter()].query = query
    refreshEntries()
  }

  /// Enter: keeps the filter, or says why it cannot be kept.
  mutating func confirmFilter(_ text: String) {
    let (query, error) = FilterQuery.parse(text)
    if let error {
      notice = error.message
      restoreFilter()
      return
    }
    filters[view] = query.isEmpty ? nil : Filter(text: text, query: query)
    refreshEntries()
  }

  /// Esc: the filter that was kept before.
  mutating func restoreFilter() {
    let text = filters[view]?.text ?? ""
    filters[view] = text.isEmpty ? nil : Filter(text: text, query: FilterQuery.parse(text).query)
    refreshEntries()
  }

  // MARK: Completion

  private func completions(_ field: TextField) -> [FilterCompletion] {
    guard let assessment else { return [] }
    return FilterCompletion.completions(
      for: field.text, cursor: field.scalarCursor, language: language, vocabulary: FilterVocabulary(assessment))
  }

  /// Tab: puts in the first of what fits.
  mutating func completeFilter(_ input: Input) {
    guard case .filter(let field) = input, let first = completions(field).first else { return }
    typed(into: input) { $0.replace(first.range, with: first.text) }
  }

  // MARK: Views

  /// The row above the field: what is wrong, else what could come next.
  func drawFilterHelp(_ field: TextField, on canvas: inout Canvas, row: Int) {
    let theme = options.theme
    canvas.clear(Area(row: row, leading: 1, rows: 1, width: columns - 2))
    if let error = FilterQuery.parse(field.text).error {
      canvas.put(
        StyledText(error.message(language), .error, theme), row: row, leading: 1, width: columns - 2,
        alignment: .leading)
      return
    }
    let pieces = completions(field).prefix(12).enumerated().map { index, completion in
      StyledText(index == 0 ? "Tab " : "", .muted, theme) + StyledText(completion.text, .accent, theme)
        + StyledText(completion.help.isEmpty ? "" : " \(completion.help)", .muted, theme)
    }
    canvas.putPieces(pieces, gap: 3, row: row, leading: 1, width: columns - 2)
  }

  /// The scalars of the filter that are not understood, to be marked in the field.
  func filterMarks(_ field: TextField) -> [(range: Range<Int>, style: Style)] {
    FilterQuery.parse(field.text).error.map { [($0.range, options.theme[.error].adding(.underline))] } ?? []
  }

  /// Beside the tabs: to how much of it the view is narrowed.
  func drawFilterMark(on canvas: inout Canvas, row: Int, from leading: Int) {
    guard filters[view]?.query.isEmpty == false else { return }
    let text = say(Strings.left(list.selectable.count, of: list.total))
    let room = columns - leading - 1
    guard displayWidth(of: text) <= room else { return }
    canvas.put(text, .notice, row: row, leading: leading, width: room)
  }
}
