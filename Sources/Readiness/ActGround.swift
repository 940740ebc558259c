// Two people act on one incident at once: whoever comes second is judged by what the first has done. So the ground that an
// act is judged on is a snapshot at first, for showing what is possible, and is renewed from the newest events under the
// log's lock before anything is written.

/// What acts are judged by.
package struct ActGround: Sendable {
  package private(set) var now: Instant
  private let checkpoints: [String: Checkpoint]
  private let derived: [String: AssessedDerivation]
  /// By folded key or name, as the matrix spells them.
  private let rows: [String: String]
  private let dimensions: [String: String]
  private let hasMatrix: Bool
  private var incidents: [String: Incident]
  private var exceptions: [String: ExceptionRecord]
  /// The events of what was renewed.
  private var events: [String: [Event]] = [:]

  /// - Parameter entities: what it will be asked about; nil: anything. Of thousands of incidents an act concerns one.
  package init(_ workspace: Workspace, _ assessment: Assessment, about entities: Set<String>? = nil) {
    now = assessment.now
    /// By index: an incident is large, and of thousands one is wanted.
    func byID<Value>(_ values: [Value], _ id: (Int) -> String) -> [String: Value] {
      var known: [String: Value] = [:]
      for index in values.indices(of: entities, by: id) where known[id(index)] == nil {
        known[id(index)] = values[index]
      }
      return known
    }
    checkpoints = byID(assessment.checkpoints) { assessment.checkpoints[$0].id }
    derived = byID(assessment.derived) { assessment.derived[$0].incident.id }
    incidents = byID(assessment.incidents) { assessment.incidents[$0].id }
    // What was said last of an exception counts.
    exceptions = Dictionary(
      assessment.exceptions.indices(of: entities) { assessment.exceptions[$0].id }
        .map { (assessment.exceptions[$0].id, assessment.exceptions[$0]) }, uniquingKeysWith: { $1 })
    let tables = workspace.matrix?.tables ?? []
    hasMatrix = workspace.matrix != nil
    func byFolded(_ names: [String]) -> [String: String] {
      Dictionary(names.map { (folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    dimensions = byFolded(tables.flatMap(\.dimensions).map(\.key))
    rows = dimensions.merging(byFolded(tables.flatMap(\.candidates).map(\.name))) { first, _ in first }
  }

  /// Folds anew what the events say of these entities.
  package mutating func renew(_ entities: Set<String>, from all: [Event], now: Instant) {
    self.now = now
    for entity in entities { events[entity] = [] }
    for event in all where entities.contains(event.entity) { events[event.entity]?.append(event) }
    for entity in entities { refold(entity) }
  }

  /// Takes in an event that is about to be written.
  package mutating func take(_ event: Event) {
    events[event.entity, default: []].append(event)
    refold(event.entity)
  }

  private mutating func refold(_ entity: String) {
    // Whatever stands in the log has happened, also where another machine's clock runs ahead of this one.
    let fold = EventFold(events[entity] ?? [], now: Instant(seconds: .max))
    incidents[entity] =
      checkpoints[entity]?.incident(in: fold)
      ?? derived[entity].map { $0.incident.incident(in: fold, dimension: $0.dimension) } ?? fold.incidents[entity]
    exceptions[entity] = fold.exceptions.last { $0.id == entity }
  }

  package func incident(_ id: String) -> Incident? { incidents[id] }

  package func exception(_ id: String) -> ExceptionRecord? { exceptions[id] }

  /// The newest event of something that was renewed.
  package func lastEvent(of entity: String) -> Event? { events[entity]?.last }

  /// A dimension's key as the matrix spells it.
  package func dimension(_ name: String) -> String? { dimensions[folded(name)] }

  /// A dimension's key or a candidate's name as the matrix spells it.
  package func row(_ name: String) -> String? { rows[folded(name)] }

  var knowsDimensions: Bool { hasMatrix }

  /// The severity that the files alone give an incident; nil where no file makes it.
  func derivedSeverity(of id: String) -> Severity? { checkpoints[id]?.severity ?? derived[id]?.incident.severity }
}

extension [Act] {
  /// All that they concern.
  package var concerned: Set<String> { reduce(into: []) { $0.formUnion($1.judgedBy) } }
}

extension Act {
  /// Whose events it is judged by.
  package var judgedBy: Set<String> {
    switch self {
    case .open: []
    case .record(let exception): [exception.covers]
    default: [entity]
    }
  }
}

extension Array {
  /// Where these entities stand; nil: where any does. To compare with a few names costs less than to hash thousands.
  package func indices(of entities: Set<String>?, by id: (Int) -> String) -> [Int] {
    guard let entities else { return Array<Int>(indices) }
    guard entities.count > 8 else {
      let names = Array<String>(entities)
      return indices.filter { index in
        let name = id(index)
        return names.contains { $0 == name }
      }
    }
    return indices.filter { entities.contains(id($0)) }
  }
}
