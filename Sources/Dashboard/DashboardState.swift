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
    /// The workspace as the beginning of a URI; nil: no links are made.
    package var rootURI: String?
    package var digits: Digits
    package var keymap: Keymap
    /// What a new V3 does beside being shown.
    package var bell: Bell

    package init(
      language: Language = .english, theme: Theme = .fallback, way: OutputWay = .visual, revealsValues: Bool = false,
      utcOffset: Int = 0, rootURI: String? = nil, digits: Digits = .western, keymap: Keymap = .standard,
      bell: Bell = .audible
    ) {
      self.language = language
      self.theme = theme
      self.way = way
      self.revealsValues = revealsValues
      self.utcOffset = utcOffset
      self.rootURI = rootURI
      self.digits = digits
      self.keymap = keymap
      self.bell = bell
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

  package enum Pane: String, Sendable { case closed, beside, zoomed }

  package var options: Options
  let lines = LineCache()
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
  /// How much of the screen the details take, in percent: beside the list and below it.
  package internal(set) var paneShare = PaneShare()
  /// The first line of the details on the screen.
  package internal(set) var paneTop = 0
  /// The link under the marker in the details.
  package internal(set) var link: Int?
  /// Where the user was before jumping, and where back from.
  var trail = Trail()
  var overlay: Overlay?
  var helpTop = 0
  /// What is searched for.
  package internal(set) var query = ""
  /// The text field in the footer, while it is open.
  var input: Input?
  /// What narrows each view.
  var filters: [ViewKind: Filter] = [:]
  var filterRecords: [ViewKind: FilterRecords] = [:]
  package internal(set) var sorts: [ViewKind: Sort] = [:]
  package internal(set) var hiddenColumns: [ViewKind: Set<Column>] = [:]
  /// What is marked in each view, to be acted upon together.
  var marked: [ViewKind: Set<String>] = [:]
  /// Where a range of marks begins.
  var markOrigin: String?
  /// Who last changed a row's line in Git, by the row's name, as far as it was asked.
  var blames: [String: Blame] = [:]
  /// Why nothing can be written here; nil where something can.
  package internal(set) var unavailable: Wording?
  /// The edge of the details is being dragged.
  var isDragging = false
  /// The themes to choose from, once they were asked for.
  var themes: [Theme] = []
  /// What has just changed on disk, and until when that shows.
  var flashes = Flashes()
  /// What is shown comes from a reading that was not whole yet.
  package internal(set) var showsPartial = false
  /// Where the selection stood when the search was opened.
  var searchOrigin = 0

  /// The lists of every view, made anew when the assessment, a filter or a sort changes.
  package internal(set) var lists: [ViewKind: EntryList] = [:]
  var headerCounts = HeaderCounts()
  /// Whether the evidence proposes anything: else its column would only stand in the way.
  var hasProposals = false

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

  /// The direction of a paragraph that has none of its own.
  var direction: Direction { isMirrored ? .rightToLeft : .leftToRight }

  var list: EntryList { lists[view] ?? EntryList() }
  var shownEntries: [Entry] { list.entries }
  var position: ListPosition { positions[view] ?? ListPosition() }

  /// The entry under the marker.
  package var selectedEntry: Entry? {
    let shown = shownEntries
    return shown.indices.contains(position.index) && shown[position.index].isSelectable ? shown[position.index] : nil
  }
}

/// The text field in the footer.
enum Input: Hashable, Sendable {
  case search(TextField)
  case filter(TextField)

  var field: TextField {
    switch self {
    case .search(let field), .filter(let field): field
    }
  }
}

/// How much of the screen the details take, in percent.
package struct PaneShare: Hashable, Sendable {
  package var beside = 40
  package var below = 50

  package static let range = 20...75

  package init(beside: Int = 40, below: Int = 50) {
    self.beside = min(max(Self.range.lowerBound, beside), Self.range.upperBound)
    self.below = min(max(Self.range.lowerBound, below), Self.range.upperBound)
  }
}

/// What a new V3 does beside being shown.
package enum Bell: String, CaseIterable, Sendable { case audible, visual, off }
