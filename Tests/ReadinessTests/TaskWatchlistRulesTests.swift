import Testing

@testable import Readiness

@Suite struct TaskWatchlistRulesTests {
  /// An open task that lacks nothing: two hours into an SLA of four.
  private func task(_ change: (inout WatchedTask) -> Void = { _ in }) -> WatchedTask {
    var task = WatchedTask(identity: "t-1", location: SourceLocation(path: "docs/mcp-tasks.md", line: 7))
    task.taskID = "t-1"
    task.name = "export"
    task.connector = "crm"
    task.owner = "Sara"
    task.status = .working
    task.rawStatus = "working"
    task.sla = 4 * hour
    task.timeout = "12h"
    task.timeoutSpan = 12 * hour
    task.polling = "every 30s"
    task.idempotencyKey = "exp-1"
    task.startedAt = at("2026-03-10T10:00:00Z")
    change(&task)
    return task
  }

  private let hour: Int64 = 3_600_000

  private func judge(_ tasks: [WatchedTask], customerFacing: [String] = [], _ now: Instant = noon) -> Judgement {
    var configuration = Configuration.Governance()
    configuration.customerFacing = customerFacing
    return TaskWatchlist(tasks: tasks, paths: ["docs/mcp-tasks.md"]).judged(configuration, now: now)
  }

  private func findings(_ change: (inout WatchedTask) -> Void) -> [Finding] { judge([task(change)]).findings }

  @Test("A task within its SLA that lacks nothing says nothing, until its SLA passes")
  func calm() {
    let judgement = judge([task()])
    #expect(judgement.topic == .connectorHealth)
    #expect(judgement.incidents.isEmpty)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.nextChange == at("2026-03-10T14:00:00Z").instant)
  }

  // MARK: The SLA

