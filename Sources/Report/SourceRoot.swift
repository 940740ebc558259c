import Readiness

/// Where the workspace lies in its repository: CI knows files by their path from the repository's top.
package struct SourceRoot: Hashable, Sendable {
  /// The repository's top, as an absolute path; nil: not to be told.
  package var folder: String?
  /// The workspace below it, `matrices/demo`; empty where the workspace is the top.
  package var prefix: String

  package init(folder: String? = nil, prefix: String = "") {
    self.folder = folder
    self.prefix = prefix
  }

  /// The path from the top, without `.` and, as far as it stays below the top, `..`.
  func path(of location: SourceLocation) -> String {
    var parts: [Substring] = []
    for part in "\(prefix)/\(location.path)".split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The path from the top as a relative reference of RFC 3986; a slash at its end says that it is a folder.
  func uri(of location: SourceLocation?) -> String {
    guard let location, location.path != "." else {
      let folder = path(of: SourceLocation(path: ""))
      return folder == "." ? "./" : percentEncoded(folder) + "/"
    }
    return percentEncoded(path(of: location))
  }

  /// `file:///home/me/repository/`; nil where the folder is not to be told.
  var folderURI: String? {
    folder.map { folder in "file://\(percentEncoded(folder))\(folder.hasSuffix("/") ? "" : "/")" }
  }
}

/// A path with everything but RFC 3986's unreserved characters and `/` percent-encoded: a colon in its first segment would
/// read as a scheme.
func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".unicodeScalars)
  var result = String.UnicodeScalarView()
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.append(Unicode.Scalar(byte))
    default:
      result.append("%")
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
  }
  return String(result)
}
