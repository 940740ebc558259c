import Readiness

// The memory of the docs tree. Targets are kept by number: a hundred thousand links lead to a few thousand places, whether a
// place is there is found once, and on a later look only where its folder or its file has changed. What remains to be done
// for each link is to look up a byte.

struct KnownDocuments: Sendable {
  /// A Markdown file: one of the tree, or one that links lead into.
  struct Document: Sendable {
    let path: ByteString
    let place: FilePlace
    var stamp: FileStamp?
    var isSettled = false
    var scan: ScannedDocument?
    /// The destination of each of the scan's links.
    var destinations: [Int32] = []
    /// The look in which it was last compared with the disk, and the one in which it last changed.
    var seen = 0
    var changed = 0
  }

  /// A path that links lead to.
  struct Target: Sendable {
    let path: ByteString
    var state = State.missing
    /// What it is called where only its spelling is wrong.
    var nearest: String?
    /// The deepest folder of its path that is there: it can change only with that one.
    var folder: Int?
    /// It can change without its folder: a link of the file system is on the way, or the folder cannot be listed.
    var isUnsteady = false
    /// The document that it is, where it is Markdown and there.
    var document: Int?
    var seen = 0
    var changed = 0
  }

  /// A target with an anchor in it, or without.
  struct Destination: Sendable {
    let target: Int
    let anchor: ByteString?
    var state = State.missing
    var nearest: String?
    /// The look in which it was last judged.
    var judged = 0
  }

  enum State: UInt8, Sendable {
    case file, folder, missing, outside, anchorMissing, empty, undefined

    var isGood: Bool { self == .file || self == .folder }
  }

  private struct DestinationName: Hashable {
    var target: Int
    var anchor: ByteString?
  }

  /// Destinations that are no place: the first ones in `destinations`.
  static let nowhere: Int32 = 0
  static let outside: Int32 = 1
  static let undefined: Int32 = 2
  static let tooLong: Int32 = 3
  /// Linux opens no longer path.
  private static let longestPath = 4_096

  /// Of which workspace this is known.
  let root: FilePlace
  var look = 0
  var folders = KnownFolders()
  var documents: [Document] = []
  private var documentIndices: [ByteString: Int] = [:]
  private(set) var targets: [Target] = []
  private var targetIndices: [ByteString: Int] = [:]
  private(set) var destinations: [Destination] = [.empty, .outside, .undefined, .missing].map { state in
    Destination(target: -1, anchor: nil, state: state)
  }
  private var destinationIndices: [DestinationName: Int32] = [:]
  /// What each folder's listing holds, by number; made anew when the folder has changed.
  private var childrenOfFolders: [Int: (changed: Int, children: Children)] = [:]
  private var lastOrder: (given: [Int], sorted: [Int]) = ([], [])

  init(of root: FilePlace) { self.root = root }

  struct Children {
    var documents: [Int] = []
    var folders: [Int] = []
  }

  /// Documents and links that are gone leave their numbers behind; once these are most, it is better to begin anew.
  var isMostlyForgotten: Bool {
    let used = documents.lazy.filter { $0.seen == look }.reduce(0) { $0 + $1.destinations.count }
    return destinations.count > 10_000 + 3 * used
  }

  mutating func document(at path: ByteString) -> Int {
    if let known = documentIndices[path] { return known }
    documents.append(Document(path: path, place: path.bytes.isEmpty ? root : root.child(path.bytes)))
    documentIndices[path] = documents.count - 1
    return documents.count - 1
  }

  func knownDocument(at path: ByteString) -> Int? { documentIndices[path] }

  /// Documents in the order of their paths, each once.
  mutating func sorted(_ indices: [Int]) -> [Int] {
    if indices == lastOrder.given { return lastOrder.sorted }
    let order = Set(indices).sorted { precedes(documents[$0].path.bytes, documents[$1].path.bytes) }
    lastOrder = (indices, order)
    return order
  }

  /// The documents and folders in a folder that is present.
  mutating func children(of index: Int) -> Children {
    let folder = folders[index]
    if let known = childrenOfFolders[index], known.changed == folder.changed { return known.children }
    guard case .present(let names) = folder.state else { return Children() }
    func path(_ name: ByteString) -> ByteString {
      ByteString(folder.path.bytes.isEmpty ? name.bytes : folder.path.bytes + [UInt8(ascii: "/")] + name.bytes)
    }
    var children = Children()
    children.documents = names.documents.map { document(at: path($0)) }
    for name in names.folders where !isNeverWalked(name) {
      children.folders.append(folders.child(of: index, path(name)))
    }
    childrenOfFolders[index] = (folder.changed, children)
    return children
  }

  // MARK: - Destinations

  /// Numbers the destinations of a document's links.
  mutating func numberLinks(of index: Int) {
    guard let scan = documents[index].scan else { return }
    let path = documents[index].path
    documents[index].destinations = scan.links.map { link in
      switch link.kind {
      case .undefinedReference: Self.undefined
      case .target, .related: destination(LinkTarget(scan.target(of: link), in: path.bytes))
      }
    }
  }

