import Glibc

// Programs are run without a shell, with an environment of their own, nothing on their input, and bounds on what they may
// print and how long they may take. Both outputs are read at once: a program that fills one while the other is waited for
// would stand still.

/// Another program, run to its end.
package struct ChildProgram: Sendable {
  package struct Output: Sendable {
    /// nil where a signal ended it.
    package var status: Int32?
    package var standardOutput: [UInt8]
    package var standardError: [UInt8]

    package var succeeded: Bool { status == 0 }
  }

  package enum Failure: Error, Hashable, Sendable {
    /// It is not there, or the system does not start it.
    case notStarted
    case tookTooLong
    case printedTooMuch
  }

  /// The program's name, searched for in `PATH`, and its arguments.
  package var command: [String]
  /// `NAME=value`; nothing is inherited.
  package var environment: [String]
  package var timeoutMilliseconds: Int64
  /// Of both outputs together.
  package var byteLimit: Int

  package init(
    _ command: [String], environment: [String], timeoutMilliseconds: Int64 = 2_000, byteLimit: Int = 4 << 20
  ) {
    self.command = command
    self.environment = environment
    self.timeoutMilliseconds = timeoutMilliseconds
    self.byteLimit = byteLimit
  }

  /// Runs it and waits; what it started itself in its process group ends with it where it takes too long.
  package func run() throws(Failure) -> Output {
    var child = try Child(self)
    defer { child.end() }
    let deadline = milliseconds(CLOCK_MONOTONIC) + timeoutMilliseconds
    try child.read(until: deadline, limit: byteLimit)
    guard let status = child.wait(until: deadline) else { throw .tookTooLong }
    return Output(status: status.exitCode, standardOutput: child.output, standardError: child.errors)
  }
}

/// One of this process's variables as `NAME=value`; nil where it is not set.
package func inheritedVariable(_ name: String) -> String? {
  getenv(name).map { "\(name)=\(String(cString: $0))" }
}

private struct Child {
  private let process: pid_t
  private var descriptors: [Int32]
  private var isReaped = false
  var output: [UInt8] = []
  var errors: [UInt8] = []

  init(_ program: ChildProgram) throws(ChildProgram.Failure) {
    guard let name = program.command.first, !program.command.contains(where: { $0.utf8.contains(0) }) else {
      throw .notStarted
    }
    var ends: [Int32] = [-1, -1, -1, -1]
    let isOpen = ends.withUnsafeMutableBufferPointer { ends -> Bool in
      guard let first = ends.baseAddress, pipe(first) == 0 else { return false }
      return pipe(first + 2) == 0
    }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { for end in [ends[1], ends[3]] where end >= 0 { close(end) } }
    var process: pid_t = 0
    guard isOpen, Child.spawn(name, program, output: ends[1], errors: ends[3], &process) else {
      for end in [ends[0], ends[2]] where end >= 0 { close(end) }
      throw .notStarted
    }
    self.process = process
    descriptors = [ends[0], ends[2]]
  }

  private static func spawn(
    _ name: String, _ program: ChildProgram, output: Int32, errors: Int32, _ process: inout pid_t
  ) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: what it starts ends with it, and a Ctrl-C meant for the screen does not reach it.
    posix_spawnattr_setpgroup(&attributes, 0)
    // The dashboard blocks and ignores signals; a child must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = program.command.map { strdup($0) } + [nil]
    var variables = program.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&process, name, &actions, &attributes, &arguments, &variables) == 0
  }

  mutating func read(until deadline: Int64, limit: Int) throws(ChildProgram.Failure) {
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = deadline - milliseconds(CLOCK_MONOTONIC)
      guard left > 0 else { throw .tookTooLong }
      let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(left, 60_000)))
      if ready < 0, errno != EINTR { throw .notStarted }
      if ready <= 0 { continue }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = Glibc.read(waiting[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          waiting[index].fd = -1
          continue
        }
        if index == 0 { output += buffer[..<count] } else { errors += buffer[..<count] }
        guard output.count + errors.count <= limit else { throw .printedTooMuch }
      }
    }
  }

  /// nil where it goes on beyond the deadline, its outputs closed.
  mutating func wait(until deadline: Int64) -> (exitCode: Int32?, Void)? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process {
        isReaped = true
        return (status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, ())
      }
      if ended < 0, errno != EINTR {
        // Somebody else took its status, as with SIGCHLD ignored.
        isReaped = true
        return (nil, ())
      }
      guard milliseconds(CLOCK_MONOTONIC) < deadline else { return nil }
      usleep(500)
    }
  }

  mutating func end() {
    for descriptor in descriptors { close(descriptor) }
    descriptors = []
    guard !isReaped else { return }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
    isReaped = true
  }
}
