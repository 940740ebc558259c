import Glibc
import Readiness

/// Files and folders by system calls: Foundation would cost more at start than everything that is read.

/// Why the system refused.
struct FileProblem: Error, Hashable {
  var code: Int32
  /// What stands there instead of a regular file or a folder; then `code` is 0.
  var isNoRegularFile = false

  var isMissing: Bool { code == ENOENT }

  var reason: Wording {
    if isNoRegularFile { return Wording("Not a regular file", "ليس ملفًا عاديًا") }
    return switch code {
    case EACCES, EPERM: Wording(Sentence(systemText), "لا إذن بالقراءة")
    case EISDIR: Wording(Sentence(systemText), "هو مجلد لا ملف")
    case ENOENT: Wording(Sentence(systemText), "غير موجود")
    case ENOTDIR: Wording(Sentence(systemText), "ليس مجلدًا")
    case ELOOP: Wording(Sentence(systemText), "حلقة من الروابط الرمزية")
    case EIO: Wording(Sentence(systemText), "خطأ في القراءة من القرص")
    default: Wording(Sentence(systemText), "خطأ من النظام: \(systemText)")
    }
  }

  private var systemText: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}

/// The absolute name of a file as bytes (a name need not be UTF-8), and how it is shown, relative to the workspace.
struct FilePlace: Hashable, Sendable {
  var bytes: [UInt8]
  var shown: String

  init(bytes: [UInt8], shown: String) {
    self.bytes = bytes
    self.shown = shown
  }

  /// The workspace itself; what is below it is shown relative to it.
  init(root: String) { self.init(bytes: Array(root.utf8), shown: "") }

  static func == (left: FilePlace, right: FilePlace) -> Bool { left.bytes == right.bytes }

  /// All bytes at once: an array would feed the hasher one by one.
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  func child(_ name: [UInt8]) -> FilePlace {
    let text = String(decoding: name, as: UTF8.self)
    let separator: [UInt8] = bytes.last == slash ? [] : [slash]
    return FilePlace(bytes: bytes + separator + name, shown: shown.isEmpty ? text : "\(shown)/\(text)")
  }

  func child(_ name: String) -> FilePlace { child(Array(name.utf8)) }

  /// Where a finding about it stands.
  var location: SourceLocation { SourceLocation(path: shown.isEmpty ? "." : shown) }

  func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        guard let base = buffer.baseAddress else { return body("") }
        return body(base)
      }
    }
  }
}

private let slash: UInt8 = 0x2F

/// Tells files and folders apart whatever they are called.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}

/// What changes when a file is written anew.
package struct FileStamp: Hashable, Sendable {
  var identity: FileIdentity
  /// In bytes.
  package var size: Int64
  var modified: Instant
}

extension FileStamp {
  /// nil: there is no such file.
  package init?(ofFileAt path: String) {
    guard case .success(let status) = fileStatus(FilePlace(root: path)) else { return nil }
    self = status.stamp
  }
}

enum FileKind: Sendable { case file, folder, other }

struct FolderEntry: Sendable {
  var name: [UInt8]
  var kind: FileKind
  var isLink: Bool
}

struct FolderListing: Sendable {
  var identity: FileIdentity
  /// In the order of the names' bytes.
  var entries: [FolderEntry]
}

func fileStatus(_ place: FilePlace) -> Result<(kind: FileKind, stamp: FileStamp), FileProblem> {
  var status = stat()
  guard place.withCPath({ fstatat(AT_FDCWD, $0, &status, 0) }) == 0 else { return .failure(FileProblem(code: errno)) }
  return .success((kind(of: status), stamp(of: status)))
}

/// The whole of a regular file. Never waits for a pipe or a terminal that stands where a file is meant.
func readFile(_ place: FilePlace) throws(FileProblem) -> [UInt8] { try readIdentifiedFile(place).bytes }

