import Evidence
import Glibc

/// Tells when files below the watched folders change, by inotify. It sees nothing of what another machine writes to a
/// network file system, and a user has only so many watches: there `mustPoll` says so, and the loop reads again every two
/// seconds, and as soon as one of the files that people act in looks changed.
final class ChangeWatcher {
  /// Readable as soon as something changed; -1 where inotify cannot be had.
  let descriptor: Int32
  private(set) var mustPoll: Bool
  private var watched: Set<String> = []
  /// The files that people act in, and their stamps when they were looked at last.
  private var files: [String] = []
  private var stamps: [FileStamp?] = []

  init() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    mustPoll = descriptor < 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these folders; those that are watched already stay so.
  ///
  /// - Parameter files: what people act in; looked at where must be polled.
  func watch(_ folders: [String], files: [String]) {
    if files != self.files {
      self.files = files
      stamps = files.map { FileStamp(ofFileAt: $0) }
    }
    guard descriptor >= 0 else { return }
    let mask = UInt32(IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB)
    let current = Set(folders)
    for folder in current.subtracting(watched) {
      if inotify_add_watch(descriptor, folder, mask) < 0 { mustPoll = true }
      if isOnNetwork(folder) { mustPoll = true }
    }
    watched = current
  }

  /// Reads away what inotify has told; whether it was anything.
  func drain() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var hasChanges = false
    while read(descriptor, &buffer, buffer.count) > 0 { hasChanges = true }
    // A folder that was removed and made anew needs a new watch.
    if hasChanges { watched = [] }
    return hasChanges
  }

  /// Whether one of the files that people act in has changed since this was asked last. It costs a call for each.
  func sawChangedFile() -> Bool {
    let now = files.map { FileStamp(ofFileAt: $0) }
    defer { stamps = now }
    return now != stamps
  }
}

/// Whether the folder lies on a file system that another machine may write to, by `/proc/self/mounts`.
private func isOnNetwork(_ folder: String) -> Bool {
  guard let real = realpath(folder, nil) else { return false }
  defer { free(real) }
  let path = String(cString: real)
  var best = (length: 0, type: "")
  for mount in mounts where path == mount.point || path.hasPrefix(mount.point == "/" ? "/" : mount.point + "/") {
    if mount.point.utf8.count >= best.length { best = (mount.point.utf8.count, mount.type) }
  }
  return networkFileSystems.contains { best.type.hasPrefix($0) }
}

private let mounts: [(point: String, type: String)] = {
  guard let file = fopen("/proc/self/mounts", "r") else { return [] }
  defer { fclose(file) }
  var result: [(String, String)] = []
  var line = [CChar](repeating: 0, count: 4_096)
  while fgets(&line, Int32(line.count), file) != nil {
    let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
      separator: " ")
    if words.count > 2 { result.append((String(words[1]), String(words[2]))) }
  }
  return result
}()

private let networkFileSystems = ["nfs", "cifs", "smb", "fuse", "9p", "ceph", "afs"]
