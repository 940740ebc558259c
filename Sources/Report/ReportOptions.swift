package import Readiness
package import TerminalText

/// How a report for people is written.
package struct ReportOptions: Hashable, Sendable {
  package var language: Language
  /// The width that lines are wrapped to.
  package var columns: Int
  /// Colours, on a terminal only.
  package var usesColor: Bool
  /// What the terminal needs to show Arabic right; nil: a pipe, which gets logical text without escape sequences.
  package var way: OutputWay?
  /// The zone of the moments shown, in seconds east of UTC.
  package var utcOffset: Int
  /// Shows unexpected values of results unmasked.
  package var revealsValues: Bool
  package var toolVersion: String

  package init(
    language: Language = .english, columns: Int = 80, usesColor: Bool = false, way: OutputWay? = nil,
    utcOffset: Int = 0, revealsValues: Bool = false, toolVersion: String = ""
  ) {
    self.language = language
    self.columns = columns
    self.usesColor = usesColor
    self.way = way
    self.utcOffset = utcOffset
    self.revealsValues = revealsValues
    self.toolVersion = toolVersion
  }

  /// An Arabic page on a terminal: jahiz itself sees to it that it reads from the right.
  var isMirrored: Bool { way != nil && language == .arabic }

  /// A date or a path inside an Arabic sentence keeps its parts in order. Marks are for jahiz's own layout, which drops
  /// them: a pipe gets none.
  func leftToRight(_ text: String) -> String { isMirrored ? "\u{200E}\(text)" : text }
}