  @Test("Beyond its SLA an open task is a V1 incident, opened when the SLA passed, owned by its owner")
  func slipped() throws {
    let judgement = judge([task { $0.startedAt = at("2026-03-10T07:00:00Z") }])
    let incident = try #require(judgement.incidents.first)
    #expect(judgement.incidents.count == 1)
    #expect(incident.severity == .v1)
    #expect(incident.rule == .taskSlipped)
    #expect(incident.id.hasPrefix("TK-"))
    #expect(DerivedIncident.isID(incident.id))
    #expect(incident.openedAt == at("2026-03-10T11:00:00Z"))
    #expect(incident.owner == "Sara")
    #expect(incident.location.line == 7)
    #expect(incident.title(.english) == "“export” (crm): still open after its SLA of 4h")
    #expect(
      incident.title(.arabic).withoutDirectionMarks == "«export» (crm): ما زالت مفتوحة بعد مدتها المتفق عليها (4 س)")
    #expect(judgement.nextChange == at("2026-03-10T15:00:00Z").instant)
  }

  @Test("It slips at the very moment that was announced as the next change")
  func border() {
    let due = at("2026-03-10T14:00:00Z").instant
    #expect(judge([task()], due).incidents.count == 1)
    #expect(judge([task()], due.advanced(bySeconds: -1)).incidents.isEmpty)
  }

  private func judge(_ tasks: [WatchedTask], _ now: Instant) -> Judgement { judge(tasks, customerFacing: [], now) }

  @Test("Twice the SLA is V2, and still the same incident")
  func doubled() throws {
    let once = try #require(judge([task { $0.startedAt = at("2026-03-10T07:00:00Z") }]).incidents.first)
    let twice = try #require(judge([task { $0.startedAt = at("2026-03-10T04:00:00Z") }]).incidents.first)
    #expect(twice.severity == .v2)
    #expect(twice.rule == .taskSlippedTwice)
    #expect(twice.id == once.id)
    #expect(twice.openedAt == at("2026-03-10T08:00:00Z"))
  }

  @Test(
    "Where customers meet the connector it is V2 at once, whatever names it",
    arguments: ["crm", "CRM", "sync_contacts", "nothing"])
  func customerFacing(_ name: String) {
    let late = task {
      $0.startedAt = at("2026-03-10T07:00:00Z")
      $0.connector = "CRM (Salesforce)"
      $0.tool = "sync_contacts"
    }
    let incident = judge([late], customerFacing: [name]).incidents.first
    #expect(incident?.severity == (name == "nothing" ? .v1 : .v2))
    #expect(incident?.rule == (name == "nothing" ? .taskSlipped : .taskCustomerFacing))
  }

  @Test("The watchlist's own column makes it customer-facing too")
  func customerColumn() {
    let late = task {
      $0.startedAt = at("2026-03-10T07:00:00Z")
      $0.customerFacing = true
    }
    #expect(judge([late]).incidents.first?.severity == .v2)
  }

  @Test(
    "A task that waits for input slips as a working one does, one of unknown status as well",
    arguments: [
      WatchedTask.Status.inputRequired, nil,
    ])
  func otherOpen(_ status: WatchedTask.Status?) {
    let late = task {
      $0.startedAt = at("2026-03-10T07:00:00Z")
      $0.status = status
    }
    #expect(judge([late]).incidents.count == 1)
  }

  @Test(
    "What has ended slips no more and is asked for nothing",
    arguments: [
      WatchedTask.Status.completed, .cancelled,
    ])
  func ended(_ status: WatchedTask.Status) {
    let done = task {
      $0.startedAt = at("2026-03-01T07:00:00Z")
      $0.status = status
      $0.lifetime = 1_000
      $0.owner = ""
      $0.idempotencyKey = "TBD"
    }
    #expect(judge([done]) == Judgement(.connectorHealth))
  }

  // MARK: What each must have

  @Test("Each of the four that is missing or thin is a V1 finding of its own")
  func fields() {
    let found = findings {
      $0.owner = "TBD"
      $0.idempotencyKey = "…"
      $0.timeout = ""
      $0.polling = "—"
    }
    #expect(found.map(\.code) == Array(repeating: .taskFieldMissing, count: 4))
    #expect(found.allSatisfy { $0.severity == .v1 && $0.topic == .connectorHealth && $0.location.line == 7 })
    #expect(found.contains { $0.message(.english).contains("idempotency key") })
  }

  @Test("A webhook or the server's poll interval stand in for polling, a time to live for a timeout")
  func standIns() {
    #expect(findings { ($0.polling, $0.webhook) = ("", "https://ops.example/hook") }.isEmpty)
    #expect(findings { ($0.polling, $0.pollInterval) = ("", 5_000) }.isEmpty)
    #expect(findings { ($0.timeout, $0.timeoutSpan, $0.lifetime) = ("", nil, 24 * hour) }.isEmpty)
  }

  @Test("Without an SLA there is a V0 finding, and no clock")
  func noSLA() {
    let judgement = judge([task { ($0.sla, $0.timeoutSpan) = (nil, nil) }])
    #expect(judgement.findings.map(\.severity) == [.v0])
    #expect(judgement.nextChange == nil)
  }

  @Test("A task that only the protocol knows is one finding that names what is missing")
  func unwatched() {
    let found = findings {
      $0.isWatched = false
      ($0.owner, $0.idempotencyKey, $0.sla) = ("", "", nil)
    }
    #expect(found.map(\.code) == [.taskUnwatched])
    #expect(found[0].message(.english).hasSuffix("missing: idempotency key, owner"))
    #expect(findings { $0.isWatched = false }.isEmpty)
  }

  @Test("An SLA without a start cannot be checked, and that is said")
  func noStart() {
    let judgement = judge([task { $0.startedAt = nil }])
    #expect(judgement.findings.map(\.code) == [.taskStartUnknown])
    #expect(judgement.incidents.isEmpty)
    #expect(judgement.nextChange == nil)
  }

  @Test("An unknown status is quoted as it is written, a missing one is named")
  func statuses() {
    let odd = findings { ($0.status, $0.rawStatus) = (nil, "Paused") }
    #expect(odd.map(\.code) == [.taskStatusUnknown])
    #expect(odd[0].message(.english).contains("“Paused”"))
    #expect(findings { ($0.status, $0.rawStatus) = (nil, "") }.map(\.code) == [.taskStatusUnknown])
  }

  // MARK: Failures, expiry, timeouts, the future

  @Test("A failed task is a finding until somebody has acknowledged it")
  func failed() {
    func failure(_ acknowledgement: String) -> [Finding] {
      findings {
        $0.status = .failed
        $0.statusMessage = "rate limit"
        $0.acknowledgement = acknowledgement
      }
    }
    #expect(failure("").map(\.code) == [.taskFailed])
    #expect(failure("")[0].message(.english).hasSuffix(": rate limit"))
    #expect(failure("TBD").count == 1)
    #expect(failure("INC-2026-0101").isEmpty)
  }

  @Test("A completed task whose tool reported an error is a failure too")
  func toolFailed() {
    #expect(findings { ($0.status, $0.toolFailed) = (.completed, true) }.map(\.code) == [.taskFailed])
  }

  @Test("An open task past its time to live or its timeout is a finding; before, they are the next change")
  func expiry() {
    #expect(findings { $0.lifetime = hour }.map(\.code) == [.taskExpired])
    #expect(findings { $0.timeoutSpan = hour }.map(\.code) == [.taskTimedOut])
    let judgement = judge([
      task { $0.lifetime = 3 * hour },
      task { $0.timeoutSpan = 3 * hour + 1_800_000 },
    ])
    #expect(judgement.findings.isEmpty)
    #expect(judgement.nextChange == at("2026-03-10T13:00:00Z").instant)
  }

  @Test("A task that starts later than now is not judged before it starts")
  func future() {
    let judgement = judge([
      task {
        $0.startedAt = at("2026-03-10T15:00:00Z")
        $0.owner = ""
      }
    ])
    #expect(judgement.findings.map(\.code) == [.futureTask])
    #expect(judgement.nextChange == at("2026-03-10T15:00:00Z").instant)
  }

  @Test("Absurd spans make no incident, no crash and no change at the end of time")
  func absurd() {
    let judgement = judge([
      task {
        ($0.sla, $0.lifetime, $0.timeoutSpan) = (.max, .max, .max)
        $0.startedAt = at("9999-12-31T23:59:59Z")
      },
      task { ($0.sla, $0.lifetime, $0.timeoutSpan) = (.max, .max, .max) },
    ])
    #expect(judgement.incidents.isEmpty)
  }

  @Test("Ten thousand tasks that lack the same are not ten thousand things to read")
  func many() {
    let judgement = judge((0..<10_000).map { index in task { ($0.identity, $0.owner) = ("t-\(index)", "") } })
    #expect(judgement.findings.count == 21)
  }

  @Test("The most urgent task comes first: over its SLA, then nearest to it, then failed, then ended")
  func urgency() {
    let tasks = [
      task { ($0.name, $0.status) = ("ended", .completed) }, task { ($0.name, $0.status) = ("failed", .failed) },
      task { ($0.name, $0.sla) = ("open", nil) }, task { $0.name = "near" },
      task { ($0.name, $0.sla) = ("over", hour) },
    ]
    #expect(
      TaskWatchlist(tasks: tasks).byUrgency(at: noon).map(\.name) == ["over", "near", "open", "failed", "ended"])
  }
}
