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
    /// A snapshot and its verdict, which a part has only where nothing whole was read before; with the folders to watch once
    /// it is whole.
    case read(Workspace, Judged?, folders: [String]?, filesRead: Int, filesTotal: Int)
    case failed(Wording)
  }

  private struct State {
    var messages: [Message] = []
    var isReading = false
    var isAskedAgain = false
    var criteria = Criteria()
    /// How many readings have come to an end.
    var ended = 0
    var isJudgingPart = false

    /// What is newer replaces a part that nobody has looked at.
    mutating func post(_ message: Message) {
      if case .read(_, _, nil, _, _)? = messages.last { messages.removeLast() }
      messages.append(message)
    }
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
          progress: { self.postPart($0, filesRead: $1, filesTotal: $2, now: now) }, cache: cache)
        let judged = Judged(workspace, by: state.withLock(\.criteria), now: now)
        end(.read(workspace, judged, folders: watchedFolders(of: workspace), filesRead: 0, filesTotal: 0))
      } catch {
        end(.failed(error.message))
      }
      let isDone = state.withLock { state in
        defer { state.isAskedAgain = false }
        if !state.isAskedAgain { state.isReading = false }
        return !state.isAskedAgain
      }
      if isDone { return }
    }
  }

  /// Shows what is read so far. It is judged beside the reading, which would wait for that; and where the last part is still
  /// being judged, this one is left out.
  private func postPart(_ workspace: Workspace, filesRead: Int, filesTotal: Int, now: Instant) {
    let asked = state.withLock { state in
      defer { state.isJudgingPart = true }
      return state.isJudgingPart ? nil : (criteria: state.criteria, ended: state.ended)
    }
    guard let asked else { return }
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      // What was read whole before stays on the screen until this is whole too: then only the numbers of files are shown.
      let judged = asked.ended > 0 ? nil : Judged(workspace, by: asked.criteria, now: now)
      let isWanted = state.withLock { state in
        state.isJudgingPart = false
        // The whole has come meanwhile.
        guard state.ended == asked.ended else { return false }
        state.post(.read(workspace, judged, folders: nil, filesRead: filesRead, filesTotal: filesTotal))
        return true
      }
      if isWanted { wake() }
    }
  }

  private func end(_ message: Message) {
    state.withLock { state in
      state.post(message)
      state.ended += 1
    }
    wake()
  }

  private func wake() {
    var byte: UInt8 = 1
    _ = Glibc.write(writeEnd, &byte, 1)
  }
}
