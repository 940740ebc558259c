extension Assessment {
  /// Takes in how an incident stands after an act, before everything is read and judged anew: of 10,000 incidents that takes
  /// longer than anybody waits. It keeps its place among the others, and the verdict stays what it was.
  package mutating func renew(_ incident: Incident, by configuration: Configuration) {
    guard let index = incidents.indices.first(where: { incidents[$0].id == incident.id }) else { return }
    var renewed = incident
    (renewed.dimension, renewed.location) = (incidents[index].dimension, incidents[index].location)
    renewed.exception = renewed.severity == .v3 ? nil : incidents[index].exception
    renewed.clock = renewed.clock(configuration.serviceLevels)
    incidents[index] = renewed
  }
}
