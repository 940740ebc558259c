package import Readiness

/// How `gate` and `lint` write for programs.
package struct CheckOptions: Hashable, Sendable {
  /// Of titles and messages; codes and keys are the same in every language.
  package var language: Language
  package var root: SourceRoot
  /// What the program will exit with.
  package var exitCode: Int
  /// Whether informational findings make lint fail too.
  package var isStrict: Bool
  package var toolVersion: String

  package init(
    language: Language = .english, root: SourceRoot = SourceRoot(), exitCode: Int = 0, isStrict: Bool = false,
    toolVersion: String = ""
  ) {
    self.language = language
    self.root = root
    self.exitCode = exitCode
    self.isStrict = isStrict
    self.toolVersion = toolVersion
  }

  /// Whether such a finding makes lint fail.
  func fails(_ finding: Finding) -> Bool { isStrict || finding.severity >= .v1 }
}
