import Glibc

/// A file of the workspace that may be written.
package struct LedgerFile: Hashable, Sendable {
  package var workspace: String
  /// Relative to the workspace; so it is shown.
  package var path: String

  package init(workspace: String, path: String) {
    self.workspace = workspace
    self.path = path
  }

  var absolutePath: String { workspace.hasSuffix("/") ? workspace + path : "\(workspace)/\(path)" }

  func problem(_ code: Int32) -> LedgerError { .system(path: path, code: code) }
}

/// An open file; closed with the value's life, and with it its lock goes.
struct Descriptor: ~Copyable {
  let number: Int32

  /// nil where the system refuses; `errno` says why.
  init?(_ path: String, _ flags: Int32, mode: mode_t = 0o666) {
    let number = retried { open(path, flags | O_CLOEXEC | O_NOCTTY, mode) }
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  borrowing func status() -> stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// The bytes from `start` to `end`, fewer where the file ends before; nil where it cannot be read.
  borrowing func read(from start: Int, to end: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while start + bytes.count < end {
      let room = min(end - start - bytes.count, 1 << 22)
      var count = 0
      let offset = start + bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = retried { pread(number, buffer.baseAddress, room, offset) }
        initialized = max(0, count)
      }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += chunk
    }
    return bytes
  }

  /// Writes in one call. Where the system takes less, the rest is tried again to learn why; 0 or the `errno` comes
  /// back.
  borrowing func write(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = retried { Glibc.write(number, rest.baseAddress, rest.count) }
        if count < 0 { return errno }
        if count == 0 { return ENOSPC }
        done += count
      }
      return 0
    }
  }

  /// Waits until the disk has it; 0 or the `errno` comes back.
  borrowing func synchronize() -> Int32 { retried { fsync(number) } == 0 ? 0 : errno }
}

/// Waits until the disk knows the names in a folder; 0 or the `errno` comes back.
func synchronizeFolder(_ path: String) -> Int32 {
  guard let folder = Descriptor(path, O_RDONLY | O_DIRECTORY) else { return errno }
  let code = folder.synchronize()
  // Some network file systems have no such call for folders.
  return code == EINVAL ? 0 : code
}

/// The folder that a path stands in.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

func fileStatus(_ path: String) -> stat? {
  var status = stat()
  return stat(path, &status) == 0 ? status : nil
}

func isSameFile(_ left: stat, _ right: stat) -> Bool { left.st_dev == right.st_dev && left.st_ino == right.st_ino }

func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

/// Calls again while a signal interrupts.
func retried<Count: SignedInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
