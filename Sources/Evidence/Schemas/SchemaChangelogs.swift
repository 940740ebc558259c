import Readiness

/// The changelogs beside schemas and in the folders above them, each read once.
struct SchemaChangelogs {
  private let root: FilePlace
  private var byFolder: [String: [BreakingEntry]] = [:]

  init(root: FilePlace) { self.root = root }

  /// Where a changelog announces what a version breaks.
  ///
  /// - Parameter isOnlyEvent: whether all schemas below a folder are of this event: its changelog need not name it.
  mutating func note(of schema: EventSchema, isOnlyEvent: (String) -> Bool) -> SourceLocation? {
    guard let version = schema.version else { return nil }
    let parts = schema.location.path.split(separator: "/").map(String.init)
    let file = parts.last ?? ""
    let names = [schema.event, file, file.hasSuffix(".json") ? String(file.dropLast(5)) : ""].map { folded($0) }
      .filter { SchemaVersion($0) == nil && !$0.isEmpty }
    for depth in (0..<max(1, parts.count)).reversed() {
      let folder = parts.prefix(depth).joined(separator: "/")
      let entries = entries(in: folder)
      if entries.isEmpty { continue }
      let isOwn = !folder.isEmpty && isOnlyEvent(folder)
      if let entry = entries.first(where: { $0.notes(version, of: isOwn ? [] : names) }) { return entry.location }
    }
    return nil
  }

  private mutating func entries(in folder: String) -> [BreakingEntry] {
    if let known = byFolder[folder] { return known }
    let place = folder.isEmpty ? root : root.child(folder)
    var entries: [BreakingEntry] = []
    for entry in (try? listFolder(place))?.entries ?? [] where entry.kind == .file {
      let name = folded(String(decoding: entry.name, as: UTF8.self))
      guard name.hasSuffix(".md"), changelogNames.contains(where: { name.hasPrefix($0) }) else { continue }
      let file = place.child(entry.name)
      guard let bytes = try? readFile(file),
        let document = readDocument(bytes, path: file.shown, code: .eventSchemaUnreadable).0
      else { continue }
      entries += breakingEntries(of: document)
    }
    byFolder[folder] = entries
    return entries
  }
}

private let changelogNames = [
  "CHANGELOG", "CHANGES", "RELEASE_NOTES", "سجل-التغييرات", "سجل_التغييرات", "سجل التغييرات",
]
.map { folded($0) }
