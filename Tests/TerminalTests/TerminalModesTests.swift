import Testing

@testable import Terminal

@Suite struct TerminalModesTests {
  @Test func whatIsSwitchedOnIsSwitchedOff() {
    var modes = TerminalModes(term: "xterm", sendsExplicitBidi: true)
    modes.mouse = true
    modes.synchronizedOutput = true
    #expect(modes.beforeClear == "\u{1B}[8l")
    #expect(modes.inputOn == "\u{1B}[?2004h\u{1B}[?1002h\u{1B}[?1006h")
    #expect(modes.undo == "\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[8h")
  }

  @Test func aPlainTerminalIsLeftAlone() {
    let modes = TerminalModes(term: "vt100", sendsExplicitBidi: false)
    #expect(modes.inputOn + modes.inputOff + modes.undo + modes.beforeClear == "")
  }
}
