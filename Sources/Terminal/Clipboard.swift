/// The sequence that puts a text on the clipboard (xterm ctlseqs, OSC 52); nil where the terminal takes none or not so much.
/// tmux takes it itself, and hands it on as `set-clipboard` says.
func clipboardSequence(for text: String, term: String, isInTmux: Bool, isInScreen: Bool) -> String? {
  guard !isPlainTerminal(term), isInTmux || !isInScreen else { return nil }
  let bytes = Array(text.utf8)
  guard bytes.count <= largestCopy else { return nil }
  return "\u{1B}]52;c;\(base64(bytes))\u{1B}\\"
}

/// Terminals take sequences of 100,000 bytes; this is what they hold before encoding.
private let largestCopy = 74_994

/// RFC 4648 §4.
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for digit in 0..<4 {
      result.append(digit <= group.count ? digits[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}
