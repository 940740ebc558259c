import Dispatch
import Glibc
import Readiness
import Synchronization

/// Compares documents with the disk and reads those that have changed, on all cores, each thread taking the next as it gets
/// free.
final class ChangedDocuments: Sendable {
  struct Job: Sendable {
    /// Of the document among all that are known.
    var index: Int
    var place: FilePlace
    /// What is known of it; nil where it has to be read.
    var stamp: FileStamp?
  }

  struct Outcome: Sendable {
    var index: Int
    var stamp: FileStamp?
    var scan: ScannedDocument
  }

  private let jobs: [Job]
  private let next = Atomic<Int>(0)
  private let gathered = Mutex<[Outcome]>([])

  init(_ jobs: [Job]) { self.jobs = jobs }

  /// The documents that are not as they were known, in no order.
  func read() -> [Outcome] {
    // A few files are read sooner than threads start.
    let threads = jobs.count < 8 ? 1 : min(jobs.count / 4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    if threads == 1 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in self.work() }
    }
    return gathered.withLock { $0 }
  }

  private func work() { keepingMarkdownMemory { workThroughJobs() } }

  private func workThroughJobs() {
    var mine: [Outcome] = []
    while true {
      // Some at a time: most only cost a call to the system.
      let start = next.wrappingAdd(16, ordering: .relaxed).oldValue
      guard start < jobs.count else { break }
      for job in jobs[start..<min(start + 16, jobs.count)] {
        if let outcome = read(job) { mine.append(outcome) }
      }
    }
    gathered.withLock { $0 += mine }
  }

  private func read(_ job: Job) -> Outcome? {
    let path = job.place.shown
    func unread(_ problem: FileProblem) -> Outcome {
      Outcome(index: job.index, scan: ScannedDocument(unread: documentUnreadable(path, problem.reason)))
    }
    switch fileStatus(job.place) {
    case .failure(let problem): return unread(problem)
    case .success(let status):
      if status.stamp == job.stamp { return nil }
      guard status.kind == .file else { return unread(FileProblem(code: 0, isNoRegularFile: true)) }
      // Not even read: it may be many gigabytes.
      if status.stamp.size > Int64(largestDocument) {
        let reason = Wording("larger than 4 MB", "أكبر من 4 MB")
        return Outcome(
          index: job.index, stamp: status.stamp,
          scan: ScannedDocument(unread: documentUnreadable(path, reason)))
      }
      do {
        let scan = ScannedDocument(try readFile(job.place), path: path)
        return Outcome(index: job.index, stamp: status.stamp, scan: scan)
      } catch {
        return unread(error)
      }
    }
  }
}
