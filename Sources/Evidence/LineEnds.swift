extension String {
  /// With every CRLF and lone CR as LF.
  var replacingLineEnds: String {
    guard utf8.contains(13) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var wasReturn = false
    for byte in utf8 {
      if byte == 10, wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = byte == 13
      result.append(byte == 13 ? 10 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The lines, without their ends. Split as bytes: as characters it takes ten times as long.
  var lines: [Substring] { utf8.split(separator: 10, omittingEmptySubsequences: false).map { Substring($0) } }
}
