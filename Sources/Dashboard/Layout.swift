/// A rectangle of the screen. `leading` counts from the side where reading begins: the right in an Arabic screen.
struct Area: Hashable {
  var row: Int
  var leading: Int
  var rows: Int
  var width: Int
}

/// Where everything stands, for one size of the screen and state of its panes.
struct Layout {
  var header: Area
  /// The line that says why; nil on a low screen.
  var reasonRow: Int?
  var tabRow: Int
  /// The row of column titles; nil where the view has none.
  var titleRow: Int?
  var list: Area
  /// The details; nil while they are closed.
  var pane: Area?
  /// Whether the pane stands beside the list, rather than below it or over it.
  var paneIsBeside = false
  var footerRow: Int
  /// Whether the lanes of the severity board stand side by side.
  var hasLanes = false
  var isZoomed = false

  static let cardRows = 4

  init(_ state: DashboardState) {
    let columns = max(1, state.columns)
    let rows = max(1, state.rows)
    let isLow = rows < 14
    header = Area(row: 0, leading: 0, rows: 1, width: columns)
    reasonRow = isLow ? nil : 1
    tabRow = isLow ? 1 : rows < 28 ? 2 : 3
    footerRow = rows - 1
    let top = tabRow + (rows < 28 ? 1 : 2)
    let body = Area(row: top, leading: 0, rows: max(0, footerRow - top), width: columns)

    var main = body
    switch state.pane {
    case .closed: break
    case .zoomed:
      isZoomed = true
      pane = Area(row: body.row, leading: 1, rows: body.rows, width: max(1, columns - 2))
    case .beside where columns >= 100:
      paneIsBeside = true
      let width = min(max(40, columns * state.paneShare.beside / 100), columns - 40)
      main.width = columns - width - 2
      pane = Area(row: body.row, leading: main.width + 2, rows: body.rows, width: width - 1)
    case .beside where body.rows >= 10:
      // One row is the line between.
      let paneRows = min(max(4, body.rows * state.paneShare.below / 100), body.rows - 4)
      main.rows = body.rows - paneRows - 1
      pane = Area(row: main.row + main.rows + 1, leading: 1, rows: paneRows, width: max(1, columns - 2))
    case .beside:
      isZoomed = true
      pane = Area(row: body.row, leading: 1, rows: body.rows, width: max(1, columns - 2))
    }
    hasLanes = state.view == .severity && main.width >= 100
    let hasTitles = !hasLanes && !isLow
    titleRow = hasTitles ? main.row : nil
    list = hasTitles ? Area(row: main.row + 1, leading: 0, rows: max(0, main.rows - 1), width: main.width) : main
  }

  /// The part of the pane that holds its text: nobody reads lines as long as a wide screen.
  var paneText: Area? {
    pane.map { Area(row: $0.row, leading: $0.leading, rows: $0.rows, width: min($0.width, Self.widestText)) }
  }

  private static let widestText = 100

  /// How many cards of a lane are seen; its first two rows are the lane's heading.
  var cardsPerLane: Int { max(0, list.rows - 2 + 1) / Self.cardRows }

  var pageSize: Int { hasLanes ? cardsPerLane : list.rows }

  /// The rows that the help has for its text.
  var helpRows: Int { max(1, footerRow - list.row) }
}
