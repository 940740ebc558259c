import Readiness

// cmark-gfm takes a time that grows with the square of some inputs: a paragraph before a delimiter row, images whose
// brackets stay open, rows of very many columns. A look at the bytes finds these before they are parsed; the limits lie far
// above what anybody writes and keep the parser within a second or two.

/// What makes a text too costly to parse, and where.
struct MarkdownAbuse: Error {
  var reason: Wording
  var line: Int
}

enum MarkdownLimits {
  static let cellsPerRow = 256
  static let cells = 1_500_000
  static let depth = 200
  static let images = 10_000
  /// Bytes times lines of the text before a delimiter row: measured at 0.5 ns each.
  static let paragraphCost = 1_500_000_000
}

/// Throws where a text goes beyond the limits.
func checkLimits(of text: some Collection<UInt8>) throws(MarkdownAbuse) {
  let done = text.withContiguousStorageIfAvailable { bytes -> Result<Void, MarkdownAbuse> in scan(bytes) }
  if let done { return try done.get() }
  try Array(text).withUnsafeBufferPointer { scan($0) }.get()
}

private func scan(_ text: UnsafeBufferPointer<UInt8>) -> Result<Void, MarkdownAbuse> {
  var scan = LimitScan()
  var rest = text
  do throws(MarkdownAbuse) {
    while let end = rest.firstIndex(of: 10) {
      try scan.read(UnsafeBufferPointer(rebasing: rest[..<end]))
      rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...])
    }
    try scan.read(rest)
    return .success(())
  } catch {
    return .failure(error)
  }
}

private struct LimitScan {
  private var number = 0
  private var images = 0
  private var cells = 0
  private var columns = 0
  private var bytesOfBlock = 0
  private var linesOfBlock = 0
  private var cost = 0

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(MarkdownAbuse) {
    number += 1
    var pipes = 0
    var depth = 0
    var isLeading = true
    var isDelimiter = true
    var hasDigit = false
    var isBlank = true
    var previous: UInt8 = 0
    var position = 0
    while position < line.count, isLeading || isDelimiter {
      let byte = line[position]
      position += 1
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "["): images += previous == UInt8(ascii: "!") ? 1 : 0
      case UInt8(ascii: ">"): depth += isLeading ? 1 : 0
      case 32, 9: depth += isLeading && isListMark(previous) ? 1 : 0
      default: break
      }
      // Markers of lists may stand between those of quotes.
      isLeading = isLeading && isLeadingByte(byte)
      isDelimiter = isDelimiter && (isLeadingByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|"))
      hasDigit = hasDigit || (48...57).contains(byte)
      isBlank = isBlank && (byte == 32 || byte == 9)
      previous = byte
    }
    // All that is left of most lines is their text.
    var brackets = 0
    for byte in line[position...] {
      pipes += byte == UInt8(ascii: "|") ? 1 : 0
      brackets += byte == UInt8(ascii: "[") ? 1 : 0
    }
    if brackets > 0 {
      for byte in line[position...] {
        images += byte == UInt8(ascii: "[") && previous == UInt8(ascii: "!") ? 1 : 0
        previous = byte
      }
    }
    guard pipes <= MarkdownLimits.cellsPerRow else {
      throw abuse(
        "over \(MarkdownLimits.cellsPerRow) cells in one row", "أكثر من \(MarkdownLimits.cellsPerRow) خلية في صف واحد")
    }
    guard depth <= MarkdownLimits.depth else {
      throw abuse(
        "quotes and lists nested over \(MarkdownLimits.depth) deep",
        "اقتباسات وقوائم متداخلة أعمق من \(MarkdownLimits.depth)")
    }
    guard images <= MarkdownLimits.images else {
      throw abuse("over \(MarkdownLimits.images) images", "أكثر من \(MarkdownLimits.images) صورة")
    }
    // A date is no delimiter row, though `1. |-|` is one.
    isDelimiter = isDelimiter && line.contains(UInt8(ascii: "-")) && (pipes > 0 || !hasDigit)
    try readTable(pipes, isDelimiter: isDelimiter, isBlank, line.count)
  }

  private mutating func readTable(
    _ pipes: Int, isDelimiter: Bool, _ isBlank: Bool, _ length: Int
  ) throws(MarkdownAbuse) {
    if isBlank { (columns, bytesOfBlock, linesOfBlock) = (0, 0, 0) }
    if isDelimiter {
      cost += bytesOfBlock * linesOfBlock
      columns = max(columns, pipes + 1)
    }
    bytesOfBlock += length
    linesOfBlock += 1
    cells += columns
    guard cells <= MarkdownLimits.cells else { throw abuse("too many cells", "خلايا الجداول أكثر مما يُقرأ") }
    guard cost <= MarkdownLimits.paragraphCost else {
      throw abuse("a paragraph too long before a row of dashes", "فقرة أطول مما يُقرأ قبل سطر فواصل")
    }
  }

  private func abuse(_ english: Sentence, _ arabic: Sentence) -> MarkdownAbuse {
    MarkdownAbuse(reason: Wording(english, arabic), line: number)
  }
}

private func isListMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"): true
  default: false
  }
}

/// What may stand before the text of a line: blanks, and the marks of quotes and lists.
private func isLeadingByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: isListMark(byte)
  }
}
