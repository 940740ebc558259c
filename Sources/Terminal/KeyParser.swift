import TerminalText

// Bytes from the terminal → keys, mouse reports, pasted text and answers. Pure, and fed in whatever pieces a slow line
// delivers: a sequence may be split anywhere, its rest may come late. What is no key that jahiz knows is swallowed whole,
// never typed as letters. Only an escape alone is decided by time, and the introducers of strings, which Alt makes too.
//
// The framing is that of ECMA-48 §5.4 and §5.6; what a whole sequence means stands in `KeySequences`, `AnswerSequences` and
// `MouseEvent`.

struct KeyParser {
  enum Output: Hashable {
    case key(Key)
    case mouse(MouseEvent)
    case paste(String)
    case version(String)
    case secondary([Int])
    case explicitMode(Int)
    case synchronizedOutput(Int)
    case background(isLight: Bool)
    /// DA1: all answers have come.
    case primary
  }

  private enum State: Hashable {
    case ground
    case escape
    /// After `CSI`.
    case control
    /// After `SS3`.
    case single
    /// After `CSI [`, by which the Linux console begins F1 … F5.
    case consoleFunction
    /// In the three bytes that follow `CSI M`: an X10 mouse report.
    case legacyMouse(remaining: Int)
    /// In a string (DCS, OSC, APC, PM, SOS) that began with that letter.
    case string(UInt8)
    /// After an escape in a string: its end, if a backslash follows.
    case stringEnd(UInt8)
    /// In a letter of that many bytes of UTF-8.
    case letter(length: Int)
    case paste(Paste)
  }

