import TerminalText

// Bytes from the terminal → keys and answers. Pure, and fed in whatever pieces a slow line delivers: a sequence may be split
// anywhere, an answer may come late. What is no key that jahiz knows is swallowed whole, never typed as letters.

struct KeyParser {
  enum Output: Hashable {
    case key(Key)
    case version(String)
    case secondary([Int])
    case explicitMode(Int)
    /// DA1: all answers have come.
    case primary
  }

  private var pending: [UInt8] = []

  /// An escape waits for what follows it; without it within a moment it was the Esc key.
  var isWaiting: Bool { !pending.isEmpty }

  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Output] {
    pending += bytes
    var outputs: [Output] = []
    while !pending.isEmpty {
      guard let (length, output) = next(pending[...]) else { break }
      pending.removeFirst(length)
      if let output { outputs.append(output) }
    }
    return outputs
  }

  /// Nothing more came: an escape alone is a key, a broken sequence is none.
  mutating func flush() -> [Output] {
    guard let first = pending.first else { return [] }
    // An answer that comes in pieces (DCS) is waited for; a key is not.
    if pending.starts(with: [0x1B, UInt8(ascii: "P")]), pending.count < 4_096 { return [] }
    let rest = Array(pending.dropFirst())
    pending = []
    guard first == 0x1B else { return [] }
    if rest.isEmpty { return [.key(Key(.escape))] }
    return rest == [UInt8(ascii: "[")] || rest == [UInt8(ascii: "O")]
      ? [.key(Key(.character(Character(Unicode.Scalar(rest[0]))), alt: true))] : []
  }

  /// The first output and the bytes it takes; nil where more bytes are needed.
  private func next(_ bytes: ArraySlice<UInt8>) -> (Int, Output?)? {
    let first = bytes[bytes.startIndex]
    if first == 0x1B { return escape(bytes) }
    if first < 0x20 || first == 0x7F { return (1, control(first).map(Output.key)) }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    if length == 0 { return (1, nil) }
    guard bytes.count >= length else { return nil }
    let text = bytes.prefix(length)
    guard let string = String(validating: text, as: UTF8.self), let character = string.first else { return (1, nil) }
    return (length, .key(Key(.character(character))))
  }

  private func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D: Key(.enter)
    case 0x09: Key(.tab)
    case 0x08, 0x7F: Key(.backspace)
    case 0x00: Key(.character(" "), control: true)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 96))), control: true)
    default: nil
    }
  }

  private func escape(_ bytes: ArraySlice<UInt8>) -> (Int, Output?)? {
    guard bytes.count >= 2 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count >= 3 else { return nil }
      return (3, final(bytes[bytes.startIndex + 2], []).map(Output.key))
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return string(bytes)
    case 0x1B: return (1, .key(Key(.escape)))
    default:
      guard let (length, output) = next(bytes.dropFirst()) else { return nil }
      guard case .key(var key)? = output else { return (length + 1, nil) }
      key.alt = true
      return (length + 1, .key(key))
    }
  }

  /// `CSI parameters intermediates final` (ECMA-48 §5.4).
  private func controlSequence(_ bytes: ArraySlice<UInt8>) -> (Int, Output?)? {
    // The Linux console sends F1 … F5 as `CSI [ A` … `CSI [ E`.
    if bytes.count >= 3, bytes[bytes.startIndex + 2] == UInt8(ascii: "[") {
      guard bytes.count >= 4 else { return nil }
      let letter = bytes[bytes.startIndex + 3]
      return (4, (65...69).contains(letter) ? .key(Key(.function(Int(letter) - 64))) : nil)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return bytes.count > 256 ? (bytes.count, nil) : nil
    }
    let length = end - bytes.startIndex + 1
    guard (0x40...0x7E).contains(bytes[end]) else { return (length - 1, nil) }
    let body = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    let numbers =
      body.split(whereSeparator: { !$0.isNumber && $0 != ";" }).first.map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      } ?? []
    switch (body.first, bytes[end]) {
    case ("?", UInt8(ascii: "c")): return (length, .primary)
    case (">", UInt8(ascii: "c")): return (length, .secondary(numbers))
    case (_, UInt8(ascii: "y")) where body.hasSuffix("$") && numbers.first == 8 && numbers.count > 1:
      return (length, .explicitMode(numbers[1]))
    case ("?", _), (">", _), ("<", _): return (length, nil)
    default: return (length, final(bytes[end], numbers).map(Output.key))
    }
  }

  /// A string up to ST or BEL; of them only XTVERSION's answer means something.
  private func string(_ bytes: ArraySlice<UInt8>) -> (Int, Output?)? {
    for index in bytes.indices.dropFirst(2) {
      let isBell = bytes[index] == 0x07
      let isTerminator = bytes[index] == UInt8(ascii: "\\") && bytes[index - 1] == 0x1B
      guard isBell || isTerminator else { continue }
      let body = bytes[(bytes.startIndex + 2)..<(isBell ? index : index - 1)]
      let text = String(decoding: body, as: UTF8.self)
      return (index - bytes.startIndex + 1, text.hasPrefix(">|") ? .version(String(text.dropFirst(2))) : nil)
    }
    return bytes.count > 4_096 ? (bytes.count, nil) : nil
  }

  private func final(_ byte: UInt8, _ numbers: [Int]) -> Key? {
    let modifiers = max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
    func key(_ code: Key.Code) -> Key { Key(code, control: modifiers & 4 != 0, alt: modifiers & 2 != 0) }
    switch byte {
    case UInt8(ascii: "A"): return key(.up)
    case UInt8(ascii: "B"): return key(.down)
    case UInt8(ascii: "C"): return key(.right)
    case UInt8(ascii: "D"): return key(.left)
    case UInt8(ascii: "H"): return key(.home)
    case UInt8(ascii: "F"): return key(.end)
    case UInt8(ascii: "Z"): return key(.backtab)
    case UInt8(ascii: "M"): return key(.enter)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return key(.function(Int(byte) - 79))
    case UInt8(ascii: "~"):
      switch numbers.first ?? 0 {
      case 1, 7: return key(.home)
      case 2: return key(.insert)
      case 3: return key(.delete)
      case 4, 8: return key(.end)
      case 5: return key(.pageUp)
      case 6: return key(.pageDown)
      case 11...15: return key(.function((numbers.first ?? 11) - 10))
      case 17...21: return key(.function((numbers.first ?? 17) - 11))
      case 23, 24: return key(.function((numbers.first ?? 23) - 12))
      default: return nil
      }
    default: return nil
    }
  }
}
