extension Hasher {
  /// Takes in a text byte by byte, and where it ends. To hash Arabic as text means to normalise it first, which takes longer
  /// than what the hash is for.
  mutating func combine(bytesOf text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    combine(UInt8(0xFF))
  }
}
