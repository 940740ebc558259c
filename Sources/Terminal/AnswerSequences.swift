// Whole sequences from the terminal → what they say: its answers first, then mouse reports, then keys.

/// What a control sequence means (ECMA-48 §5.4): `body` stands between CSI and the final byte.
func meaning(ofControlSequence body: [UInt8], final: UInt8) -> KeyParser.Output? {
  let isPrivate = body.first.map { (0x3C...0x3F).contains($0) } ?? false
  let parameters = body.drop { (0x3C...0x3F).contains($0) }.prefix { (0x30...0x3B).contains($0) }
  let intermediates = body.drop { (0x30...0x3F).contains($0) }
  let numbers = numbers(in: parameters)
  guard intermediates.isEmpty else {
    // DECRPM (xterm ctlseqs): mode ; state $ y.
    guard final == UInt8(ascii: "y"), intermediates.elementsEqual([UInt8(ascii: "$")]), numbers.count > 1 else {
      return nil
    }
    switch (isPrivate, numbers[0]) {
    case (false, 8): return .explicitMode(numbers[1])
    case (true, 2026): return .synchronizedOutput(numbers[1])
    default: return nil
    }
  }
  guard isPrivate else { return controlSequenceKey(final: final, numbers).map(KeyParser.Output.key) }
  switch (body.first, final) {
  case (UInt8(ascii: "?"), UInt8(ascii: "c")): return .primary
  case (UInt8(ascii: ">"), UInt8(ascii: "c")): return .secondary(numbers)
  case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
    return MouseEvent(report: numbers, isRelease: final == UInt8(ascii: "m")).map(KeyParser.Output.mouse)
  default: return nil
  }
}

/// What a string means: the answer to XTVERSION (DCS) or to the question for the background colour (OSC 11).
func meaning(ofString body: [UInt8], introducer: UInt8) -> KeyParser.Output? {
  let text = String(decoding: body, as: UTF8.self)
  if introducer == UInt8(ascii: "P"), text.hasPrefix(">|") { return .version(String(text.dropFirst(2))) }
  guard introducer == UInt8(ascii: "]"), text.hasPrefix("11;") else { return nil }
  return isLight(colorSpecification: text.dropFirst(3)).map { .background(isLight: $0) }
}

/// Whether a colour as X11 writes it, `rgb:RRRR/GGGG/BBBB` with one to four digits each, is nearer to white than to black.
func isLight(colorSpecification text: Substring) -> Bool? {
  guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else { return nil }
  let parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count >= 3 else { return nil }
  var channels: [Double] = []
  for part in parts.prefix(3) {
    guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit), let value = Int(part, radix: 16) else {
      return nil
    }
    channels.append(Double(value) / Double((1 << (4 * part.count)) - 1))
  }
  // Weights of ITU-R BT.601: green counts most.
  return 0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2] > 0.5
}
