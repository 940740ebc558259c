import Dashboard
import Glibc

/// Where jahiz keeps how the user left the screen: `$XDG_STATE_HOME/jahiz/state`, never in the workspace.
enum StateFile {
  private static var folder: String? {
    let base = environment("XDG_STATE_HOME")
    if base.hasPrefix("/") { return "\(base)/jahiz" }
    let home = environment("HOME")
    return home.hasPrefix("/") ? "\(home)/.local/state/jahiz" : nil
  }

  /// What was kept; nothing where there is no file.
  static func read() -> Remembered {
    guard let folder, let file = fopen("\(folder)/state", "re") else { return Remembered() }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return Remembered(String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// Keeps it: a whole new file in the place of the old one. Where that cannot be, nothing is kept, and nobody is bothered.
  static func write(_ remembered: Remembered) {
    guard let folder, remembered != read() else { return }
    makeFolders(folder)
    let temporary = "\(folder)/.state.\(getpid())"
    let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let text = remembered.text
    let isWhole = text.utf8.withContiguousStorageIfAvailable {
      Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    close(descriptor)
    if isWhole == true { rename(temporary, "\(folder)/state") } else { unlink(temporary) }
  }

  private static func makeFolders(_ path: String) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o700)
    }
  }
}
