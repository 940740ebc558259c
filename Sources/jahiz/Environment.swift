import Glibc
import Readiness

/// The first of the variables that is set and not empty; empty where none is.
func environment(_ names: String...) -> String {
  for name in names {
    if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
  }
  return ""
}

/// The present moment.
func currentInstant() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
}

/// A clock that nobody sets back, for spans.
func monotonicMilliseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}

/// Where local time stands at a moment, in seconds east of UTC.
func utcOffset(at instant: Instant) -> Int {
  var seconds = time_t(clamping: instant.seconds)
  var parts = tm()
  guard localtime_r(&seconds, &parts) != nil else { return 0 }
  return parts.tm_gmtoff
}

/// Writes the whole text, without the marks of our sentences; stops where nobody reads any more.
func write(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.withoutDirectionMarks.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    bytes = bytes.dropFirst(count)
  }
}

/// Columns of the terminal on stdout; nil where there is none.
func terminalColumns() -> Int? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
    return nil
  }
  return Int(size.ws_col)
}

/// Whether a full-screen program can run here.
var hasTerminal: Bool {
  isatty(STDOUT_FILENO) == 1 && isatty(STDIN_FILENO) == 1 && !["", "dumb"].contains(environment("TERM"))
}
