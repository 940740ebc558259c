import Readiness
import Testing

@testable import Evidence

@Suite struct TaskTableTests {
  private func read(_ text: String, isNamed: Bool = true) throws -> TaskTableReading {
    let (document, _) = readDocument(Array(text.utf8), path: "docs/mcp-tasks.md", code: .tasksUnreadable)
    return TaskTableReading(try #require(document), isNamed: isNamed)
  }

  @Test("An English watchlist, its columns in any order, says all of a task")
  func english() throws {
    let reading = try read(
      """
      # MCP tasks watchlist

      | Owner | Task ID | Task | Connector / tool | Status | SLA | Timeout (min) | Polling | Webhook | Idempotency key | Started at (UTC) | Customer-facing | Notes |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|
      | Sara | `786512e2` | **export contacts** (nightly) | crm.export | 🟢 working — 80% | 4h | 360 | tasks/get every 30s | [hook](https://ops.example/h) | `exp-{tenant}-{date}` | 2026-03-10 09:00 | yes | — |
      """)
    let row = try #require(reading.rows.first)
    let task = row.task
    #expect(reading.findings.isEmpty)
    #expect(task.taskID == "786512e2")
    #expect(task.identity == "786512e2")
    #expect(task.name == "export contacts")
    #expect(task.connector == "crm.export")
    #expect(task.owner == "Sara")
    #expect(task.status == .working)
    #expect(task.rawStatus == "🟢 working — 80%")
    #expect(task.sla == 14_400_000)
    #expect(task.timeoutSpan == 21_600_000)
    #expect(task.pollInterval == 30_000)
    #expect(task.webhook == "hook")
    #expect(task.idempotencyKey == "exp-{tenant}-{date}")
    #expect(task.startedAt?.instant == Timestamp(rfc3339: "2026-03-10T09:00:00Z")?.instant)
    #expect(task.customerFacing == true)
    #expect(task.location == SourceLocation(path: "docs/mcp-tasks.md", line: 5))
    #expect(task.missingFields.isEmpty)
  }

  @Test("An Arabic watchlist, with diacritics, Arabic digits and bilingual headers")
  func arabic() throws {
    let reading = try read(
      """
      ## قائمة متابعة المهام الطويلة

      | المهمّة / Task | الموصِّل | المالك | الحالة | المدة المتفق عليها | المهلة القصوى | الاستطلاع / الويب هوك | مفتاح منع التكرار | وقت البدء | تمس العملاء | ملاحظات |
      |---|---|---|---|---|---|---|---|---|---|---|
      | **تصدير العملاء** | `crm` | سارة | قيد التنفيذ | ٤ ساعات | يوم | استطلاع كل ٣٠ ثانية | تصدير-٢٠٢٦ | 2026-03-10 09:00 بتوقيت الرياض | نعم | |
      | إعادة الفهرسة | البحث | لم يُحدَّد | بانتظار مدخلات | ساعتان | … | لا يوجد | — | 2026-03-10T06:00:00Z | لا | |
      | نقل السجلات | الأرشيف | هدى | فشلت | 1 س | 2 س | خطاف ويب | ن-١ | 2026-03-10T06:00:00Z | داخلي | أُقِرّ بها في INC-7 |
      """)
    #expect(reading.findings.isEmpty)
    let tasks = reading.rows.map(\.task)
    #expect(tasks.map(\.name) == ["تصدير العملاء", "إعادة الفهرسة", "نقل السجلات"])
    #expect(tasks.map(\.status) == [.working, .inputRequired, .failed])
    #expect(tasks.map(\.sla) == [14_400_000, 7_200_000, 3_600_000])
    #expect(tasks.map(\.customerFacing) == [true, false, false])
    #expect(tasks[0].startedAt?.text == "2026-03-10T09:00:00+03:00")
    #expect(tasks[0].missingFields.isEmpty)
    #expect(tasks[0].pollInterval == 30_000)
    #expect(tasks[1].missingFields == [.statusUpdates, .timeout, .idempotencyKey, .owner])
    #expect(tasks[2].webhook == "خطاف ويب")
    #expect(tasks[2].isAcknowledged)
    #expect(!tasks[1].isAcknowledged)
  }

  @Test("A list of things to do is no watchlist, a table of connectors neither")
  func others() throws {
    let todo = "| Task | Owner | Status | Due |\n|-|-|-|-|\n| write docs | Ali | done | Sunday |\n"
    #expect(try !read(todo).hasWatchlist)
    let connectors = "| Connector | Timeout | Idempotency key | Owner |\n|-|-|-|-|\n| crm | 5s | x | Ali |\n"
    #expect(try !read(connectors).hasWatchlist)
    let steps = "| Task | SLA | Correlation ID |\n|-|-|-|\n| review | 2d | c |\n"
    #expect(try !read(steps, isNamed: false).hasWatchlist)
    #expect(try read(steps, isNamed: true).hasWatchlist)
  }

  @Test("Templates and rows that nobody filled in are no tasks")
  func templates() throws {
    let table = "| Task | Connector | SLA | Timeout |\n|-|-|-|-|\n| … | TBD | | — |\n"
    #expect(try read(table).rows.isEmpty)
    #expect(try read("# Template\n\n" + table.replacing("…", with: "x")).rows.isEmpty)
    #expect(try read("# Tasks\n\n" + table.replacing("…", with: "x")).rows.count == 1)
  }

  @Test("A row without a name is watched and said to be nameless")
  func nameless() throws {
    let reading = try read("| Task | Connector | SLA |\n|-|-|-|\n| TBD | crm | 4h |\n")
    #expect(reading.rows.map(\.task.name) == ["crm"])
    #expect(reading.findings.map(\.code) == [.taskValueUnclear])
  }

  @Test("An SLA, a start or a timeout that is not understood is said, an SLA may be a moment")
  func unclear() throws {
    let reading = try read(
      """
      | Task | Connector | SLA | Timeout | Started |
      |-|-|-|-|-|
      | a | crm | best effort | 0s | yesterday |
      | b | crm | 2026-03-10T18:00:00+03:00 | see runbook | 2026-03-10T09:00:00+03:00 |
      """)
    #expect(reading.findings.map(\.code) == [.taskValueUnclear, .taskValueUnclear, .taskValueUnclear])
    #expect(reading.findings.map(\.location.line) == [3, 3, 3])
    let tasks = reading.rows.map(\.task)
    #expect(tasks[0].sla == nil)
    #expect(tasks[0].missingFields.contains(.timeout))
    #expect(tasks[1].due == Timestamp(rfc3339: "2026-03-10T18:00:00+03:00")?.instant)
    #expect(!tasks[1].missingFields.contains(.timeout))
  }

  @Test("Times without a zone are read as UTC, and that is said once")
  func zones() throws {
    let reading = try read(
      "| Task | SLA | Started |\n|-|-|-|\n| a | 4h | 2026-03-10 09:00 |\n| b | 4h | 2026-03-10 10:00 |\n")
    #expect(reading.findings.map(\.severity) == [.v0])
    #expect(reading.rows[1].task.startedAt?.text == "2026-03-10T10:00:00Z")
  }

  @Test(
    "Status words of both languages, with signs before and notes behind",
    arguments: [
      ("Working", WatchedTask.Status.working), ("in progress (80%)", .working), ("input_required", .inputRequired),
      ("Waiting for input: PO number", .inputRequired), ("✅ completed", .completed), ("cancelled by Sara", .cancelled),
      ("canceled", .cancelled), ("failed: rate limit", .failed), ("مكتملة", .completed), ("ملغاة", .cancelled),
      ("جارية", .working), ("فشلت", .failed), ("paused", nil), ("completed?", nil), ("not completed", nil),
      ("completed with errors", nil), ("لم تكتمل", nil), ("done except mail", nil), ("", nil), ("غير معروفة", nil),
    ])
  func statuses(_ cell: String, _ status: WatchedTask.Status?) { #expect(WatchedTask.Status(cell: cell) == status) }

  @Test("A combined column tells polling from webhook")
  func updates() throws {
    let reading = try read(
      """
      | Task | Polling/webhook | SLA |
      |-|-|-|
      | a | poll 10s | 1h |
      | b | webhook https://x.example/ | 1h |
      | c | webhook + poll every 5 min as a fallback | 1h |
      | d | none | 1h |
      """)
    let tasks = reading.rows.map(\.task)
    #expect(tasks.map { !saysNothing($0.polling) } == [true, false, true, false])
    #expect(tasks.map { !saysNothing($0.webhook) } == [false, true, true, false])
    #expect(tasks[0].pollInterval == 10_000)
    #expect(tasks[3].missingFields.contains(.statusUpdates))
  }
}
