package import Readiness

/// What one record of a list offers to a filter, folded once so that it can be asked often.
package struct FilterRecord: Hashable, Sendable {
  /// The texts that a filter can look into by name.
  package enum Field: Hashable, Sendable { case owner, dimension, rule, candidate }

  /// The UTF-8 of everything shown, folded line by line.
  private(set) var text: [UInt8]
  package private(set) var facts: FilterFacts
  /// When its age began; nil: it has none.
  package private(set) var since: Instant?
  private var owner: [UInt8]?
  private var dimension: [UInt8]?
  private var rule: [UInt8]?
  private var candidate: [UInt8]?

  /// - Parameters:
  ///   - text: everything that is shown of the record; what stands in two lines is never one phrase.
  ///   - owner: empty where nobody is named; nil where this kind of record has no owner. The other texts likewise; one
  ///     that has several spellings holds them as lines.
  package init(
    text: String, facts: FilterFacts = [], since: Instant? = nil, owner: String? = nil, dimension: String? = nil,
    rule: String? = nil, candidate: String? = nil
  ) {
    self.text = foldedBytes(text)
    self.facts = facts
    self.since = since
    self.owner = owner.map(foldedBytes)
    self.dimension = dimension.map(foldedBytes)
    self.rule = rule.map(foldedBytes)
    self.candidate = candidate.map(foldedBytes)
  }

  func folded(_ field: Field) -> [UInt8]? {
    switch field {
    case .owner: owner
    case .dimension: dimension
    case .rule: rule
    case .candidate: candidate
    }
  }
}
