/// Who last changed a line in Git.
package struct Blame: Hashable, Sendable {
  package var location: SourceLocation
  /// nil: the line is not committed yet.
  package var commit: String?
  package var author: String
  package var moment: Instant
  package var summary: String

  package init(location: SourceLocation, commit: String?, author: String, moment: Instant, summary: String) {
    self.location = location
    self.commit = commit
    self.author = author
    self.moment = moment
    self.summary = summary
  }
}
