import Glibc
import Readiness

/// One look at the disk.
struct DiskLook: Sendable {
  enum Followed { case present(isFolder: Bool), missing, outside }

  let root: FilePlace
  /// Counts the looks from 1.
  let number: Int
  /// Seconds of the clock by which files are stamped.
  private let began: Int64
  private let realRoot: [UInt8]

  init(root: FilePlace, number: Int) {
    self.root = root
    self.number = number
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    began = Int64(time.tv_sec)
    realRoot = resolvedPath(root) ?? root.bytes
  }

  func place(_ path: ByteString) -> FilePlace { path.bytes.isEmpty ? root : root.child(path.bytes) }

  /// A file written a moment ago can change again without a visible change of its time.
  func isSettled(_ stamp: FileStamp) -> Bool { began - stamp.modified.seconds > 2 }

  /// What stands at the end of the links of the file system.
  func followed(_ place: FilePlace) -> Followed {
    guard let real = resolvedPath(place) else { return .missing }
    let isInside = real == realRoot || real.starts(with: realRoot.last == 0x2F ? realRoot : realRoot + [0x2F])
    guard isInside else { return .outside }
    guard case .success(let status) = fileStatus(place) else { return .missing }
    return .present(isFolder: status.kind == .folder)
  }
}
