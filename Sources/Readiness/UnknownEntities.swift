/// Findings for events that speak of something nobody knows: a checkpoint's incident without the checkpoint, a dimension
/// that the matrix lacks, an exception that covers nothing.
func unknownEntities(
  _ fold: EventFold, _ derived: Set<String>, _ matrix: Matrix?, now: Instant
) -> [Finding] {
  let incidents = derived.union(fold.order)
  let orphans = fold.derivedEvents.filter { !incidents.contains($0.key) }.sorted { $0.key < $1.key }
  var findings = orphans.flatMap { id, events in
    Incident.Origin(id: id) == .checkpoint || id.hasPrefix("GX-")
      ? events.map(EventFold.unknownEntity) : [noLongerFound(id, events)]
  }
  // Without a matrix there is no dimension to know.
  guard let matrix else { return findings.withoutRepeats() }
  let rows = Set(matrix.tables.flatMap { $0.dimensions.map(\.key) + $0.candidates.map(\.name) }.map { folded($0) })
  for event in fold.triage where !rows.contains(folded(event.entity)) {
    findings.append(
      Finding(
        .unknownEntity, .v1,
        Wording(
          "\(event.type) for “\(event.entity)”, which the matrix lacks",
          "\(event.type) على «\(event.entity)» وليس في المصفوفة"),
        at: event.location))
  }
  let live = fold.exceptions.filter { $0.isLive(at: now) }
  guard !live.isEmpty else { return findings.withoutRepeats() }
  let known = rows.union(incidents.map { folded($0) })
  for exception in live where !known.contains(folded(exception.covers)) {
    findings.append(
      Finding(
        .unknownEntity, .v1,
        Wording(
          "exception \(exception.id) covers “\(exception.covers)”, which nobody knows",
          "الاستثناء \(exception.id) يشمل «\(exception.covers)» وهو غير معروف"),
        at: exception.location))
  }
  return findings.withoutRepeats()
}

/// The file was repaired: what people did about it stays in the log and needs nobody.
private func noLongerFound(_ id: String, _ events: [Event]) -> Finding {
  let last = events[events.count - 1]
  return Finding(
    .repaired, .v0,
    Wording("\(id) is repaired: no file shows it any more", "عولجت \(id): لم يعد أي ملف يُظهرها"), at: last.location)
}
