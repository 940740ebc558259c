extension Assessment {
  /// Takes in how incidents stand after an act, before everything is read and judged anew: of 10,000 incidents that takes
  /// longer than anybody waits. They keep their places among the others, and the verdict stays what it was.
  package mutating func renew(_ renewed: [Incident], by configuration: Configuration) {
    let byID = Dictionary(renewed.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for index in incidents.indices(of: Set(byID.keys), by: { incidents[$0].id }) {
      guard var incident = byID[incidents[index].id] else { continue }
      (incident.dimension, incident.location) = (incidents[index].dimension, incidents[index].location)
      incident.exception = incident.severity == .v3 ? nil : incidents[index].exception
      incident.clock = incident.clock(configuration.serviceLevels)
      incidents[index] = incident
    }
  }
}
