import Readiness

/// Where records of one kind stand: where the configuration says, else by convention in a folder of the workspace and in
/// documents of `docs/` with a certain beginning.
struct RecordSources {
  var configured: [String]
  var folder: String
  /// How the names of documents in `docs/` begin, in lower case.
  var documents: [String]
  var endings: [String]
  var code: Finding.Code
  var topic: Topic

  /// Far more than people write by hand.
  private static let sizeLimit = 64_000_000

  /// Hands on every file with its bytes; what cannot be read is a finding, save what convention alone looks for.
  func read(below root: FilePlace, _ body: (String, [UInt8]) -> Void) -> [Finding] {
    var findings: [Finding] = []
    var files: [FilePlace] = []
    func wants(_ name: String) -> Bool { endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".") }
    func take(_ walked: WalkedFiles) {
      files += walked.files
      findings += walked.findings
    }
    if configured.isEmpty {
      take(walkFiles(root.child(folder), where: wants))
      let docs = root.child("docs")
      for entry in (try? listFolder(docs))?.entries ?? [] where entry.kind == .file {
        let name = String(decoding: entry.name, as: UTF8.self).lowercased()
        if name.hasSuffix(".md"), documents.contains(where: { name.hasPrefix($0) }) {
          files.append(docs.child(entry.name))
        }
      }
    }
    for path in configured {
      let place = path == "." ? root : root.child(path)
      if case .failure(let problem) = fileStatus(place) {
        findings.append(unreadable(place, problem.reason))
        continue
      }
      take(walkFiles(place, where: wants))
    }
    var seen: Set<[UInt8]> = []
    for file in files where seen.insert(file.bytes).inserted {
      do throws(FileProblem) {
        if case .success(let status) = fileStatus(file), status.stamp.size > Self.sizeLimit {
          findings.append(unreadable(file, Wording("larger than 64 MB", "أكبر من 64 MB")))
          continue
        }
        body(file.shown, try readFile(file))
      } catch {
        findings.append(unreadable(file, error.reason))
      }
    }
    return findings
  }

  private func unreadable(_ place: FilePlace, _ reason: Wording) -> Finding {
    Finding(
      code, .v1, Wording("cannot be read: \(reason.english)", "تعذّرت القراءة: \(reason.arabic)"), at: place.location,
      topic: topic)
  }
}
