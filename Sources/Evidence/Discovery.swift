import Glibc
import Readiness

/// Where evidence stands below a workspace: by convention (the matrix in the root, `docs/` or `matrices/`; GX stores at any
/// `uncommitted/validations/`; loose `checkpoints/**/*.json`), or where the configuration says.
///
/// What cannot be listed fails closed: the evidence that would have stopped a release could stand just there.
struct MatrixFiles {
  /// The first is judged.
  var files: [FilePlace] = []
  var findings: [Finding] = []
}

struct ResultFiles {
  /// In path order.
  var results: [FilePlace] = []
  /// `gx/checkpoints/*.json`: what GX's own configuration defines.
  var checkpointDefinitions: [FilePlace] = []
  /// `gx/validation_definitions/*.json`, which say what suites a checkpoint runs.
  var validationDefinitions: [FilePlace] = []
  var findings: [Finding] = []
}

/// How deep below the workspace the folder that holds `uncommitted/` may lie.
private let deepestStore = 4
private let neverSearched: Set<[UInt8]> = Set([".git", "node_modules", ".build"].map { Array($0.utf8) })
/// Folders that are a GX project by their name, also where `uncommitted/` was not checked out.
private let projectNames: Set<[UInt8]> = Set(["gx", "great_expectations"].map { Array($0.utf8) })

func discoverMatrices(below root: FilePlace, _ configuration: Configuration) -> MatrixFiles {
  var found = MatrixFiles()
  if !configuration.matrix.isEmpty {
    found.files = configuration.matrix.map { root.child($0) }
    return found
  }
  for folder in [root, root.child("docs"), root.child("matrices")] {
    do {
      for entry in try listFolder(folder).entries where isMatrixName(entry.name) {
        found.files.append(folder.child(entry.name))
      }
    } catch {
      if isAbsent(error) { continue }
      found.findings.append(folderUnreadable(folder, error))
    }
  }
  return found
}

private func isMatrixName(_ name: [UInt8]) -> Bool {
  name.starts(with: "RELEASE_READINESS_MATRIX".utf8) && name.hasSuffix(".md")
}

func discoverResults(below root: FilePlace, _ configuration: Configuration) -> ResultFiles {
  var search = ResultSearch()
  if configuration.gx.isEmpty {
    search.findStores(below: root)
    search.findLooseResults(below: root)
  } else {
    for path in configuration.gx { search.takeConfigured(path == "." ? root : root.child(path)) }
  }
  return search.sorted()
}

private struct ResultSearch {
  private var found = ResultFiles()
  /// Folders already listed, whatever name led there: symlink loops end here, and nothing is read twice.
  private var searched: Set<FileIdentity> = []
  private var collected: Set<FileIdentity> = []
  private var rootIsProject = false

  func sorted() -> ResultFiles {
    var result = found
    result.results = unique(found.results)
    result.checkpointDefinitions = unique(found.checkpointDefinitions)
    result.validationDefinitions = unique(found.validationDefinitions)
    return result
  }

  private func unique(_ places: [FilePlace]) -> [FilePlace] {
    var result: [FilePlace] = []
    result.reserveCapacity(places.count)
    for place in places.sorted(by: { precedes($0.bytes, $1.bytes) }) where place.bytes != result.last?.bytes {
      result.append(place)
    }
    return result
  }

  // MARK: - GX projects

  /// Walks level by level, so that of two names of one folder the shorter is kept.
  mutating func findStores(below start: FilePlace) {
    let realRoot = resolvedPath(start)
    var level = [start]
    for depth in 0...deepestStore {
      var next: [FilePlace] = []
      for folder in level {
        guard let listing = list(folder) else { continue }
        guard searched.insert(listing.identity).inserted else { continue }
        let isProject = takeProject(folder, listing)
        if depth == 0 { rootIsProject = isProject }
        for entry in listing.entries where entry.kind == .folder {
          if neverSearched.contains(entry.name) || entry.name.equals("uncommitted") { continue }
          let child = folder.child(entry.name)
          if entry.isLink, !isInside(child, realRoot) {
            takeLinkedProject(child)
          } else if depth < deepestStore {
            next.append(child)
          }
        }
      }
      level = next
    }
  }

