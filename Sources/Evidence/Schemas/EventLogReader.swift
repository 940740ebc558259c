package import Readiness

// Logs of events that the configuration names are held against the envelope. A log need not fit into memory, and its million
// lines give a handful of findings: the same fault is counted, with the first line of it.

/// Reads the configured logs of events.
///
/// - Parameter ownEvents: the workspace's own event file, which is judged elsewhere and so not here.
/// - Returns: nil where none is configured or none could be read.
package func readEventLogs(
  below root: String, _ configuration: Configuration.Governance, ownEvents: String = "incidents/events.jsonl"
) -> (CheckedEventLogs?, [Finding]) {
  var logs: [CheckedEventLog] = []
  var findings: [Finding] = []
  var seen: Set<[UInt8]> = []
  let rootPlace = FilePlace(root: root)
  let own = pathInside(ownEvents) ?? ownEvents
  for path in configuration.eventLogs {
    let place = path == "." ? rootPlace : rootPlace.child(path)
    if case .failure(let problem) = fileStatus(place) {
      findings.append(unreadableLog(place, problem))
      continue
    }
    let walked = walkFiles(place) { name in logEndings.contains { name.hasSuffix($0) } }
    findings += walked.findings
    if walked.files.isEmpty, walked.findings.isEmpty {
      let isFolder = if case .success(let status) = fileStatus(place) { status.kind == .folder } else { false }
      findings.append(
        isFolder
          ? Finding(
            .eventLogUnreadable, .v1, Wording("holds no log of events", "لا يحتوي أي سجل أحداث"), at: place.location,
            topic: .schemaAdherence)
          : unreadableLog(place, FileProblem(code: 0, isNoRegularFile: true)))
    }
    for file in walked.files where seen.insert(file.bytes).inserted && pathInside(file.shown) != own {
      do {
        logs.append(try checkEventLog(file))
      } catch {
        findings.append(unreadableLog(file, error))
      }
    }
  }
  logs.sort { $0.path < $1.path }
  return (logs.isEmpty ? nil : CheckedEventLogs(logs: logs), findings)
}

private let logEndings = [".jsonl", ".ndjson", ".log"]

private func unreadableLog(_ place: FilePlace, _ problem: FileProblem) -> Finding {
  let reason = problem.reason
  return Finding(
    .eventLogUnreadable, .v1, Wording("cannot be read: \(reason.english)", "تعذّرت القراءة: \(reason.arabic)"),
    at: place.location, topic: .schemaAdherence)
}

private func checkEventLog(_ file: FilePlace) throws(FileProblem) -> CheckedEventLog {
  var check = EventLogCheck(path: file.shown)
  try LineStream.read(file) { check.read($0, $1) }
  return check.log
}

private struct EventLogCheck {
  private var result: CheckedEventLog
  private var missing: [UInt32: CheckedEventLog.Group] = [:]
  private var anonymous: [UInt8: CheckedEventLog.Group] = [:]
  /// By type; the empty name is for all types beyond `typeLimit`.
  private var uncorrelated: [String: CheckedEventLog.Group] = [:]
  private var classes: [GovernanceClass: UnknownClassValues] = [:]
  private var unreadable: [Kind: (reason: Wording, group: CheckedEventLog.Group)] = [:]

  private enum Kind: Int { case malformed, notUTF8, tooDeep, noObject, repeatedName, tooLong }

  /// How many types of uncorrelated events are told apart.
  private static let typeLimit = 100

