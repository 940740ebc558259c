import Dispatch
import Glibc
import Readiness
import Synchronization

/// Reads the result files of one workspace on all cores, each thread taking the next file as it gets free.
final class ResultReading: Sendable {
  private struct Gathered {
    var files: [(index: Int, entry: ReadingCache.Entry, isCacheable: Bool)] = []
  }

  private let files: [FilePlace]
  private let partial: Workspace
  private let progress: (@Sendable (Workspace, Int, Int) -> Void)?
  private let isCancelled: (@Sendable () -> Bool)?
  private let cache: ReadingCache?
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let gathered = Mutex(Gathered())
  /// Milliseconds of the monotonic clock when progress was last told.
  private let lastTold: Mutex<Int64>

  init(
    files: [FilePlace], partial: Workspace, progress: (@Sendable (Workspace, Int, Int) -> Void)?,
    isCancelled: (@Sendable () -> Bool)?, cache: ReadingCache?
  ) {
    self.files = files
    self.partial = partial
    self.progress = progress
    self.isCancelled = isCancelled
    self.cache = cache
    self.lastTold = Mutex(milliseconds(CLOCK_MONOTONIC))
  }

  func run() -> (results: [ValidationResult], findings: [Finding]) {
    let known = cache?.snapshot() ?? [:]
    // A few files are read sooner than threads start.
    let threads = files.count < 8 ? 1 : min(files.count / 4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    if threads == 1 {
      work(known)
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in self.work(known) }
    }
    return merge()
  }

  private func work(_ known: [FilePlace: ReadingCache.Entry]) {
    var mine = Gathered()
    while isCancelled?() != true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count else { break }
      let (entry, isCacheable) = read(files[index], known)
      mine.files.append((index, entry, isCacheable))
      tell(done.wrappingAdd(1, ordering: .relaxed).newValue)
    }
    gathered.withLock { $0.files += mine.files }
  }

  private func read(
    _ file: FilePlace, _ known: [FilePlace: ReadingCache.Entry]
  ) -> (entry: ReadingCache.Entry, isCacheable: Bool) {
    let stamp: FileStamp
    switch fileStatus(file) {
    case .failure(let problem): return (failed(file, problem), false)
    case .success(let status):
      if status.kind != .file { return (failed(file, FileProblem(code: 0, isNoRegularFile: true)), false) }
      stamp = status.stamp
    }
    if let entry = known[file], entry.stamp == stamp { return (entry, true) }
    let (results, findings) = readNamed(file)
    // A file written a moment ago can change again without a visible change of its time.
    let age = milliseconds(CLOCK_REALTIME) / 1_000 - stamp.modified.seconds
    return (ReadingCache.Entry(stamp: stamp, results: results, findings: findings), age > 2)
  }

  private func readNamed(_ file: FilePlace) -> (results: [ValidationResult], findings: [Finding]) {
    if let path = String(validating: file.bytes, as: UTF8.self) {
      return readResultFile(at: path, path: file.shown)
    }
    // No Swift text can name this file to the system; its descriptor can.
    let descriptor = file.withCPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return ([], [unreadable(.resultUnreadable, file, FileProblem(code: errno))]) }
    defer { close(descriptor) }
    return readResultFile(at: "/proc/self/fd/\(descriptor)", path: file.shown)
  }

  private func failed(_ file: FilePlace, _ problem: FileProblem) -> ReadingCache.Entry {
    let stamp = FileStamp(identity: FileIdentity(device: 0, inode: 0), size: 0, modified: Instant(seconds: 0))
    return ReadingCache.Entry(
      stamp: stamp, results: [], findings: [unreadable(.resultUnreadable, file, problem)])
  }

  private func tell(_ count: Int) {
    guard let progress else { return }
    lastTold.withLockIfAvailable { last in
      let now = milliseconds(CLOCK_MONOTONIC)
      if now - last < 100 { return }
      last = now
      progress(partial, count, files.count)
    }
  }

  private func merge() -> (results: [ValidationResult], findings: [Finding]) {
    let all = gathered.withLock { $0.files }.sorted { $0.index < $1.index }
    var results: [ValidationResult] = []
    results.reserveCapacity(all.count)
    var findings: [Finding] = []
    for (_, entry, _) in all {
      results += entry.results
      findings += entry.findings
    }
    if let cache, isCancelled?() != true {
      var entries: [FilePlace: ReadingCache.Entry] = [:]
      entries.reserveCapacity(all.count)
      for (index, entry, isCacheable) in all where isCacheable { entries[files[index]] = entry }
      cache.replace(with: entries)
    }
    return (results, findings)
  }
}

/// The time of a clock.
func milliseconds(_ clock: clockid_t) -> Int64 {
  var time = timespec()
  clock_gettime(clock, &time)
  return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}
