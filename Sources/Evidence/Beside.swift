import Dispatch
import Synchronization

/// Work that runs on another thread while this one goes on: for what mostly waits for somebody else.
final class Beside<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let made = Mutex<Value?>(nil)
  private let work: @Sendable () -> Value

  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global().async(group: group) { [self] in
      let value = work()
      made.withLock { $0 = value }
    }
  }

  /// What came of it, once it is done.
  func value() -> Value {
    group.wait()
    return made.withLock { $0 } ?? work()
  }
}
