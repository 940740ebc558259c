import Dispatch
import Glibc
import Readiness
import Synchronization
import Terminal

/// Does what the dashboard asks for beside its loop: a lock may have to be waited for. One thing after the other, in the
/// order in which they were asked for; what became of them waits in a mailbox, and a byte in a pipe wakes the loop.
final class TriageWorker: Sendable {
  enum Message: Sendable {
    /// - Parameter end: where the log ends since; nil where it is not known.
    case acted([Outcome], end: LogPosition?)
    case undone(UndoOutcome)
    case blamed(String, Blame)
  }

  private let desk: TriageDesk
  private let queue = DispatchQueue(label: "triage")
  private let messages = Mutex<[Message]>([])
  private let writeEnd: Int32
  /// Readable as soon as there are messages.
  let wakeup: Int32

  init(_ desk: TriageDesk) {
    self.desk = desk
    let pipe = WakeupPipe()
    (wakeup, writeEnd) = (pipe.readEnd, pipe.writeEnd)
  }

  /// Why nothing can be written here; nil where something can.
  func unavailability(in workspace: Workspace) -> Wording? { desk.unavailability(in: workspace) }

  func perform(_ acts: [Act], on workspace: Workspace, _ assessment: Assessment) {
    // Given back before the dashboard hears of it: what it changes in its own then need not be copied first.
    let ground = Handed((workspace, assessment))
    queue.async { [self] in
      let done = ground.take().map { desk.perform(acts, on: $0, $1) }
      post(.acted(done?.outcomes ?? [], end: done?.end))
    }
  }

  func undo(on workspace: Workspace, _ assessment: Assessment) {
    queue.async { [self] in post(.undone(desk.undo(on: workspace, assessment))) }
  }

  /// Asks Git beside everything else: it writes nothing and nobody's act waits for it.
  func blame(_ name: String, at location: SourceLocation) {
    DispatchQueue.global().async { [self] in
      if let blame = blamed(location, in: desk.root) { post(.blamed(name, blame)) }
    }
  }

  /// Waits until everything that was asked for is done: nobody's act is dropped because they leave.
  func finish() { queue.sync {} }

  /// What has come since the last call.
  func takeMessages() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while Glibc.read(wakeup, &bytes, bytes.count) > 0 {}
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  private func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    _ = Glibc.write(writeEnd, &byte, 1)
  }
}

/// Something that is given from one thread to another and kept by neither.
private final class Handed<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) { self.value = Mutex(value) }

  func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
