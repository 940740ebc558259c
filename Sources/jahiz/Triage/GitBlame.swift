import Glibc
import Readiness
import Report

// Git is asked without a shell, with nothing that a repository could make it run: a workspace is not always one's own. No
// git, no repository and a file that is not in it are no error: then there is nothing to tell.

/// Who last changed that line; nil where Git does not know.
func blamed(_ location: SourceLocation, in root: String) -> Blame? {
  guard let line = location.line,
    let output = outputOfGit([
      "-C", root, "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
      "protocol.allow=never", "blame", "--porcelain",
      "--no-textconv", "-L", "\(line),\(line)", "--", location.path,
    ])
  else { return nil }
  return blame(porcelain: output, at: location)
}

/// Reads what `git blame --porcelain` prints of one line.
func blame(porcelain output: String, at location: SourceLocation) -> Blame? {
  let lines = output.split(separator: "\n")
  guard let commit = lines.first?.split(separator: " ").first, commit.count >= 40 else { return nil }
  func value(_ name: String) -> String? {
    lines.first { $0.hasPrefix("\(name) ") }.map { String($0.dropFirst(name.count + 1)) }
  }
  guard let author = value("author"), let seconds = value("author-time").flatMap({ Int64($0) }) else { return nil }
  let isCommitted = commit.contains { $0 != "0" }
  return Blame(
    location: location, commit: isCommitted ? String(commit) : nil, author: author,
    moment: Instant(seconds: seconds), summary: value("summary") ?? "")
}

/// What it prints; nil where it cannot be started, fails, or takes longer than five seconds.
private func outputOfGit(_ arguments: [String]) -> String? {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return nil }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  defer { close(ends[0]) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  var words = (["git"] + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  let settings = ["GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C.UTF-8"]
  let inherited = ["PATH", "HOME"].map { "\($0)=\(environment($0))" }
  var variables = (inherited + settings).map { strdup($0) } + [nil]
  defer { for variable in variables { free(variable) } }
  var process: pid_t = 0
  let isStarted = posix_spawnp(&process, "git", &actions, nil, &words, &variables) == 0
  close(ends[1])
  guard isStarted else { return nil }
  let bytes = readAll(ends[0], deadline: monotonicMilliseconds() + 5_000)
  if bytes == nil { kill(process, SIGKILL) }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  return status == 0 ? bytes.map { String(decoding: $0, as: UTF8.self) } : nil
}

private func readAll(_ descriptor: Int32, deadline: Int64) -> [UInt8]? {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4_096)
  while bytes.count < 1 << 20 {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let left = deadline - monotonicMilliseconds()
    guard left > 0, poll(&waiting, 1, Int32(left)) > 0 else { return nil }
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      return nil
    }
    bytes += buffer[..<count]
  }
  return nil
}
