import Readiness
import Synchronization

/// Remembers what result files held, so that reading a workspace again after one change reads one file.
package final class ReadingCache: Sendable {
  struct Entry: Sendable {
    var stamp: FileStamp
    var results: [ValidationResult]
    var findings: [Finding]
  }

  let documents = DocumentCache()
  let metrics = MetricsCache()
  let lineage = LineageCache()
  let events = EventLogCache()
  private let entries = Mutex<[FilePlace: Entry]>([:])

  package init() {}

  /// Everything that is known; one look for a whole reading, so that its threads need no lock.
  func snapshot() -> [FilePlace: Entry] { entries.withLock { $0 } }

  /// Files that are no longer there are forgotten with the old entries.
  func replace(with new: [FilePlace: Entry]) { entries.withLock { $0 = new } }
}
