import Glibc

/// What a write changes about a file.
struct FileLook: Equatable {
  private let inode: UInt64
  /// In bytes.
  let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// nil: there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
