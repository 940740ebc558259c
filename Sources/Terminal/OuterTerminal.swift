import Glibc

/// What tmux knows of the terminal that it runs in. Asked by a child process whose pipe the loop polls: a slow server delays
/// nothing.
struct OuterTerminal {
  private let child: pid_t
  /// Readable once tmux has answered.
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private(set) var isOpen = true
  private var isReaped = false

  /// nil where no tmux can be started.
  init?(command: [String] = ["tmux", "display-message", "-p", "#{client_termtype}"]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard let program = arguments[0], posix_spawnp(&child, program, &actions, nil, &arguments, environ) == 0 else {
      close(ends[0])
      return nil
    }
    self.child = child
    descriptor = ends[0]
  }

  /// What has come: the name once it is whole, empty where tmux has none; nil: not yet.
  mutating func read() -> String? {
    guard isOpen else { return nil }
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return nil }
      guard count > 0 else { break }
      if bytes.count < 1_024 { bytes += buffer[..<count] }
    }
    close(descriptor)
    isOpen = false
    return String(decoding: bytes.prefix { $0 >= 0x20 }, as: UTF8.self)
  }

  /// Waits for the child's end, if it has come; true: nothing is left of it.
  mutating func reap() -> Bool {
    if !isReaped { isReaped = waitpid(child, nil, WNOHANG) != 0 }
    return isReaped && !isOpen
  }

  /// Whatever it does, it is over.
  mutating func stop() {
    if isOpen { close(descriptor) }
    isOpen = false
    guard !isReaped else { return }
    kill(child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
    isReaped = true
  }
}
