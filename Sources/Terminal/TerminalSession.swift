import CNcurses
import Glibc
package import TerminalText

/// The terminal while the dashboard has it: from the alternate screen to the shell's own. The only code that touches the
/// screen. ncurses writes (its diffing keeps a slow line quiet); input is read here, because a terminal's answers come
/// between the keys and ncurses would hand them on as keys.
package final class TerminalSession {
  /// Something to tell, as an unknown `TERM`.
  package private(set) var notice: String?

  private let sendsExplicitBidi: Bool
  private let screen: OpaquePointer
  private var colors: ColorPairs
  private var shown: Frame?
  private var parser = KeyParser()
  private var answers = TerminalAnswers()
  private var isAwaitingAnswers = false
  private var knownWay: OutputWay?
  private let signals: Int32
  private var hasEnded = false

  /// - Parameters:
  ///   - sendsExplicitBidi: tell the terminal that jahiz orders the text itself (ECMA-48 BDSM, `CSI 8 l`).
  ///   - asksForWay: find out how Arabic reads right here; the answer comes as `InputEvent.answered`.
  package init(color: ColorChoice, sendsExplicitBidi: Bool, asksForWay: Bool) throws(TerminalError) {
    self.sendsExplicitBidi = sendsExplicitBidi
    useUTF8()
    let pipe = WakeupPipe()
    signals = pipe.readEnd
    Rescue.signalPipe = pipe.writeEnd
    Rescue.saveSettings()
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    // VTE keeps the mode per row, set when a row is erased: it must go out before the first clear.
    if sendsExplicitBidi { send("\u{1B}[8l") }
    guard let (screen, used) = openScreen([term, "xterm-256color", "vt100"]) else {
      throw TerminalError(description: "the terminal “\(term)” cannot show a full screen")
    }
    self.screen = screen
    if used != term { notice = "TERM “\(term)” is unknown here: shown as \(used)" }
    jahiz_set_escape_delay(25)
    raw()
    noecho()
    nonl()
    let window = jahiz_stdscr()
    keypad(window, true)
    idlok(window, true)
    leaveok(window, false)
    scrollok(window, false)
    curs_set(0)
    colors = ColorPairs(color, isForbidden: getenv("NO_COLOR").map { $0.pointee != 0 } ?? false)
    Rescue.arm(undoSequences)
    if asksForWay { ask(term) }
  }

  package var columns: Int { Int(jahiz_columns()) }
  package var rows: Int { Int(jahiz_lines()) }

  // MARK: Painting

  /// Shows the frame: only rows that changed are handed on, and ncurses sends only what differs.
  package func paint(_ frame: Frame) {
    guard !hasEnded else { return }
    let previous = shown.flatMap { $0.columns == frame.columns && $0.rows == frame.rows ? $0 : nil }
    for row in 0..<min(frame.rows, rows) where previous.map({ $0[row: row] != frame[row: row] }) ?? true {
      for (column, cell) in frame[row: row].enumerated() where cell.width > 0 && column < columns {
        let (attributes, pair) = colors.look(of: cell.style)
        var text = cell.text.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
        text.append(0)
        jahiz_put_cell(Int32(row), Int32(column), text, attributes, pair)
      }
    }
    if let cursor = frame.cursor {
      wmove(jahiz_stdscr(), Int32(cursor.row), Int32(cursor.column))
    }
    if (shown?.cursor == nil) != (frame.cursor == nil) || shown == nil { curs_set(frame.cursor == nil ? 0 : 1) }
    wnoutrefresh(jahiz_stdscr())
    doupdate()
    shown = frame
  }

  // MARK: Input

  /// Waits for something to happen, then takes everything that has: keys that came in a burst make one paint.
  package func readKeys(timeoutMilliseconds: Int32, wakeups: [Int32]) -> [InputEvent] {
    if let way = knownWay {
      knownWay = nil
      return [.answered(way)]
    }
    var descriptors = ([STDIN_FILENO, signals] + wakeups).filter { $0 >= 0 }.map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let timeout = parser.isWaiting ? min(25, timeoutMilliseconds) : timeoutMilliseconds
    let count = poll(&descriptors, nfds_t(descriptors.count), timeout)
    guard count > 0 else { return parser.isWaiting ? events(of: parser.flush()) : [] }
    var result: [InputEvent] = []
    for descriptor in descriptors where descriptor.revents != 0 {
      switch descriptor.fd {
      case STDIN_FILENO: result += readInput(isGone: descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0)
      case signals: result += readSignals()
      default: result.append(.wake(descriptor.fd))
      }
    }
    return result
  }

  private func readInput(isGone: Bool) -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var outputs: [KeyParser.Output] = []
    var hasRead = false
    repeat {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count <= 0 { break }
      hasRead = true
      outputs += parser.feed(buffer[..<count])
    } while isReadable(STDIN_FILENO)
    if !hasRead { return isGone || errno != EINTR ? [.terminate] : [] }
    return events(of: outputs)
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&one, 1, 0) == 1 && one.revents & Int16(POLLIN) != 0
  }

  private func events(of outputs: [KeyParser.Output]) -> [InputEvent] {
    outputs.compactMap { output in
      switch output {
      case .key(let key): return .key(key)
      case .version(let version): answers.version = version
      case .secondary(let numbers): answers.secondary = numbers
      case .explicitMode(let mode): answers.explicitMode = mode
      case .primary:
        isAwaitingAnswers = false
        return .answered(outputWay(for: answers))
      }
      return nil
    }
  }

  private func readSignals() -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = max(0, read(signals, &buffer, buffer.count))
    var result: [InputEvent] = []
    if buffer[..<count].contains(UInt8(SIGWINCH)) {
      fitScreen()
      result.append(.resized)
    }
    if buffer[..<count].contains(where: { $0 != UInt8(SIGWINCH) }) { result.append(.terminate) }
    return result
  }

  private func fitScreen() {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
    if Int(size.ws_row) != rows || Int(size.ws_col) != columns {
      resizeterm(Int32(size.ws_row), Int32(size.ws_col))
    }
    shown = nil
  }

  // MARK: How Arabic reads right

  private func ask(_ term: String) {
    if getenv("TMUX") != nil {
      knownWay = outputWay(insideTmuxOf: outerTerminal())
    } else if getenv("STY") == nil, answeringTerminals.contains(where: term.hasPrefix) {
      isAwaitingAnswers = true
      send(TerminalAnswers.questions)
    }
  }

  /// What tmux knows of the terminal that it runs in.
  private func outerTerminal() -> String {
    guard let pipe = popen("tmux display-message -p '#{client_termtype}' 2>/dev/null", "r") else { return "" }
    defer { pclose(pipe) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), pipe) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  // MARK: Leaving

  /// Gives the terminal to the shell until `fg`.
  package func suspend() {
    leave()
    signal(SIGTSTP, SIG_DFL)
    // The whole process group: under `make run` the program is not its leader.
    kill(0, SIGTSTP)
    if sendsExplicitBidi { send("\u{1B}[8l") }
    Rescue.arm(undoSequences)
    fitScreen()
    wrefresh(jahiz_stdscr())
    curs_set(0)
    shown = nil
  }

  /// Gives the terminal back for good.
  package func end() {
    guard !hasEnded else { return }
    hasEnded = true
    // An answer that is still on its way would end up as text at the shell's prompt.
    if isAwaitingAnswers { _ = readKeys(timeoutMilliseconds: 100, wakeups: []) }
    leave()
    delscreen(screen)
    Rescue.restoreSettings()
  }

  private func leave() {
    if sendsExplicitBidi { send("\u{1B}[8h") }
    endwin()
    Rescue.disarm()
  }

  private var undoSequences: String {
    let names: [String] = ["cnorm", "sgr0", "op", "rmkx", "rmcup"]
    let undo = names.compactMap { name in jahiz_capability(name).map { String(cString: $0) } }
    return (sendsExplicitBidi ? "\u{1B}[8h" : "") + undo.joined()
  }
}

/// Raw sequences go by write(2): ncurses has a buffer of its own.
private func send(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { continue }
    guard count > 0 else { return }
    bytes = bytes.dropFirst(count)
  }
}

/// A bastion's `LANG` is often `C`, in which nothing but ASCII has a width.
private func useUTF8() {
  setlocale(LC_ALL, "")
  let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
}

private func openScreen(_ names: [String]) -> (OpaquePointer, String)? {
  for name in names where !name.isEmpty {
    if let screen = jahiz_open_screen(name) { return (screen, name) }
  }
  return nil
}

/// Terminals that answer questions, by the beginning of `TERM`. Others print what they do not understand.
private let answeringTerminals = [
  "xterm", "rxvt", "konsole", "kitty", "mlterm", "gnome", "vte", "foot", "alacritty", "tmux",
]
