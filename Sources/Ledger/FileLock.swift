import Glibc

// Writers exclude each other by flock(2), which the kernel releases whatever a process dies of. Nobody waits without
// end: a stopped process may hold a lock for days. Since a lock is on a file and not on its name, the file is looked at
// again once it is locked: another may have put a new one in its place meanwhile.

/// Opens a file, locks it, and makes sure that it is still the one that its name means.
///
/// - Parameter open: opens it; called again where the file was replaced while waiting.
func openLocked(
  _ file: LedgerFile, at path: String, wait: Duration, _ open: () throws(LedgerError) -> Descriptor
) throws(LedgerError) -> Descriptor {
  let deadline = ContinuousClock.now + wait
  while true {
    let descriptor = try open()
    guard let status = descriptor.status() else { throw file.problem(errno) }
    guard isRegular(status) else { throw .notRegularFile(path: file.path) }
    try lock(descriptor, file, status, wait, deadline)
    if let named = fileStatus(path), isSameFile(named, status) { return descriptor }
    guard ContinuousClock.now < deadline else { throw .keepsChanging(path: file.path) }
  }
}

private func lock(
  _ descriptor: borrowing Descriptor, _ file: LedgerFile, _ status: stat, _ wait: Duration,
  _ deadline: ContinuousClock.Instant
) throws(LedgerError) {
  var pause: UInt32 = 200
  while retried({ flock(descriptor.number, LOCK_EX | LOCK_NB) }) != 0 {
    guard errno == EWOULDBLOCK else { throw file.problem(errno) }
    guard ContinuousClock.now < deadline else {
      throw .locked(path: file.path, holder: lockHolder(status), seconds: Int(wait.components.seconds))
    }
    // Not in step with the others who wait.
    usleep(UInt32.random(in: pause / 2...pause))
    pause = min(pause * 2, 10_000)
  }
}

/// Who holds the lock, as far as the kernel tells: `1: FLOCK  ADVISORY  WRITE 4242 08:01:131077 0 EOF` in proc(5)'s
/// locks.
private func lockHolder(_ status: stat) -> LockHolder? {
  for line in (textFile("/proc/locks") ?? "").split(separator: "\n") {
    let fields = line.split(separator: " ")
    // A process that waits is marked by an arrow; device numbers differ between layers of a file system, so only the
    // inode is compared.
    guard fields.count >= 6, fields[1] == "FLOCK", fields[3] == "WRITE", let process = Int32(fields[4]),
      fields[5].split(separator: ":").last == "\(status.st_ino)"[...]
    else { continue }
    guard process > 0, let command = textFile("/proc/\(process)/comm") else { return nil }
    let state = (textFile("/proc/\(process)/status") ?? "").split(separator: "\n").first { $0.hasPrefix("State:") }
    let isStopped = state?.dropFirst(6).drop { $0 == "\t" || $0 == " " }.first.map { $0 == "T" || $0 == "t" }
    return LockHolder(
      process: process, command: String(command.prefix { $0 != "\n" }), isStopped: isStopped ?? false)
  }
  return nil
}

private func textFile(_ path: String) -> String? {
  guard let descriptor = Descriptor(path, O_RDONLY) else { return nil }
  return descriptor.read(from: 0, to: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
}
