import Testing

@testable import Readiness

@Suite struct TaskClockTests {
  private func task(_ start: String?, sla: Int64? = nil, _ status: WatchedTask.Status? = .working) -> WatchedTask {
    var task = WatchedTask(identity: "t", location: SourceLocation(path: "w.md", line: 3))
    task.startedAt = start.map(at)
    task.sla = sla
    task.status = status
    return task
  }

  @Test("An open task runs on; its SLA is left or over at any moment, without reading anything again")
  func running() {
    let task = task("2026-03-10T10:00:00Z", sla: 4 * 3_600_000)
    #expect(task.runningSeconds(at: noon) == 7_200)
    #expect(task.slaSecondsLeft(at: noon) == 7_200)
    #expect(task.due == at("2026-03-10T14:00:00Z").instant)
    #expect(task.dueTwice == at("2026-03-10T18:00:00Z").instant)
    #expect(task.slaSecondsLeft(at: noon.advanced(bySeconds: 10_000)) == -2_800)
    #expect(!task.hasSlipped(at: noon))
    #expect(task.hasSlipped(at: at("2026-03-10T14:00:00Z").instant))
  }

  @Test("The clocks of a task that has ended stand still at its end, and say nothing where nobody knows when it ended")
  func ended() {
    var task = task("2026-03-10T08:00:00Z", sla: 3_600_000, .completed)
    #expect(task.runningSeconds(at: noon) == nil)
    task.updatedAt = at("2026-03-10T10:30:00Z")
    #expect(task.runningSeconds(at: noon) == 9_000)
    #expect(task.slaSecondsLeft(at: noon) == -5_400)
    #expect(!task.hasSlipped(at: noon))
  }

  @Test("At a moment before its end a task was still open, as for a post-mortem")
  func postMortem() {
    var task = task("2026-03-10T08:00:00Z", sla: 3_600_000, .completed)
    task.updatedAt = at("2026-03-10T13:00:00Z")
    #expect(task.isOpen(at: noon))
    #expect(task.hasSlipped(at: noon))
    #expect(!task.isOpen(at: at("2026-03-10T13:00:00Z").instant))
  }

  @Test("A deadline and an SLA: the first of them is due")
  func deadline() {
    var task = task("2026-03-10T08:00:00Z", sla: 3_600_000)
    task.deadline = at("2026-03-10T08:30:00.5Z")
    #expect(task.due == at("2026-03-10T08:30:00.5Z").instant)
    #expect(task.dueTwice == at("2026-03-10T09:00:01Z").instant)
    task.deadline = at("2026-03-10T07:00:00Z")
    #expect(task.due == at("2026-03-10T07:00:00Z").instant)
    #expect(task.dueTwice == nil)
  }

  @Test("Milliseconds count: a task with a time to live of 1.5 s expires then")
  func milliseconds() {
    var task = task("2026-03-10T11:59:59.700Z")
    task.lifetime = 1_500
    #expect(task.expiresAt == at("2026-03-10T12:00:01.200Z").instant)
  }

  @Test("Starts to come, negative and enormous spans neither trap nor overflow")
  func absurd() {
    #expect(task("2026-03-11T00:00:00Z", sla: 1).runningSeconds(at: noon) == nil)
    var huge = task("2026-03-10T08:00:00Z", sla: .max)
    huge.lifetime = .max
    huge.timeoutSpan = .min
    #expect(!huge.hasSlipped(at: noon))
    #expect(huge.dueTwice.map { $0 > noon } == true)
    #expect(huge.expiresAt.map { $0 > noon } == true)
    #expect(huge.timesOutAt.map { $0 < noon } == true)
    let end = Instant(seconds: .max, nanoseconds: 999_999_999)
    #expect(end.advanced(byMilliseconds: .max).seconds == .max)
    #expect(Instant(seconds: .min).advanced(byMilliseconds: .min).seconds == .min)
    #expect(huge.runningSeconds(at: end) != nil)
  }
}
