// What the docs tree of a workspace is found to be: how much there is, which of its links lead nowhere, what should have been
// reviewed, and what the source-of-truth index says. Small, however many links there are: what is right is only counted.

/// The docs tree of a workspace.
package struct DocumentTree: Hashable, Sendable {
  /// Markdown files read.
  package var documents: Int
  /// Links and images that lead into the workspace: every one was checked.
  package var links: Int
  /// Links to elsewhere (`https:`, `mailto:` …), which are never followed.
  package var urls: Int
  /// In the order of paths and lines; no more than `keptProblems`.
  package var problems: [LinkProblem]
  /// How many there are of each kind, also of those that `problems` has no room for.
  package var problemCounts: [LinkProblem.Kind: Int]
  /// Documents that say how often they are reviewed or when they were last, in the order of paths.
  package var reviews: [DocumentReview]
  /// The rows of the source-of-truth index; empty where there is none.
  package var sources: [SourceOfTruth]
  /// The files that are the index, relative to the workspace.
  package var indexes: [String]
  /// The folders in which a change can change any of this, relative to the workspace, `""` for the workspace itself.
  package var folders: [String]

  package init(
    documents: Int, links: Int = 0, urls: Int = 0, problems: [LinkProblem] = [],
    problemCounts: [LinkProblem.Kind: Int] = [:], reviews: [DocumentReview] = [], sources: [SourceOfTruth] = [],
    indexes: [String] = [], folders: [String] = []
  ) {
    self.documents = documents
    self.links = links
    self.urls = urls
    self.problems = problems
    self.problemCounts = problemCounts
    self.reviews = reviews
    self.sources = sources
    self.indexes = indexes
    self.folders = folders
  }

  /// A generated file can hold a million broken links.
  package static let keptProblems = 5_000
}

/// A link that does not lead where it says.
package struct LinkProblem: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case broken, brokenAnchor, outside, undefinedReference
  }

  package var kind: Kind
  package var location: SourceLocation
  /// The destination as written; of an undefined reference its text, `[text][name]`.
  package var target: String
  /// What is there under nearly that name: another case, another hamza, an `.md` left out.
  package var nearest: String?

  package init(_ kind: Kind, at location: SourceLocation, target: String, nearest: String? = nil) {
    self.kind = kind
    self.location = location
    self.target = target
    self.nearest = nearest
  }
}

/// What a document's front matter says of its review.
package struct DocumentReview: Hashable, Sendable {
  package let location: SourceLocation
  /// As written; empty where it is not said.
  package let cadence: String
  /// As written: the later of `last_updated` and `last_reviewed`; empty where it is not said.
  package let lastReview: String
  package let owner: String
  /// Superseded and archived documents are no longer reviewed.
  package let isRetired: Bool
  package let period: ReviewCadence?
  package let day: CalendarDay?

  package init(
    location: SourceLocation, cadence: String, lastReview: String, owner: String = "", isRetired: Bool = false
  ) {
    self.location = location
    self.cadence = isUnfilled(cadence) ? "" : cadence
    self.lastReview = isUnfilled(lastReview) ? "" : lastReview
    self.owner = isUnfilled(owner) ? "" : owner
    self.isRetired = isRetired
    period = ReviewCadence(written: self.cadence)
    day = CalendarDay(written: self.lastReview)
  }
}

/// A row of the source-of-truth index.
package struct SourceOfTruth: Hashable, Sendable {
  package var topic: String
  /// The one place where it is true; several where a cell names several.
  package var canonical: [SourceReference]
  /// Copies that others read.
  package var shadows: [SourceReference]
  /// Empty where nobody is named.
  package var owner: String
  /// Its cadence column, with the date of its own column or else of the canonical file.
  package var review: DocumentReview
  package var location: SourceLocation

  package init(
    topic: String, canonical: [SourceReference], shadows: [SourceReference] = [], owner: String = "",
    review: DocumentReview, location: SourceLocation
  ) {
    self.topic = topic
    self.canonical = canonical
    self.shadows = shadows
    self.owner = isUnfilled(owner) ? "" : owner
    self.review = review
    self.location = location
  }
}

/// What a cell of the index names.
package struct SourceReference: Hashable, Sendable {
  package enum State: String, Sendable { case present, missing, outside, unchecked }

  /// As written.
  package var target: String
  /// Relative to the workspace; nil for what is no file.
  package var path: String?
  package var state: State

  package init(_ target: String, path: String? = nil, state: State) {
    self.target = target
    self.path = path
    self.state = state
  }
}

/// Whether a field holds no more than the template's place for a value: `…`, `TBD`, `YYYY-MM-DD`, `{{DATE}}`, `<date>`.
package func isUnfilled(_ text: String) -> Bool {
  if let first = text.utf8.first, (49...57).contains(first) { return false }
  let text = folded(String(text.prefix(60)))
  if text.allSatisfy({ !$0.isLetter && !$0.isNumber }) || unfilled.contains(text) { return true }
  return (text.hasPrefix("{{") && text.hasSuffix("}}")) || (text.hasPrefix("<") && text.hasSuffix(">"))
}

private let unfilled = Set(
  [
    "TBD", "TODO", "none", "n/a", "na", "null", "unknown", "YYYY-MM-DD", "YYYY-MM", "لا يوجد", "لا توجد", "بلا",
    "غير محدد", "غير محددة", "قريبا", "يحدد لاحقا",
  ].map { folded($0) })
