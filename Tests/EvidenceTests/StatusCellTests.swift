import Readiness
import Testing

@testable import Evidence

struct StatusCellTests {
  @Test(arguments: [
    ("OK", Status.ok), ("✅ PASS", .ok), ("Done (2 notes)", .ok), ("مُكتمل", .ok), ("جاهز", .ok), ("At risk", .risk),
    ("خطر", .risk), ("مخاطرة", .risk), ("⛔ Blocked: x", .blocked), ("FAIL", .blocked), ("محظور", .blocked),
    ("معطّل", .blocked),
    ("  ", .unset),
  ])
  func `A status is known by its meaning`(cell: String, status: Status) { #expect(Status(cell: cell) == status) }

  @Test(arguments: ["OK?", "not OK", "OK / Blocked", "غير جاهز", "جاهز؟", "O\u{FFFD}K", "okay", "maybe", "almost done"])
  func `A doubtful status is unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }

  @Test(arguments: [
    "<!-- OK -->", "~~OK~~", "[ ] Done", "☐ Done", "80% done", "٨٠٪ مكتمل", "❌ OK", "OK if signed", "OK pending review",
    "مكتمل جزئيا", "مكتمل جزئيًّا", "جاهز بشرط التوقيع",
  ])
  func `An OK with a condition or struck out is unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }

  @Test(arguments: ["✅ OK — بعد اختبار الاختراق", "OK (2 notes)", "مكتمل ✔"])
  func `A note behind an OK leaves it as it is`(cell: String) { #expect(Status(cell: cell) == .ok) }

  @Test(arguments: ["⛔ Blocked until Thursday", "❌ FAIL", "محظور جزئيا"])
  func `A Blocked with a condition still blocks`(cell: String) { #expect(Status(cell: cell) == .blocked) }

  @Test(arguments: [
    "Ready", "Complete", "Completed", "اكتمل", "✅ OK", "مُكتمِل", "\u{200F}مكتمل\u{200F}", "O\u{200D}K", "ready.",
    "Done!",
  ])
  func `Every word for OK counts`(cell: String) { #expect(Status(cell: cell) == .ok) }

  @Test(arguments: [
    "OK — no open items", "OK: no known open issues", "OK (no blockers)", "OK — not blocked", "OK — no risk",
    "جاهز — لا توجد ملاحظات", "مكتمل: بلا مشاكل", "جاهز — لا بنود مفتوحة", "OK - no findings", "OK — 100% of checks",
    "Ready for production", "جاهز للإصدار", "OK — nothing open", "Done / مكتمل",
  ])
  func `A note that denies only troubles leaves an OK`(cell: String) { #expect(Status(cell: cell) == .ok) }

  @Test(arguments: [
    "OK, but…", "OK (partial)", "OK — not tested", "OK — no evidence", "OK — no one checked", "OK: never run",
    "جاهز — لم يُختبر", "جاهز، لكن لم يُوقّع", "مكتمل — بلا دليل", "مكتمل ولم يُختبر", "OK — blocked on legal", "OK-ish",
    "Ready for review", "OK for now", "جاهز للمراجعة", "Completed with errors", "OK with 2 open issues", "OK — TBD",
    "Completed 80%", "OK ⚠️", "okay", "OK — isn't signed", "مكتمل مع أخطاء", "OK2",
  ])
  func `A note that takes an OK back makes it unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }

  @Test(arguments: [
    ("Blocked — not started", Status.blocked), ("Blocked (not OK)", .blocked), ("Blocked: OK from legal", .blocked),
    ("Blocked?", .blocked), ("محظور — لم يبدأ", .blocked), ("Risk — not blocked", .risk), ("Risk (who signs?)", .risk),
    ("Risk — OK after Friday", .risk), ("مخاطرة: لم تُعالج", .risk), ("Risk, not accepted", .risk),
    ("Risk?", .unknown), ("Risk / OK", .unknown), ("Risk: blocked by vendor", .unknown), ("not blocked", .unknown),
    ("no risk", .unknown), ("Blocked / OK", .unknown),
  ])
  func `A Blocked or a Risk with a note stays what it is`(cell: String, status: Status) {
    #expect(Status(cell: cell) == status)
  }

  @Test(arguments: ["—", "-", "…", "✅", "N/A", "?"])
  func `A cell without a status word is unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }

  @Test(arguments: ["", " ", "\u{200F}", "\u{FEFF}\u{200B}", "\u{A0}"])
  func `A cell that shows nothing is unset`(cell: String) { #expect(Status(cell: cell) == .unset) }

  @Test func `A status of endless length is unknown`() {
    #expect(Status(cell: "OK " + String(repeating: "no open items ", count: 100_000)) == .unknown)
  }

  @Test func `Emphasis and line breaks do not change a status`() {
    func status(_ cell: String) -> Status? {
      readMatrix(Array("| a | Status |\n|-|-|\n| x | \(cell) |\n".utf8), path: "m.md").matrix?.tables.first?.dimensions
        .first?
        .status
    }
    #expect(status("**OK**") == .ok)
    #expect(status("`OK`") == .ok)
    #expect(status("[OK](x)") == .ok)
    #expect(status("OK<br>signed") == .ok)
    #expect(status("OK<br/>not signed") == .unknown)
    #expect(status("~~OK~~") == .unknown)
    #expect(status("<del>OK</del>") == .unknown)
    #expect(status("&nbsp;") == .unset)
  }
}
