import Evidence
import Foundation
import Testing

@testable import Ledger

/// Programs that write are killed at any moment. What was acknowledged is there, once; what was not breaks nothing.
@Suite(.serialized) struct KilledWritersTests {
  private let folder = TemporaryFolder()
  private let log = "incidents/events.jsonl"

  @Test func `Eight writers lose nothing while others are killed beside them`() throws {
    let writers = try (1...8).map { try Writer(["append", folder.path, "1000", "w\($0)"]) }
    var random = SeededGenerator(8)
    var acknowledged: [String] = []
    var kills = 0
    while writers.contains(where: \.isRunning) {
      let victims = try (1...3).map { try Writer(["append", folder.path, "100000", "k\(kills)-\($0)"]) }
      usleep(UInt32.random(in: 1_000...120_000, using: &random))
      for victim in victims { victim.signal(SIGKILL) }
      for victim in victims { acknowledged += victim.finish() }
      kills += victims.count
    }
    let told = writers.map { $0.finish() }
    #expect(told.map(\.count) == Array(repeating: 1_000, count: 8))
    acknowledged += told.joined()
    let (events, findings) = readEvents(folder.read(log), path: log)
    #expect(!findings.contains { $0.code.failsClosed })
    #expect(findings.allSatisfy { $0.code == .tornLine })
    let counts = events.reduce(into: [String: Int]()) { $0[$1.id, default: 0] += 1 }
    #expect(acknowledged.allSatisfy { counts[$0] == 1 })
    #expect(counts.values.allSatisfy { $0 == 1 })
    let torn = events.count { $0.type == "ledger.torn_line" }
    print("\(kills) writers killed, \(events.count) events, \(acknowledged.count) acknowledged, \(torn) torn lines")
  }

  @Test func `A matrix is the old one or the new one, whenever its writer is killed`() throws {
    let rounds = ProcessInfo.processInfo.environment["JAHIZ_KILLS"].flatMap { Int($0) } ?? 100
    let rows = (0..<20).map { "| **row \($0)** (صف) | OK | [دليل](docs/\($0).md) | Docs |\r\n" }.joined()
    func matrix(_ status: String) -> [UInt8] {
      Array(
        "# مصفوفة\r\n\r\n| البُعد | الحالة | الدليل | المالك |\r\n|---|---|---|---|\r\n| docs truth | \(status) | | |\r\n\(rows)"
          .utf8)
    }
    folder.write("M.md", matrix("OK"))
    var random = SeededGenerator(9)
    var seen: [[UInt8]: Int] = [:]
    var edits = 0
    for round in 0..<rounds {
      let writer = try Writer(["edit", folder.path, "M.md"])
      usleep(UInt32.random(in: 5_000...40_000, using: &random))
      writer.signal(SIGKILL)
      let told = writer.finish()
      edits += told.count
      let now = folder.read("M.md")
      #expect(now == matrix("OK") || now == matrix("Blocked"), "round \(round)")
      #expect(!told.contains { $0.hasPrefix("error") })
      seen[now, default: 0] += 1
    }
    #expect(folder.names.filter { !$0.hasPrefix(".jahiz-") } == ["M.md"])
    let leftovers = folder.names.count { $0.hasPrefix(".jahiz-") }
    print(
      "\(rounds) kills, \(leftovers) of them before the rename, \(edits) edits, \(seen.values.sorted()) times the one and the other"
    )
  }
}
