import Readiness

// A filter looks through the text of ten thousand records at every letter that is typed, so the records hold UTF-8, folded.
// What `folded` does to each scalar of one or two bytes, which English and Arabic are written with, is asked once and kept.

/// The UTF-8 of a text, each of its lines folded as `folded` does it; lines that fold to nothing are left out.
func foldedBytes(_ text: String) -> [UInt8] {
  var text = text
  let table = table
  return text.withUTF8 { source in
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var hasPendingLine = false
    var hasPendingBlank = false
    var index = 0
    while index < source.count {
      let byte = source[index]
      let fold: Fold
      if byte < 0x80 {
        fold = table[Int(byte)]
        index += 1
      } else if byte < 0xE0 {
        fold = table[Int(byte & 0x1F) << 6 | Int(source[index + 1] & 0x3F)]
        index += 2
      } else {
        let length = byte < 0xF0 ? 3 : 4
        fold = Fold(String(decoding: source[index..<index + length], as: UTF8.self))
        index += length
      }
      if byte == 0x0A {
        hasPendingLine = !result.isEmpty
      } else if fold.isBlank {
        hasPendingBlank = !result.isEmpty
      } else if fold.count > 0 {
        if hasPendingLine || hasPendingBlank {
          result.append(hasPendingLine ? 0x0A : 0x20)
          (hasPendingLine, hasPendingBlank) = (false, false)
        }
        fold.append(to: &result)
      }
    }
    return result
  }
}

/// The UTF-8 that a scalar folds to: at most seven bytes, the first in the lowest place.
private struct Fold {
  var count: UInt8 = 0
  var isBlank = false
  private var bytes: UInt64 = 0

  init(_ scalar: String) {
    isBlank = scalar.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    for byte in folded(scalar).utf8.prefix(8) {
      bytes |= UInt64(byte) << (8 * UInt64(count))
      count += 1
    }
  }

  func append(to result: inout [UInt8]) {
    var rest = bytes
    for _ in 0..<count {
      result.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

private let table: [Fold] = (0..<0x800).map { Fold(Unicode.Scalar(UInt32($0)).map(String.init) ?? "") }
