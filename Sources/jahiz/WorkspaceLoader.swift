import Dashboard
import Dispatch
import Evidence
import Glibc
import Readiness
import Synchronization
import Terminal

/// Reads the workspace beside the keys: one reading at a time, a request meanwhile makes one more after it. What comes out
/// waits in a mailbox; a byte in a pipe wakes the loop.
final class WorkspaceLoader: Sendable {
  enum Message: Sendable {
    /// A snapshot and its verdict; with the folders to watch once it is whole.
    case read(Workspace, Judged, folders: [String]?, filesRead: Int, filesTotal: Int)
    case failed(Wording)
  }

  private struct State {
    var messages: [Message] = []
    var isReading = false
    var isAskedAgain = false
    var criteria = Criteria()
  }

  private let root: String
  private let fixedNow: Instant?
  private let cache = ReadingCache()
  private let state = Mutex(State())
  private let writeEnd: Int32
  /// Readable as soon as there are messages.
  let wakeup: Int32

  init(root: String, fixedNow: Instant?, criteria: Criteria) {
    self.root = root
    self.fixedNow = fixedNow
    state.withLock { $0.criteria = criteria }
    let pipe = WakeupPipe()
    (wakeup, writeEnd) = (pipe.readEnd, pipe.writeEnd)
  }

  /// Asks for a reading; never waits.
  func load() {
    let starts = state.withLock { state in
      state.isAskedAgain = state.isReading
      defer { state.isReading = true }
      return !state.isReading
    }
    if starts { DispatchQueue.global(qos: .userInitiated).async { self.readAll() } }
  }

  /// What later readings are judged by.
  func judge(by criteria: Criteria) { state.withLock { $0.criteria = criteria } }

  /// What has come since the last call.
  func takeMessages() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while Glibc.read(wakeup, &bytes, bytes.count) > 0 {}
    return state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  private func readAll() {
    while true {
      let now = fixedNow ?? currentInstant()
      do {
        let workspace = try readWorkspace(
          at: root, readAt: now,
          progress: { self.post($0, filesRead: $1, filesTotal: $2, folders: nil, now: now) }, cache: cache)
        post(workspace, filesRead: 0, filesTotal: 0, folders: watchedFolders(of: workspace), now: now)
      } catch {
        post(.failed(error.message))
      }
      let isDone = state.withLock { state in
        defer { state.isAskedAgain = false }
        if !state.isAskedAgain { state.isReading = false }
        return !state.isAskedAgain
      }
      if isDone { return }
    }
  }

  private func post(_ workspace: Workspace, filesRead: Int, filesTotal: Int, folders: [String]?, now: Instant) {
    let judged = Judged(workspace, by: state.withLock(\.criteria), now: now)
    post(.read(workspace, judged, folders: folders, filesRead: filesRead, filesTotal: filesTotal))
  }

  private func post(_ message: Message) {
    state.withLock { state in
      // A newer partial snapshot replaces one that nobody has looked at.
      if case .read(_, _, nil, _, _)? = state.messages.last { state.messages.removeLast() }
      state.messages.append(message)
    }
    var byte: UInt8 = 1
    _ = Glibc.write(writeEnd, &byte, 1)
  }
}
