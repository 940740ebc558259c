/// One line of laid-out text: cells in the order in which they go to the terminal, from the left.
public struct Line: Hashable, Sendable {
  public var cells: [Cell] = []
  /// The direction of the paragraph it belongs to.
  public var direction = Direction.leftToRight

  public init() {}

  public init(cells: [Cell], direction: Direction) {
    self.cells = cells
    self.direction = direction
  }

  /// Columns.
  public var width: Int { cells.count }

  /// Whether it stands at the right of a wider place.
  public func isAtRight(_ alignment: Alignment) -> Bool {
    switch alignment {
    case .left: false
    case .right: true
    case .byDirection: direction == .rightToLeft
    }
  }

  /// The line with blanks around it, as wide as `width`; a wider line stays as it is.
  public func padded(to width: Int, alignment: Alignment) -> Line {
    let missing = width - self.width
    guard missing > 0 else { return self }
    let blanks = [Cell](repeating: .blank(), count: missing)
    return Line(cells: isAtRight(alignment) ? blanks + cells : cells + blanks, direction: direction)
  }
}
