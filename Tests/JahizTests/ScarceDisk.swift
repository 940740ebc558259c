import Foundation
import Testing

/// A workspace on a disk that can be filled up and made read-only while the program has it open.
///
/// Where the kernel lets a user mount, it is a small disk of its own, and the program stands in its mount namespace; else
/// the same is done to the program by a limit on the size of files and by the permissions of the workspace.
final class ScarceDisk {
  private let workspace: TriageFolder
  private let outside: TemporaryFolder
  private let canMount: Bool
  private var asked = 0

  init(_ workspace: TriageFolder) throws {
    self.workspace = workspace
    outside = try TemporaryFolder()
    canMount = try shell("unshare -Urm sh -c 'mount -t tmpfs tmpfs /mnt'") == 0
  }

  deinit { _ = try? shell("kill $(cat '\(outside.path)/server')") }

  /// What the program is started by: words in front of its own.
  var starter: [String] {
    let remembers = "echo $$ >'\(outside.path)/program'"
    guard canMount else {
      // Root may write wherever it likes, unless that is taken from it.
      let drop = getuid() == 0 ? "setpriv --bounding-set -dac_override --inh-caps -all" : ""
      return ["sh", "-c", "\(remembers); exec \(drop) \"$@\"".replacingOccurrences(of: "'", with: ""), "sh"]
    }
    let script = """
      cp -a "\(workspace.path)" "\(outside.path)/seed"
      mount -t tmpfs -o size=256k tmpfs "\(workspace.path)"
      cp -a "\(outside.path)/seed/." "\(workspace.path)"
      (while :; do for f in "\(outside.path)"/do-*; do [ -e "$f" ] && . "$f" && mv "$f" "${f%/*}/done-${f##*-}"; done
        sleep 0.02; done) >/dev/null 2>&1 </dev/null &
      echo $! >"\(outside.path)/server"
      \(remembers.replacingOccurrences(of: "'", with: "\""))
      exec "$@"
      """
    return ["unshare", "-Urm", "sh", "-c", script, "sh"]
  }

  func fill() throws {
    try canMount
      ? order("head -c 1M /dev/zero >'\(workspace.path)/filler' 2>/dev/null || :")
      : shellDone("prlimit --fsize=0:unlimited --pid $(cat '\(outside.path)/program')")
  }

  func empty() throws {
    try canMount
      ? order("rm '\(workspace.path)/filler'")
      : shellDone("prlimit --fsize=unlimited:unlimited --pid $(cat '\(outside.path)/program')")
  }

  func makeReadOnly() throws {
    try canMount ? order("mount -o remount,ro '\(workspace.path)'") : shellDone("chmod 555 '\(workspace.path)'")
  }

  func makeWritable() throws {
    try canMount ? order("mount -o remount,rw '\(workspace.path)'") : shellDone("chmod 755 '\(workspace.path)'")
  }

  /// A file of the workspace as the program sees it.
  func text(of name: String) throws -> String {
    guard canMount else { return try workspace.text(of: name) }
    let process = try String(contentsOfFile: "\(outside.path)/program", encoding: .utf8)
    let root = "/proc/\(process.trimmingCharacters(in: .newlines))/root"
    return try String(contentsOfFile: "\(root)\(workspace.path)/\(name)", encoding: .utf8)
  }

  /// Has it done inside the program's mount namespace.
  private func order(_ command: String) throws {
    asked += 1
    // Written under a name that nobody looks for: an order that is found half written, or done twice, is never done.
    let written = "\(outside.path)/written-\(asked)"
    try command.write(toFile: written, atomically: false, encoding: .utf8)
    try FileManager.default.moveItem(atPath: written, toPath: "\(outside.path)/do-\(asked)")
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: "\(outside.path)/done-\(asked)") { usleep(50_000) }
    #expect(FileManager.default.fileExists(atPath: "\(outside.path)/done-\(asked)"), "not done: \(command)")
  }

  private func shellDone(_ command: String) throws { #expect(try shell(command) == 0, "\(command)") }
}

private func shell(_ command: String) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", command]
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}