/// The same, with what tells the file apart from one that takes its place later.
func readIdentifiedFile(_ place: FilePlace) throws(FileProblem) -> (bytes: [UInt8], identity: FileIdentity) {
  let descriptor = place.withCPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
  guard descriptor >= 0 else { throw FileProblem(code: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileProblem(code: errno) }
  switch kind(of: status) {
  case .file: break
  case .folder: throw FileProblem(code: EISDIR)
  case .other: throw FileProblem(code: 0, isNoRegularFile: true)
  }
  return (try readToEnd(descriptor, expecting: max(0, Int(status.st_size))), stamp(of: status).identity)
}

private func readToEnd(_ descriptor: Int32, expecting size: Int) throws(FileProblem) -> [UInt8] {
  var bytes: [UInt8] = []
  // One byte more than expected, so that the end shows in the same call as the last bytes.
  var room = min(size, 1 << 30) + 1
  while true {
    var count = 0
    let start = bytes.count
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
      count = read(descriptor, buffer.baseAddress, room)
      initialized = max(0, count)
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileProblem(code: errno)
    }
    if count == 0 { return bytes }
    if start == 0 { bytes = chunk } else { bytes += chunk }
    room = bytes.count > size ? 1 << 16 : size - bytes.count + 1
  }
}

/// The entries of a folder. Types come with the listing: only links, and file systems that tell no types, cost a call each.
func listFolder(_ place: FilePlace) throws(FileProblem) -> FolderListing {
  let descriptor = place.withCPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  guard descriptor >= 0 else { throw FileProblem(code: errno) }
  guard let folder = fdopendir(descriptor) else {
    let code = errno
    close(descriptor)
    throw FileProblem(code: code)
  }
  defer { closedir(folder) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileProblem(code: errno) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else {
      if errno != 0 { throw FileProblem(code: errno) }
      break
    }
    let name = nameBytes(entry)
    if name == [0x2E] || name == [0x2E, 0x2E] { continue }
    let isLink = Int(entry.pointee.d_type) == Int(DT_LNK)
    let kind: FileKind =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK), Int(DT_UNKNOWN): kindFollowing(name, in: descriptor)
      default: .other
      }
    entries.append(FolderEntry(name: name, kind: kind, isLink: isLink))
  }
  entries.sort { precedes($0.name, $1.name) }
  return FolderListing(identity: stamp(of: status).identity, entries: entries)
}

private func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
  let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
  let length = strnlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), 256)
  return Array(UnsafeBufferPointer(start: start, count: length))
}

private func kindFollowing(_ name: [UInt8], in folder: Int32) -> FileKind {
  var status = stat()
  let place = FilePlace(bytes: name, shown: "")
  guard place.withCPath({ fstatat(folder, $0, &status, 0) }) == 0 else { return .other }
  return kind(of: status)
}

private func kind(of status: stat) -> FileKind {
  switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  default: .other
  }
}

private func stamp(of status: stat) -> FileStamp {
  FileStamp(
    identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
    size: Int64(status.st_size),
    modified: Instant(
      seconds: Int64(status.st_mtim.tv_sec), nanoseconds: Int32(truncatingIfNeeded: status.st_mtim.tv_nsec)))
}

/// The order of names as bytes.
func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  let count = min(left.count, right.count)
  let order = left.withUnsafeBytes { left in
    right.withUnsafeBytes { right in
      guard let left = left.baseAddress, let right = right.baseAddress else { return Int32(0) }
      return memcmp(left, right, count)
    }
  }
  return order == 0 ? left.count < right.count : order < 0
}

/// A path below the workspace without `.`, `..` and doubled slashes; nil where it leaves the workspace or is empty.
func pathInside(_ written: String) -> String? {
  guard !written.hasPrefix("/"), !written.utf8.contains(0) else { return nil }
  var parts: [Substring] = []
  for part in written.split(separator: "/") where part != "." {
    if part == ".." {
      guard parts.popLast() != nil else { return nil }
    } else {
      parts.append(part)
    }
  }
  return parts.isEmpty ? (written.isEmpty ? nil : ".") : parts.joined(separator: "/")
}

/// The absolute name of a place, links followed; nil where nothing is there.
func resolvedPath(_ place: FilePlace) -> [UInt8]? {
  guard let resolved = place.withCPath({ realpath($0, nil) }) else { return nil }
  defer { free(resolved) }
  return Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
}
