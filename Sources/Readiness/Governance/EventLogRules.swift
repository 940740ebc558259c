// An event from outside that names no correlation cannot be tied to what it caused: V2, one incident for each log and type.
// All else that an envelope lacks is a finding; audit events also say who, and where in which trace.

extension CheckedEventLogs {
  package func judged() -> Judgement {
    var judgement = Judgement(.schemaAdherence)
    for log in logs {
      for uncorrelated in log.uncorrelated {
        judgement.incidents.append(
          incident(type: uncorrelated.type, count: uncorrelated.group.count, log.path, uncorrelated.group.firstLine))
      }
      judgement.findings += log.findings
    }
    judgement.findings = judgement.findings.withoutRepeats()
    return judgement
  }
}

/// The same rule for the workspace's own events: those of a type `external_…` must name a correlation.
package func uncorrelatedEvents(_ events: [Event]) -> Judgement {
  var judgement = Judgement(.schemaAdherence)
  var groups: [(type: String, count: Int, location: SourceLocation)] = []
  var indices: [String: Int] = [:]
  for event in events where event.type.hasPrefix("external_") {
    guard folded(event.correlationID ?? "").isEmpty else { continue }
    let key = "\(event.location.path)\0\(event.type)"
    if let index = indices[key] {
      groups[index].count += 1
    } else {
      indices[key] = groups.count
      groups.append((event.type, 1, event.location))
    }
  }
  judgement.incidents = groups.map { incident(type: $0.type, count: $0.count, $0.location.path, $0.location.line) }
  return judgement
}

private func incident(type: String?, count: Int, _ path: String, _ line: Int?) -> DerivedIncident {
  let ofThem = count == 2 ? "أولهما" : "أولها"
  let first = line.map { Wording(", first in line \($0)", "، \(ofThem) في السطر \($0)") } ?? Wording("", "")
  let events = PluralForms(
    zero: "", one: "حدث خارجي واحد", two: "حدثان خارجيان", few: "\(count) أحداث خارجية", many: "\(count) حدثًا خارجيًا",
    other: "\(count) حدث خارجي")
  let name = type ?? "external_*"
  let title =
    count == 1
    ? Wording("An external event without correlation_id: \(name)", "حدث خارجي بلا correlation_id: \(name)")
    : Wording(
      "\(count) external events without correlation_id: \(name)\(first.english)",
      "\(events.form(for: count)) بلا correlation_id: \(name)\(first.arabic)")
  return DerivedIncident(
    .externalUncorrelated, .v2, prefix: "EL", subject: "\(path)\0\(name)", title: title, topic: .schemaAdherence,
    location: SourceLocation(path: path, line: line))
}

extension CheckedEventLog {
  fileprivate var findings: [Finding] {
    var findings: [Finding] = unreadable.map { unreadable in
      let (count, reason) = (unreadable.group.count, unreadable.reason)
      return finding(
        .eventLogLine, .v1, unreadable.group.firstLine,
        Wording(
          count == 1 ? "\(reason.english)" : "\(count) lines are no events; the first: \(reason.english)",
          count == 1 ? "\(reason.arabic)" : "\(noEventsText(count)): \(reason.arabic)"))
    }
    findings += incomplete.map { incomplete in
      let names = incomplete.fields.map(\.name)
      return finding(
        .missingEventField, incomplete.fields.contains { EnvelopeField.required.contains($0) } ? .v1 : .v0,
        incomplete.group.firstLine,
        Wording(
          incomplete.group.count == 1
            ? "the event’s envelope lacks \(names.joined(separator: ", "))"
            : "the envelopes of \(incomplete.group.count) events lack \(names.joined(separator: ", "))",
          "\(eventsText(incomplete.group.count)) بلا \(names.joined(separator: "، "))"))
    }
    findings += anonymous.map { anonymous in
      let names = anonymous.ids.map(\.rawValue)
      let count = anonymous.group.count
      return finding(
        .auditIncomplete, .v1, anonymous.group.firstLine,
        Wording(
          "\(count == 1 ? "an audit event carries" : "\(count) audit events carry") no \(names.joined(separator: ", no "))",
          "\(auditEventsText(count)) بلا \(names.joined(separator: " وبلا "))"))
    }
    if let timestamps {
      findings.append(
        finding(
          .invalidEvent, .v1, timestamps.firstLine,
          Wording(
            "“\(exampleTimestamp)” is no RFC 3339 time with zone"
              + (timestamps.count > 1 ? " (\(timestamps.count) events)" : ""),
            "«\(exampleTimestamp)» ليس وقتًا بصيغة RFC 3339 مع المنطقة الزمنية"
              + (timestamps.count > 1 ? " (\(eventsText(timestamps.count)))" : ""))))
    }
    findings += unknownClasses.map(\.finding)
    if let unfinishedLine {
      findings.append(
        finding(
          .tornLine, .v0, unfinishedLine,
          Wording("an unfinished write at the end: ignored", "كتابة غير مكتملة في آخر الملف: لا تُحتسب")))
    }
    return findings
  }

  private func finding(_ code: Finding.Code, _ severity: Severity, _ line: Int, _ message: Wording) -> Finding {
    Finding(code, severity, message, at: SourceLocation(path: path, line: line), topic: .schemaAdherence)
  }
}

private func noEventsText(_ count: Int) -> String {
  PluralForms(
    zero: "", one: "سطر واحد ليس حدثًا", two: "سطران ليسا حدثين؛ أولهما", few: "\(count) أسطر ليست أحداثًا؛ أولها",
    many: "\(count) سطرًا ليست أحداثًا؛ أولها", other: "\(count) سطر ليست أحداثًا؛ أولها"
  ).form(for: count)
}

private func eventsText(_ count: Int) -> String {
  PluralForms(
    zero: "لا حدث", one: "حدث واحد", two: "حدثان", few: "\(count) أحداث", many: "\(count) حدثًا", other: "\(count) حدث"
  ).form(for: count)
}

private func auditEventsText(_ count: Int) -> String {
  PluralForms(
    zero: "لا حدث تدقيق", one: "حدث تدقيق", two: "حدثا تدقيق", few: "\(count) أحداث تدقيق", many: "\(count) حدث تدقيق",
    other: "\(count) حدث تدقيق"
  ).form(for: count)
}
