import Synchronization
import TerminalText

// From one frame to the next most texts stay what they were: laying each out again for every key would take more time than
// all the rest of a frame. What is kept changes nothing about a frame: the same text at the same width is the same line.

/// Lines that were laid out before.
final class LineCache: Sendable {
  private struct Key: Hashable {
    var text: StyledText
    /// nil: as wide as the text is.
    var width: Int?
    var direction: Direction
    var way: OutputWay

    static func == (left: Key, right: Key) -> Bool {
      left.width == right.width && left.direction == right.direction && left.way == right.way
        && left.text == right.text && left.text.string.utf8.elementsEqual(right.text.string.utf8)
    }

    /// The letters alone: texts that differ only in their look are few.
    func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: text.string)
      hasher.combine(width)
    }
  }

  private let lines = Mutex<[Key: Line]>([:])
  private static let limit = 4_096

  /// One line of a text, cut to `width`.
  func line(_ text: StyledText, fitting width: Int?, _ direction: Direction, _ way: OutputWay) -> Line {
    let key = Key(text: text, width: width, direction: direction, way: way)
    return lines.withLock { lines in
      if let known = lines[key] { return known }
      // Whoever scrolls through thousands of rows leaves most of them behind for good.
      if lines.count >= Self.limit { lines.removeAll(keepingCapacity: true) }
      let paragraph = Paragraph(text, fallback: direction, way: way)
      let line = paragraph.line(fitting: width ?? paragraph.width)
      lines[key] = line
      return line
    }
  }
}
