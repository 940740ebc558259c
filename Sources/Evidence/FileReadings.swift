import Glibc
import Readiness
import Synchronization

/// Remembers what was made of each file, so that another look after one change reads one file.
final class FileReadings<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var stamp: FileStamp
    var value: Value
  }

  private let entries = Mutex<[FilePlace: Entry]>([:])

  init() {}

  /// What `read` makes of each file, in order; files that are not asked for again are forgotten.
  ///
  /// - Parameter read: gets a file’s bytes.
  func values(
    of files: [FilePlace], reading read: (FilePlace, Result<[UInt8], FileProblem>) -> Value
  ) -> [Value] {
    let known = entries.withLock { $0 }
    var next: [FilePlace: Entry] = [:]
    next.reserveCapacity(files.count)
    let now = Int64(time(nil))
    let values = files.map { file -> Value in
      guard case .success(let status) = fileStatus(file), status.kind == .file else {
        return read(file, contents(file))
      }
      if let entry = known[file], entry.stamp == status.stamp {
        next[file] = entry
        return entry.value
      }
      let value = read(file, contents(file))
      // A file written a moment ago can change again without a visible change of its time.
      if now - status.stamp.modified.seconds > 2 { next[file] = Entry(stamp: status.stamp, value: value) }
      return value
    }
    entries.withLock { $0 = next }
    return values
  }

  private func contents(_ file: FilePlace) -> Result<[UInt8], FileProblem> {
    do throws(FileProblem) { return .success(try readFile(file)) } catch { return .failure(error) }
  }
}
