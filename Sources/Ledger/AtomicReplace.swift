import Glibc

// A file is replaced whole: the new bytes go to a temporary file beside it, which takes its name once the disk has
// them. Whoever reads, and whoever is killed, sees the old file or the new one. Its mode and, where permitted, its
// owner and group are kept, extended attributes are not. A symbolic link stays a link; the file it leads to is
// replaced.
//
// Writers of ours exclude each other by a lock on the file itself. Editors know nothing of it: the bytes are compared
// once more right before the rename.

/// Replaces a file by what `transform` makes of its bytes. Where it gives the same bytes back, nothing is written.
///
/// - Parameters:
///   - mode: its permissions from then on; nil: those that it has.
///   - transform: called again where the file changed meanwhile; throws to leave the file as it is.
/// - Returns: whether the file was replaced.
@discardableResult
package func replaceAtomically(
  _ file: LedgerFile, lockWait: Duration = .seconds(5), mode: UInt32? = nil,
  _ transform: (_ bytes: [UInt8]) throws(LedgerError) -> [UInt8]
) throws(LedgerError) -> Bool {
  for _ in 0..<5 {
    // Resolved each time: the link itself may have been turned elsewhere.
    guard let resolved = realpath(file.absolutePath, nil) else { throw file.problem(errno) }
    let path = String(cString: resolved)
    free(resolved)
    let original = try openLocked(file, at: path, wait: lockWait) { () throws(LedgerError) in
      // For writing, though nothing is written to it: a file made read-only is to stay as it is.
      guard let descriptor = Descriptor(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW) else { throw file.problem(errno) }
      return descriptor
    }
    guard let status = original.status(), let old = original.read(from: 0, to: .max) else { throw file.problem(errno) }
    let new = try transform(old)
    let permissions = mode ?? status.st_mode & 0o7777
    if new == old, permissions == status.st_mode & 0o7777 { return false }
    removeStaleTemporaries(in: folder(of: path))
    let temporary = try writeTemporary(new, permissions, of: status, beside: path, file)
    guard let now = fileStatus(path), isSameFile(now, status), original.read(from: 0, to: .max) == old else {
      unlink(temporary)
      continue
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw file.problem(code)
    }
    let code = synchronizeFolder(folder(of: path))
    guard code == 0 else { throw file.problem(code) }
    return true
  }
  throw .keepsChanging(path: file.path)
}

/// Creates a file with all its bytes at once; its folder must be there.
///
/// - Parameter mode: its permissions, whatever the umask.
/// - Returns: whether it was created; false where something stands there by that name, which is left as it is.
package func createAtomically(_ file: LedgerFile, _ bytes: [UInt8], mode: UInt32) throws(LedgerError) -> Bool {
  let path = file.absolutePath
  removeStaleTemporaries(in: folder(of: path))
  let temporary = try writeTemporary(bytes, mode, of: nil, beside: path, file)
  // Unlike rename(2), link(2) takes nobody else's place.
  let code = link(temporary, path) == 0 ? 0 : errno
  unlink(temporary)
  if code == EEXIST { return false }
  guard code == 0 else { throw file.problem(code) }
  let folderCode = synchronizeFolder(folder(of: path))
  guard folderCode == 0 else { throw file.problem(folderCode) }
  return true
}

/// A new file with a name of its own, its bytes on disk.
///
/// - Parameter owner: the file whose owner and group it gets, where permitted; nil: it stays one's own.
private func writeTemporary(
  _ bytes: [UInt8], _ mode: mode_t, of owner: stat?, beside path: String, _ file: LedgerFile
) throws(LedgerError) -> String {
  let temporary = "\(folder(of: path))/\(temporaryPrefix)\(hex(.random(in: 0 ... .max)))\(temporarySuffix)"
  guard let descriptor = Descriptor(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600) else {
    throw file.problem(errno)
  }
  // The owner first, since a change of it clears bits of the mode. Only root may give a file away; the group may be
  // one's own.
  if let owner, fchown(descriptor.number, owner.st_uid, owner.st_gid) != 0 {
    _ = fchown(descriptor.number, uid_t.max, owner.st_gid)
  }
  var code = fchmod(descriptor.number, mode) == 0 ? 0 : errno
  if code == 0 { code = descriptor.write(bytes) }
  if code == 0 { code = descriptor.synchronize() }
  guard code == 0 else {
    unlink(temporary)
    throw file.problem(code)
  }
  return temporary
}

/// Hidden, and not ending as a matrix does, so that no reader takes it for one.
private let temporaryPrefix = ".jahiz-"
private let temporarySuffix = ".tmp"

/// Removes what killed processes of this user left behind; a living one needs no hour.
private func removeStaleTemporaries(in folder: String) {
  guard let listing = opendir(folder) else { return }
  defer { closedir(listing) }
  let deadline = time(nil) - 3_600
  while let entry = readdir(listing) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard name.hasPrefix(temporaryPrefix), name.hasSuffix(temporarySuffix) else { continue }
    var status = stat()
    let path = "\(folder)/\(name)"
    if lstat(path, &status) == 0, isRegular(status), status.st_uid == geteuid(), status.st_mtim.tv_sec < deadline {
      unlink(path)
    }
  }
}
