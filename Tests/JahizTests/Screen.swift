import Foundation
import Testing

/// The program on a real screen: tmux is the terminal, and what it shows can be read.
final class Screen {
  private let socket = "jahiz-\(UUID().uuidString)"
  let home: TemporaryFolder

  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, term: String = "screen-256color",
    environment: [String: String] = [:], home: TemporaryFolder? = nil, shell: Bool = false, starter: [String] = []
  ) throws {
    let home = try home ?? TemporaryFolder()
    self.home = home
    // A home of its own: nobody's settings, and nothing remembered from another test.
    let variables = [
      "LANG": "C.UTF-8", "TERM": term, "XDG_STATE_HOME": "\(home.path)/state", "XDG_CONFIG_HOME": "\(home.path)/config",
    ].merging(environment) { $1 }
    let words = starter + ["env"] + variables.map { "\($0)=\($1)" } + [Program.path] + arguments
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    let end = "echo ENDED $?; stty -a; sleep 30"
    // A shell with job control, where one is asked for, else the program alone.
    let whole = shell ? "env PS1='$ ' bash --norc -i" : "\(command); \(end)"
    try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", whole])
    try tmux(["set", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    if shell { try type("\(command)\n") }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// The screen as text, once `condition` holds; fails the test where it does not within ten seconds.
  @discardableResult
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until condition: (String) -> Bool
  ) throws -> String {
    var text = ""
    for _ in 0..<200 {
      text = try tmux(["capture-pane", "-p"])
      if condition(text) { return text }
      usleep(50_000)
    }
    Issue.record("never seen: \(what)\n\(text)", sourceLocation: sourceLocation)
    return text
  }

  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// The mouse at a cell counted from 0: press and release of the left button, as xterm reports them (SGR, 1006).
  func click(row: Int, column: Int) throws {
    try type("\u{1B}[<0;\(column + 1);\(row + 1)M")
    try type("\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  /// One notch of the wheel.
  func wheel(down: Bool, row: Int, column: Int) throws {
    try type("\u{1B}[<\(down ? 65 : 64);\(column + 1);\(row + 1)M")
  }

  func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    // The tmux server outlives its client and would keep the descriptor open by which Process learns of an end.
    let closing = "for f in /proc/$$/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done; exec tmux \"$@\""
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", closing, "tmux", "-u", "-L", socket] + arguments
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    // The threads of a test block signals, and the tmux server would hand that on to every program in it.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
