import Readiness
import TerminalText

// What changes on disk while somebody looks: the rows that are new or different stand out once and settle; a new V3 says
// so and rings.

/// The rows that have just changed.
struct Flashes: Hashable, Sendable {
  var ids: Set<String> = []
  var until: Instant?
  /// What each row was made of when it was last read.
  var fingerprints: [String: Int] = [:]
  /// The open V3 of that reading.
  var gravest: Set<String> = []

  /// How long a change stands out.
  static let seconds: Int64 = 2
}

extension DashboardState {
  /// Takes a new verdict as what is shown and marks what is different from before.
  ///
  /// - Returns: what is to be done outside.
  mutating func adopt(_ assessment: Assessment, isAnotherReading: Bool) -> [Effect] {
    self.assessment = assessment
    filterRecords = [:]
    headerCounts = HeaderCounts(assessment)
    hasProposals = assessment.dimensions.contains { $0.proposal != nil }
    rebuildEntries()
    restoreSelections()
    if isAnotherReading, !shownViews.contains(view) { view = .readiness }
    guard isAnotherReading else { return [] }
    let fingerprints = fingerprints(of: assessment)
    let gravest = assessment.incidents.filter { $0.severity == .v3 && $0.isOpen }
    let isFirst = flashes.fingerprints.isEmpty
    defer {
      flashes.fingerprints = fingerprints
      flashes.gravest = Set(gravest.map(\.id))
    }
    guard !isFirst else { return [] }
    let changed = fingerprints.filter { flashes.fingerprints[$0.key] != $0.value }
    if !changed.isEmpty {
      flashes.ids = Set(changed.keys)
      flashes.until = now.advanced(bySeconds: Flashes.seconds)
    }
    return announce(gravest)
  }

  /// Says what has become V3 since the last reading: what an act has shown meanwhile was not said by anybody.
  private mutating func announce(_ gravest: [Incident]) -> [Effect] {
    let new = gravest.filter { !flashes.gravest.contains($0.id) }
    guard let first = new.first else { return [] }
    notice = Strings.newGravest(first.title, first.title(in: .arabic), others: new.count - 1)
    return options.bell == .off ? [] : [.ring(options.bell)]
  }

  /// Lets what has stood out long enough settle.
  mutating func settle() {
    if let until = flashes.until, until <= now {
      flashes.ids = []
      flashes.until = nil
    }
  }

  func isFlashing(_ entry: Entry) -> Bool { flashes.ids.contains(entry.id) }

  func flashed(_ cell: CellText) -> CellText {
    cell.mapped { text in
      var text = text
      text.restyle(0..<text.string.unicodeScalars.count) { $0.adding(.reverse) }
      return text
    }
  }

  private func fingerprints(of assessment: Assessment) -> [String: Int] {
    var result: [String: Int] = [:]
    for assessed in assessment.dimensions {
      let dimension = assessed.dimension
      var print = Fingerprint([dimension.label, dimension.rawStatus, dimension.owner, dimension.notes])
      for item in dimension.evidence { print.hasher.combine(item.state) }
      result["dimension:\(dimension.key)"] = print.value
    }
    for candidate in assessment.candidates {
      result["candidate:\(candidate.name)"] =
        Fingerprint([candidate.rawStatus, candidate.owner, candidate.notes]).value
    }
    for incident in assessment.incidents {
      var print = Fingerprint([incident.title])
      print.hasher.combine(incident.history.count)
      print.hasher.combine(incident.severity)
      print.hasher.combine(incident.state)
      result[incident.id] = print.value
    }
    for checkpoint in assessment.checkpoints {
      var print = Fingerprint([checkpoint.result.path])
      print.hasher.combine(checkpoint.succeeded)
      result[checkpoint.id] = print.value
    }
    return result
  }
}

/// What a row is made of, as a number.
private struct Fingerprint {
  var hasher = Hasher()

  init(_ texts: [String]) {
    for text in texts { hasher.combine(bytesOf: text) }
  }

  var value: Int { hasher.finalize() }
}
