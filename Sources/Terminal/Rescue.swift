import Glibc

// Whatever ends the program, the shell gets its terminal back: the settings and the sequences that undo ours are kept where
// a signal handler can reach them, which may call nothing but write, tcsetattr and raise (POSIX, async-signal-safe).

enum Rescue {
  nonisolated(unsafe) private static var savedSettings = termios()
  nonisolated(unsafe) private static var bytes: UnsafeMutableBufferPointer<UInt8>?
  nonisolated(unsafe) private static var isArmed = false
  nonisolated(unsafe) static var signalPipe: Int32 = -1

  /// Remembers the terminal's settings, before anything changes them.
  static func saveSettings() { tcgetattr(STDIN_FILENO, &savedSettings) }

  static func restoreSettings() { tcsetattr(STDIN_FILENO, TCSANOW, &savedSettings) }

  static func arm(_ text: String) {
    let utf8 = Array(text.utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count)
    _ = buffer.initialize(from: utf8)
    bytes = buffer
    isArmed = true
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] {
      handle(signal) { number in
        Rescue.restore()
        useDefault(number)
        raise(number)
      }
    }
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGWINCH] {
      handle(signal) { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Rescue.signalPipe, &byte, 1)
        errno = saved
      }
    }
  }

  static func disarm() { isArmed = false }

  fileprivate static func restore() {
    guard isArmed, let bytes else { return }
    isArmed = false
    _ = write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &savedSettings)
  }
}

private func handle(_ signal: Int32, _ handler: @convention(c) @escaping (Int32) -> Void) {
  // Whoever started the program may have blocked the signal: then a resize or an end would never be heard of.
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, signal)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
  var action = sigaction()
  action.__sigaction_handler.sa_handler = handler
  action.sa_flags = SA_RESTART
  sigaction(signal, &action, nil)
}

private func useDefault(_ number: Int32) { signal(number, SIG_DFL) }
