import Readiness

// Folders are listed once and listed again only when their stamps change; each is compared with the disk once in a look.

/// A folder of the workspace as it was last seen.
struct KnownFolder: Sendable {
  enum State: Sendable {
    case present(FolderNames)
    case missing
    /// A link of the file system leads out of the workspace.
    case outside
    /// It is there and cannot be listed: its files are asked for one by one.
    case unlistable(FileProblem)
  }

  let path: ByteString
  let name: ByteString
  /// Index of the folder above; nil for the workspace itself.
  let parent: Int?
  var state = State.missing
  var stamp: FileStamp?
  /// Its listing can be trusted while its stamp stays: it was not changed just before it was read.
  var isSettled = false
  /// The look in which it was last compared with the disk, and the one in which it last changed.
  var seen = 0
  var changed = 0
}

/// Every folder that was ever asked for, each compared with the disk once in a look.
struct KnownFolders: Sendable {
  private(set) var folders: [KnownFolder] = []
  private var indices: [ByteString: Int] = [:]

  subscript(index: Int) -> KnownFolder { folders[index] }

  /// The folders that are there and that this look asked for, as they are shown.
  func paths(seenIn disk: DiskLook) -> [String] {
    folders.lazy.filter { folder in
      guard folder.seen == disk.number, case .present = folder.state else { return false }
      return true
    }.map(\.path.text).sorted()
  }

  /// How far down a path folders are there.
  struct Found {
    /// The deepest that is there, compared with the disk.
    var folder: Int
    /// How many bytes of the path lead to it and to the slash behind.
    var length: Int
    /// Every folder of the path is there.
    var isWhole: Bool
  }

  /// Follows a path as far as there are folders. Nothing is kept of what is not there: a link can name anything.
  mutating func find(_ path: ArraySlice<UInt8>, _ disk: DiskLook) -> Found {
    var index = child(of: nil, ByteString([]))
    var start = path.startIndex
    while true {
      look(at: index, disk)
      guard start < path.endIndex else { return Found(folder: index, length: path.count, isWhole: true) }
      let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
      let found = Found(folder: index, length: start - path.startIndex, isWhole: false)
      switch folders[index].state {
      case .missing, .outside: return found
      case .unlistable: break
      case .present(let names):
        guard names.entries[ByteString(Array(path[start..<end]))]?.isFolder == true else { return found }
      }
      index = child(of: index, ByteString(Array(path[..<end])))
      start = min(end + 1, path.endIndex)
    }
  }

  /// The folder of this path below another; nil above the workspace itself.
  mutating func child(of parent: Int?, _ path: ByteString) -> Int {
    if let known = indices[path] { return known }
    let name = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(path.bytes[($0 + 1)...]) } ?? path.bytes
    folders.append(KnownFolder(path: path, name: ByteString(name), parent: parent))
    indices[path] = folders.count - 1
    return folders.count - 1
  }

  /// Compares a folder, and those above it, with the disk.
  mutating func look(at index: Int, _ disk: DiskLook) {
    var waiting: [Int] = []
    var next: Int? = index
    while let index = next, folders[index].seen != disk.number {
      waiting.append(index)
      next = folders[index].parent
    }
    for index in waiting.reversed() {
      folders[index].seen = disk.number
      update(index, disk)
    }
  }

  private mutating func update(_ index: Int, _ disk: DiskLook) {
    let place = disk.place(folders[index].path)
    if let parent = folders[index].parent {
      switch folders[parent].state {
      case .missing: return set(index, .missing, disk)
      case .outside: return set(index, .outside, disk)
      case .unlistable: break
      case .present(let names):
        guard let entry = names.entries[folders[index].name] else { return set(index, .missing, disk) }
        if entry.isLink {
          switch disk.followed(place) {
          case .missing: return set(index, .missing, disk)
          case .outside: return set(index, .outside, disk)
          case .present: break
          }
        } else if !entry.isFolder {
          return set(index, .missing, disk)
        }
      }
    }
    guard case .success(let status) = fileStatus(place), status.kind == .folder else {
      return set(index, .missing, disk)
    }
    if folders[index].isSettled, folders[index].stamp == status.stamp, case .present = folders[index].state { return }
    folders[index].stamp = status.stamp
    folders[index].isSettled = disk.isSettled(status.stamp)
    do throws(FileProblem) {
      set(index, .present(FolderNames(try listFolder(place))), disk)
    } catch {
      set(index, .unlistable(error), disk)
    }
  }

  private mutating func set(_ index: Int, _ state: KnownFolder.State, _ disk: DiskLook) {
    switch (folders[index].state, state) {
    case (.missing, .missing) where folders[index].changed > 0, (.outside, .outside): return
    default: break
    }
    folders[index].state = state
    folders[index].changed = disk.number
    if case .present = state { return }
    folders[index].isSettled = false
  }
}
