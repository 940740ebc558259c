import Glibc
package import Readiness

// The event log is append-only and written by several programs at once, any of which may be killed at any moment. Each
// event is one write(2) of one whole line to a file opened with O_APPEND, under an exclusive lock, and fsync(2) comes
// before it is called done.
//
// What a killed or failed write left behind the last newline is never rewritten: the next writer ends it with a newline
// and acknowledges it by a `ledger.torn_line` event, in one write. A kill can tear a write only where it crosses a page
// of the page cache, and a newline without its acknowledgement would fail closed for good. So where the two would cross
// a page, the torn bytes are first lengthened by blanks up to the page's end.

/// `incidents/events.jsonl`, for writing.
package struct EventLog: Sendable {
  package let file: LedgerFile
  /// How long to wait for others who write.
  package let lockWait: Duration

  package init(file: LedgerFile, lockWait: Duration = .seconds(5)) {
    self.file = file
    self.lockWait = lockWait
  }

  /// Writes events; once this returns they are on disk.
  ///
  /// - Returns: where the log now ends.
  @discardableResult
  package func append(_ events: [EventEnvelope]) throws(LedgerError) -> LogPosition {
    try append(since: nil, isReading: false) { _ throws(LedgerError) in events }
  }

  /// Lets the caller look at what others have written before it decides what to write. Nobody else writes meanwhile.
  ///
  /// - Parameters:
  ///   - position: how far the caller knows the log; nil where it knows nothing of it. A log that was known and is gone is
  ///     not begun anew.
  ///   - make: given the whole lines behind `position`; throws where the newest state forbids the action.
  @discardableResult
  package func append(
    since position: LogPosition?, _ make: (LogNews) throws(LedgerError) -> [EventEnvelope]
  ) throws(LedgerError) -> LogPosition {
    try append(since: position, isReading: true, make)
  }

  private func append(
    since known: LogPosition?, isReading: Bool, _ make: (LogNews) throws(LedgerError) -> [EventEnvelope]
  ) throws(LedgerError) -> LogPosition {
    let path = file.absolutePath
    let log = try openLocked(file, at: path, wait: lockWait) { () throws(LedgerError) in
      try open(path, mayCreate: known == nil)
    }
    guard let status = log.status() else { throw file.problem(errno) }
    let size = Int(status.st_size)
    let tornStart = try tornStart(in: log, size: size)
    var news = LogNews(start: 0, isContinuation: false, bytes: [])
    if isReading {
      let continued = known.flatMap { continues($0, log, status, to: tornStart) ? $0.offset : nil }
      guard let bytes = log.read(from: Int(continued ?? 0), to: tornStart) else { throw file.problem(errno) }
      news = LogNews(start: continued ?? 0, isContinuation: continued != nil, bytes: bytes)
    }
    let events = try make(news)
    guard let first = events.first else { return try position(in: log, status, offset: tornStart) }
    try check(events)
    if size == 0 {
      // Whoever created the file may have died before its name was safe.
      let code = synchronizeFolder(folder(of: path))
      guard code == 0 else { throw file.problem(code) }
    }
    if tornStart < size { try acknowledgeTornLine(from: tornStart, to: size, in: log, for: first) }
    for (index, event) in events.enumerated() {
      let code = log.write(event.line)
      guard code == 0 else {
        _ = log.synchronize()
        throw index == 0
          ? file.problem(code) : .partlyWritten(path: file.path, written: index, of: events.count, code: code)
      }
    }
    let code = log.synchronize()
    guard code == 0 else { throw file.problem(code) }
    return try position(in: log, status, offset: Int(log.status()?.st_size ?? 0))
  }

  /// Whether the log is still what was known up to there, and has whole lines behind it.
  private func continues(
    _ known: LogPosition, _ log: borrowing Descriptor, _ status: stat, to end: Int
  ) -> Bool {
    let offset = Int(known.offset)
    guard known.device == UInt64(status.st_dev), known.inode == UInt64(status.st_ino),
      (known.ending.count...max(known.ending.count, end)).contains(offset)
    else { return false }
    return log.read(from: offset - known.ending.count, to: offset) == known.ending
  }

  private func position(
    in log: borrowing Descriptor, _ status: stat, offset: Int
  ) throws(LedgerError) -> LogPosition {
    guard let ending = log.read(from: max(0, offset - LogPosition.endingLength), to: offset) else {
      throw file.problem(errno)
    }
    return LogPosition(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), offset: Int64(offset), ending: ending)
  }

  private func open(_ path: String, mayCreate: Bool) throws(LedgerError) -> Descriptor {
    // Neither a pipe nor a terminal in the file's place may block.
    let flags = O_RDWR | O_APPEND | O_NONBLOCK
    if let descriptor = Descriptor(path, flags) { return descriptor }
    guard errno == ENOENT, mayCreate else { throw file.problem(errno) }
    try makeFolders()
    guard let descriptor = Descriptor(path, flags | O_CREAT) else { throw file.problem(errno) }
    return descriptor
  }

  /// Makes the folders between the workspace and the file; the workspace itself must be there.
  private func makeFolders() throws(LedgerError) {
    var path = file.workspace
    for name in file.path.split(separator: "/").dropLast() {
      let parent = path
      path += "/\(name)"
      if mkdir(path, 0o777) == 0 {
        let code = synchronizeFolder(parent)
        guard code == 0 else { throw file.problem(code) }
      } else if errno != EEXIST {
        throw file.problem(errno)
      }
    }
  }

  /// Where the bytes behind the last newline begin; the file's size where there are none.
  private func tornStart(in log: borrowing Descriptor, size: Int) throws(LedgerError) -> Int {
    var end = size
    while end > 0 {
      // The common case, a whole last line, costs one byte.
      let start = end == size ? end - 1 : max(0, end - 1 << 16)
      guard let bytes = log.read(from: start, to: end) else { throw file.problem(errno) }
      if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) { return start + newline + 1 }
      end = start
    }
    return 0
  }

  private func acknowledgeTornLine(
    from start: Int, to size: Int, in log: borrowing Descriptor, for event: EventEnvelope
  ) throws(LedgerError) {
    guard var torn = log.read(from: start, to: size) else { throw file.problem(errno) }
    let newline = [UInt8(ascii: "\n")]
    let room = pageSize - size % pageSize
    if newline.count + tornLineEvent(torn, at: start, for: event).line.count > room {
      let blanks = [UInt8](repeating: UInt8(ascii: " "), count: room)
      let code = log.write(blanks)
      guard code == 0 else { throw file.problem(code) }
      torn += blanks
    }
    let code = log.write(newline + tornLineEvent(torn, at: start, for: event).line)
    guard code == 0 else { throw file.problem(code) }
  }

  private func tornLineEvent(_ torn: [UInt8], at offset: Int, for event: EventEnvelope) -> EventEnvelope {
    EventDraft(
      "ledger.torn_line", on: file.path, data: ["offset": .integer(offset), "sha256": .string(sha256Hex(torn))],
      causation: event.id.text
    ).sealed(in: event.context, at: event.moment)
  }

  private func check(_ events: [EventEnvelope]) throws(LedgerError) {
    for event in events {
      if event.draft.type.isEmpty { throw .incompleteEvent(path: file.path, field: "event_type") }
      if event.draft.entity.isEmpty { throw .incompleteEvent(path: file.path, field: "entity_id") }
    }
  }
}

/// The smallest that there is: what crosses none of these crosses no larger one.
private let pageSize = 4_096

/// What the log says that the caller did not know yet: whole lines.
package struct LogNews: Hashable, Sendable {
  /// Where `bytes` begin in the log.
  package var start: Int64
  /// Whether they continue what the caller knew; else the log was replaced and `bytes` are all of it.
  package var isContinuation: Bool
  package var bytes: [UInt8]
}
