/// Text in logical order in which every scalar has a style.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// In logical order, as the source has it.
  public private(set) var string: String
  private var count: Int
  /// The style at the start, and then only where it changes: most texts have one style, and a screen makes hundreds of
  /// texts for every key.
  private var first: Style
  private var changes: [Change] = []

  private struct Change: Hashable, Sendable {
    /// The offset of the scalar from which on the style holds.
    var start: Int
    var style: Style
  }

  public init() { self.init("") }

  public init(_ string: String, _ style: Style = .plain) {
    self.string = string
    count = string.unicodeScalars.count
    first = count == 0 ? .plain : style
  }

  public init(stringLiteral value: String) { self.init(value) }

  /// One for each of `string.unicodeScalars`.
  public var styles: [Style] {
    var styles: [Style] = []
    styles.reserveCapacity(count)
    for (style, end) in runs { styles += Array(repeating: style, count: end - styles.count) }
    return styles
  }

  /// The pieces of one style each, in order, with the offset of the scalar behind each.
  var runs: [(style: Style, end: Int)] {
    guard !changes.isEmpty else { return [(first, count)] }
    var runs = [(first, changes[0].start)]
    for (index, change) in changes.enumerated() {
      runs.append((change.style, index + 1 < changes.count ? changes[index + 1].start : count))
    }
    return runs
  }

  /// The style of a scalar; plain where there is none.
  func style(at offset: Int) -> Style {
    guard offset < count else { return .plain }
    return changes.last { $0.start <= offset }?.style ?? first
  }

  public mutating func append(_ string: String, _ style: Style = .plain) { append(StyledText(string, style)) }

  public mutating func append(_ text: StyledText) {
    guard text.count > 0 else { return }
    let start = count
    string += text.string
    count += text.count
    hold(text.first, from: start)
    for change in text.changes { hold(change.style, from: start + change.start) }
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// Changes the styles of some scalars; offsets beyond the end are left out.
  public mutating func restyle(_ scalars: Range<Int>, _ change: (Style) -> Style) {
    let range = scalars.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    let old = runs
    changes = []
    var start = 0
    for (style, end) in old {
      let (lower, upper) = (max(start, range.lowerBound), min(end, range.upperBound))
      if lower < upper {
        if start < lower { hold(style, from: start) }
        hold(change(style), from: lower)
        if upper < end { hold(style, from: upper) }
      } else {
        hold(style, from: start)
      }
      start = end
    }
  }

  /// Lets a style hold from a scalar to the end.
  private mutating func hold(_ style: Style, from start: Int) {
    guard start > 0 else {
      first = style
      return
    }
    if (changes.last?.style ?? first) != style { changes.append(Change(start: start, style: style)) }
  }
}
