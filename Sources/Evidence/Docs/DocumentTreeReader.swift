package import Readiness

// The docs tree is read in three steps, all of them from memory where the disk has not changed: walk the folders; read the
// documents; follow the links. A document outside the tree is read only where a link names a heading in it.

/// Reads the docs tree of a workspace: by convention `docs/**/*.md` and `*.md` at the top, or what `docs.roots` names.
///
/// - Parameters:
///   - root: the workspace, as a path that can be opened.
///   - cache: what an earlier look found; kept by whoever looks again.
/// - Returns: nil where there is no document at all. The findings are about what could not be read; what is wrong with the
///   documents is for `DocumentTree.judged` to say.
package func readDocumentTree(
  below root: String, _ configuration: Configuration.Governance, cache: DocumentCache? = nil
) -> (DocumentTree?, [Finding]) {
  let root = FilePlace(root: root)
  var reading = DocumentTreeReading(cache?.take(root) ?? KnownDocuments(of: root))
  reading.walk(configuration.docsRoots)
  reading.readDocuments()
  let (sources, indexes) = reading.readIndexes(configuration.docsIndex)
  reading.followLinks()
  var tree = reading.tree()
  if let read = sources, tree != nil {
    tree?.sources = read
    tree?.indexes = indexes
  }
  cache?.put(reading.known)
  return (tree, reading.findings)
}

struct DocumentTreeReading {
  var known: KnownDocuments
  let disk: DiskLook
  var findings: [Finding] = []
  /// The documents of the tree, in the order of their paths.
  var documents: [Int] = []

  init(_ known: consuming KnownDocuments) {
    known.look += 1
    disk = DiskLook(root: known.root, number: known.look)
    self.known = known
  }

  // MARK: - Walking

  mutating func walk(_ roots: [String]) {
    var found: [Int] = []
    if roots.isEmpty {
      walk(folder: Array("docs".utf8), deep: true, into: &found)
      walk(folder: [], deep: false, into: &found)
    }
    for root in roots { walk(configured: root, into: &found) }
    documents = known.sorted(found)
  }

  private mutating func walk(configured root: String, into found: inout [Int]) {
    guard let path = pathInside(root) else {
      return noteRoot(root, Wording("it lies outside the workspace", "يقع خارج مساحة العمل"))
    }
    let bytes = path == "." ? [] : Array(path.utf8)
    let target = known.target(at: ByteString(bytes))
    known.update(target: target, disk)
    switch known.targets[target].state {
    case .folder: walk(folder: bytes, deep: true, into: &found)
    case .file: found.append(known.document(at: ByteString(bytes)))
    case .outside: noteRoot(root, Wording("it lies outside the workspace", "يقع خارج مساحة العمل"))
    default: noteRoot(root, Wording("there is no such file or folder", "لا يوجد ملف ولا مجلد بهذا الاسم"))
    }
  }

  private mutating func noteRoot(_ root: String, _ reason: Wording) {
    findings.append(
      Finding(
        .documentUnreadable, .v1,
        Wording("docs.roots names \(root): \(reason.english)", "يذكر docs.roots المسار \(root): \(reason.arabic)"),
        at: SourceLocation(path: "jahiz.yaml"), topic: .docsTruth))
  }

  private mutating func walk(folder path: [UInt8], deep: Bool, into found: inout [Int]) {
    let start = known.folders.find(path[...], disk)
    guard start.isWhole else { return }
    var waiting = [start.folder]
    while let index = waiting.popLast() {
      known.folders.look(at: index, disk)
      let folder = known.folders[index]
      var hasLinks = false
      switch folder.state {
      case .missing, .outside: continue
      case .unlistable(let problem):
        findings.append(documentUnreadable(disk.place(folder.path).shown, problem.reason))
        continue
      case .present(let names): hasLinks = names.hasLinks
      }
      let children = known.children(of: index)
      if hasLinks {
        found += children.documents.filter { !isLink($0, in: folder) }
      } else {
        found += children.documents
      }
      if deep { waiting += children.folders.reversed() }
    }
  }

