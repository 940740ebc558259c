import Readiness
import TerminalText

/// Where a text stands within the width it is given.
enum TextAlignment {
  /// At the side where reading begins on this screen.
  case leading
  case trailing
  /// Left for a left-to-right paragraph, right for a right-to-left one, whatever the language of the screen.
  case byDirection

  /// The side of the terminal that it comes to.
  func side(isMirrored: Bool) -> Alignment {
    switch self {
    case .leading: isMirrored ? .right : .left
    case .trailing: isMirrored ? .left : .right
    case .byDirection: .byDirection
    }
  }
}

/// A frame that is drawn from the side where reading begins: everything placed on it mirrors in an Arabic screen.
struct Canvas {
  var frame: Frame
  let theme: Theme
  let isMirrored: Bool
  private let way: OutputWay
  private let lines: LineCache

  init(_ state: DashboardState) {
    frame = Frame(columns: max(1, state.columns), rows: max(1, state.rows))
    theme = state.options.theme
    isMirrored = state.isMirrored
    way = state.options.way
    lines = state.lines
  }

  var columns: Int { frame.columns }

  /// The direction of a paragraph that has none of its own.
  var direction: Direction { isMirrored ? .rightToLeft : .leftToRight }

  /// Puts one line of text, cut to `width`, on the screen.
  mutating func put(
    _ text: StyledText, row: Int, leading: Int, width: Int, alignment: TextAlignment = .byDirection
  ) {
    guard width > 0, row >= 0, row < frame.rows else { return }
    put(line(of: text, fitting: width), row: row, leading: leading, width: width, alignment: alignment)
  }

  mutating func put(
    _ text: String, _ role: Role, row: Int, leading: Int, width: Int, alignment: TextAlignment = .leading
  ) {
    put(StyledText(text, theme[role]), row: row, leading: leading, width: width, alignment: alignment)
  }

  mutating func put(_ line: Line, row: Int, leading: Int, width: Int, alignment: TextAlignment = .byDirection) {
    guard width > 0, row >= 0, row < frame.rows else { return }
    let isAtRight = line.isAtRight(alignment.side(isMirrored: isMirrored))
    let start = isMirrored ? columns - leading - width : leading
    frame.draw(
      theme.sparingDots(line), row: row, column: start + (isAtRight ? max(0, width - line.width) : 0), maxWidth: width)
  }

  /// A horizontal line.
  mutating func rule(row: Int, leading: Int, width: Int) {
    put(String(repeating: "─", count: max(0, width)), .line, row: row, leading: leading, width: width)
  }

  /// A vertical line, one column wide.
  mutating func verticalRule(row: Int, leading: Int, rows: Int) {
    for offset in 0..<max(0, rows) { put("│", .line, row: row + offset, leading: leading, width: 1) }
  }

  /// Puts pieces one behind the other, each as its own paragraph, as long as they fit whole; the first is cut where it is
  /// too wide alone.
  ///
  /// - Parameter cutsLast: the first that does not fit is cut rather than left out.
  /// - Returns: the columns used.
  @discardableResult
  mutating func putPieces(
    _ pieces: [StyledText], gap: Int, row: Int, leading: Int, width: Int, cutsLast: Bool = false
  ) -> Int {
    var used = 0
    for (index, piece) in pieces.enumerated() {
      let start = index == 0 ? 0 : used + gap
      let fits = start + self.width(of: piece) <= width
      guard fits || index == 0 || cutsLast else { break }
      let line = line(of: piece, fitting: fits ? nil : max(0, width - start))
      put(line, row: row, leading: leading + start, width: line.width, alignment: .leading)
      used = start + line.width
      if !fits { break }
    }
    return used
  }

  /// Puts groups of pieces one behind the other as long as they fit whole: a key and its word stay together.
  mutating func putGroups(_ groups: [[StyledText]], gap: Int, row: Int, leading: Int, width: Int) {
    var used = 0
    for (index, group) in groups.enumerated() {
      let start = index == 0 ? 0 : used + gap
      let wanted = group.reduce(-1) { $0 + 1 + self.width(of: $1) }
      guard start + wanted <= width || index == 0 else { break }
      used = start + putPieces(group, gap: 1, row: row, leading: leading + start, width: width - start)
    }
  }

  /// The width that a text takes in one line.
  func width(of text: StyledText) -> Int { line(of: text, fitting: nil).width }

  private func line(of text: StyledText, fitting width: Int?) -> Line {
    lines.line(text, fitting: width, direction, way)
  }
}

extension StyledText {
  init(_ text: String, _ role: Role, _ theme: Theme) { self.init(text, theme[role]) }
}
