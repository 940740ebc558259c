import CNcurses
import Glibc
import TerminalText

/// Hands frames to ncurses: only rows that changed, so that it compares little; ncurses then sends only what differs, and
/// scrolls where rows have moved.
struct Painter {
  private var colors: ColorPairs
  /// What the screen shows; nil: unknown.
  private var shown: Frame?
  private var isCursorShown: Bool?
  /// The terminal shows links.
  var writesLinks = false

  init(_ colors: ColorPairs) { self.colors = colors }

  /// What is on the screen is lost, or is to be written anew.
  mutating func forget() {
    shown = nil
    isCursorShown = nil
  }

  /// - Parameters:
  ///   - synchronized: the sequences around a large change, if the terminal can show it at once.
  mutating func paint(_ frame: Frame, synchronized: (start: String, end: String)?) {
    let window = jahiz_stdscr()
    let changed = changedRows(from: shown, to: frame)
    if changed.isEmpty, frame.cursor == shown?.cursor { return }
    if shown == nil || shown?.columns != frame.columns || shown?.rows != frame.rows { werase(window) }
    for row in changed where row < Int(jahiz_lines()) { write(frame[row: row], in: row) }
    let isHidden = frame.cursor == nil
    if let cursor = frame.cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    // Where nobody sees the cursor, it need not go back to its place.
    leaveok(window, isHidden)
    if isCursorShown != !isHidden {
      curs_set(isHidden ? 0 : 1)
      isCursorShown = !isHidden
    }
    wnoutrefresh(window)
    if let synchronized, isLarge(changed, from: shown, to: frame) {
      send(synchronized.start)
      doupdate()
      send(synchronized.end)
    } else {
      doupdate()
    }
    if writesLinks {
      let links = newLinks(in: frame, since: shown, changedRows: changed)
      let text = links.map { link in sequence(of: link, in: frame) { colors.look(of: $0) } }.joined()
      if !text.isEmpty { send(text) }
    }
    shown = frame
  }

  private mutating func write(_ cells: ArraySlice<Cell>, in row: Int) {
    let looks = looks(of: cells) { colors.look(of: $0) }
    let columns = Int(jahiz_columns())
    var look = Look.plain
    var rendition = colors.rendition(of: look)
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: columns) { target in
      var count = 0
      for (column, cell) in cells.enumerated() where cell.width > 0 && column < columns {
        if looks[column] != look {
          look = looks[column]
          rendition = colors.rendition(of: look)
        }
        make(target.baseAddress.map { $0 + count }, from: cell, rendition)
        count += 1
      }
      jahiz_put_row(Int32(row), target.baseAddress, Int32(count))
    }
  }

  private func make(
    _ target: UnsafeMutablePointer<cchar_t>?, from cell: Cell, _ rendition: (attributes: attr_t, pair: Int32)
  ) {
    // A base and four marks are what ncurses keeps of a cell.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      var count = 0
      for scalar in cell.text.unicodeScalars.prefix(5) {
        text[count] = wchar_t(bitPattern: scalar.value)
        count += 1
      }
      text[count] = 0
      jahiz_make_cell(target, text.baseAddress, rendition.attributes, rendition.pair)
    }
  }
}
