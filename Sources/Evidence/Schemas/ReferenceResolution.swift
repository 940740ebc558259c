// RFC 3986, section 5: what a `$ref` means where it stands. Schemas name each other by `$id` (often an address that nobody is
// meant to fetch) or by where their files lie; nothing is ever fetched.

/// A reference cut at its fragment.
struct SplitReference: Hashable {
  var address: String
  /// Percent-decoded; nil where there is none.
  var fragment: String?

  init(_ text: String) {
    guard let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      address = text
      return
    }
    address = String(text[..<hash])
    fragment = percentDecodedText(text[text.index(after: hash)...])
  }
}

/// `reference` as it reads from `base`, an address without a fragment.
func resolvedAddress(_ reference: String, from base: String) -> String {
  if scheme(of: reference) != nil { return normalized(reference) }
  guard let scheme = scheme(of: base) else { return normalized(reference) }
  if reference.isEmpty { return base }
  let rest = base.dropFirst(scheme.count + 1)
  if reference.hasPrefix("//") { return normalized("\(scheme):\(reference)") }
  let authorityEnd =
    rest.hasPrefix("//") ? rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex : rest.startIndex
  let authority = rest[..<authorityEnd]
  if reference.hasPrefix("/") { return normalized("\(scheme):\(authority)\(reference)") }
  let path = rest[authorityEnd...].prefix { $0 != "?" }
  let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority.isEmpty ? "" : "/")
  return normalized("\(scheme):\(authority)\(folder)\(reference)")
}

/// The scheme of an absolute address, without the colon.
func scheme(of address: some StringProtocol) -> String? {
  guard let colon = address.firstIndex(of: ":"), let first = address.utf8.first, (97...122).contains(first | 0x20),
    address[..<colon].utf8.allSatisfy({
      (97...122).contains($0 | 0x20) || (48...57).contains($0) || "+-.".utf8.contains($0)
    })
  else { return nil }
  return String(address[..<colon])
}

/// Without `.` and `..` in its path, and percent-decoded, so that two spellings of one place are one.
private func normalized(_ address: String) -> String {
  let decoded = percentDecodedText(address[...])
  guard let scheme = scheme(of: decoded) else { return decoded }
  let rest = decoded.dropFirst(scheme.count + 1)
  let authorityEnd =
    rest.hasPrefix("//") ? rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex : rest.startIndex
  var parts: [Substring] = []
  let path = rest[authorityEnd...]
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    switch part {
    case ".": continue
    case "..": if parts.count > 1 || (parts.count == 1 && parts[0] != "") { parts.removeLast() }
    default: parts.append(part)
    }
  }
  return "\(scheme):\(rest[..<authorityEnd])\(parts.joined(separator: "/"))"
}

func percentDecodedText(_ text: Substring) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
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
  return String(decoding: result, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}
