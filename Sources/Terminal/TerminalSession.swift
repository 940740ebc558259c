import CNcurses
import Glibc
package import TerminalText

/// The terminal while the dashboard has it: from the alternate screen to the shell's own. The only code that touches the
/// screen. ncurses writes (its diffing keeps a slow line quiet); input is read here, because a terminal's answers come
/// between the keys and ncurses would hand them on as keys.
package final class TerminalSession {
  /// Something to tell, as an unknown `TERM`.
  package let notice: String?
  /// The same in Arabic.
  package let noticeArabic: String?

  private let screen: OpaquePointer
  let term: String
  var modes: TerminalModes
  var painter: Painter
  /// The newest frame: shown, or kept until the screen can be painted.
  private var newest: Frame?
  var input = InputState()
  var negotiation: Negotiation
  private(set) var hasEnded = false

  /// - Parameters:
  ///   - sendsExplicitBidi: tell the terminal that jahiz orders the text itself (ECMA-48 BDSM, `CSI 8 l`).
  ///   - asksForWay: find out how Arabic reads right here; the answer comes as `InputEvent.answered`.
  package init(color: ColorChoice, sendsExplicitBidi: Bool, asksForWay: Bool) throws(TerminalError) {
    useUTF8()
    let term = environment("TERM") ?? ""
    self.term = term
    modes = TerminalModes(term: term, sendsExplicitBidi: sendsExplicitBidi)
    negotiation = Negotiation(
      term: term, asksForWay: asksForWay, isInTmux: environment("TMUX") != nil, isInScreen: environment("STY") != nil)
    // The variable does not come along over SSH: there the answer to DA2 tells.
    modes.withoutLayout = sendsExplicitBidi && environment("MLTERM") != nil && environment("TMUX") == nil
    Rescue.signalPipe = input.signals.writeEnd
    Rescue.saveSettings()
    // VTE keeps the mode per row, set when a row is erased: it must go out before the first clear.
    send(modes.beforeClear)
    guard let (screen, used) = openScreen(term) else {
      send(modes.beforeLeaving)
      throw TerminalError(description: "the terminal “\(term)” cannot show a full screen")
    }
    self.screen = screen
    let notices = openingNotice(term: term, used: used)
    (notice, noticeArabic) = (notices?.english, notices?.arabic)
    // Once instead of with every change of attributes.
    if jahiz_shorten_attributes() > 0 { send("\u{1B}(B") }
    raw()
    noecho()
    nonl()
    let window = jahiz_stdscr()
    keypad(window, true)
    idlok(window, true)
    scrollok(window, false)
    painter = Painter(ColorPairs(color, isForbidden: environment("NO_COLOR") != nil))
    Rescue.arm(undoSequences)
    send(modes.inputOn + negotiation.start(at: monotonicMilliseconds()))
  }

  package var columns: Int { Int(jahiz_columns()) }
  package var rows: Int { Int(jahiz_lines()) }

  // MARK: The screen

  /// Shows the frame: only rows that changed are handed on, and ncurses sends only what differs.
  package func paint(_ frame: Frame) {
    guard !hasEnded else { return }
    newest = frame
    // While a window is being dragged to another size, what is painted is gone with the next step.
    guard !input.isResizing else { return }
    painter.paint(frame, synchronized: modes.synchronizedOutput ? (modes.startOfFrame, modes.endOfFrame) : nil)
    negotiation.askOuterTerminal()
  }

  /// Clears the screen and paints everything anew.
  package func redraw() {
    guard !hasEnded else { return }
    send(modes.beforeClear)
    jahiz_clear_before_update()
    repaint()
  }

  /// Paints the newest frame on a screen of which nothing is known.
  func repaint() {
    painter.forget()
    if let newest { paint(newest) } else { doupdate() }
  }

  /// Takes the window's size over. What the terminal did to the rows in between is unknown: all are written anew, which
  /// needs no clear and does not flicker, except where BDSM has to be set on new rows and where the terminal reorders lines.
  func fitScreen() {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
    let hasChanged = Int(size.ws_row) != rows || Int(size.ws_col) != columns
    if hasChanged { resize_term(Int32(size.ws_row), Int32(size.ws_col)) }
    painter.forget()
    let reordersLines = outputWay(for: negotiation.answers) == .words
    if hasChanged, reordersLines || modes.explicitBidi && negotiation.answers.explicitMode != 0 {
      send(modes.beforeClear)
      jahiz_clear_before_update()
    } else {
      jahiz_rewrite_on_update()
    }
  }

  /// Rings the terminal's bell, or flashes the screen.
  package func ring(visual: Bool) {
    guard !hasEnded else { return }
    _ = visual ? flash() : beep()
  }

  /// Puts a text on the clipboard of whoever looks at the terminal (OSC 52).
  ///
  /// - Returns: false where this terminal has no clipboard, or the text is too long for it. True says that it was sent: not
  ///   every terminal allows it, and none tells.
  package func copy(_ text: String) -> Bool {
    guard !hasEnded,
      let sequence = clipboardSequence(
        for: text, term: term, isInTmux: negotiation.isInTmux, isInScreen: negotiation.isInScreen)
    else { return false }
    send(sequence)
    return true
  }

  /// Asks for reports of the mouse, or leaves it to the terminal, which then selects text with it.
  package func setMouse(_ isOn: Bool) {
    guard !hasEnded, isOn != modes.mouse, !isPlainTerminal(term) else { return }
    if !isOn { send(modes.inputOff) }
    modes.mouse = isOn
    Rescue.change(undoSequences)
    send(modes.inputOn)
  }

  // MARK: Leaving and coming back

  /// Gives the terminal to the shell until `fg`.
  package func suspend() { stop(wholeGroup: true) }

  /// - Parameter wholeGroup: under `make run` the program is not the leader of its process group, which is to stop as one.
  func stop(wholeGroup: Bool) {
    guard !hasEnded else { return }
    leave()
    Rescue.stop(wholeGroup: wholeGroup)
    comeBack()
  }

  /// Gives the terminal to another program, as an editor, while `body` runs it.
  package func lend(_ body: () -> Void) {
    guard !hasEnded else { return body() }
    leave()
    Rescue.lend()
    body()
    comeBack()
  }

  /// Gives the terminal back for good.
  package func end() {
    guard !hasEnded else { return }
    leave()
    hasEnded = true
    delscreen(screen)
    Rescue.restoreSettings(dropsInput: negotiation.isAwaitingAnswers)
    negotiation.stop()
  }

  private func leave() {
    send(modes.inputOff)
    drainAnswers()
    send(modes.beforeLeaving)
    endwin()
    Rescue.disarm()
  }

  /// The terminal is ours again, in whatever state others have left it.
  func comeBack() {
    Rescue.arm(undoSequences)
    input.forgetResize()
    fitScreen()
    send(modes.beforeClear)
    jahiz_clear_before_update()
    repaint()
    send(modes.inputOn)
  }

  /// The program was stopped without a chance to leave, and goes on: the shell has written on our screen.
  func comeBackUnprepared() {
    endwin()
    comeBack()
  }

  var undoSequences: String {
    let names: [String] = ["cnorm", "sgr0", "op", "rmkx", "rmcup"]
    let undo = names.compactMap { name in jahiz_capability(name).map { String(cString: $0) } }
    return modes.undo + undo.joined()
  }
}

/// A variable that is set to something.
private func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
