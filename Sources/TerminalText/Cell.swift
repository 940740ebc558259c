/// One column of a screen, or two for a wide character: the first holds the text, the second is its continuation.
public struct Cell: Hashable, Sendable {
  /// A base and up to four marks, as it goes to the terminal; empty in the second column of a wide character.
  public var text: String
  /// Columns: 1 or 2; 0 in the second column of a wide character.
  public var width: Int
  public var style: Style

  public init(_ text: String, width: Int = 1, style: Style = .plain) {
    self.text = text
    self.width = width
    self.style = style
  }

  public static func blank(_ style: Style = .plain) -> Cell { Cell(" ", style: style) }

  /// The second column of a wide character.
  public static func continuation(_ style: Style = .plain) -> Cell { Cell("", width: 0, style: style) }
}
