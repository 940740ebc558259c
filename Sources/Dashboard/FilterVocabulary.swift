package import Readiness

/// The words that a workspace's own records add to those of the filter language, to be offered when values are typed.
package struct FilterVocabulary: Hashable, Sendable {
  package struct Word: Hashable, Sendable {
    package var text: String
    /// What it says in full.
    package var help: Wording?

    package init(_ text: String, help: Wording? = nil) {
      self.text = text
      self.help = help
    }
  }

  private var words: [FilterRecord.Field: [Word]] = [:]

  package init() {}

  package init(owners: [Word] = [], dimensions: [Word] = [], rules: [Word] = [], candidates: [Word] = []) {
    words = [.owner: owners, .dimension: dimensions, .rule: rules, .candidate: candidates]
  }

  package init(_ assessment: Assessment) {
    var owners = Tally()
    for owner in assessment.dimensions.map(\.dimension.owner) + assessment.candidates.map(\.owner) { owners.add(owner) }
    for incident in assessment.incidents { owners.add(incident.owner ?? "") }
    var rules = Tally()
    for rule in assessment.incidents.lazy.compactMap(\.rule) { rules.add(rule.rawValue) }
    for rule in assessment.checkpoints.lazy.compactMap(\.rule) { rules.add(rule.rawValue) }
    for reason in assessment.reasons { rules.add(reason.code.rawValue) }
    for finding in assessment.findings { rules.add(finding.code.rawValue) }
    self.init(
      owners: owners.commonestFirst.map { Word($0) },
      dimensions: assessment.dimensions.map {
        Word($0.dimension.key, help: Wording(verbatim: $0.dimension.label, $0.dimension.label))
      },
      rules: rules.commonestFirst.map { Word($0, help: DerivationRule(rawValue: $0)?.wording) },
      candidates: assessment.candidates.map { Word($0.name, help: Wording(verbatim: $0.label, $0.label)) })
  }

  package subscript(field: FilterRecord.Field) -> [Word] { words[field] ?? [] }
}

/// Counts spellings; those that fold together are one, in the spelling that is used most.
private struct Tally {
  private var counts: [String: Int] = [:]

  mutating func add(_ text: String) {
    if !text.isEmpty { counts[text, default: 0] += 1 }
  }

  var commonestFirst: [String] {
    let spellings = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var totals: [String: (text: String, count: Int)] = [:]
    for (text, count) in spellings { totals[folded(text), default: (text, 0)].count += count }
    return totals.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value.text)
  }
}