  init(path: String) { result = CheckedEventLog(path: path) }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ line: LineStream.Line) {
    guard var range = line.range else {
      return note(
        .tooLong, line.number,
        Wording("the line is longer than 16 MB: not read", "السطر أطول من 16 MB: لم يُقرأ"))
    }
    if line.number == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = range.lowerBound + 3..<range.upperBound
    }
    if isBlank(bytes, range) { return }
    do throws(JSONProblem) {
      try check(try EventLogLine(bytes, in: range), bytes, line.number)
    } catch {
      guard line.isEnded else {
        result.unfinishedLine = line.number
        return
      }
      note(kind(of: error), line.number, EventLineProblem.json(error).wording)
    }
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private mutating func check(
    _ line: EventLogLine, _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int
  ) throws(JSONProblem) {
    var line = line
    result.events += 1
    let isExternal = slice(bytes, line.type).starts(with: "external_".utf8)
    let isUncorrelated = isExternal && !line.states(.correlationID)
    // Said by the incident already.
    let correlation: UInt32 = 1 << UInt32(EnvelopeField.correlationID.rawValue)
    let lacking = isUncorrelated ? line.missing & ~correlation : line.missing
    if lacking != 0 { missing[lacking, default: .init(count: 0, firstLine: number)].count += 1 }
    if isUncorrelated {
      var type = String(decoding: slice(bytes, line.type), as: UTF8.self)
      if uncorrelated[type] == nil, uncorrelated.count >= Self.typeLimit { type = "" }
      uncorrelated[type, default: .init(count: 0, firstLine: number)].count += 1
    }
    if isAudit(slice(bytes, line.type)) {
      result.audits += 1
      line.readAuditData(bytes)
      let absent = ~line.auditIDs & 7
      if absent != 0 { anonymous[absent, default: .init(count: 0, firstLine: number)].count += 1 }
    }
    checkClass(.approval, slice(bytes, line.classes[0]), number)
    checkClass(.reversibility, slice(bytes, line.classes[1]), number)
    checkClass(.sensitivity, slice(bytes, line.classes[2]), number)
    if line.states(.timestamp), !isTimestamp(slice(bytes, line.timestamp)) {
      if result.timestamps == nil {
        result.exampleTimestamp = String(decoding: slice(bytes, line.timestamp).prefix(64), as: UTF8.self)
      }
      result.timestamps = CheckedEventLog.Group(
        count: (result.timestamps?.count ?? 0) + 1, firstLine: result.timestamps?.firstLine ?? number)
    }
  }

  private mutating func checkClass(_ field: GovernanceClass, _ value: UnsafeBufferPointer<UInt8>, _ number: Int) {
    if value.isEmpty || field.holds(value) { return }
    if classes[field] == nil {
      classes[field] = UnknownClassValues(
        field: field, example: String(decoding: value.prefix(64), as: UTF8.self), count: 0,
        location: SourceLocation(path: result.path, line: number))
    }
    classes[field]?.count += 1
  }

  private func slice(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private func kind(of problem: JSONProblem) -> Kind {
    switch problem {
    case .malformed: .malformed
    case .notUTF8: .notUTF8
    case .tooDeep: .tooDeep
    case .noObject: .noObject
    case .repeatedName: .repeatedName
    }
  }

  private mutating func note(_ kind: Kind, _ number: Int, _ reason: Wording) {
    unreadable[kind, default: (reason, .init(count: 0, firstLine: number))].group.count += 1
  }

  /// Everything in the order of the lines.
  var log: CheckedEventLog {
    var log = result
    log.unreadable = unreadable.values.map { CheckedEventLog.Unreadable(reason: $0.reason, group: $0.group) }
      .sorted { $0.group.firstLine < $1.group.firstLine }
    log.incomplete = missing.map { bits, group in
      CheckedEventLog.Incomplete(
        fields: EnvelopeField.allCases.filter { bits & 1 << UInt32($0.rawValue) != 0 }, group: group)
    }.sorted { $0.group.firstLine < $1.group.firstLine }
    log.anonymous = anonymous.map { bits, group in
      let ids = CheckedEventLog.AuditID.allCases.enumerated().filter { bits & 1 << UInt8($0.offset) != 0 }
      return CheckedEventLog.Anonymous(ids: ids.map(\.element), group: group)
    }.sorted { $0.group.firstLine < $1.group.firstLine }
    log.uncorrelated = uncorrelated.map { type, group in
      CheckedEventLog.Uncorrelated(type: type.isEmpty ? nil : type, group: group)
    }.sorted { $0.group.firstLine < $1.group.firstLine }
    log.unknownClasses = GovernanceClass.allCases.compactMap { classes[$0] }
    return log
  }
}
