// Where a link leads, by its text alone, as GitHub resolves it (RFC 3986 for a tree of files): against the folder of the file
// it stands in, a leading slash meaning the top of the workspace, `%20` decoded, `?query` dropped, the part behind `#` an
// anchor. No link of the file system is followed here: `a/../b` is `b`.

/// Where a link leads.
enum LinkTarget: Equatable {
  /// A path below the workspace without `.` and `..`; empty for the workspace itself. The anchor is nil without one.
  case place(path: [UInt8], anchor: [UInt8]?)
  case outside
  /// No path can be meant: the target is empty or holds NUL.
  case nowhere

  /// - Parameters:
  ///   - written: what stands in the link; no URL.
  ///   - document: the path of the file it stands in.
  init(_ written: some Collection<UInt8>, in document: [UInt8]) {
    guard !written.isEmpty else {
      self = .nowhere
      return
    }
    let mark = written.firstIndex(of: UInt8(ascii: "#"))
    let anchor = mark.map { percentDecoded(written[written.index(after: $0)...]) }
    let path = percentDecoded(written[..<(mark ?? written.endIndex)].prefix { $0 != UInt8(ascii: "?") })
    guard !path.contains(0) else {
      self = .nowhere
      return
    }
    if path.isEmpty {
      self = .place(path: document, anchor: anchor)
    } else if let resolved = resolvedPath(path, in: document) {
      self = .place(path: resolved, anchor: anchor)
    } else {
      self = .outside
    }
  }
}

/// nil where the path climbs out of the workspace.
private func resolvedPath(_ path: [UInt8], in document: [UInt8]) -> [UInt8]? {
  var result: [UInt8] = []
  if path.first != slash, let end = document.lastIndex(of: slash) { result += document[..<end] }
  result.reserveCapacity(result.count + path.count + 1)
  var start = 0
  while start < path.count {
    let end = path[start...].firstIndex(of: slash) ?? path.count
    let part = path[start..<end]
    start = end + 1
    switch part.count {
    case 0: continue
    case 1 where part.first == dot: continue
    case 2 where part.first == dot && part.last == dot:
      guard !result.isEmpty else { return nil }
      result.removeSubrange((result.lastIndex(of: slash) ?? 0)...)
    default:
      if !result.isEmpty { result.append(slash) }
      result += part
    }
  }
  return result
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")

func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
  let bytes = Array(bytes)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// Whether a target has a scheme (RFC 3986) or names a host: it is shown and never followed. `guide.md:12` is a slip, not a
/// scheme.
func leadsElsewhere(_ target: UnsafeBufferPointer<UInt8>) -> Bool {
  if target.count >= 2, target[0] == slash, target[1] == slash { return true }
  for (index, byte) in target.enumerated() {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      if index == 0 { return false }
    case UInt8(ascii: ":"): return index > 1
    default: return false
    }
  }
  return false
}
