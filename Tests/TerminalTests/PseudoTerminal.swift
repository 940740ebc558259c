import Glibc

/// A program in a real pseudo-terminal, and the terminal before which it believes to sit.
final class PseudoTerminal {
  private let master: Int32
  let child: pid_t
  /// Everything that it has written.
  private(set) var output = ""
  private var bytes: [UInt8] = []
  private var asked = 0
  /// What the terminal answers to what; nothing to everything else.
  var answers: [(question: String, answer: String)] = []

  init(_ command: [String], term: String = "xterm-256color", columns: Int = 120, rows: Int = 40) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var number: Int32 = 0
    var lock: Int32 = 0
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure()
    }
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens is the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, Int16(0x80))
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let variables = [
      "TERM=\(term)", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "TERMINFO_DIRS=/lib/terminfo:/usr/share/terminfo",
    ]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, command[0], &actions, &attributes, &arguments, &environment) == 0 else {
      throw Failure()
    }
    self.child = child
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  struct Failure: Error {}

  deinit {
    kill(child, SIGCONT)
    kill(-child, SIGKILL)
    kill(child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
    close(master)
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until nothing has come for some milliseconds; what came.
  @discardableResult
  func readUntilQuiet(milliseconds: Int32 = 250, firstWithin first: Int32 = 3_000) -> String {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var one = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&one, 1, result.isEmpty ? first : milliseconds) > 0 else { break }
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      result += buffer[..<count]
      bytes += buffer[..<count]
      answer()
    }
    let text = String(decoding: result, as: UTF8.self)
    output += text
    return text
  }

  /// Reads until a text has come; what came up to then.
  @discardableResult
  func read(until expected: String) -> String {
    var result = ""
    for _ in 0..<50 where !result.contains(expected) { result += readUntilQuiet(milliseconds: 20, firstWithin: 100) }
    return result
  }

  private func answer() {
    let text = String(decoding: bytes[asked...], as: UTF8.self)
    for (question, answer) in answers where text.contains(question) {
      send(answer)
      asked = bytes.count
    }
  }

  /// Waits for the program's end: its exit code, or the negative number of the signal that ended it.
  func end() -> Int32 {
    for _ in 0..<200 {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child {
        readUntilQuiet(milliseconds: 20, firstWithin: 50)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
      }
      readUntilQuiet(milliseconds: 10, firstWithin: 20)
      usleep(5_000)
    }
    return -99
  }

  /// The first process that the program has started.
  var grandchild: pid_t? {
    guard let file = fopen("/proc/\(child)/task/\(child)/children", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 64)
    guard fgets(&buffer, 64, file) != nil else { return nil }
    let digits = buffer.prefix { (48...57).contains($0) }.map(UInt8.init(bitPattern:))
    return pid_t(String(decoding: digits, as: UTF8.self))
  }
}

/// The program that shows a list and obeys a few keys: it is built beside the tests.
let probeProgram: String = {
  var buffer = [CChar](repeating: 0, count: 4_096)
  let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
  let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  let path = own.contains(".xctest") ? own : CommandLine.arguments.first { $0.contains(".xctest") } ?? own
  var folder = path.split(separator: "/", omittingEmptySubsequences: false)
  if let bundle = folder.firstIndex(where: { $0.hasSuffix(".xctest") }) { folder.removeSubrange(bundle...) }
  return (folder + ["TerminalProbe"]).joined(separator: "/")
}()
