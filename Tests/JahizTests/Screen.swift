import Foundation
import Testing

/// The program on a real screen: tmux is the terminal, and what it shows can be read.
final class Screen {
  private let socket = "jahiz-\(UUID().uuidString)"

  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, term: String = "screen-256color",
    environment: [String: String] = [:]
  ) throws {
    let variables = ["LANG": "C.UTF-8", "TERM": term].merging(environment) { $1 }
    let words = ["env"] + variables.map { "\($0)=\($1)" } + [Program.path] + arguments
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "\(command); echo ENDED $?; stty -a; sleep 30",
    ])
    try tmux(["set", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
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
