import Glibc

/// A pipe whose reader polls it and whose writer never waits.
package struct WakeupPipe: Sendable {
  package let readEnd: Int32
  package let writeEnd: Int32

  package init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }
}
