/// A metric as a table defines it.
package struct MetricDefinition: Hashable, Sendable {
  /// As written: `orders.gmv_daily`. Empty where the row names none.
  package var key: String
  package var definition: String
  /// Empty where nobody is named; nil where the table has no column for it.
  package var owner: String?
  package var location: SourceLocation

  package init(key: String, definition: String = "", owner: String? = nil, location: SourceLocation) {
    self.key = key
    self.definition = definition
    self.owner = owner
    self.location = location
  }
}

/// A name in code or in a dashboard that is, or could be, a metric's key.
package struct MetricMention: Hashable, Sendable {
  package var key: String
  package var location: SourceLocation
  /// It is given to something that is called metric: `metric("orders.gmv_daily")`, `"metric_key": "orders.gmv_daily"`.
  package var isNamed: Bool

  package init(_ key: String, at location: SourceLocation, isNamed: Bool) {
    self.key = key
    self.location = location
    self.isNamed = isNamed
  }
}

/// The semantic metrics dictionary: one key, one definition, one owner.
package struct MetricsDictionary: Hashable, Sendable {
  /// A table of the dictionary that has no column for an owner: said once, not for each row.
  package struct OwnerlessTable: Hashable, Sendable {
    package var location: SourceLocation
    /// How many metrics it defines.
    package var count: Int

    package init(location: SourceLocation, count: Int) {
      self.location = location
      self.count = count
    }
  }

  /// The files of the dictionary, relative to the workspace.
  package var files: [String]
  /// In the order of files and lines.
  package var definitions: [MetricDefinition]
  package var ownerlessTables: [OwnerlessTable]
  /// What tables elsewhere in the docs define.
  package var others: [MetricDefinition]
  /// From the folders of `metrics.source`; empty where none is configured.
  package var mentions: [MetricMention]

  package init(
    files: [String], definitions: [MetricDefinition] = [], ownerlessTables: [OwnerlessTable] = [],
    others: [MetricDefinition] = [], mentions: [MetricMention] = []
  ) {
    self.files = files
    self.definitions = definitions
    self.ownerlessTables = ownerlessTables
    self.others = others
    self.mentions = mentions
  }
}
