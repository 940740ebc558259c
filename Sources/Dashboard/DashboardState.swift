package import Readiness
package import TerminalText

/// Everything the screen shows, as one value. A key or a new snapshot makes a new state; a state makes a `Frame`.
package struct DashboardState: Sendable {
  /// What the user asked for when starting; stays as it is.
  package struct Options: Hashable, Sendable {
    package var language: Language
    package var theme: Theme
    package var way: OutputWay
    package var revealsValues: Bool
    /// Where local time stands, in seconds east of UTC.
    package var utcOffset: Int

    package init(
      language: Language = .english, theme: Theme = .fallback, way: OutputWay = .visual, revealsValues: Bool = false,
      utcOffset: Int = 0
    ) {
      self.language = language
      self.theme = theme
      self.way = way
      self.revealsValues = revealsValues
      self.utcOffset = utcOffset
    }
  }

  /// How far reading has come.
  package struct Reading: Hashable, Sendable {
    package var filesRead: Int
    package var filesTotal: Int
    package var since: Instant

    package init(filesRead: Int = 0, filesTotal: Int = 0, since: Instant) {
      self.filesRead = filesRead
      self.filesTotal = filesTotal
      self.since = since
    }
  }

  /// Where one list stands.
  package struct ListPosition: Hashable, Sendable {
    /// `Entry.id` of what is selected, kept while the data changes beneath it.
    package var selected: String?
    /// Its index among the entries, which decides where the id is gone.
    package var index = 0
    /// The first entry on the screen.
    package var top = 0
  }

  package enum Pane: Sendable { case closed, beside, zoomed }

  package var options: Options
  package var columns: Int
  package var rows: Int
  package var now: Instant

  package internal(set) var workspace: Workspace?
  package internal(set) var assessment: Assessment?
  /// Present while files are being read.
  package internal(set) var reading: Reading?
  /// Why the workspace could not be read again; what was read before stays on the screen.
  package internal(set) var failure: Wording?
  /// A line that answers the last key; the next key takes it away.
  package internal(set) var notice: Wording?

  /// What the user has chosen to be judged.
  package internal(set) var criteria: Criteria

  package internal(set) var view = ViewKind.readiness
  package internal(set) var positions: [ViewKind: ListPosition] = [:]
  /// The first card on the screen of each lane of the wide severity board.
  package internal(set) var laneTops: [Severity: Int] = [:]
  package internal(set) var showsInformational = false
  package internal(set) var showsResolved = false
  package internal(set) var pane = Pane.closed
  /// The first line of the details on the screen.
  package internal(set) var paneTop = 0
  package internal(set) var showsHelp = false
  package internal(set) var helpTop = 0
  package internal(set) var query = ""
  /// The text field of the search is open.
  package internal(set) var isSearching = false
  /// What is shown comes from a reading that was not whole yet.
  package internal(set) var showsPartial = false
  /// Where the selection stood when the search was opened.
  var searchOrigin = 0

  /// The entries of every view, made anew when the assessment or a filter changes.
  package internal(set) var entries: [ViewKind: [Entry]] = [:]

  package init(
    options: Options, columns: Int, rows: Int, now: Instant, criteria: Criteria = Criteria()
  ) {
    self.options = options
    self.columns = columns
    self.rows = rows
    self.now = now
    self.criteria = criteria
    self.reading = Reading(since: now)
  }

  package var language: Language { options.language }
  package var isMirrored: Bool { options.language == .arabic }

  var shownEntries: [Entry] { entries[view] ?? [] }
  var position: ListPosition { positions[view] ?? ListPosition() }

  /// The entry under the marker.
  package var selectedEntry: Entry? {
    let shown = shownEntries
    return shown.indices.contains(position.index) && shown[position.index].isSelectable ? shown[position.index] : nil
  }
}
