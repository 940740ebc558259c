/// A readiness matrix as its file has it, before it is known which release candidate is judged.
package struct Matrix: Hashable, Sendable {
  /// Relative to the workspace.
  package var path: String
  package var frontMatter: FrontMatter?
  package var tables: [MatrixTable]

  package init(path: String, frontMatter: FrontMatter? = nil, tables: [MatrixTable] = []) {
    self.path = path
    self.frontMatter = frontMatter
    self.tables = tables
  }
}

/// The YAML front matter of a document, all of it optional.
package struct FrontMatter: Hashable, Sendable {
  package var owner: String?
  package var status: String?
  package var reviewCadence: String?
  package var lastUpdated: String?
  package var related: [String]

  package init(
    owner: String? = nil, status: String? = nil, reviewCadence: String? = nil, lastUpdated: String? = nil,
    related: [String] = []
  ) {
    self.owner = owner
    self.status = status
    self.reviewCadence = reviewCadence
    self.lastUpdated = lastUpdated
    self.related = related
  }
}

/// One readiness table of a matrix file.
package struct MatrixTable: Hashable, Sendable {
  /// The texts of the headings above it, outermost first.
  package var headings: [String]
  /// The release candidate named by the nearest heading above that names one; nil where the table belongs to all.
  package var candidate: String?
  /// A heading above it says template or قالب: it counts only where no other table applies.
  package var isTemplate: Bool
  package var dimensions: [Dimension]
  package var candidates: [Candidate]
  /// 1-based line of the header row.
  package var line: Int

  package init(
    headings: [String] = [], candidate: String? = nil, isTemplate: Bool = false, dimensions: [Dimension] = [],
    candidates: [Candidate] = [], line: Int = 1
  ) {
    self.headings = headings
    self.candidate = candidate
    self.isTemplate = isTemplate
    self.dimensions = dimensions
    self.candidates = candidates
    self.line = line
  }
}

/// A row of the matrix: what is claimed of one dimension (البُعد).
package struct Dimension: Hashable, Sendable {
  /// The bold part of the first cell, else the whole of it: `docs truth`.
  package var key: String
  /// The first cell as plain text: `docs truth (مصدر واحد)`.
  package var label: String
  package var status: Status
  /// The status cell as plain text, as written.
  package var rawStatus: String
  /// Empty where nobody is named.
  package var owner: String
  package var notes: String
  /// What a severity column of the matrix says, as written; nil without such a column. Shown, never judged.
  package var rawSeverity: String?
  package var evidence: [EvidenceItem]
  /// Columns that have no role, in file order.
  package var extras: [ExtraColumn]
  package var location: SourceLocation

  package init(
    key: String, label: String, status: Status, rawStatus: String, owner: String = "", notes: String = "",
    rawSeverity: String? = nil, evidence: [EvidenceItem] = [], extras: [ExtraColumn] = [], location: SourceLocation
  ) {
    self.key = key
    self.label = label
    self.status = status
    self.rawStatus = rawStatus
    self.owner = owner
    self.notes = notes
    self.rawSeverity = rawSeverity
    self.evidence = evidence
    self.extras = extras
    self.location = location
  }
}

/// A row whose first cell is an `RC-…` name.
package struct Candidate: Hashable, Sendable {
  package var name: String
  /// The first cell as plain text.
  package var label: String
  package var status: Status
  package var rawStatus: String
  package var owner: String
  package var notes: String
  package var evidence: [EvidenceItem]
  package var extras: [ExtraColumn]
  package var location: SourceLocation

  package init(
    name: String, label: String, status: Status, rawStatus: String, owner: String = "", notes: String = "",
    evidence: [EvidenceItem] = [], extras: [ExtraColumn] = [], location: SourceLocation
  ) {
    self.name = name
    self.label = label
    self.status = status
    self.rawStatus = rawStatus
    self.owner = owner
    self.notes = notes
    self.evidence = evidence
    self.extras = extras
    self.location = location
  }
}

/// A cell of a column that jahiz gives no role.
package struct ExtraColumn: Hashable, Sendable {
  package var header: String
  package var text: String

  package init(header: String, text: String) {
    self.header = header
    self.text = text
  }
}

/// One thing an evidence cell names.
package struct EvidenceItem: Hashable, Sendable {
  package enum Kind: String, Sendable { case path, url, code, text }
  package enum State: String, Sendable { case present, missing, outside, unchecked }

  /// As shown: the link's text, the code span's text, or the words between.
  package var text: String
  /// The link's destination as written; nil for code and text.
  package var target: String?
  package var kind: Kind
  package var state: State
  package var location: SourceLocation

  package init(text: String, target: String? = nil, kind: Kind, state: State, location: SourceLocation) {
    self.text = text
    self.target = target
    self.kind = kind
    self.state = state
    self.location = location
  }
}
