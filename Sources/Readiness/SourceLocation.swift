/// A place in a file of the workspace.
package struct SourceLocation: Hashable, Sendable {
  /// Relative to the workspace, `/` between folders.
  package var path: String
  /// 1-based; nil where the whole file is meant.
  package var line: Int?

  package init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  /// `docs/MATRIX.md:12`, or the path alone.
  package var description: String { line.map { "\(path):\($0)" } ?? path }
}
