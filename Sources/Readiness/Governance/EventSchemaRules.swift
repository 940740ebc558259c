// Consumers rely on the schema of the version before. A new version may take something away, but not in silence: a changelog
// says so, under the version and the event's name, as a breaking change.

extension EventSchemaRegistry {
  /// One V2 incident for each version that breaks in silence; what is missing or invalid is a finding.
  package func judged() -> Judgement {
    var judgement = Judgement(.schemaAdherence)
    judgement.incidents = schemas.compactMap(silentBreak)
    judgement.findings = schemas.flatMap(\.findings) + collisions()
    judgement.findings = judgement.findings.withoutRepeats()
    return judgement
  }

  private func silentBreak(_ schema: EventSchema) -> DerivedIncident? {
    guard let first = schema.changes.first, schema.note == nil, let version = schema.version else { return nil }
    let what = first.wording
    let (more, moreArabic) = others(schema.changes.count - 1)
    return DerivedIncident(
      .schemaSilentBreak, .v2, prefix: "ES", subject: "\(schema.event)\0\(version.numbers)\0\(version.suffix ?? "")",
      title: Wording(
        "Silent breaking change in \(schema.event) \(version.text): \(what.english)\(more)",
        "تغيير كاسر غير معلن في \(schema.event) \(version.text): \(what.arabic)\(moreArabic)"),
      owner: schema.owner, topic: .schemaAdherence,
      location: SourceLocation(path: schema.location.path, line: first.line))
  }

  private func collisions() -> [Finding] {
    var first: [String: EventSchema] = [:]
    var findings: [Finding] = []
    for schema in schemas {
      guard let version = schema.version else { continue }
      let key = "\(schema.event)\0\(version.numbers)\0\(version.suffix ?? "")"
      guard let other = first[key] else {
        first[key] = schema
        continue
      }
      findings.append(
        Finding(
          .eventSchemaVersionTwice, .v1,
          Wording(
            "version \(version.text) of \(schema.event) stands in \(other.location.path) too: only that one is compared",
            "الإصدار \(version.text) من \(schema.event) موجود في \(other.location.path) أيضًا: لا يُقارَن إلا ذاك"),
          at: schema.location, topic: .schemaAdherence))
    }
    return findings
  }
}

extension EventSchema {
  /// How many problems of one file are told one by one.
  private static let shownProblems = 5

  fileprivate var findings: [Finding] {
    func finding(_ code: Finding.Code, _ message: Wording, line: Int? = nil) -> Finding {
      Finding(
        code, .v1, message, at: SourceLocation(path: location.path, line: line ?? location.line),
        topic: .schemaAdherence)
    }
    var findings = problems.prefix(Self.shownProblems).map { finding(.eventSchemaInvalid, $0.message, line: $0.line) }
    if problems.count > Self.shownProblems {
      let more = problems.count - Self.shownProblems
      let others = PluralForms(
        zero: "", one: "ومشكلة أخرى", two: "ومشكلتان أخريان", few: "و\(more) مشكلات أخرى",
        many: "و\(more) مشكلة أخرى", other: "و\(more) مشكلة أخرى")
      findings.append(
        finding(
          .eventSchemaInvalid,
          Wording("and \(more) more in this schema", "\(others.form(for: more)) في هذا المخطط")))
    }
    if !missingFields.isEmpty {
      let all = missingFields.count == EnvelopeField.allCases.count
      let names = missingFields.map(\.name)
      findings.append(
        finding(
          .eventSchemaFieldMissing,
          Wording(
            all
              ? "\(event) carries none of the envelope’s fields: refer to the envelope’s schema"
              : "\(event) lacks \(names.joined(separator: ", ")) of the envelope",
            all
              ? "لا يحمل \(event) أي حقل من حقول الغلاف: أحِل إلى مخطط الغلاف"
              : "ينقص \(event) من حقول الغلاف: \(names.joined(separator: "، "))")))
    }
    if version == nil, !isPart {
      findings.append(
        finding(
          .eventSchemaVersionMissing,
          Wording(
            "\(event) names no version: put one in the file name (\(event).v1.json) or in $id",
            "لا يذكر \(event) إصدارًا: اذكره في اسم الملف (\(event).v1.json) أو في $id")))
    } else if let version, let otherVersion {
      findings.append(
        finding(
          .eventSchemaVersionConflict,
          Wording(
            "\(event) is version \(version.text), but its \(otherVersion.place) says \(otherVersion.text)",
            "إصدار \(event) هو \(version.text) لكن \(otherVersion.place) فيه يذكر \(otherVersion.text)")))
    }
    if comparisonIsPartial, let previous {
      findings.append(
        finding(
          .eventSchemaNotCompared,
          Wording(
            "too large to compare with version \(previous.text) to the end: review the change by hand",
            "أكبر من أن يُقارَن بالإصدار \(previous.text) كاملًا: راجِع التغيير يدويًا")))
    }
    return findings
  }
}

private func others(_ count: Int) -> (english: String, arabic: String) {
  guard count > 0 else { return ("", "") }
  let arabic = PluralForms(
    zero: "", one: "، وتغيير آخر", two: "، وتغييران آخران", few: "، و\(count) تغييرات أخرى",
    many: "، و\(count) تغييرًا آخر", other: "، و\(count) تغيير آخر")
  return (", and \(count) more", arabic.form(for: count))
}