  private var state = State.ground
  private var body: [UInt8] = []
  private var isAlt = false

  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Output] {
    var outputs: [Output] = []
    for byte in bytes { take(byte, &outputs) }
    return outputs
  }

  /// How many milliseconds without another byte make `flush` due; nil: nothing waits, or it waits for as long as it takes.
  func patience(expectingAnswers: Bool) -> Int? {
    switch state {
    case .escape: expectingAnswers ? 250 : 25
    case .string where body.isEmpty: expectingAnswers ? nil : 100
    case .string, .stringEnd: expectingAnswers ? nil : 1_000
    // Only a lost end makes a paste that long; the keyboard must come back.
    case .paste: 10_000
    case .ground, .control, .single, .consoleFunction, .legacyMouse, .letter: nil
    }
  }

  /// Nothing more came for as long as `patience` says: an escape alone was a key, a string's introducer one with Alt.
  mutating func flush() -> [Output] {
    var outputs: [Output] = []
    switch state {
    case .escape: outputs = [.key(Key(.escape))]
    case .string(let introducer) where body.isEmpty: outputs = [altKey(introducer)]
    case .paste(let paste): outputs = [.paste(paste.text)]
    case .string, .stringEnd: break
    case .ground, .control, .single, .consoleFunction, .legacyMouse, .letter: return []
    }
    state = .ground
    return outputs
  }

  private mutating func take(_ byte: UInt8, _ outputs: inout [Output]) {
    switch state {
    case .ground: takeInGround(byte, &outputs)
    case .escape: takeAfterEscape(byte, &outputs)
    case .control: takeInControl(byte, &outputs)
    case .single: takeInSingle(byte, &outputs)
    case .consoleFunction:
      guard !isAborted(by: byte, &outputs) else { return }
      state = .ground
      if (0x41...0x45).contains(byte) { outputs.append(.key(Key(.function(Int(byte) - 64)))) }
    case .legacyMouse(let remaining):
      // A coordinate beyond 95 is a byte of 0x80 and more: all but controls belong to it.
      if byte < 0x20, isAborted(by: byte, &outputs) { return }
      state = remaining > 1 ? .legacyMouse(remaining: remaining - 1) : .ground
    case .string(let introducer): takeInString(introducer, byte, &outputs)
    case .stringEnd(let introducer):
      if byte == UInt8(ascii: "\\") {
        state = .ground
        finishString(introducer, &outputs)
      } else {
        state = .escape
        take(byte, &outputs)
      }
    case .letter(let length): takeInLetter(length, byte, &outputs)
    case .paste(var paste):
      // Taken out while it changes, so that its bytes are not copied.
      state = .ground
      if paste.take(byte) { outputs.append(.paste(paste.text)) } else { state = .paste(paste) }
    }
  }

  /// A control or a letter beyond ASCII ends a broken sequence and means what it means without it.
  private mutating func isAborted(by byte: UInt8, _ outputs: inout [Output]) -> Bool {
    guard byte < 0x20 || byte >= 0x7F else { return false }
    state = .ground
    take(byte, &outputs)
    return true
  }

  private mutating func takeInGround(_ byte: UInt8, _ outputs: inout [Output]) {
    switch byte {
    case 0x1B:
      state = .escape
      isAlt = false
    case 0x00..<0x20, 0x7F: append(controlKey(byte), &outputs)
    case 0x20..<0x7F: append(Key(.character(Character(Unicode.Scalar(byte)))), &outputs)
    case 0xC2...0xF4:
      state = .letter(length: byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2)
      body = [byte]
    default: isAlt = false
    }
  }

  private mutating func append(_ key: Key?, _ outputs: inout [Output]) {
    if var key {
      key.alt = key.alt || isAlt
      outputs.append(.key(key))
    }
    isAlt = false
  }

  private mutating func takeInLetter(_ length: Int, _ byte: UInt8, _ outputs: inout [Output]) {
    guard (0x80...0xBF).contains(byte) else {
      state = .ground
      isAlt = false
      return take(byte, &outputs)
    }
    body.append(byte)
    guard body.count == length else { return }
    state = .ground
    append(String(validating: body, as: UTF8.self)?.first.map { Key(.character($0)) }, &outputs)
  }

  private mutating func takeAfterEscape(_ byte: UInt8, _ outputs: inout [Output]) {
    body = []
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string(byte)
    case 0x1B: outputs.append(.key(Key(.escape)))
    default:
      state = .ground
      isAlt = true
      takeInGround(byte, &outputs)
    }
  }

  private mutating func takeInControl(_ byte: UInt8, _ outputs: inout [Output]) {
    guard !isAborted(by: byte, &outputs) else { return }
    switch byte {
    case 0x20...0x3F:
      if body.count < 256 { body.append(byte) }
      // rxvt ends keys with Shift by `$`, which is no final byte elsewhere.
      if byte == UInt8(ascii: "$"), body.count > 1, body.dropLast().allSatisfy({ (0x30...0x39).contains($0) }) {
        body.removeLast()
        state = .ground
        append(controlSequenceKey(final: UInt8(ascii: "~"), numbers(in: body)), &outputs)
      }
    case UInt8(ascii: "[") where body.isEmpty: state = .consoleFunction
    case UInt8(ascii: "M") where body.isEmpty: state = .legacyMouse(remaining: 3)
    case UInt8(ascii: "~") where body == Array("200".utf8): state = .paste(Paste())
    default:
      state = .ground
      if let output = meaning(ofControlSequence: body, final: byte) { outputs.append(output) }
    }
  }

  private mutating func takeInSingle(_ byte: UInt8, _ outputs: inout [Output]) {
    guard !isAborted(by: byte, &outputs) else { return }
    if (0x30...0x3B).contains(byte) {
      if body.count < 16 { body.append(byte) }
      return
    }
    state = .ground
    append(singleShiftKey(final: byte, numbers(in: body)), &outputs)
  }

  private mutating func takeInString(_ introducer: UInt8, _ byte: UInt8, _ outputs: inout [Output]) {
    if body.isEmpty, !mayBegin(introducer, byte) {
      // No string begins so: it was a key with Alt.
      outputs.append(altKey(introducer))
      state = .ground
      return take(byte, &outputs)
    }
    switch byte {
    case 0x07:
      state = .ground
      finishString(introducer, &outputs)
    case 0x1B: state = .stringEnd(introducer)
    case 0x00..<0x20:
      // No answer holds a control: whoever presses Ctrl-C in a broken one is heard.
      state = .ground
      take(byte, &outputs)
    default: if body.count < 4_096 { body.append(byte) }
    }
  }

  private func finishString(_ introducer: UInt8, _ outputs: inout [Output]) {
    if let output = meaning(ofString: body, introducer: introducer) { outputs.append(output) }
  }

  private func altKey(_ byte: UInt8) -> Output {
    .key(Key(.character(Character(Unicode.Scalar(byte))), alt: true))
  }
}

/// Whether a string of that kind can begin with that byte: parameters or the letters that terminals use.
private func mayBegin(_ introducer: UInt8, _ byte: UInt8) -> Bool {
  switch introducer {
  case UInt8(ascii: "P"): (0x21...0x3F).contains(byte) || byte == UInt8(ascii: "|")
  case UInt8(ascii: "]"): (0x30...0x39).contains(byte)
  default: byte >= 0x20 && byte != 0x7F
  }
}