  /// A link of the file system to another document is not read for itself: what it leads to is, where that is in the tree.
  private mutating func isLink(_ document: Int, in folder: KnownFolder) -> Bool {
    let path = known.documents[document].path
    let name = ByteString(
      path.bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(path.bytes[($0 + 1)...]) } ?? path.bytes)
    guard case .present(let names) = folder.state, names.entries[name]?.isLink == true else { return false }
    if case .outside = disk.followed(disk.place(path)) {
      findings.append(
        Finding(
          .linkOutside, .v1,
          Wording(
            "not read: a symbolic link that leads outside the workspace", "لم يُقرأ: رابط رمزي يؤدي إلى خارج مساحة العمل"
          ),
          at: disk.place(path).location, topic: .docsTruth))
    }
    return true
  }

  // MARK: - Reading

  mutating func readDocuments() { read(documents) }

  /// Compares these with the disk, each once in a look.
  mutating func read(_ documents: [Int]) {
    var jobs: [ChangedDocuments.Job] = []
    jobs.reserveCapacity(documents.count)
    for index in documents where known.documents[index].seen != disk.number {
      known.documents[index].seen = disk.number
      let stamp = known.documents[index].isSettled ? known.documents[index].stamp : nil
      jobs.append(ChangedDocuments.Job(index: index, place: known.documents[index].place, stamp: stamp))
    }
    for outcome in ChangedDocuments(jobs).read() {
      known.documents[outcome.index].stamp = outcome.stamp
      known.documents[outcome.index].isSettled = outcome.stamp.map(disk.isSettled) ?? false
      known.documents[outcome.index].scan = outcome.scan
      known.documents[outcome.index].changed = disk.number
      known.numberLinks(of: outcome.index)
    }
  }

  // MARK: - Following

  mutating func followLinks() {
    for index in known.targets.indices { known.update(target: index, disk) }
    read(known.unseenDocuments)
    for index in known.destinations.indices { known.judge(destination: index) }
  }

  // MARK: - The tree

  mutating func tree() -> DocumentTree? {
    guard !documents.isEmpty else { return nil }
    var tree = DocumentTree(documents: documents.count, folders: known.folders.paths(seenIn: disk))
    for index in documents {
      guard let scan = known.documents[index].scan else { continue }
      tree.links += scan.links.count
      tree.urls += scan.urls
      findings += scan.findings
      if let review = scan.review { tree.reviews.append(review) }
      let destinations = known.documents[index].destinations
      if destinations.allSatisfy({ known.destinations[Int($0)].state.isGood }) { continue }
      addProblems(of: index, scan, to: &tree)
    }
    return tree
  }

  private mutating func addProblems(of index: Int, _ scan: ScannedDocument, to tree: inout DocumentTree) {
    let document = known.documents[index]
    let path = document.place.shown
    var said: Set<WrittenLink> = []
    for (link, number) in zip(scan.links, document.destinations) {
      guard let (kind, nearest) = problem(link, scan, known.destinations[Int(number)], in: document.path) else {
        continue
      }
      let target = shown(scan.target(of: link))
      let location = SourceLocation(path: path, line: Int(link.line))
      guard said.insert(WrittenLink(at: location, target: target)).inserted else { continue }
      tree.problemCounts[kind, default: 0] += 1
      guard tree.problems.count < DocumentTree.keptProblems else { continue }
      tree.problems.append(LinkProblem(kind, at: location, target: target, nearest: nearest))
    }
  }

  private mutating func problem(
    _ link: ScannedDocument.Link, _ scan: ScannedDocument, _ destination: KnownDocuments.Destination,
    in document: ByteString
  ) -> (LinkProblem.Kind, String?)? {
    switch destination.state {
    case .file, .folder: return nil
    case .undefined: return (.undefinedReference, nil)
    case .outside: return (.outside, nil)
    case .anchorMissing: return (.brokenAnchor, destination.nearest)
    case .empty: return (.broken, nil)
    case .missing: break
    }
    let target = scan.target(of: link)
    if link.kind == .related, isThereFromTop(target) { return nil }
    // A path of this machine, as `/etc/passwd`: no such folder stands at the top of the workspace.
    if target.first == UInt8(ascii: "/"), destination.target >= 0, destination.nearest == nil {
      let path = known.targets[destination.target].path.bytes
      if let end = path.firstIndex(of: UInt8(ascii: "/")), !known.folders.find(path[..<end], disk).isWhole {
        return (.outside, nil)
      }
    }
    return (.broken, destination.nearest)
  }

  /// Front matter names files from its own folder or from the top of the workspace.
  private mutating func isThereFromTop(_ written: ArraySlice<UInt8>) -> Bool {
    guard case .place(let path, _) = LinkTarget(written, in: []) else { return false }
    let target = known.target(at: ByteString(path))
    known.update(target: target, disk)
    return known.targets[target].state.isGood
  }
}

/// A target as a message has room for it.
private func shown(_ target: ArraySlice<UInt8>) -> String {
  let text = String(decoding: target.prefix(400), as: UTF8.self)
  return target.count <= 400 && text.unicodeScalars.count <= 200
    ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(199))) + "…"
}
