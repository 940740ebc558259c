import Foundation
import Ledger
import Readiness

/// A folder of its own for one test; gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jahiz-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(bytes).write(to: file)
  }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func read(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map(Array.init) ?? []
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? [] }

  func file(_ name: String) -> LedgerFile { LedgerFile(workspace: path, path: name) }

  /// A short wait, so that a test that is refused is over soon.
  var log: EventLog { EventLog(file: file("incidents/events.jsonl"), lockWait: .milliseconds(300)) }
}

let someone = Actor(kind: .human, user: "noura", userID: 1_000)

func event(_ type: String = "incident.noted", on entity: String = "INC-1", note: String = "n") -> EventEnvelope {
  EventDraft(type, on: entity, data: ["note": .string(note)])
    .sealed(in: EventContext(actor: someone), at: Instant(seconds: 1_767_225_600))
}

/// Columns by the titles that these tests use.
let testRoles: ColumnRoleFinder = { titles in
  func index(_ names: String...) -> Int? { titles.firstIndex { names.contains($0) } }
  guard let status = index("Status", "الحالة") else { return nil }
  return ColumnRoles(
    label: index("Dimension", "البُعد", "المرشح", "RC") ?? 0, status: status, owner: index("Owner", "المالك"),
    notes: index("Notes", "ملاحظات"))
}

extension CellEdit {
  func text(from old: String) throws -> String {
    String(decoding: try applied(to: Array(old.utf8), path: "M.md", roles: testRoles).bytes, as: UTF8.self)
  }
}
