import Glibc
package import Readiness

// Evidence links are resolved against the file they stand in: present, missing, or outside the workspace, links of the file
// system followed. A URL is shown and never fetched.

/// Finds out the state of every evidence link of a matrix.
///
/// - Parameter root: the workspace, as a path that can be opened.
package func checkLinks(in matrix: Matrix, root: String) -> (Matrix, [Finding]) {
  var matrix = matrix
  var check = LinkCheck(root: root, file: matrix.path)
  for table in matrix.tables.indices {
    for row in matrix.tables[table].dimensions.indices {
      check.apply(to: &matrix.tables[table].dimensions[row].evidence)
    }
    for row in matrix.tables[table].candidates.indices {
      check.apply(to: &matrix.tables[table].candidates[row].evidence)
    }
  }
  return (matrix, check.findings)
}

private struct LinkCheck {
  private let root: [UInt8]
  private let realRoot: [UInt8]
  private let folder: [[UInt8]]
  /// A row can stand in several tables, one for each candidate; what is wrong with it is said once.
  private var noted: Set<EvidenceItem> = []
  var findings: [Finding] = []

  init(root: String, file: String) {
    self.root = Array(root.utf8)
    realRoot = resolvedPath(FilePlace(bytes: self.root, shown: "")) ?? self.root
    folder = file.split(separator: "/").dropLast().map { Array($0.utf8) }
  }

  mutating func apply(to items: inout [EvidenceItem]) {
    for index in items.indices where items[index].kind == .path {
      let target = items[index].target ?? ""
      items[index].state = state(of: target)
      guard noted.insert(items[index]).inserted else { continue }
      let location = items[index].location
      if items[index].state == .missing {
        findings.append(
          Finding(.brokenLink, .v1, Wording("evidence is missing: \(target)", "دليل مفقود: \(target)"), at: location))
      } else if items[index].state == .outside {
        findings.append(
          Finding(
            .linkOutside, .v1,
            Wording("evidence lies outside the workspace: \(target)", "دليل خارج مساحة العمل: \(target)"), at: location)
        )
      }
    }
  }

  private func state(of target: String) -> EvidenceItem.State {
    let path = percentDecoded(target.prefix { $0 != "#" && $0 != "?" })
    if path.contains(0) { return .missing }
    if path.isEmpty { return target.isEmpty ? .missing : .present }
    // GitHub takes a leading slash for the top of the repository.
    let isFromRoot = path.first == slash
    var parts = isFromRoot ? [] : folder
    for part in path.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if parts.isEmpty { return .outside }
        parts.removeLast()
      } else {
        parts.append(Array(part))
      }
    }
    if let real = resolvedPath(below(parts)) {
      let isInside = real == realRoot || real.starts(with: realRoot.last == slash ? realRoot : realRoot + [slash])
      return isInside ? .present : .outside
    }
    // A path of this machine, as `/etc/passwd`: no such folder stands at the top of the workspace.
    if isFromRoot, parts.count > 1, resolvedPath(below(Array(parts.prefix(1)))) == nil { return .outside }
    return .missing
  }

  private func below(_ parts: [[UInt8]]) -> FilePlace {
    let path = Array((parts.isEmpty ? [root] : [root] + parts).joined(separator: [slash]))
    return FilePlace(bytes: path, shown: "")
  }
}

private let slash = UInt8(ascii: "/")

/// Paths are bytes: a name need not be UTF-8.
private func percentDecoded(_ text: some StringProtocol) -> [UInt8] {
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, bytes[index + 1] != UInt8(ascii: "+"),
      let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
    {
      result.append(value)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}
