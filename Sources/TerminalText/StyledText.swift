/// Text in logical order in which every scalar has a style.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// In logical order, as the source has it.
  public private(set) var string: String
  /// One for each of `string.unicodeScalars`.
  public private(set) var styles: [Style]

  public init() {
    string = ""
    styles = []
  }

  public init(_ string: String, _ style: Style = .plain) {
    self.string = string
    styles = [Style](repeating: style, count: string.unicodeScalars.count)
  }

  public init(stringLiteral value: String) { self.init(value) }

  public mutating func append(_ string: String, _ style: Style = .plain) {
    self.string += string
    styles += [Style](repeating: style, count: string.unicodeScalars.count)
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.string += right.string
    sum.styles += right.styles
    return sum
  }

  /// Changes the styles of some scalars; offsets beyond the end are left out.
  public mutating func restyle(_ scalars: Range<Int>, _ change: (Style) -> Style) {
    for offset in scalars.clamped(to: 0..<styles.count) { styles[offset] = change(styles[offset]) }
  }
}
