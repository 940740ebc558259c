// OpenLineage (https://openlineage.io/spec): jobs read and write datasets and tell so in events, each at a time of its own.
// What is kept of an event is what makes the graph: who read and wrote what, and how it ended.

/// The name of a job or of a dataset: both parts together are unique, and case matters.
package struct LineageName: Hashable, Comparable, Sendable {
  package var namespace: String
  package var name: String

  package init(_ namespace: String, _ name: String) {
    self.namespace = namespace
    self.name = name
  }

  package static func < (left: LineageName, right: LineageName) -> Bool {
    (left.name, left.namespace) < (right.name, right.namespace)
  }
}

/// A dataset as an event names it.
package struct LineageDataset: Hashable, Sendable {
  package var name: LineageName
  /// Other names of the same dataset (the symlinks facet).
  package var aliases: [LineageName]
  /// What the event says about it by tags, as `consumer=customer_reports`.
  package var tags: [String]
  /// The assertions that failed (the dataQualityAssertions facet), as `not_null(id)`; nil where none were made.
  package var failedAssertions: [String]?

  package init(
    _ name: LineageName, aliases: [LineageName] = [], tags: [String] = [], failedAssertions: [String]? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.tags = tags
    self.failedAssertions = failedAssertions
  }
}

/// One OpenLineage event.
package struct LineageEvent: Hashable, Sendable {
  /// A run's state, or an event without a run: what a job or a dataset is by design.
  package enum Kind: String, Sendable {
    case start = "START"
    case running = "RUNNING"
    case complete = "COMPLETE"
    case abort = "ABORT"
    case fail = "FAIL"
    case other = "OTHER"
    case job = "JOB"
    case dataset = "DATASET"
  }

  package var kind: Kind
  /// nil where the file tells no time that can be read: then the event adds to what is known and replaces nothing.
  package var time: Timestamp?
  package var runID: String?
  /// nil for an event about a dataset alone.
  package var job: LineageName?
  /// What the job is part of, nearest first: the parent facet’s job, and its root.
  package var parents: [LineageName]
  /// What the event says about the job by tags, as `consumer=models`.
  package var tags: [String]
  package var inputs: [LineageDataset]
  package var outputs: [LineageDataset]
  package var location: SourceLocation

  package init(
    _ kind: Kind, time: Timestamp? = nil, runID: String? = nil, job: LineageName? = nil, parents: [LineageName] = [],
    tags: [String] = [], inputs: [LineageDataset] = [], outputs: [LineageDataset] = [], location: SourceLocation
  ) {
    self.kind = kind
    self.time = time
    self.runID = runID
    self.job = job
    self.parents = parents
    self.tags = tags
    self.inputs = inputs
    self.outputs = outputs
    self.location = location
  }
}

/// What a workspace says of its lineage: the events, and the documents that choose a tool for it.
package struct Lineage: Hashable, Sendable {
  /// Relative to the workspace.
  package var files: [String]
  /// In the order of files and lines.
  package var events: [LineageEvent]
  package var choices: [CatalogChoice]

  package init(files: [String] = [], events: [LineageEvent] = [], choices: [CatalogChoice] = []) {
    self.files = files
    self.events = events
    self.choices = choices
  }
}
