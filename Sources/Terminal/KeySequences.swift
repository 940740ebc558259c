import TerminalText

// What control bytes and whole key sequences mean, for xterm, VT220, rxvt and the Linux console (xterm ctlseqs, "PC-Style
// Function Keys").

func controlKey(_ byte: UInt8) -> Key? {
  switch byte {
  case 0x0D: Key(.enter)
  case 0x09: Key(.tab)
  case 0x08, 0x7F: Key(.backspace)
  case 0x00: Key(.character(" "), control: true)
  case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 96))), control: true)
  default: nil
  }
}

/// `CSI numbers final`: `CSI 1 ; 5 C` is the right arrow with Ctrl.
func controlSequenceKey(final: UInt8, _ numbers: [Int]) -> Key? {
  let modifiers = Modifiers(numbers.count > 1 ? numbers[1] : 1)
  switch final {
  case UInt8(ascii: "~"): return tildeKey(numbers.first ?? 0).map(modifiers.key)
  // rxvt: with Ctrl, and with Ctrl and Shift.
  case UInt8(ascii: "^"), UInt8(ascii: "@"): return tildeKey(numbers.first ?? 0).map { Key($0, control: true) }
  case UInt8(ascii: "Z"): return modifiers.key(.backtab)
  // rxvt: arrows with Shift.
  case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterKey(final - 32).map { Key($0) }
  default: return letterKey(final).map(modifiers.key)
  }
}

/// `SS3 final`: arrows and keypad in application mode, F1 … F4.
func singleShiftKey(final: UInt8, _ numbers: [Int]) -> Key? {
  let modifiers = Modifiers(numbers.last ?? 1)
  switch final {
  case UInt8(ascii: "M"): return modifiers.key(.enter)
  case UInt8(ascii: "I"): return modifiers.key(.tab)
  // rxvt: arrows with Ctrl.
  case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterKey(final - 32).map { Key($0, control: true) }
  // The keypad: * + , - . / and the digits.
  case UInt8(ascii: "j")...UInt8(ascii: "y"):
    return modifiers.key(.character(Character(Unicode.Scalar(final - 64))))
  default: return letterKey(final).map(modifiers.key)
  }
}

/// The parameters of a sequence: `1;5` is 1 and 5, what is left out is 0.
func numbers(in body: some Collection<UInt8>) -> [Int] {
  guard !body.isEmpty else { return [] }
  return body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
    // Colons divide parts of a parameter (ECMA-48 §5.4.2); nothing here needs more than the first.
    digits.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { sum, digit in
      (0x30...0x39).contains(digit) ? min(sum, 1_000_000) * 10 + Int(digit - 0x30) : sum
    }
  }
}

/// The parameter that tells which keys were held: 1 + Shift 1, Alt 2, Ctrl 4, Meta 8.
private struct Modifiers {
  private let bits: Int

  init(_ parameter: Int) { bits = max(0, parameter - 1) }

  func key(_ code: Key.Code) -> Key { Key(code, control: bits & 4 != 0, alt: bits & 10 != 0) }
}

private func letterKey(_ final: UInt8) -> Key.Code? {
  switch final {
  case UInt8(ascii: "A"): .up
  case UInt8(ascii: "B"): .down
  case UInt8(ascii: "C"): .right
  case UInt8(ascii: "D"): .left
  case UInt8(ascii: "H"): .home
  case UInt8(ascii: "F"): .end
  case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 79)
  default: nil
  }
}

private func tildeKey(_ number: Int) -> Key.Code? {
  switch number {
  case 1, 7: .home
  case 2: .insert
  case 3: .delete
  case 4, 8: .end
  case 5: .pageUp
  case 6: .pageDown
  case 11...15: .function(number - 10)
  case 17...21: .function(number - 11)
  case 23, 24: .function(number - 12)
  default: nil
  }
}
