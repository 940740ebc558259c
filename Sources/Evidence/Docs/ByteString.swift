import Glibc

/// A name or a path as its bytes: a file's name need not be UTF-8, and two spellings of one text are two names.
struct ByteString: Hashable, Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  static func == (left: ByteString, right: ByteString) -> Bool {
    guard left.bytes.count == right.bytes.count else { return false }
    return left.bytes.withUnsafeBytes { left in
      right.bytes.withUnsafeBytes { right in
        guard let start = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(start, other, left.count) == 0
      }
    }
  }

  /// All bytes at once: an array would feed the hasher one by one.
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// As it is shown.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is UTF-8.
  var isText: Bool { bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil }
}
