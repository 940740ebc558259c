import Glibc

/// The lines of a log that may speak of these entities: parsing 10,000 others under the lock would keep everybody waiting.
///
/// A line with an escape is kept too, since a name may hide in it. An event right before a `ledger.torn_line` is none:
/// whoever wrote it was never told that it stands there.
func linesNaming(_ entities: Set<String>, in bytes: [UInt8]) -> [UInt8] {
  guard entities.count <= 8 else { return bytes }
  let needles = entities.map { Array($0.utf8) } + [Array("\\u".utf8)]
  var result: [UInt8] = []
  bytes.withUnsafeBytes { buffer in
    var start = 0
    var pending: Range<Int>?
    while start < buffer.count {
      let end = lineEnd(buffer, from: start)
      let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      if let kept = pending, !contains(line, tornLineName) { result += buffer[kept] }
      pending = needles.contains { contains(line, $0) } ? start..<end : nil
      start = end
    }
    if let pending { result += buffer[pending] }
  }
  return result
}

/// Of the event that takes back the line before it.
let tornLineName = Array("\"ledger.torn_line\"".utf8)

/// Behind the newline.
private func lineEnd(_ buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
  guard let base = buffer.baseAddress, let found = memchr(base + start, 10, buffer.count - start) else {
    return buffer.count
  }
  return UnsafeRawPointer(found) - base + 1
}

/// Whether `needle` stands in the line.
func contains(_ line: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
  guard let base = line.baseAddress, let first = needle.first else { return needle.isEmpty }
  var start = 0
  while start + needle.count <= line.count,
    let found = memchr(base + start, Int32(first), line.count - start - needle.count + 1)
  {
    if memcmp(found, needle, needle.count) == 0 { return true }
    start = UnsafeRawPointer(found) - base + 1
  }
  return false
}
