import Readiness

/// A line of source as a table could have it: without the markers of quotes and lists before it.
struct TableLine {
  let text: Substring

  init(_ line: some StringProtocol) {
    var rest = Substring(line)
    while let first = rest.unicodeScalars.first, first == ">" || first.properties.isWhitespace {
      rest.unicodeScalars.removeFirst()
    }
    self.text = rest
  }

  /// Without the `- ` or `1. ` of a list either, since a table can begin on that line.
  var withoutListMarker: TableLine {
    var line = self
    while let rest = line.behindListMarker { line = rest }
    return line
  }

  private var behindListMarker: TableLine? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard let mark = rest.first, rest.dropFirst().first?.isWhitespace == true,
      digits.isEmpty ? "-+*".contains(mark) : ".)".contains(mark)
    else { return nil }
    return TableLine(rest.dropFirst(2))
  }

  /// The cells as cmark-gfm counts them; nil where the line has no pipe that separates.
  ///
  /// Bytes are looked at, since a mark of Arabic behind a pipe would be one character with it.
  var cells: [String]? {
    let bytes = Array(text.utf8)
    return cellRanges(in: bytes)?.map { String(decoding: bytes[$0], as: UTF8.self).trimmed }
  }

  /// How many cells there are.
  var cellCount: Int? { cellRanges(in: Array(text.utf8))?.count }

  private func cellRanges(in all: [UInt8]) -> [Range<Int>]? {
    var bytes = all[...]
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    if bytes.first == pipe { bytes.removeFirst() }
    var cells: [Range<Int>] = []
    var start = bytes.startIndex
    var isEscaped = false
    var hasPipe = bytes.startIndex > 0
    for index in bytes.indices {
      if bytes[index] == pipe, !isEscaped {
        hasPipe = true
        cells.append(start..<index)
        start = index + 1
      }
      // Also one that is itself behind a backslash: that is how cmark-gfm reads rows.
      isEscaped = bytes[index] == UInt8(ascii: "\\")
    }
    if start < bytes.endIndex { cells.append(start..<bytes.endIndex) }
    return hasPipe ? cells : nil
  }

  /// Whether it has a pipe at both ends and cells between.
  var isFramed: Bool {
    let text = text.trimmed
    return text.utf8.first == pipe && text.utf8.last == pipe && (cellCount ?? 0) > 1
  }

  /// Whether it is a row like `|---|:--:|`, perhaps with dashes that an editor made longer.
  var isDelimiter: Bool {
    text.utf8.contains(pipe) && text.unicodeScalars.contains { "-–—".unicodeScalars.contains($0) }
      && text.unicodeScalars.allSatisfy { "-–—:| \t\u{A0}+=".unicodeScalars.contains($0) || isInvisible($0) }
  }
}

private let pipe = UInt8(ascii: "|")

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }
