import Glibc
import TerminalText

/// What the session knows between two reads.
struct InputState {
  let signals = WakeupPipe()
  var parser = KeyParser()
  /// When the newest byte came.
  var lastByteAt = 0
  /// Events that came while nobody asked.
  var kept: [InputEvent] = []
  private var resize: (first: Int, last: Int)?

  /// The window is changing its size, and may go on to.
  var isResizing: Bool { resize != nil }

  mutating func sawResize(at now: Int) { resize = (resize?.first ?? now, now) }

  mutating func forgetResize() { resize = nil }

  /// A window that is dragged changes its size with every step: only where it comes to rest for a moment is it painted, and
  /// now and then between.
  var resizeDueAt: Int? { resize.map { min($0.last + 30, $0.first + 150) } }
}

extension TerminalSession {
  /// Waits for something to happen, then takes everything that has: keys that came in a burst make one paint.
  package func readKeys(timeoutMilliseconds: Int32, wakeups: [Int32]) -> [InputEvent] {
    guard !hasEnded else { return [.terminate] }
    var result = input.kept
    input.kept = []
    let own = [STDIN_FILENO, input.signals.readEnd, negotiation.descriptor ?? -1]
    var descriptors = (own + wakeups).filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let isReady = !result.isEmpty || negotiation.hasNews
    let timeout = isReady ? 0 : shortest(timeoutMilliseconds, until: flushDueAt, input.resizeDueAt)
    if poll(&descriptors, nfds_t(descriptors.count), timeout) <= 0 {
      for index in descriptors.indices { descriptors[index].revents = 0 }
    }
    var hasInput = false
    for descriptor in descriptors where descriptor.revents != 0 {
      switch descriptor.fd {
      case STDIN_FILENO:
        hasInput = true
        result += readInput(isGone: descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0)
      case input.signals.readEnd: result += readSignals()
      case negotiation.descriptor: break
      default: result.append(.wake(descriptor.fd))
      }
    }
    if let event = negotiation.takeOuterTerminal() { result.append(event) }
    let now = monotonicMilliseconds()
    if !hasInput, let due = flushDueAt, now >= due { result += events(of: input.parser.flush()) }
    if let due = input.resizeDueAt, now >= due { result += finishResize() }
    return result
  }

  /// When what the parser holds is as much as will come.
  private var flushDueAt: Int? {
    let isExpecting = negotiation.expectsAnswers(at: monotonicMilliseconds())
    return input.parser.patience(expectingAnswers: isExpecting).map { input.lastByteAt + $0 }
  }

  private func readInput(isGone: Bool) -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var outputs: [KeyParser.Output] = []
    var hasRead = false
    repeat {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count <= 0 { break }
      hasRead = true
      outputs += input.parser.feed(buffer[..<count])
    } while isReadable(STDIN_FILENO)
    if !hasRead { return isGone || (errno != EINTR && errno != EAGAIN) ? [.terminate] : [] }
    input.lastByteAt = monotonicMilliseconds()
    return events(of: outputs)
  }

  private func events(of outputs: [KeyParser.Output]) -> [InputEvent] {
    outputs.compactMap { output in
      switch output {
      case .key(let key): return .key(key)
      case .mouse(let event): return .mouse(event)
      case .paste(let text): return .paste(text)
      case .version, .secondary, .explicitMode, .synchronizedOutput, .background, .primary:
        let event = negotiation.take(output)
        if negotiation.answers.isMlterm, modes.explicitBidi, !modes.withoutLayout {
          modes.withoutLayout = true
          Rescue.change(undoSequences)
          redraw()
        }
        if case .primary = output, !negotiation.isInTmux, !negotiation.isInScreen {
          painter.writesLinks = knowsHyperlinks(negotiation.answers)
        }
        if negotiation.answers.canSynchronize, !modes.synchronizedOutput {
          modes.synchronizedOutput = true
          Rescue.change(undoSequences)
        }
        return event
      }
    }
  }

  // MARK: Signals

  private func readSignals() -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = max(0, read(input.signals.readEnd, &buffer, buffer.count))
    var numbers = buffer[..<count].map(Int32.init)
    if numbers.contains(SIGWINCH) { input.sawResize(at: monotonicMilliseconds()) }
    numbers.removeAll { $0 == SIGWINCH }
    let stop = numbers.lastIndex(of: SIGTSTP)
    let goOn = numbers.lastIndex(of: SIGCONT)
    if numbers.contains(where: { $0 != SIGTSTP && $0 != SIGCONT }) { return [.terminate] }
    if let goOn, stop.map({ $0 < goOn }) ?? true {
      comeBackUnprepared()
      return [.resized]
    }
    guard stop != nil else { return [] }
    self.stop(wholeGroup: false)
    return [.resized]
  }

  private func finishResize() -> [InputEvent] {
    input.forgetResize()
    let (oldColumns, oldRows) = (columns, rows)
    fitScreen()
    if (columns, rows) == (oldColumns, oldRows) { repaint() }
    return [.resized]
  }

  // MARK: Leaving

  /// Takes the answers that are still on their way, and mouse reports: at the shell's prompt they would be text.
  func drainAnswers() {
    if modes.mouse { send(negotiation.fence(at: monotonicMilliseconds())) }
    guard negotiation.isAwaitingAnswers else { return }
    let end = monotonicMilliseconds() + 250
    while negotiation.isAwaitingAnswers {
      let left = end - monotonicMilliseconds()
      guard left > 0, waitForInput(milliseconds: left) else { break }
      for event in readInput(isGone: false) {
        switch event {
        case .answered, .background: input.kept.append(event)
        case .terminate: return
        case .key, .mouse, .paste, .resized, .wake: break
        }
      }
    }
    if negotiation.isAwaitingAnswers { tcflush(STDIN_FILENO, TCIFLUSH) }
  }

  private func waitForInput(milliseconds: Int) -> Bool {
    while true {
      var one = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&one, 1, Int32(milliseconds))
      if count < 0, errno == EINTR { continue }
      return count == 1
    }
  }
}

private func isReadable(_ descriptor: Int32) -> Bool {
  var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&one, 1, 0) == 1 && one.revents & Int16(POLLIN) != 0
}

/// The timeout, negative for none, or what is left until the first of some moments.
private func shortest(_ timeout: Int32, until moments: Int?...) -> Int32 {
  let now = monotonicMilliseconds()
  return moments.compactMap { $0 }.reduce(timeout) { shortest, moment in
    let left = Int32(clamping: max(0, moment - now))
    return shortest < 0 ? left : min(shortest, left)
  }
}
