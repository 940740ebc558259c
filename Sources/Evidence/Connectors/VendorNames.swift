import Readiness

// A vendor's SDK is known by the name under which code imports it. Whole segments of a module's path are compared, never parts
// of a word: `stripe` is `stripe.error`, `com.stripe.Stripe` and `github.com/stripe/stripe-go`, but not `striped`, nor our own
// `app.integrations.stripe`.

struct VendorNames: Sendable {
  private struct Vendor {
    var name: String
    /// The name in segments, for each separator.
    var segments: [String: [String]]
  }

  private let vendors: [Vendor]
  private let filter: BytePatterns

  var isEmpty: Bool { vendors.isEmpty }

  init(_ names: [String]) {
    var seen: Set<String> = []
    var vendors: [Vendor] = []
    for written in names {
      var name = written.trimmed
      // `@aws-sdk/*` is all of it.
      while let last = name.last, "/*.:\\".contains(last) { name.removeLast() }
      guard !name.isEmpty, seen.insert(name).inserted else { continue }
      var segments: [String: [String]] = [:]
      for separator in ["/", ".", ":", "\\"] {
        segments[separator] = name.split(whereSeparator: separator.contains).map(comparable)
      }
      vendors.append(Vendor(name: name, segments: segments))
    }
    self.vendors = vendors
    filter = BytePatterns(
      vendors.map { vendor in
        let words = vendor.name.split { "/.:\\@".contains($0) }
        return words.max { $0.utf8.count < $1.utf8.count }.map(String.init) ?? vendor.name
      })
  }

  /// Whether a file may import one of them: a quick look that is never wrong with a “no”.
  func mayOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { filter.occur(in: bytes) }

  /// The first import of a statement that is a vendor's, and whose.
  func match(_ statement: ImportStatement, _ language: SourceLanguage) -> (vendor: String, module: String)? {
    for path in statement.paths {
      let segments = normalized(path, language)
      for vendor in vendors {
        guard let wanted = vendor.segments[language.separators], !wanted.isEmpty else { continue }
        if places(in: segments, language).contains(where: { has(wanted, in: segments, at: $0) }) {
          let separator = language == .rust ? "::" : language.separators
          return (vendor.name, path.joined(separator: separator))
        }
      }
    }
    return nil
  }

  private func has(_ wanted: [String], in path: [String], at place: Int) -> Bool {
    guard place + wanted.count <= path.count else { return false }
    return wanted.indices.allSatisfy { index in
      let segment = path[place + index]
      // The scope of npm that a vendor owns: `@stripe/stripe-js` is Stripe's.
      return segment == wanted[index] || (segment.first == "@" && segment.dropFirst() == wanted[index])
    }
  }
}

/// Where in a path a vendor's name may begin.
private func places(in path: [String], _ language: SourceLanguage) -> [Int] {
  guard let first = path.first else { return [] }
  switch language {
  // host, owner, repository; a path without a host is our own or the standard library's.
  case .go: return first.contains(".") ? [0, 1, 2] : [0]
  case .java, .kotlin, .scala: return topLevelDomains.contains(first) ? [0, 1] : [0]
  case .javaScript: return isAddress(first) ? Array(path.indices) : [0]
  default: return [0]
  }
}

private let topLevelDomains: Set<String> = [
  "com", "org", "net", "io", "dev", "co", "ai", "me", "sa", "ae", "edu", "gov", "de", "fr", "uk", "eu", "us", "tech",
  "cloud",
]

private func isAddress(_ segment: String) -> Bool { segment.hasPrefix("http") && segment.hasSuffix(":") }

private func normalized(_ path: [String], _ language: SourceLanguage) -> [String] {
  var path = path
  if language == .javaScript, let first = path.first, !isAddress(first),
    let colon = first.firstIndex(of: ":")
  {
    // `npm:stripe@12`
    path[0] = String(first[first.index(after: colon)...])
  }
  return path.map { segment in
    var name = Substring(segment)
    if language == .javaScript, let at = name.dropFirst().firstIndex(of: "@") { name = name[..<at] }
    if language == .go, let version = name.range(of: ".v"), name[version.upperBound...].allSatisfy(\.isNumber) {
      name = name[..<version.lowerBound]
    }
    return comparable(name)
  }
}

/// Case and `-` or `_` make no difference: what a package is called and what code imports differ by no more.
private func comparable(_ segment: some StringProtocol) -> String {
  String(decoding: segment.utf8.map { foldedByte($0) }, as: UTF8.self)
}

private func foldedByte(_ byte: UInt8) -> UInt8 {
  switch byte {
  case 65...90: byte + 32
  case UInt8(ascii: "-"): UInt8(ascii: "_")
  default: byte
  }
}

/// Several short patterns, looked for in one pass: most files are done with at a byte a nanosecond.
struct BytePatterns: Sendable {
  private let patterns: [[UInt8]]
  /// Whether a pattern begins with these two bytes.
  private let begins: [Bool]
  private let fold: [UInt8]
  private let hasShort: Bool

  init(_ texts: [String]) {
    patterns = texts.map { $0.utf8.map { foldedByte($0) } }
    fold = (0...255).map { foldedByte(UInt8($0)) }
    hasShort = patterns.contains { $0.count < 2 }
    var begins = [Bool](repeating: false, count: 1 << 16)
    for pattern in patterns where pattern.count >= 2 { begins[Int(pattern[0]) << 8 | Int(pattern[1])] = true }
    self.begins = begins
  }

  func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !hasShort else { return true }
    guard bytes.count >= 2 else { return false }
    return fold.withUnsafeBufferPointer { fold in
      begins.withUnsafeBufferPointer { begins in
        var previous = Int(fold[Int(bytes[0])])
        for index in 1..<bytes.count {
          let next = Int(fold[Int(bytes[index])])
          if begins[previous << 8 | next], isPattern(bytes, at: index - 1, fold) { return true }
          previous = next
        }
        return false
      }
    }
  }

  private func isPattern(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ fold: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    patterns.contains { pattern in
      place + pattern.count <= bytes.count
        && pattern.indices.allSatisfy { fold[Int(bytes[place + $0])] == pattern[$0] }
    }
  }
}
