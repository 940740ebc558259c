/// Pasted text between `CSI 200 ~` and `CSI 201 ~` (xterm ctlseqs, bracketed paste): never keys, whatever stands in it.
struct Paste: Hashable {
  private static let end = Array("\u{1B}[201~".utf8)
  private static let limit = 65_536
  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes one byte; true: it was the last one.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    let isNewStart = byte == Self.end[0]
    if bytes.count < Self.limit {
      bytes += Self.end.prefix(matched)
      if !isNewStart { bytes.append(byte) }
    }
    matched = isNewStart ? 1 : 0
    return false
  }

  /// The text, with line feeds for the carriage returns that terminals send.
  var text: String {
    var kept = bytes.prefix(Self.limit)
    // What lies beyond the limit is dropped; half a letter with it.
    if bytes.count >= Self.limit {
      while let last = kept.last, last & 0xC0 == 0x80 { kept.removeLast() }
      if let last = kept.last, last >= 0xC0 { kept.removeLast() }
    }
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      if !(wasReturn && scalar == "\n") { scalars.append(scalar == "\r" ? "\n" : scalar) }
      wasReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
