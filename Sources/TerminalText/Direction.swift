/// Which way a paragraph, or the screen, is read.
public enum Direction: Hashable, Sendable {
  case leftToRight, rightToLeft
}

/// Where a line stands within a width.
public enum Alignment: Hashable, Sendable {
  case left, right
  /// Left for a left-to-right line, right for a right-to-left one.
  case byDirection
}
