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

/// mlterm takes no BDSM: its own sequence keeps it from laying lines out anew.
struct LayoutSwitchTests {
  @Test func whatIsSwitchedOffIsSwitchedOnAgainHoweverItEnds() {
    var modes = TerminalModes(term: "xterm", sendsExplicitBidi: true)
    #expect(!modes.beforeClear.contains("5379"))
    modes.withoutLayout = true
    #expect(modes.beforeClear.contains("use_ctl=false"))
    #expect(modes.beforeLeaving.contains("use_ctl=true"))
    #expect(modes.undo.contains("use_ctl=true"))
  }

  @Test func mltermIsKnownByItsAnswers() {
    #expect(TerminalAnswers(secondary: [24, 279, 0]).isMlterm)
    #expect(TerminalAnswers(version: "mlterm(3.9.3)").isMlterm)
    #expect(!TerminalAnswers(version: "XTerm(379)", secondary: [41, 379, 0]).isMlterm)
  }
}
