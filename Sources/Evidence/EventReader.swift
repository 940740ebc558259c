import Glibc
package import Readiness

// The event log: JSON Lines, append-only. A line that cannot be read, or is no event, fails closed: it may be an incident
// that nobody sees. But it never hides the lines beside it. The bytes behind the last newline are an unfinished write and
// no failure; a later `ledger.torn_line` says so of such bytes once the log has gone on behind them.

/// Reads `incidents/events.jsonl`. Blank lines, CRLF and a byte order mark at the start are no matter.
///
/// - Parameter path: relative to the workspace.
package func readEvents(_ bytes: [UInt8], path: String) -> (events: [Event], findings: [Finding]) {
  readEvents(bytes, path: path, cache: nil)
}

/// The same; what the cache knows of the log's beginning is not read again.
func readEvents(_ bytes: [UInt8], path: String, cache: EventLogCache?) -> (events: [Event], findings: [Finding]) {
  bytes.withUnsafeBufferPointer { bytes in
    var log = EventLog(path: path)
    if let cache { log = cache.log(in: bytes, path: path) } else { log.read(bytes) }
    let unfinished = UnfinishedWrites(log, bytes)
    log.drop(unfinished)
    return (log.events, log.findings(unfinished))
  }
}

/// What stands in the file, line by line.
struct EventLog {
  struct Failure {
    var line: Int
    var range: Range<Int>
    var problem: EventLineProblem
  }

  let path: String
  private(set) var events: [Event] = []
  /// For each event, the bytes of its line without the newline.
  private(set) var ranges: [Range<Int>] = []
  /// For each event, what its envelope lacks.
  private var missing: [EventFields] = []
  private(set) var failures: [Failure] = []
  /// How many bytes have been read: whole lines.
  private(set) var end = 0
  private var lines = 0
  /// The line behind the last newline, where any bytes stand there.
  private var unfinishedTail: Int?

  init(path: String) { self.path = path }

  // MARK: Reading

  /// Reads on from where it ended.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var texts = RepeatedTexts(bytes)
    // A guess: an envelope that lacks nothing has more bytes than that.
    if end == 0 { events.reserveCapacity(bytes.count / 512) }
    unfinishedTail = nil
    while end < bytes.count {
      guard let newline = newline(in: bytes, from: end) else {
        unfinishedTail = lines + 1
        return
      }
      lines += 1
      let hasMark = lines == 1 && bytes[..<newline].starts(with: [0xEF, 0xBB, 0xBF])
      read(bytes, end..<newline, textFrom: hasMark ? 3 : end, lines, &texts)
      end = newline + 1
    }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, textFrom start: Int, _ line: Int,
    _ texts: inout RepeatedTexts
  ) {
    let text = start..<range.upperBound
    if bytes[text].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    do throws(EventLineProblem) {
      let (event, lacking) = try readEventLine(
        bytes, in: text, at: SourceLocation(path: path, line: line), sharing: &texts)
      events.append(event)
      ranges.append(range)
      missing.append(lacking)
    } catch {
      failures.append(Failure(line: line, range: range, problem: error))
    }
  }

  private func newline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Takes out the events that were acknowledged as unfinished.
  fileprivate mutating func drop(_ unfinished: UnfinishedWrites) {
    guard !unfinished.events.isEmpty else { return }
    let kept = events.indices.filter { !unfinished.events.contains($0) }
    events = kept.map { events[$0] }
    ranges = kept.map { ranges[$0] }
    missing = kept.map { missing[$0] }
  }

  // MARK: Findings

  /// In the order of the lines.
  fileprivate func findings(_ unfinished: UnfinishedWrites) -> [Finding] {
    var findings = unfinished.findings + missingFields() + missingCorrelations()
    for (index, failure) in failures.enumerated() where !unfinished.failures.contains(index) {
      findings.append(
        Finding(
          .eventsUnreadable, .v2, failure.problem.wording, at: SourceLocation(path: path, line: failure.line)))
    }
    if let unfinishedTail {
      findings.append(
        Finding(
          .tornLine, .v0, Wording("an unfinished write at the end: ignored", "كتابة غير مكتملة في آخر الملف: لا تُحتسب"),
          at: SourceLocation(path: path, line: unfinishedTail)))
    }
    return findings.enumerated().sorted {
      ($0.element.location.line ?? 0, $0.offset) < ($1.element.location.line ?? 0, $1.offset)
    }.map(\.element).withoutRepeats()
  }

  /// One finding for all the events that lack the same.
  private func missingFields() -> [Finding] {
    var groups: [EventFields: (first: Int, count: Int)] = [:]
    for (index, fields) in missing.enumerated() where !fields.isEmpty {
      groups[fields, default: (index, 0)].count += 1
    }
    return groups.map { fields, group in
      let location = events[group.first].location
      return Finding(.missingEventField, .v0, lacking(fields, group.count, first: location.line ?? 0), at: location)
    }
  }

  private func missingCorrelations() -> [Finding] {
    // By index: an event is large to copy, and few are external.
    let external = events.indices.filter { events[$0].type.hasPrefix("external_") }
    return external.filter { folded(events[$0].correlationID ?? "").isEmpty }.map {
      Finding(
        .missingCorrelation, .v2, Wording("an external event without correlation_id", "حدث خارجي بلا correlation_id"),
        at: events[$0].location)
    }
  }
}

private func lacking(_ fields: EventFields, _ count: Int, first line: Int) -> Wording {
  let names = fields.names.joined(separator: ", ")
  let arabicNames = fields.names.joined(separator: "، ")
  if count == 1 {
    return Wording("the event’s envelope lacks \(names)", "ينقص غلاف الحدث: \(arabicNames)")
  }
  let events = PluralForms(
    zero: "لا حدث", one: "حدث واحد ينقص غلافه", two: "حدثان ينقص غلافيهما", few: "\(count) أحداث ينقص أغلفتها",
    many: "\(count) حدثًا ينقص أغلفتها", other: "\(count) حدث ينقص أغلفتها")
  return Wording(
    "the envelopes of \(count) events lack \(names), first in line \(line)",
    "\(events.form(for: count)): \(arabicNames)، \(count == 2 ? "وأولهما" : "وأولها") في السطر \(line)")
}
