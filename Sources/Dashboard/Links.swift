import Readiness

/// What a link in the details leads to.
enum LinkTarget: Hashable, Sendable {
  /// A file of the workspace, by its path in it.
  case file(path: String, line: Int?)
  /// Shown and copied, never fetched.
  case url(String)
  case dimension(String)
  case incident(String)
  case checkpoint(String)

  init(_ location: SourceLocation) { self = .file(path: location.path, line: location.line) }

  /// Where an item of evidence leads; nil where it names nothing that is there.
  ///
  /// - Parameter source: the file that it stands in; its links are resolved against that file's folder.
  init?(_ item: EvidenceItem, in source: String) {
    guard let target = item.target else { return nil }
    switch item.kind {
    case .url: self = .url(target)
    case .path:
      guard item.state == .present, let path = resolved(target, against: source) else { return nil }
      self = .file(path: path, line: nil)
    default: return nil
    }
  }
}

extension LinkTarget {
  /// As OSC 8 takes it; nil for what is only found in jahiz.
  func uri(below root: String) -> String? {
    switch self {
    case .file(let path, _): "\(root)/\(percentEncoded(path))"
    case .url(let url): percentEncoded(url, keepingSyntax: true)
    case .dimension, .incident, .checkpoint: nil
    }
  }

  /// As it is copied.
  var text: String {
    switch self {
    case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .url(let url): url
    case .dimension(let name), .incident(let name), .checkpoint(let name): name
    }
  }
}

/// A link target as a path of the workspace, as GitHub resolves it; nil where it leaves the workspace.
private func resolved(_ target: String, against source: String) -> String? {
  let name = percentDecoded(target.prefix { $0 != "#" && $0 != "?" })
  let folder = name.hasPrefix("/") ? [] : source.split(separator: "/").dropLast()
  var parts = Array(folder)
  for part in name.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(part)
    } else if parts.popLast() == nil {
      return nil
    }
  }
  return parts.isEmpty ? nil : parts.joined(separator: "/")
}

/// A path for a URI (RFC 3986); with `keepingSyntax` only what no URI may hold is encoded.
package func percentEncoded(_ text: String, keepingSyntax: Bool = false) -> String {
  let kept = Array("-._~/".utf8) + (keepingSyntax ? Array(":?#[]@!$&'()*+,;=%".utf8) : [])
  return text.utf8.reduce(into: "") { result, byte in
    let isLetter = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    if isLetter || kept.contains(byte) {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}

private func percentDecoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2,
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self) ?? String(text)
}

/// A link in the details and the lines that it takes there.
struct DetailLink: Hashable {
  var target: LinkTarget
  var lines: Range<Int>
}
