/// What is switched on while the dashboard has the terminal, by the name in `TERM`, and the sequences for it.
struct TerminalModes: Hashable {
  /// ECMA-48 BDSM: jahiz orders the text itself.
  var explicitBidi: Bool
  /// mlterm lays lines out anew whatever BDSM says, and counts U+200E as a column where the cursor is put: it is asked to
  /// leave all layout to jahiz (its own OSC 5379, `use_ctl`; tried with 3.9).
  var withoutLayout = false
  /// Bracketed paste (xterm ctlseqs, mode 2004).
  var bracketedPaste: Bool
  /// Presses, drags and the wheel, as SGR reports (modes 1002 and 1006); ncurses would ask for mode 1000 only.
  var mouse = false
  /// Synchronized output (mode 2026): known to work.
  var synchronizedOutput = false

  init(term: String, sendsExplicitBidi: Bool) {
    explicitBidi = sendsExplicitBidi
    bracketedPaste = !isPlainTerminal(term)
  }

  /// Goes out before the screen is cleared, because VTE keeps BDSM per row, set when a row is erased.
  var beforeClear: String {
    (explicitBidi ? "\u{1B}[8l" : "") + (withoutLayout ? "\u{1B}]5379;use_ctl=false\u{07}" : "")
  }

  var inputOn: String { (bracketedPaste ? "\u{1B}[?2004h" : "") + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") }

  var inputOff: String { (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + (bracketedPaste ? "\u{1B}[?2004l" : "") }

  /// Goes out before the alternate screen is left.
  var beforeLeaving: String {
    (withoutLayout ? "\u{1B}]5379;use_ctl=true\u{07}" : "") + (explicitBidi ? "\u{1B}[8h" : "")
  }

  /// Everything undone at once, for a crash, which may come in the middle of a paint.
  var undo: String { (synchronizedOutput ? endOfFrame : "") + inputOff + beforeLeaving }

  var startOfFrame: String { "\u{1B}[?2026h" }
  var endOfFrame: String { "\u{1B}[?2026l" }
}

/// Terminals without a window: no clipboard, no paste, no mouse that an escape sequence switches on.
func isPlainTerminal(_ term: String) -> Bool {
  term.isEmpty || term == "dumb" || term == "ansi" || term == "linux" || term.hasPrefix("linux-")
    || (term.hasPrefix("vt") && term.dropFirst(2).first?.isNumber == true)
}

/// Terminals that answer questions, by the beginning of `TERM`. Others print what they do not understand.
func answersQuestions(_ term: String) -> Bool {
  [
    "xterm", "rxvt", "konsole", "kitty", "mlterm", "gnome", "vte", "foot", "alacritty", "tmux", "wezterm", "ghostty",
  ].contains(where: term.hasPrefix)
}