  private mutating func destination(_ target: LinkTarget) -> Int32 {
    switch target {
    case .nowhere: return Self.nowhere
    case .outside: return Self.outside
    case .place(let path, _) where path.count > Self.longestPath: return Self.tooLong
    case .place(let path, let anchor):
      let name = DestinationName(
        target: self.target(at: ByteString(path)), anchor: anchor.map { ByteString(anchorKey($0)) })
      if let known = destinationIndices[name] { return known }
      destinations.append(Destination(target: name.target, anchor: name.anchor))
      destinationIndices[name] = Int32(destinations.count - 1)
      return Int32(destinations.count - 1)
    }
  }

  mutating func target(at path: ByteString) -> Int {
    if let known = targetIndices[path] { return known }
    targets.append(Target(path: path))
    targetIndices[path] = targets.count - 1
    return targets.count - 1
  }

  // MARK: - Looking

  /// Compares a target with the disk, once in a look.
  mutating func update(target index: Int, _ disk: DiskLook) {
    guard targets[index].seen != disk.number else { return }
    let isFirst = targets[index].seen == 0
    targets[index].seen = disk.number
    if !isFirst, !targets[index].isUnsteady, let folder = targets[index].folder {
      folders.look(at: folder, disk)
      if folders[folder].changed < disk.number { return }
    }
    let found = find(targets[index].path, disk)
    if isFirst || found.state != targets[index].state || found.nearest != targets[index].nearest {
      targets[index].changed = disk.number
    }
    targets[index].state = found.state
    targets[index].nearest = found.nearest
    targets[index].folder = found.folder
    targets[index].isUnsteady = found.isUnsteady
    let isDocument = found.state == .file && isMarkdownName(targets[index].path)
    targets[index].document = isDocument ? document(at: targets[index].path) : nil
  }

  private struct Found {
    var state = State.missing
    var nearest: String?
    var folder: Int
    var isUnsteady = false
  }

  private mutating func find(_ path: ByteString, _ disk: DiskLook) -> Found {
    let end = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let walked = folders.find(path.bytes[..<(end ?? 0)], disk)
    var found = Found(folder: walked.folder)
    let folder = folders[walked.folder]
    switch folder.state {
    case .missing: break
    case .outside: found.state = .outside
    case .unlistable:
      found.isUnsteady = true
      found.state = state(ofUnlisted: path, disk)
    case .present(let names):
      let name = ByteString(
        Array(
          path.bytes[(walked.isWhole ? end.map { $0 + 1 } ?? 0 : walked.length)...].prefix { $0 != UInt8(ascii: "/") }))
      if path.bytes.isEmpty {
        found.state = .folder
      } else if let entry = names.entries[name] {
        found.isUnsteady = entry.isLink
        found.state =
          entry.isLink ? state(ofUnlisted: path, disk) : !walked.isWhole ? .missing : entry.isFolder ? .folder : .file
      } else {
        found.nearest = nearest(to: path, name, in: names, isLast: walked.isWhole, length: walked.length)
      }
    }
    return found
  }

  private func nearest(to path: ByteString, _ name: ByteString, in names: FolderNames, isLast: Bool, length: Int)
    -> String?
  {
    guard let nearest = names.nearest(to: name) else { return nil }
    guard !isLast else { return nearest }
    // Only the folder's name is known to be wrong; the rest is as the author wrote it.
    let rest = path.bytes[(length + name.bytes.count)...]
    return String(decoding: path.bytes[..<length], as: UTF8.self) + nearest + String(decoding: rest, as: UTF8.self)
  }

  private func state(ofUnlisted path: ByteString, _ disk: DiskLook) -> State {
    switch disk.followed(disk.place(path)) {
    case .present(let isFolder): isFolder ? .folder : .file
    case .missing: .missing
    case .outside: .outside
    }
  }

  /// Judges a destination by what is known of its target and, where it has an anchor, of the document there.
  mutating func judge(destination index: Int) {
    let target = destinations[index].target
    guard target >= 0 else { return }
    let document = targets[target].document ?? -1
    // For nearly all of them, nearly always, nothing has changed.
    let changed = max(targets[target].changed, document >= 0 ? documents[document].changed : 0)
    guard destinations[index].judged < changed else { return }
    destinations[index].judged = look
    destinations[index].state = targets[target].state
    destinations[index].nearest = targets[target].nearest
    guard document >= 0, let anchor = destinations[index].anchor, let scan = documents[document].scan,
      !scan.offers(anchor: anchor)
    else { return }
    destinations[index].state = .anchorMissing
    destinations[index].nearest = scan.nearest(toAnchor: anchor)
  }

  /// Documents that links name an anchor of and that were not looked at yet.
  var unseenDocuments: [Int] {
    var found: [Int] = []
    for index in destinations.indices where destinations[index].target >= 0 {
      guard let document = targets[destinations[index].target].document, documents[document].seen != look,
        destinations[index].anchor != nil
      else { continue }
      found.append(document)
    }
    return found
  }
}

/// Folders that hold nobody's own writing.
private func isNeverWalked(_ name: ByteString) -> Bool {
  name.bytes.first == UInt8(ascii: ".") || neverWalked.contains(name)
}

private let neverWalked: Set<ByteString> = Set(
  ["node_modules", "vendor", "venv", "__pycache__"].map { ByteString($0) })
