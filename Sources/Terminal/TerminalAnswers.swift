package import TerminalText

// What a terminal says of itself, and what follows for Arabic. Nothing tells for sure; the table is what was seen in real
// ones (xterm 379, VTE 0.70, mlterm 3.9, Konsole 22.12, kitty 0.26).

/// The answers that have come so far.
package struct TerminalAnswers: Hashable, Sendable {
  /// XTVERSION, `CSI > q`: `XTerm(379)`.
  package var version: String?
  /// DA2, `CSI > c`: the numbers of the answer.
  package var secondary: [Int]?
  /// DECRQM of mode 8 (BDSM, ECMA-48), `CSI 8 $ p`: 1 set, 2 reset, 0 unknown.
  package var explicitMode: Int?
  /// DECRQM of the private mode 2026 (synchronized output), `CSI ? 2026 $ p`: 1 set, 2 reset, 0 unknown.
  package var synchronizedOutput: Int?

  package init(
    version: String? = nil, secondary: [Int]? = nil, explicitMode: Int? = nil, synchronizedOutput: Int? = nil
  ) {
    self.version = version
    self.secondary = secondary
    self.explicitMode = explicitMode
    self.synchronizedOutput = synchronizedOutput
  }

  /// DA1 comes last, because every terminal answers it: then no other answer will come.
  package static let questions = aboutBidi + aboutScreen + lastQuestion

  /// XTVERSION, DA2 and DECRQM of BDSM.
  static let aboutBidi = "\u{1B}[>q\u{1B}[>c\u{1B}[8$p"
  /// DECRQM of synchronized output, and OSC 11: the background colour.
  static let aboutScreen = "\u{1B}[?2026$p\u{1B}]11;?\u{1B}\\"
  /// DA1.
  static let lastQuestion = "\u{1B}[c"

  /// mlterm, which can be asked to leave the layout alone: then it shows what it is sent.
  var isMlterm: Bool { version?.lowercased().hasPrefix("mlterm") == true || secondary?.first == 24 }

  /// Whether frames can be shown at once.
  var canSynchronize: Bool { synchronizedOutput == 1 || synchronizedOutput == 2 }
}

/// How Arabic reads right in the terminal that answered so.
package func outputWay(for answers: TerminalAnswers) -> OutputWay {
  if let mode = answers.explicitMode, mode == 1 || mode == 2 { return .visual }
  let version = answers.version?.lowercased() ?? ""
  if version.hasPrefix("xterm") { return .visual }
  if version.hasPrefix("kitty") { return .runs }
  if version.hasPrefix("konsole") { return .words }
  switch answers.secondary?.prefix(2) {
  case [1, 4000]: return .runs
  case [1, 115]: return .words
  default: return .visual
  }
}

/// The way of the terminal outside tmux, by the name that tmux has for it (`#{client_termtype}`); empty under VTE.
package func outputWay(insideTmuxOf terminal: String) -> OutputWay {
  terminal.lowercased().hasPrefix("xterm") ? .visual : .words
}
