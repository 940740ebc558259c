import Readiness

// A writer that finds bytes behind the last newline ends their line and appends `ledger.torn_line` with their offset and
// SHA-256. Only what stands before such an event can be acknowledged by it, and only byte for byte: else an event could
// excuse lines that nobody has written yet, or others than it was written for.
//
// The bytes may happen to be a whole event, cut off just before its newline. Whoever wrote it was never told that it
// stands there, so it is none. And they may be an acknowledgement: then it acknowledges nothing. So the events are walked
// from the last one back: when one's turn comes, it is settled whether it counts itself.

/// The lines that a later event acknowledges as unfinished writes.
struct UnfinishedWrites {
  /// Indices of `EventLog.events`.
  private(set) var events: Set<Int> = []
  /// Indices of `EventLog.failures`.
  private(set) var failures: Set<Int> = []
  private(set) var findings: [Finding] = []
  /// By offset, as a thousand events may name one long line.
  private var hashes: [Int: String] = [:]

  init(_ log: EventLog, _ bytes: UnsafeBufferPointer<UInt8>) {
    for index in log.events.indices.reversed() where log.events[index].type == "ledger.torn_line" {
      guard !events.contains(index) else { continue }
      let acknowledgement = log.events[index]
      guard let offset = acknowledgement.data["offset"].flatMap({ Int($0) }), offset < log.ranges[index].lowerBound,
        let hash = acknowledgement.data["sha256"]?.lowercased(),
        acknowledge(log, bytes, offset, hash)
      else {
        findings.append(
          Finding(
            .invalidEvent, .v1,
            Wording(
              "acknowledges nothing: its offset and SHA-256 are those of no line before it",
              "لا يُقرّ بشيء: لا يطابق offset وSHA-256 فيه أي سطر قبله"),
            at: acknowledgement.location))
        continue
      }
    }
  }

  private mutating func acknowledge(
    _ log: EventLog, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ hash: String
  ) -> Bool {
    if hashes[offset] == nil {
      hashes[offset] = line(of: bytes, from: offset).map { sha256Hex(Array(bytes[$0])) }
    }
    guard hash == hashes[offset] else { return false }
    if let index = index(of: offset, in: log.failures.count, { log.failures[$0].range.lowerBound }) {
      if failures.insert(index).inserted {
        note(
          SourceLocation(path: log.path, line: log.failures[index].line), .v0,
          Wording("an unfinished write, acknowledged later", "كتابة غير مكتملة أُقِرّ بها لاحقًا"))
      }
    } else if let index = index(of: offset, in: log.ranges.count, { log.ranges[$0].lowerBound }) {
      if events.insert(index).inserted {
        let event = log.events[index]
        // Not in silence: what it would have said could have decided.
        note(
          event.location, .v1,
          Wording(
            "an unfinished write, acknowledged later, though it reads as \(event.type) of “\(event.entity)”: it does not count",
            "كتابة غير مكتملة أُقِرّ بها لاحقًا مع أنها تُقرأ \(event.type) للكيان «\(event.entity)»: لا تُحتسب"))
      }
    }
    // Else the line is blank.
    return true
  }

  private mutating func note(_ location: SourceLocation, _ severity: Severity, _ wording: Wording) {
    findings.append(Finding(.tornLine, severity, wording, at: location))
  }
}

/// The whole line that begins at the offset; nil where none does.
private func line(of bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Range<Int>? {
  guard bytes.indices.contains(offset), offset == 0 || bytes[offset - 1] == 10,
    let end = bytes[offset...].firstIndex(of: 10)
  else { return nil }
  return offset..<end
}

/// Where the value stands among `count` ascending ones.
private func index(of value: Int, in count: Int, _ element: (Int) -> Int) -> Int? {
  var (low, high) = (0, count)
  while low < high {
    let middle = (low + high) / 2
    if element(middle) < value { low = middle + 1 } else { high = middle }
  }
  return low < count && element(low) == value ? low : nil
}
