import Glibc
import Readiness
import Synchronization

// Whether a file exists is asked of the listing of its folder, not of the file system: 100,000 links cost a look into each
// folder once, and a link that differs in case is wrong also on a disk that does not mind.

/// The names in one folder.
final class FolderNames: Sendable {
  struct Entry: Sendable {
    var isFolder: Bool
    /// Where it leads can change without the folder changing.
    var isLink: Bool
  }

  let entries: [ByteString: Entry]
  /// Folders that are no links, in the order of their bytes.
  let folders: [ByteString]
  /// Files that are Markdown by their names, links among them, in the order of their bytes.
  let documents: [ByteString]
  let hasLinks: Bool
  /// Names by their folded form; made when a link is first found broken.
  private let foldedNames = Mutex<[String: String]?>(nil)

  init(_ listing: FolderListing) {
    var entries: [ByteString: Entry] = [:]
    entries.reserveCapacity(listing.entries.count)
    var folders: [ByteString] = []
    var documents: [ByteString] = []
    for entry in listing.entries {
      let name = ByteString(entry.name)
      entries[name] = Entry(isFolder: entry.kind == .folder, isLink: entry.isLink)
      if entry.kind == .folder, !entry.isLink { folders.append(name) }
      if entry.kind == .file, isMarkdownName(name) { documents.append(name) }
    }
    self.entries = entries
    self.folders = folders
    self.documents = documents
    hasLinks = listing.entries.contains(where: \.isLink)
  }

  /// The name that differs from `name` in case, marks or forms of a letter only, or has the `.md` that it lacks.
  func nearest(to name: ByteString) -> String? {
    guard name.isText else { return nil }
    if entries[ByteString(name.bytes + Array(".md".utf8))] != nil { return name.text + ".md" }
    return foldedNames.withLock { names in
      if names == nil {
        // The least of several, so that two readings agree.
        names = Dictionary(entries.keys.filter(\.isText).map { (folded($0.text), $0.text) }, uniquingKeysWith: min)
      }
      return names?[folded(name.text)]
    }
  }
}

func isMarkdownName(_ name: ByteString) -> Bool {
  let end = String(decoding: name.bytes.suffix(9), as: UTF8.self).lowercased()
  return (end.hasSuffix(".md") && name.bytes.count > 3) || end.hasSuffix(".markdown")
}
