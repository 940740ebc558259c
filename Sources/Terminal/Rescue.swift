import Glibc

// Whatever ends or stops the program, the shell gets its terminal back: the settings and the sequences that undo ours are kept
// where a signal handler can reach them, which may call nothing but write, tcsetattr and raise (POSIX, async-signal-safe).

enum Rescue {
  nonisolated(unsafe) private static var savedSettings = termios()
  nonisolated(unsafe) private static var bytes: UnsafeMutableBufferPointer<UInt8>?
  nonisolated(unsafe) private static var isArmed = false
  nonisolated(unsafe) static var signalPipe: Int32 = -1

  /// Remembers the terminal's settings, before anything changes them.
  static func saveSettings() { tcgetattr(STDIN_FILENO, &savedSettings) }

  /// - Parameter dropsInput: what has come and was not read would be typed at the shell's prompt.
  static func restoreSettings(dropsInput: Bool) {
    tcsetattr(STDIN_FILENO, dropsInput ? TCSAFLUSH : TCSANOW, &savedSettings)
  }

  /// From now on a crash undoes what `text` says, and the other signals are heard in the loop.
  static func arm(_ text: String) {
    change(text)
    isArmed = true
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] {
      handle(signal) { number in
        Rescue.restore()
        useDefault(number)
        raise(number)
      }
    }
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT] {
      handle(signal) { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Rescue.signalPipe, &byte, 1)
        errno = saved
      }
    }
  }

  /// What is to be undone has changed.
  static func change(_ text: String) {
    if let bytes, bytes.elementsEqual(text.utf8) { return }
    // The old ones are never freed: a handler may be reading them.
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = buffer.initialize(from: text.utf8)
    bytes = buffer
  }

  static func disarm() { isArmed = false }

  /// Stops the program until `fg`: the terminal must have been given back.
  static func stop(wholeGroup: Bool) {
    useDefault(SIGCONT)
    if wholeGroup {
      signal(SIGTSTP, SIG_IGN)
      kill(0, SIGTSTP)
    }
    // Raised in this thread, it has stopped the program before the next line.
    useDefault(SIGTSTP)
    raise(SIGTSTP)
  }

  /// While another program has the terminal, its keys must not end this one: ^C and ^\ are heard and not followed, ^Z stops
  /// both. Handlers, unlike ignored signals, are not inherited by that program.
  static func lend() {
    useDefault(SIGTSTP)
    useDefault(SIGCONT)
    for signal in [SIGINT, SIGQUIT] { handle(signal) { _ in } }
  }

  fileprivate static func restore() {
    guard isArmed, let bytes else { return }
    isArmed = false
    _ = write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
    // Answers and mouse reports on their way are no commands for the shell.
    tcflush(STDIN_FILENO, TCIFLUSH)
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
