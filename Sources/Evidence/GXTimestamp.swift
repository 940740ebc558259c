package import Readiness

/// The run time of a result: ISO 8601 with its zone, or GX's compact UTC form, `20230915T103005.000007Z`.
package func gxTimestamp(_ text: String) -> Timestamp? {
  if let timestamp = Timestamp(rfc3339: text) { return timestamp }
  let bytes = Array(text.utf8)
  guard bytes.count >= 16, bytes[8] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return nil }
  let characters = bytes.map { Character(Unicode.Scalar($0)) }
  func part(_ range: Range<Int>) -> String { String(characters[range]) }
  return Timestamp(
    rfc3339: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):"
      + part(13..<characters.count))
}
