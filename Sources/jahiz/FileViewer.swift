import Glibc

/// Shows a file at a line in the user's editor, else in a pager.
///
/// - Returns: whether something could be started.
func showFile(_ path: String, line: Int?, isReadOnly: Bool) -> Bool {
  let editor = isReadOnly ? "" : environment("VISUAL", "EDITOR")
  let program = editor.isEmpty ? environment("PAGER") : editor
  let command = program.isEmpty ? "less" : program
  var arguments: [String] = []
  if let line, takesLine(command) { arguments.append("+\(line)") }
  // A name that begins with a dash is no option.
  arguments.append(path.hasPrefix("-") ? "./\(path)" : path)
  // The variable may hold options of its own: the shell takes it apart, and only it.
  return run(["sh", "-c", "exec \(command) \"$@\"", "sh"] + arguments) != 127
}

/// Editors and pagers that take `+12` as a line.
private let lineTakers: Set<String> = [
  "vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "mg", "kak", "micro", "joe", "jed", "ne", "less",
  "more", "most",
]

private func takesLine(_ command: String) -> Bool {
  let program = command.split(separator: " ").first.map(String.init) ?? ""
  return lineTakers.contains(program.split(separator: "/").last.map(String.init) ?? "")
}

/// Runs a program in the foreground.
///
/// - Returns: its exit code; 127 where it could not be started.
private func run(_ arguments: [String]) -> Int32 {
  var strings = arguments.map { strdup($0) } + [nil]
  defer { for string in strings { free(string) } }
  // What jahiz ignores or blocks its child must not.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var process: pid_t = 0
  guard posix_spawnp(&process, "sh", nil, &attributes, &strings, environ) == 0 else { return 127 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    if errno != EINTR { return 127 }
  }
  return status & 0x7F == 0 ? status >> 8 & 0xFF : 126
}
