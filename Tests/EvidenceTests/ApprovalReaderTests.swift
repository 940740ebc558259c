import Readiness
import Testing

@testable import Evidence

@Suite struct ApprovalReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ configured: [String] = []) -> (Approvals?, [Finding]) {
    var configuration = Configuration.Governance()
    configuration.approvals = configured
    return readApprovals(below: folder.path, configuration)
  }

  private func at(_ text: String) -> Instant? { Timestamp(rfc3339: text)?.instant }

  @Test("An English table of approvals is read with times, states and limits")
  func english() throws {
    folder.write(
      "docs/approvals-w47.md",
      """
      # Approvals

      | Request | Class | Requested at | Decided at | Status | SLA | Owner | Approver |
      |---------|-------|--------------|------------|--------|-----|-------|----------|
      | **APR-11** open pricing API | A2 | 2026-03-08 09:00 | | Pending | 24h | Sales | CFO |
      | `APR-12` rotate keys | A1 | 2026-03-08T09:00:00+03:00 | 2026-03-08T10:00:00+03:00 | Approved by Huda | | Platform | Huda |
      | APR-13 | Class B | 2026-03-09 | — | in review | 2 days | | |
      | APR-14 | A3 | 2026-03-01 | 2026-03-02 | | | | |
      | | | | | | | | |
      """)
    let (approvals, findings) = read()
    let records = try #require(approvals).records
    #expect(findings == [])
    #expect(records.map(\.id) == ["APR-11", "APR-12", "APR-13", "APR-14"])
    #expect(records.map(\.state) == [.pending, .granted, .pending, .granted])
    #expect(records.map(\.limit) == [86_400, nil, 172_800, nil])
    #expect(
      records[0].title == "APR-11 open pricing API" && records[0].approver == "CFO" && records[0].owner == "Sales")
    #expect(records[1].decidedAt?.instant == at("2026-03-08T07:00:00Z"))
    #expect(records[2].approvalClass == .b && records[2].requestedAt?.instant == at("2026-03-09T23:59:59Z"))
    #expect(records[0].location == SourceLocation(path: "docs/approvals-w47.md", line: 5))
  }

  @Test("An Arabic table and a table of service levels are read")
  func arabic() throws {
    folder.write(
      "docs/approval-sla.md",
      """
      # سجل الموافقات — Approval SLA

      | الفئة | المهلة |
      |---|---|
      | الفئة B | ٢٤ ساعة |
      | A3 | خمسة أيام |

      | الطلب | الفئة | تاريخ الطلب | الحالة | المهلة | المالك | المعتمِد |
      |---|---|---|---|---|---|---|
      | نشر واجهة الأسعار | ب | ٢٠٢٦-٠٣-٠٨ ٠٩:٠٠ | قيد المراجعة | يومان | المبيعات | المدير المالي |
      | تدوير المفاتيح | A1 | 2026-03-08 | مرفوض | | المنصة | هدى |
      | فتح المنفذ | A2 | 2026-03-08 | تمت الموافقة | | المنصة | هدى |
      | حذف السجلات | A2 | 2026-03-08 | لم يُبتّ فيه | | المنصة | هدى |
      """)
    let (approvals, findings) = read()
    let found = try #require(approvals)
    #expect(found.limits == ["B": 86_400])
    #expect(
      findings.map(\.message.english.withoutDirectionMarks) == [
        "the service level “خمسة أيام” of class A3 is no span: write it as 24h or 3d"
      ]
    )
    #expect(found.records.map(\.state) == [.pending, .denied, .granted, .pending])
    #expect(found.records[0].approvalClass == .b && found.records[0].limit == 172_800)
    #expect(found.records[0].requestedAt?.instant == at("2026-03-08T09:00:00Z"))
    #expect(found.records[0].id == "نشر واجهة الأسعار" && found.records[0].approver == "المدير المالي")
  }

  @Test("A log of approvals holds events and plain records; the last line of a record counts")
  func lines() throws {
    folder.write(
      "approvals/queue.jsonl",
      """
      {"event_id": "1", "event_type": "approval.requested", "entity_id": "APR-1", "timestamp": "2026-03-08T08:00:00Z", "approval_class": "A2", "data": {"title": "Refund", "sla": "8h", "approver": "CFO"}}
      {"event_id": "2", "event_type": "order.created", "entity_id": "O-1", "timestamp": "2026-03-08T08:00:00Z"}
      {"event_id": "3", "event_type": "approval.granted", "entity_id": "APR-1", "timestamp": "2026-03-08T09:00:00Z"}
      {"approval_id": "APR-2", "class": "A3", "requested_at": "2026-03-08T08:00:00Z", "status": "pending", "due_at": "2026-03-09"}
      {"approval_id": "APR-2", "status": "denied", "decided_at": "2026-03-08T12:00:00Z"}
      """ + "\n")
    let (approvals, findings) = read()
    let found = try #require(approvals)
    #expect(findings == [])
    #expect(found.steps.map(\.state) == [.pending, .granted])
    #expect(found.steps[0].texts == [.title: "Refund", .limit: "8h", .approver: "CFO", .approvalClass: "A2"])
    #expect(found.records.map(\.id) == ["APR-2"] && found.records[0].state == .denied)
    #expect(found.records[0].rawClass == "A3" && found.records[0].requestedAt != nil)
    let all = found.all(now: try #require(at("2026-03-10T00:00:00Z")))
    #expect(all.map(\.state) == [.granted, .denied])
  }

  @Test("Other tables are no approvals: a matrix of who may approve, a list of owners")
  func otherTables() {
    folder.write(
      "docs/approvals.md",
      """
      | Action | Min evidence | Default approver |
      |--------|--------------|------------------|
      | `OUTBOUND_EMAIL` | L2 | CSM |

      | Class | Who signs off |
      |-------|---------------|
      | A1 | Manager |

      | Item | Status |
      |------|--------|
      | one | open |
      """)
    #expect(read() == (nil, []))
  }

  @Test("What cannot be understood is a finding with its line and hides nothing beside it")
  func odd() throws {
    folder.write(
      "approvals/list.md",
      """
      | ID | Class | Requested | Status |
      |----|-------|-----------|--------|
      | APR-1 | A2 | last week | pending |
      | APR-2 | A2 | 2026-03-08 | purple |
      """)
    folder.write(
      "approvals/queue.jsonl",
      "nonsense\n{\"id\": \"APR-3\", \"created_at\": \"2026-03-08\"}\n{\"event_type\": \"approval.granted\"}\n")
    folder.write("approvals/empty.json", "[]")
    let (approvals, findings) = read()
    #expect(Set(try #require(approvals).records.map(\.id)) == ["APR-1", "APR-2", "APR-3"])
    #expect(try #require(approvals).records.allSatisfy { $0.state == .pending })
    #expect(
      findings.map { "\($0.location.line ?? 0) \($0.code.rawValue)" } == [
        "3 approval_invalid", "4 approval_invalid", "1 approvals_unreadable", "3 approval_invalid",
      ])
    #expect(findings.allSatisfy { $0.topic == .approvalSLA })
  }

  @Test("Nothing there is nothing to say; what is configured and not there is a finding")
  func absent() {
    #expect(read() == (nil, []))
    #expect(read(["records/approvals.jsonl"]).1.map(\.code) == [.approvalsUnreadable])
  }
}
