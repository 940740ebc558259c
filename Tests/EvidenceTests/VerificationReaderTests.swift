import Readiness
import Testing

@testable import Evidence

@Suite struct VerificationReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ configured: [String] = []) -> (ToolVerifications?, [Finding]) {
    var configuration = Configuration.Governance()
    configuration.verifications = configured
    return readVerifications(below: folder.path, configuration)
  }

  @Test("Proofs of a verification ledger are read, one file each")
  func ledger() throws {
    func proof(_ id: String, _ status: String, _ more: String = "") -> String {
      """
      {
        "run_id": "\(id)", "agent_id": "closer", "intended_action": "send the offer",
        "claimed_action": "offer sent", "actual_tool_call": "whatsapp.send", "parameters_hash": "9f",
        "timestamps": {"started": "2026-03-08T08:00:00", "resolved": "2026-03-08T08:00:09"},
        "side_effects": [], "verification_status": "\(status)"\(more)
      }
      """
    }
    folder.write("verifications/tx_1.json", proof("tx_1", "contradicted"))
    folder.write("verifications/tx_2.json", proof("tx_2", "verified"))
    folder.write(
      "verifications/tx_3.json", proof("tx_3", "contradicted", ", \"resolution\": \"the ledger was corrected\""))
    folder.write("verifications/tx_4.json", proof("tx_4", "partially_verified"))
    folder.write("verifications/tx_5.json", proof("tx_5", "unverified", ", \"contradiction_flag\": true"))
    let (found, findings) = read()
    let records = try #require(found)
    #expect(findings == [])
    #expect(
      records.records.map(\.status) == [.contradicted, .verified, .contradicted, .partiallyVerified, .contradicted])
    #expect(records.openContradictions.map(\.id) == ["tx_1", "tx_5"])
    #expect(records.records[0].tool == "closer" || records.records[0].tool == "whatsapp.send")
    #expect(records.judged().findings.count == 2)
  }

  @Test("Of JSON Lines the last line of a record counts, and lists are read whole")
  func lines() throws {
    folder.write(
      "verifications/log.jsonl",
      """
      {"request_id": "r1", "tool": "crm.refund", "status": "contradicted", "claimed_result": "sent", "actual_result": "error 500"}
      {"request_id": "r2", "tool": "crm.read", "status": "stale"}
      nonsense
      {"request_id": "r1", "tool": "crm.refund", "status": "verified"}
      {"request_id": "r3", "tool": "crm.refund", "status": "contradicted", "claimed_result": "sent", "actual_result": "error 500"}
      """ + "\n")
    folder.write(
      "verifications/all.json",
      #"{"generated": 1, "tool_calls": [{"request_id": "q1", "status": "CONTRADICTED", "resolved": true}, {"request_id": "q2", "status": "متناقض"}]}"#
    )
    let (found, findings) = read()
    let records = try #require(found)
    #expect(records.openContradictions.map(\.id) == ["q2", "r3"])
    #expect(records.openContradictions[1].summary == "sent ≠ error 500")
    #expect(records.count(.stale) == 1)
    #expect(findings.map(\.location.description) == ["verifications/log.jsonl:3"])
  }

  @Test("A backlog in Markdown is read in both languages; closed rows are over")
  func tables() throws {
    folder.write(
      "docs/contradictions.md",
      """
      # تقرير التناقضات

      | المعرّف | التناقض | الأداة | الحالة | المالك | الحل |
      |---|---|---|---|---|---|
      | CON-1 | إجمالي الطلبات لا يطابق الدفتر | erp.report | متناقض | المالية | — |
      | CON-2 | هوية العميل | crm.read | متناقض | المالية | صُحّح الدفتر في 2026-03-08 |
      | CON-3 | حالة الدفع | pay.status | غير محقق | الدفع | قيد المعالجة |

      | ID | Contradiction | Status |
      |----|---------------|--------|
      | CON-4 | Two totals for W46 | open |
      | CON-5 | Two totals for W45 | Closed |
      | CON-6 | Who approved | contradicted (not resolved) |
      | CON-7 | Old | contradicted, resolved 2026-03-01 |
      """)
    let records = try #require(read().0)
    #expect(records.openContradictions.map(\.id) == ["CON-1", "CON-4", "CON-6"])
    #expect(records.openContradictions[0].location.line == 5 && records.openContradictions[0].owner == "المالية")
    #expect(records.records.map(\.status).filter { $0 == .unknown } == [])
  }

  @Test("Prose without a table, and nothing at all, is nothing to say; a configured path must be there")
  func absent() {
    folder.write("docs/contradictions.md", "# Contradictions\n\nThree are open.\n")
    #expect(read() == (nil, []))
    #expect(read(["gone"]).1.map(\.code) == [.verificationsUnreadable])
  }
}
