import Evidence
import Foundation
import Readiness
import Testing

@testable import Ledger

struct EventLogTests {
  private let folder = TemporaryFolder()
  private let name = "incidents/events.jsonl"

  private func reading() -> (events: [Event], findings: [Finding]) { readEvents(folder.read(name), path: name) }

  @Test func `The first event makes the folder and the file`() throws {
    let first = event()
    try folder.log.append([first, event()])
    #expect(reading().events.count == 2 && reading().findings.isEmpty)
    #expect(folder.read(name).starts(with: first.line))
  }

  @Test func `What stands there is never touched`() throws {
    folder.write(name, "\u{FEFF}{broken by hand}\r\n\n")
    let before = folder.read(name)
    try folder.log.append([event()])
    #expect(folder.read(name).starts(with: before))
    #expect(folder.read(name).count(where: { $0 == 10 }) == 3)
  }

  @Test(arguments: [1, 100, 3_000, 3_700, 4_095, 4_096, 4_097, 9_000])
  func `Torn bytes are ended and acknowledged, wherever in a page they end`(_ size: Int) throws {
    try folder.log.append([event()])
    let whole = folder.read(name)
    let torn = Array("{\"event_id\":\"".utf8) + [UInt8](repeating: 0x78, count: size)
    folder.write(name, whole + torn)
    try folder.log.append([event(), event()])
    let (events, findings) = reading()
    #expect(events.map(\.type) == ["incident.noted", "ledger.torn_line", "incident.noted", "incident.noted"])
    #expect(findings.map(\.code) == [.tornLine])
    #expect(folder.read(name).starts(with: whole + torn))
    // The newline and its acknowledgement share a page.
    let bytes = folder.read(name)
    let newline = whole.count + (bytes[whole.count...].firstIndex(of: 10) ?? 0) - whole.count
    let end = bytes[(newline + 1)...].firstIndex(of: 10) ?? 0
    #expect(newline / 4_096 == end / 4_096)
  }

  @Test func `Wherever a write was cut, the log stays readable and nothing before it is lost`() throws {
    let line = event(note: "ملاحظة").line
    for length in 1..<line.count {
      folder.write(name, event(on: "before").line + line[..<length])
      try folder.log.append([event(on: "after")])
      let (events, findings) = reading()
      #expect(events.first?.entity == "before" && events.last?.entity == "after", "\(length)")
      #expect(findings.allSatisfy { $0.code == .tornLine }, "\(length)")
      // Also where the cut left a whole event without its newline: nobody was told that it is written.
      #expect(events.count == 3, "\(length)")
    }
  }

