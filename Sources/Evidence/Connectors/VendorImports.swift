import Dispatch
import Glibc
import Readiness
import Synchronization

// The facade rule: only the facade may import a vendor's SDK. All source below the configured folders is searched, on all
// cores; a file in which no vendor is named at all, as most, is not looked at any closer.

/// What the search found, in the order of files and lines.
struct VendorSearch {
  var imports: [VendorImport] = []
  var findings: [Finding] = []
}

/// Larger than any source that people write.
private let largestSource: Int64 = 2_000_000

func searchVendorImports(in top: FilePlace, _ configuration: Configuration.Governance) -> VendorSearch {
  var search = VendorSearch()
  let vendors = VendorNames(configuration.vendors)
  guard !vendors.isEmpty else { return search }
  let facades = configuration.facades.compactMap { pathInside($0) }
  var files: [FilePlace] = []
  var seen: Set<FilePlace> = []
  for written in configuration.connectorSource {
    guard let path = pathInside(written) else { continue }
    let start = path == "." ? top : top.child(path)
    let walked = walkFiles(start) { SourceLanguage(fileName: $0) != nil }
    // Code decides nothing, so a folder of it that cannot be listed does not either.
    search.findings += walked.findings.map { finding in
      Finding(.sourceNotSearched, .v1, finding.message, at: finding.location, topic: .connectorHealth)
    }
    files += walked.files.filter { file in !isBelow(file.shown, facades) && seen.insert(file).inserted }
  }
  let (imports, findings) = SourceSearch(files: files, vendors: vendors).run()
  search.imports = imports
  search.findings += findings
  return search
}

private func isBelow(_ path: String, _ folders: [String]) -> Bool {
  folders.contains { $0 == "." || path == $0 || path.hasPrefix($0 + "/") }
}

private final class SourceSearch: Sendable {
  private struct Found {
    var file: Int
    var imports: [VendorImport]
    var finding: Finding?
  }

  private let files: [FilePlace]
  private let vendors: VendorNames
  private let next = Atomic<Int>(0)
  private let found = Mutex<[Found]>([])

  init(files: [FilePlace], vendors: VendorNames) {
    self.files = files
    self.vendors = vendors
  }

  func run() -> ([VendorImport], [Finding]) {
    let threads = files.count < 8 ? 1 : min(files.count / 4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    if threads == 1 { work() } else { DispatchQueue.concurrentPerform(iterations: threads) { _ in self.work() } }
    let sorted = found.withLock { $0 }.sorted { $0.file < $1.file }
    return (sorted.flatMap(\.imports), sorted.compactMap(\.finding))
  }

  private func work() {
    var mine: [Found] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count else { break }
      let (imports, finding) = search(files[index])
      if !imports.isEmpty || finding != nil { mine.append(Found(file: index, imports: imports, finding: finding)) }
    }
    found.withLock { $0 += mine }
  }

  private func search(_ file: FilePlace) -> ([VendorImport], Finding?) {
    guard let language = SourceLanguage(fileName: file.shown) else { return ([], nil) }
    func notSearched(_ english: Sentence, _ arabic: Sentence) -> ([VendorImport], Finding?) {
      let message = Wording("not searched for imports: \(english)", "لم يُفحص استيراده: \(arabic)")
      return ([], Finding(.sourceNotSearched, .v1, message, at: file.location, topic: .connectorHealth))
    }
    do throws(FileProblem) {
      if case .success(let status) = fileStatus(file), status.stamp.size > largestSource {
        return notSearched("larger than 2 MB", "أكبر من 2 MB")
      }
      let bytes = try readFile(file)
      let (imports, isBinary) = bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return ([VendorImport](), false) }
        if memchr(base, 0, buffer.count) != nil { return ([], true) }
        return vendors.mayOccur(in: buffer) ? (vendorImports(buffer, language, path: file.shown), false) : ([], false)
      }
      return isBinary ? notSearched("holds NUL bytes", "فيه بايتات صفرية") : (imports, nil)
    } catch {
      return notSearched("\(error.reason.english)", "\(error.reason.arabic)")
    }
  }

  private func vendorImports(
    _ bytes: UnsafeBufferPointer<UInt8>, _ language: SourceLanguage, path: String
  ) -> [VendorImport] {
    var result: [VendorImport] = []
    for statement in importStatements(bytes, language) {
      guard let (vendor, module) = vendors.match(statement, language) else { continue }
      let place = SourceLocation(path: path, line: statement.line)
      result.append(VendorImport(vendor: vendor, module: module, location: place))
    }
    return result
  }
}
