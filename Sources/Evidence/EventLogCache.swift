import Synchronization

/// Remembers how the event log began: it is append-only, and a log of 10,000 incidents takes long to read whole after every
/// act. Nothing is taken on trust: that the beginning is still what it was is seen from all of its bytes.
final class EventLogCache: Sendable {
  private struct Known {
    var log: EventLog
    /// Has taken in the bytes before `log.end`; its key is this process's own.
    var hasher: Hasher
  }

  private let known = Mutex<Known?>(nil)

  /// Reads the log, going on from what is known of its beginning where that has not changed.
  func log(in bytes: UnsafeBufferPointer<UInt8>, path: String) -> EventLog {
    known.withLock { known in
      var (log, hasher) = (EventLog(path: path), Hasher())
      if let before = known, before.log.path == path, before.log.end <= bytes.count {
        take(in: &hasher, bytes[..<before.log.end])
        if hasher.finalized == before.hasher.finalized { log = before.log } else { hasher = Hasher() }
      }
      // An array that somebody else holds too is copied as soon as it grows.
      known = nil
      let start = log.end
      log.read(bytes)
      take(in: &hasher, bytes[start..<log.end])
      known = Known(log: log, hasher: hasher)
      return log
    }
  }

  private func take(in hasher: inout Hasher, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    hasher.combine(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes)))
  }
}

extension Hasher {
  fileprivate var finalized: Int {
    let copy = self
    return copy.finalize()
  }
}