  @Test func `Threads of one process take turns too`() async throws {
    let log = EventLog(file: folder.file(name), lockWait: .seconds(30))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { for _ in 0..<25 { _ = try? log.append([event(), event()]) } } }
    }
    #expect(reading().events.count == 200 && reading().findings.isEmpty)
  }

  @Test func `The caller sees what others wrote before it decides`() throws {
    let position = try folder.log.append([event(on: "mine")])
    try folder.log.append([event(on: "theirs")])
    try folder.log.append(since: position) { news throws(LedgerError) in
      #expect(news.isContinuation && news.start == position.offset)
      #expect(readEvents(news.bytes, path: "e").events.map(\.entity) == ["theirs"])
      return [event(on: "answer")]
    }
    #expect(reading().events.map(\.entity) == ["mine", "theirs", "answer"])
  }

  @Test func `A caller that says no leaves the log as it was`() throws {
    try folder.log.append([event()])
    let before = folder.read(name)
    let reason = Wording("already resolved", "محلولة")
    #expect(throws: LedgerError.refused(reason)) {
      try folder.log.append(since: nil) { _ throws(LedgerError) in throw .refused(reason) }
    }
    #expect(folder.read(name) == before)
  }

  @Test func `A replaced log is shown whole`() throws {
    let position = try folder.log.append([event()])
    let other = event(on: "other").line + event(on: "more").line
    folder.write("new", other)
    rename("\(folder.path)/new", "\(folder.path)/\(name)")
    try folder.log.append(since: position) { news throws(LedgerError) in
      #expect(!news.isContinuation && news.start == 0 && news.bytes == other)
      return []
    }
  }

  @Test func `A known log that is gone is not begun anew`() throws {
    let position = try folder.log.append([event()])
    try FileManager.default.removeItem(atPath: "\(folder.path)/incidents")
    #expect(throws: LedgerError.system(path: name, code: ENOENT)) {
      try folder.log.append(since: position) { _ throws(LedgerError) in [event()] }
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `A removed workspace is one clear error`() throws {
    let log = EventLog(file: LedgerFile(workspace: folder.path + "/gone", path: name))
    let error = #expect(throws: LedgerError.self) { try log.append([event()]) }
    #expect(
      error?.wording.english == "incidents/events.jsonl: no longer there: put it back or open the workspace again")
  }

  @Test func `A pipe or a folder in its place is refused at once`() throws {
    folder.write("incidents/x", "")
    mkfifo("\(folder.path)/\(name)", 0o600)
    #expect(throws: LedgerError.notRegularFile(path: name)) { try folder.log.append([event()]) }
    unlink("\(folder.path)/\(name)")
    mkdir("\(folder.path)/\(name)", 0o700)
    #expect(throws: LedgerError.system(path: name, code: EISDIR)) { try folder.log.append([event()]) }
  }

  @Test func `An event that would make the log unreadable is not written`() {
    #expect(throws: LedgerError.incompleteEvent(path: name, field: "entity_id")) {
      try folder.log.append([event(on: "")])
    }
  }

  @Test func `A stopped process that holds the lock is named`() throws {
    try folder.log.append([event()])
    let before = folder.read(name)
    let holder = try Writer(["hold", folder.path, name])
    holder.waitForLine()
    holder.signal(SIGSTOP)
    defer {
      holder.signal(SIGKILL)
      _ = holder.finish()
    }
    usleep(50_000)
    let started = ContinuousClock.now
    let error = #expect(throws: LedgerError.self) { try folder.log.append([event()]) }
    #expect(ContinuousClock.now - started < .seconds(2))
    guard case .locked(_, let owner?, _) = error else {
      Issue.record("not refused by the lock: \(String(describing: error))")
      return
    }
    #expect(owner.command == "LedgerStress" && owner.isStopped)
    #expect(error?.wording.english.contains("which is stopped: resume it with “kill -CONT \(owner.process)”") == true)
    #expect(folder.read(name) == before)
  }

  @Test func `Every refusal is one line in both languages`() {
    let errors: [LedgerError] =
      [EROFS, EACCES, ENOSPC, EDQUOT, ENOENT, ENOTDIR, EISDIR, EIO, ENOLCK, EMFILE].map { .system(path: "f", code: $0) }
      + [
        .notRegularFile(path: "f"), .locked(path: "f", holder: nil, seconds: 5),
        .locked(path: "f", holder: LockHolder(process: 3, command: "jahiz", isStopped: false), seconds: 5),
        .partlyWritten(path: "f", written: 1, of: 3, code: ENOSPC), .incompleteEvent(path: "f", field: "x"),
        .keepsChanging(path: "f"), .rowMissing(path: "f", label: "l"), .rowAmbiguous(path: "f", label: "l"),
        .columnMissing(path: "f", label: "l", column: EditedColumn.at(2).wording),
        .cellChanged(path: "f", label: "l", seen: "a", now: "b", wanted: "c"),
        .textRefused(path: "f", reason: Wording("reason", "سبب")), .wouldReadDifferently(path: "f"),
        .candidateExists(path: "f", name: "n"), .candidateName(path: "f", name: "n"), .noPlaceForCandidate(path: "f"),
      ]
    for error in errors {
      let wording = error.wording
      #expect(wording.english.hasPrefix("f: ") && wording.arabic.withoutDirectionMarks.hasPrefix("f: "))
      #expect(!wording.english.contains("\n") && wording.english.count > 5)
      #expect(wording.arabic.unicodeScalars.contains { (0x0620...0x064A).contains($0.value) })
    }
  }
}