  /// A link that leaves the workspace is looked at, but nothing is searched behind it: it may lead to the whole disk.
  private mutating func takeLinkedProject(_ folder: FilePlace) {
    guard let listing = list(folder), searched.insert(listing.identity).inserted else { return }
    _ = takeProject(folder, listing)
  }

  /// Takes the store and the definitions of a folder that is a GX project; whether it is one.
  private mutating func takeProject(_ folder: FilePlace, _ listing: FolderListing) -> Bool {
    let hasStore = listing.entries.contains { $0.kind == .folder && $0.name.equals("uncommitted") }
    let isNamed = folder.bytes.split(separator: 0x2F).last.map { projectNames.contains(Array($0)) } ?? false
    if hasStore { collect(folder.child("uncommitted").child("validations")) }
    guard hasStore || isNamed else { return false }
    for entry in listing.entries where entry.kind == .folder {
      if entry.name.equals("checkpoints") {
        found.checkpointDefinitions += jsonFiles(in: folder.child(entry.name))
      } else if entry.name.equals("validation_definitions") {
        found.validationDefinitions += jsonFiles(in: folder.child(entry.name))
      }
    }
    return true
  }

  private mutating func jsonFiles(in folder: FilePlace) -> [FilePlace] {
    guard let listing = list(folder) else { return [] }
    return listing.entries.filter { $0.kind != .folder && $0.name.hasSuffix(".json") }.map { folder.child($0.name) }
  }

  // MARK: - Results

  mutating func findLooseResults(below root: FilePlace) {
    // Beside a store of its own, `checkpoints/` holds GX's configuration.
    if !rootIsProject { collect(root.child("checkpoints")) }
  }

  mutating func takeConfigured(_ place: FilePlace) {
    switch fileStatus(place) {
    case .failure(let problem): found.findings.append(unreadable(.resultUnreadable, place, problem))
    case .success(let status):
      if status.kind != .folder { return found.results.append(place) }
      guard let listing = list(place) else { return }
      let before = found.results.count
      if takeProject(place, listing) { return }
      findStores(below: place)
      if found.results.count == before { collect(place) }
    }
  }

  /// Every `*.json` below a folder.
  private mutating func collect(_ start: FilePlace) {
    var waiting = [start]
    while let folder = waiting.popLast() {
      guard let listing = list(folder), collected.insert(listing.identity).inserted else { continue }
      for entry in listing.entries {
        if entry.kind == .folder {
          waiting.append(folder.child(entry.name))
        } else if entry.name.hasSuffix(".json") {
          found.results.append(folder.child(entry.name))
        }
      }
    }
  }

  private mutating func list(_ folder: FilePlace) -> FolderListing? {
    do {
      return try listFolder(folder)
    } catch {
      // What convention looks for need not be there.
      if !isAbsent(error) { found.findings.append(folderUnreadable(folder, error)) }
      return nil
    }
  }
}

private func isAbsent(_ problem: FileProblem) -> Bool { problem.code == ENOENT || problem.code == ENOTDIR }

private func isInside(_ place: FilePlace, _ realRoot: [UInt8]?) -> Bool {
  guard let realRoot, let real = resolvedPath(place) else { return false }
  return real == realRoot || real.starts(with: realRoot == [0x2F] ? realRoot : realRoot + [0x2F])
}

extension [UInt8] {
  fileprivate func equals(_ text: StaticString) -> Bool {
    elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount)
      .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

// MARK: - Findings

func folderUnreadable(_ folder: FilePlace, _ problem: FileProblem) -> Finding {
  let reason = problem.reason
  return Finding(
    .folderUnreadable, .v3,
    Wording("the folder cannot be listed: \(reason.english)", "تعذّر سرد محتوى المجلد: \(reason.arabic)"),
    at: folder.location)
}

func unreadable(_ code: Finding.Code, _ file: FilePlace, _ problem: FileProblem) -> Finding {
  let reason = problem.reason
  return Finding(
    code, .v3, Wording("cannot be read: \(reason.english)", "تعذّرت القراءة: \(reason.arabic)"), at: file.location)
}
