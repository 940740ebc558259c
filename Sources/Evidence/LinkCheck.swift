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
  private let root: String
  private let realRoot: String
  private let folder: [Substring]
  var findings: [Finding] = []

  init(root: String, file: String) {
    self.root = root
    realRoot = realPath(root) ?? root
    folder = file.split(separator: "/").dropLast()
  }

  mutating func apply(to items: inout [EvidenceItem]) {
    for index in items.indices where items[index].kind == .path {
      let target = items[index].target ?? ""
      items[index].state = state(of: target)
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
    if path.utf8.contains(0) { return .missing }
    if path.isEmpty { return target.isEmpty ? .missing : .present }
    if path.hasPrefix("/") { return .outside }
    var parts = folder
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return .outside }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    let relative = parts.joined(separator: "/")
    guard let real = realPath(relative.isEmpty ? root : "\(root)/\(relative)") else { return .missing }
    let isInside = real == realRoot || real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
    return isInside ? .present : .outside
  }
}

private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

private func percentDecoded(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
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
  return String(decoding: result, as: UTF8.self)
}
